"""JSON, JSON lines and JavaScript assignments into records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecrl_audit.readers.found import Found, empties, fits, found
from ecrl_audit.readers.json_stream import JsonStream, Piece, decoder
from ecrl_audit.readers.paths import walk
from ecrl_audit.readers.texts import text_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ecrl_audit.readers.blobs import Blob
    from ecrl_audit.readers.shapes import PlatformFormat, RecordRule

ASSIGNMENT = re.compile(
    r"(?:window\.|var\s+|let\s+|const\s+)([A-Za-z_$][\w$]*(?:\.[\w$]+)*)\s*=\s*"
)
LINES = (".jsonl", ".ndjson")


def json_records(blob: Blob, fmt: PlatformFormat, encoding: str | None) -> Iterator[Found]:
    """Yield the records of a JSON document, of JSON lines, or of a JavaScript assignment."""
    pieces = text_pieces(blob, encoding)
    if blob.name.lower().endswith(LINES):
        yield from _lines(blob, fmt, pieces)
        return
    stream = JsonStream(pieces, blob.shown, lenient=fmt.container == "javascript")
    while stream.more():
        yield from _document(stream, blob, fmt)


def title_of(stream: JsonStream) -> str:
    """Return the name a document is assigned to, such as YTD.tweets.part0; blank for plain JSON."""
    start = stream.take(ASSIGNMENT)
    name = ASSIGNMENT.match(start) if start else None
    return name[1] if name else ""


def applying(fmt: PlatformFormat, title: str) -> list[RecordRule]:
    """Return the rules for a document of this title; a document without one may hold any kind."""
    return [
        rule
        for rule in fmt.records
        if not title or rule.inside is None or rule.inside.search(title)
    ]


def _document(stream: JsonStream, blob: Blob, fmt: PlatformFormat) -> Iterator[Found]:
    title = title_of(stream)
    rules = applying(fmt, title)
    known = {"@title": title, "@member": blob.name.rsplit("/", 1)[-1]}
    blank: set[str] = set()
    kinds: set[str] = set()
    for piece in stream.parts():
        blank.update(_blank_lists(piece))
        for record in _piece_records(piece, fmt, rules, known):
            kinds.add(record.kind)
            yield record
    yield from empties(
        rule
        for rule in rules
        if rule.kind not in kinds and any(path and path[0][0] in blank for path in rule.at)
    )


def _blank_lists(piece: Piece) -> Iterator[str]:
    """Yield the names of the lists of a document that are there and empty."""
    if piece.value == []:
        yield piece.prefix
    elif not piece.prefix and isinstance(piece.value, dict):
        yield from (name for name, value in piece.value.items() if value == [])


def _piece_records(
    piece: Piece, fmt: PlatformFormat, rules: Sequence[RecordRule], known: dict[str, str]
) -> Iterator[Found]:
    root = _root(piece)
    name = piece.prefix.removesuffix("[]")
    taken: set[int] = set()
    reached = [
        (rule, [path for path in rule.at if not piece.prefix or (path and path[0][0] == name)])
        for rule in rules
    ]
    for rule, paths in reached:
        own: set[int] = set()
        for path in paths:
            for element, around in walk(root, path, {}):
                if id(element) not in own and fits(rule, element):
                    own.update((id(element), *map(id, around.values())))
                    yield found(fmt, rule, element, around, known)
        taken |= own
    yield from _unknown(root, {path for _, paths in reached for path in paths}, taken)


def _unknown(
    root: object, paths: set[tuple[tuple[str, str], ...]], taken: set[int]
) -> Iterator[Found]:
    """Yield, as set aside, the elements of the lists that are read which no rule fits."""
    for path in sorted(path for path in paths if path and path[-1][1]):
        for element, _ in walk(root, path, {}):
            if id(element) not in taken and not isinstance(element, list):
                taken.add(id(element))
                yield Found("unknown", {}, "is of no kind that this format knows")


def _root(piece: Piece) -> object:
    name = piece.prefix.removesuffix("[]")
    value = [piece.value] if piece.prefix.endswith("[]") else piece.value
    if piece.prefix == "[]":
        return value
    return {**piece.head, name: value} if name else value


def _lines(blob: Blob, fmt: PlatformFormat, pieces: Iterator[str]) -> Iterator[Found]:
    rules = applying(fmt, "")
    known = {"@title": "", "@member": blob.name.rsplit("/", 1)[-1]}
    for number, line in enumerate(_split(pieces), start=1):
        if not line.strip():
            continue
        try:
            value = decoder().decode(line)
        except (ValueError, RecursionError) as error:
            why = "is nested too deeply" if isinstance(error, RecursionError) else str(error)
            yield Found("line", {}, f"line {number} does not parse: {why}")
            continue
        records = list(_piece_records(Piece("", value), fmt, rules, known))
        yield from records or [Found("line", {}, f"line {number} is of no kind known here")]


def _split(pieces: Iterator[str]) -> Iterator[str]:
    rest = ""
    for piece in pieces:
        *lines, rest = (rest + piece).split("\n")
        yield from lines
    yield rest
