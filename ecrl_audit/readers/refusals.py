"""What a file is that is no export, said in words: a login page, an error, an empty answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.texts import medium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.readers.blobs import Blob
    from ecrl_audit.readers.shapes import PlatformFormat

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_LOGIN = re.compile(rb"log ?in|sign ?in|password|anmelden", re.IGNORECASE)
_PLATFORM = "Ask the platform for the export again, logged in as the account."
_KNOWN = "docs/platforms.md lists what is read; any other CSV can be brought in by a mapping.toml."
_ERROR_SHAPES = (
    {"error.message"},
    {"error.code"},
    {"error.errors[]"},
    {"errors[].message"},
    {"errors[].code"},
    {"errors[].detail"},
    {"error_description"},
    {"code", "message"},
    {"error", "message"},
    {"title", "status", "detail"},
)
_DATA = ("data[]", "items[]", "data[].id", "entry[]")


def not_an_export(blob: Blob, head: bytes) -> None:
    """Refuse what its first bytes show to be no text, or a page of a web site."""
    what = medium(head)
    if what:
        raise InputRefusedError(blob.shown, f"is {what}, whatever its name says.", _PLATFORM)
    if _HTML.match(head):
        page = "a login page" if _LOGIN.search(head) else "a page of a web site"
        raise InputRefusedError(
            blob.shown,
            f"is {page} (HTML), not an export.",
            "Choose JSON as the format of the download, or ask for it again, logged in.",
        )
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise InputRefusedError(blob.shown, "holds nothing.", _PLATFORM)


def no_format(
    blob: Blob,
    container: str,
    shape: frozenset[str],
    text: str,
    formats: Sequence[PlatformFormat],
) -> InputRefusedError:
    """Return the refusal of a file of no known format, with the reason nearest to the truth."""
    if container == "json":
        return _no_json(blob, shape, text)
    if container == "xml":
        why = "is XML of a kind that is not known: none of its first lines names a known export."
        return InputRefusedError(blob.shown, why, _KNOWN)
    header = text.splitlines()[0][:200] if text else ""
    why = f"has a header that no known export has: {header!r}."
    names = ", ".join(sorted({fmt.title for fmt in formats if fmt.container == "csv"}))
    return InputRefusedError(blob.shown, why, f"Known as CSV: {names}. {_KNOWN}")


def _no_json(blob: Blob, shape: frozenset[str], text: str) -> InputRefusedError:
    failed = any(keys <= shape for keys in _ERROR_SHAPES)
    if failed and not shape.intersection(_DATA):
        said = re.search(r'"(?:message|error_description|detail|error)"\s*:\s*"([^"]{1,200})', text)
        words = f": {said[1]!r}" if said else ""
        why = f"is the answer of a request that failed{words}, not an export."
        return InputRefusedError(blob.shown, why, _PLATFORM)
    if not any("." in place for place in shape) and len(text) < 1000:  # noqa: PLR2004
        why = "is an empty answer: nothing in it says what it is a list of."
        return InputRefusedError(blob.shown, why, "Record the check in the logbook instead.")
    names = ", ".join(sorted(shape - {""})[:8])
    return InputRefusedError(blob.shown, f"is JSON of no known shape ({names}, …).", _KNOWN)
