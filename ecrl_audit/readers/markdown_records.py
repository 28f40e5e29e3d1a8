"""A notice written as one Markdown file into one record: its parts by the patterns of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.found import Found, found
from ecrl_audit.readers.texts import text_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecrl_audit.readers.blobs import Blob
    from ecrl_audit.readers.shapes import PlatformFormat

_LONGEST = 4 * 1024**2


def markdown_records(blob: Blob, fmt: PlatformFormat, encoding: str | None) -> Iterator[Found]:
    """Yield the one record of a Markdown file: each part is what its pattern finds in the text.

    A pattern with a group gives the groups found; one without gives yes or no.
    """
    text = ""
    for piece in text_pieces(blob, encoding):
        text += piece
        if len(text) > _LONGEST:
            raise InputRefusedError(blob.shown, "is too long to be one notice.", "Split it.")
    name = blob.name.rsplit("/", 1)[-1]
    body: dict[str, object] = {}
    for part, pattern in fmt.parts.items():
        searched = name if part.startswith("name_") else text
        matches = list(pattern.finditer(searched))
        if pattern.groups:
            body[part] = list(dict.fromkeys(match[1] for match in matches if match[1]))
        else:
            body[part] = "yes" if matches else "no"
    body["member"] = name
    yield found(fmt, fmt.records[0], body, {}, {"@member": name})
