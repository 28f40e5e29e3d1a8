"""Which format a file has: by what stands in it first, by its name where the content is silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.blobs import Blob, open_blobs
from ecrl_audit.readers.csv_records import best_delimiter, column_name, positions, split_header
from ecrl_audit.readers.json_records import ASSIGNMENT, LINES, applying, title_of
from ecrl_audit.readers.json_stream import JsonStream, decoder
from ecrl_audit.readers.paths import flat
from ecrl_audit.readers.refusals import no_format, not_an_export
from ecrl_audit.readers.shapes import Clue, FileIgnored, PlatformFormat
from ecrl_audit.readers.texts import encoding_of, is_picture_or_film, text_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_ENDINGS = {
    "json": (".json", ".jsonl", ".ndjson", ".txt"),
    "javascript": (".js", ".json"),
    "csv": (".csv", ".tsv", ".txt"),
    "xml": (".xml", ".wxr"),
    "markdown": (".md", ".markdown", ".txt"),
}
_MOST_PIECES = 60
_MOST_PATHS = 5000
_MOST_TRIED = 200
_ENOUGH = 25


@dataclass(frozen=True, slots=True)
class Sniff:
    """What the start of a file shows."""

    name: str
    container: str
    text: str
    shape: frozenset[str] = frozenset()
    title: str = ""


def recognise(path: Path, formats: Sequence[PlatformFormat]) -> PlatformFormat:
    """Return the format of an export; raises FileIgnored for a file that is left unread.

    InputRefusedError is for a file that is unknown, broken, empty, or not an export at all.
    """
    with open_blobs(path) as blobs:
        if blobs[0].zipped:
            return _recognise_zip(path.name, blobs, formats)
        return recognise_blob(blobs[0], formats)


def recognise_blob(blob: Blob, formats: Sequence[PlatformFormat]) -> PlatformFormat:
    """Return the format of one file, loose or inside a ZIP."""
    for fmt in formats:
        why = unread_by_name(fmt, blob.name)
        if why:
            raise FileIgnored(blob.shown, why)
    head = blob.head()
    if is_picture_or_film(head):
        raise FileIgnored(blob.shown, "a picture, a sound or a film: not read")
    not_an_export(blob, head)
    seen = sniff(blob, head)
    best, clue = _best(formats, seen)
    if best is None or clue is None:
        raise no_format(blob, seen.container, seen.shape, seen.text, formats)
    if clue.unread:
        raise FileIgnored(blob.shown, clue.unread)
    if seen.title and not applying_titled(best, seen.title):
        raise FileIgnored(blob.shown, _other_reason(best, _file_of(seen.title)))
    return best


def unread_by_name(fmt: PlatformFormat, name: str) -> str | None:
    """Return why a format leaves a file of this name unread; None if its name does not say so."""
    for pattern, why in fmt.ignored.items():
        if pattern != "*" and _is_named(name, pattern):
            return why
    return None


def _is_named(name: str, pattern: str) -> bool:
    """Tell whether a pattern names a file: with a slash by its path, without by its last part."""
    low, given = name.lower(), pattern.lower()
    if "/" in given:
        return fnmatch(low, given) or fnmatch(low, f"*/{given}")
    return fnmatch(low.rsplit("/", 1)[-1], given)


def unread_member(fmt: PlatformFormat, blob: Blob) -> str | None:
    """Return why a member of a ZIP is left unread; None when it is to be read."""
    why = unread_by_name(fmt, blob.name)
    if why:
        return why
    low = blob.name.lower()
    if not low.endswith(_ENDINGS[fmt.container]):
        return _other_reason(fmt, low)
    if fmt.members:
        listed = any(_is_named(low, name) for name in fmt.members)
        return None if listed else _other_reason(fmt, low)
    try:
        seen = sniff(blob, blob.head())
    except InputRefusedError:
        return None
    if seen.title:
        return (
            None if applying_titled(fmt, seen.title) else _other_reason(fmt, _file_of(seen.title))
        )
    clue = max(_held(fmt, seen), key=lambda held: held.weight, default=None)
    return clue.unread if clue else _other_reason(fmt, low)


def applying_titled(fmt: PlatformFormat, title: str) -> bool:
    """Tell whether a format reads the document of this title."""
    return any(rule.inside and rule.inside.search(title) for rule in applying(fmt, title))


def _other_reason(fmt: PlatformFormat, name: str) -> str:
    named = unread_by_name(fmt, name)
    return named or fmt.ignored.get("*", "not one of the files that are read")


def _file_of(title: str) -> str:
    return re.sub(r"^YTD\.|\.part\d+$", "", title).replace("_", "-") + ".js"


def sniff(blob: Blob, head: bytes) -> Sniff:
    """Look at the start of a file; a JSON document that breaks there is refused."""
    encoding = encoding_of(head)
    text = head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    name = blob.name.rsplit("/", 1)[-1]
    if text.startswith("<"):
        return Sniff(name, "xml", text)
    is_json = text.startswith(("{", "[")) and not name.lower().endswith((".md", ".markdown"))
    if is_json or ASSIGNMENT.match(text):
        return _sniff_json(blob, name, text)
    return Sniff(name, "text", text)


def _sniff_json(blob: Blob, name: str, text: str) -> Sniff:
    if name.lower().endswith(LINES):
        return Sniff(name, "json", text, frozenset(_line_places(text)))
    stream = JsonStream(text_pieces(blob), blob.shown, lenient=text[:1] not in "{[")
    title = title_of(stream)
    shape: set[str] = set()
    for place in _places(stream):
        shape.add(place)
        if len(shape) > _MOST_PATHS:
            break
    return Sniff(name, "json", text, frozenset(shape), title)


def _line_places(text: str) -> Iterator[str]:
    """Yield the places of JSON lines; a line that is broken or cut shows nothing."""
    for line in text.splitlines()[:_MOST_PIECES]:
        try:
            yield from flat(decoder().decode(line))
        except (ValueError, RecursionError):
            continue


def _places(stream: JsonStream) -> Iterator[str]:
    pieces = 0
    while pieces < _MOST_PIECES and stream.more():
        for piece in stream.pieces():
            yield from (piece.prefix, piece.prefix.removesuffix("[]"))
            yield from flat(piece.value, piece.prefix)
            pieces += 1
            if pieces >= _MOST_PIECES:
                return


def _best(
    formats: Sequence[PlatformFormat], seen: Sniff
) -> tuple[PlatformFormat | None, Clue | None]:
    """Return the format whose clue asks for most of what is there, and that clue."""
    held = [(fmt, clue) for fmt in formats for clue in _held(fmt, seen)]
    return max(held, key=lambda pair: pair[1].weight, default=(None, None))


def _held(fmt: PlatformFormat, seen: Sniff) -> list[Clue]:
    fits = {"json": ("json", "javascript"), "xml": ("xml",), "text": ("csv", "markdown")}
    if fmt.container not in fits[seen.container]:
        return []
    return [clue for clue in fmt.clues if _holds(clue, fmt, seen)]


def _holds(clue: Clue, fmt: PlatformFormat, seen: Sniff) -> bool:
    if clue.name and not clue.name.search(seen.name):
        return False
    if clue.text and not clue.text.search(seen.text):
        return False
    if not seen.shape.issuperset(clue.shape) or seen.shape.intersection(clue.without):
        return False
    return not clue.columns or _has_columns(clue, fmt, seen.text)


def _has_columns(clue: Clue, fmt: PlatformFormat, text: str) -> bool:
    lines = [line for line in text.splitlines()[:2] if not line.startswith("sep=")]
    line = lines[0] if lines else ""
    found = positions(split_header(line, best_delimiter(line, fmt)), fmt)
    return {column_name(name) for name in clue.columns} <= {column_name(name) for name in found}


def _recognise_zip(
    file: str, blobs: Sequence[Blob], formats: Sequence[PlatformFormat]
) -> PlatformFormat:
    found: dict[str, PlatformFormat] = {}
    hits = 0
    faults: list[InputRefusedError] = []
    for blob in sorted(blobs, key=lambda blob: _promise(blob, formats))[:_MOST_TRIED]:
        try:
            fmt = recognise_blob(blob, formats)
        except InputRefusedError as error:
            faults.append(error)
        except FileIgnored:
            continue
        else:
            found[fmt.id] = fmt
            hits += 1
        if hits >= _ENOUGH:
            break
    return _one_of(file, list(found.values()), faults)


def _promise(blob: Blob, formats: Sequence[PlatformFormat]) -> tuple[int, str]:
    low = blob.name.lower()
    wanted = any(_is_named(low, name) for fmt in formats for name in fmt.members)
    readable = low.endswith(tuple(ending for endings in _ENDINGS.values() for ending in endings))
    return (0 if wanted else 1 if readable else 2, blob.name)


def _one_of(
    file: str, found: list[PlatformFormat], faults: list[InputRefusedError]
) -> PlatformFormat:
    if len(found) == 1:
        return found[0]
    if found:
        titles = " and ".join(sorted(fmt.title for fmt in found))
        why = f"holds files of several kinds: {titles}."
        raise InputRefusedError(file, why, "Unpack it and put each kind into its own ZIP.")
    first = f"; the first says: {faults[0].why}" if faults else ": all its files are left unread."
    why = f"is a ZIP in which no file is an export that is known{first}"
    raise InputRefusedError(file, why, "See docs/platforms.md for what is read.")
