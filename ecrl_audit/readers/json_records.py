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

ASSIGNMENT = re.compile(r"(?:window\.|var\s+|let\s+|const\s+)([A-Za-z_$][\w$]*(?:\.[\w$]+)*)\s*=\s*")
_LINES = (".jsonl", ".ndjson")


def json_records(blob: Blob, fmt: PlatformFormat, encoding: str | None) -> Iterator[Found]:
    """Yield the records of a JSON document, of JSON lines, or of a JavaScript assignment."""
    pieces = text_pieces(blob, encoding)
    if blob.name.lower().endswith(_LINES):
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
    whole = any(path == () for rule in rules for path in rule.at)
    names: set[str] = set()
    kinds: set[str] = set()
    for piece in stream.pieces(whole=whole):
        names.update(_top_names(piece))
        for record in _piece_records(piece, fmt, rules, known):
            kinds.add(record.kind)
            yield record
    yield from empties(
        rule
        for rule in rules
        if rule.kind not in kinds and (bool(title and rule.inside) or _named(rule, names))
    )


def _top_names(piece: Piece) -> Iterator[str]:
    if piece.prefix:
        yield piece.prefix.removesuffix("[]")
    elif isinstance(piece.value, dict):
        yield from piece.value


def _named(rule: RecordRule, names: set[str]) -> bool:
    return any(bool(path and path[0][0]) and path[0][0] in names for path in rule.at)


def _piece_records(
    piece: Piece, fmt: PlatformFormat, rules: Sequence[RecordRule], known: dict[str, str]
) -> Iterator[Found]:
    for rule in rules:
        for path in rule.at:
            if piece.prefix and (not path or path[0][0] != piece.prefix.removesuffix("[]")):
                continue
            elements = [pair for pair in walk(_root(piece), path, {}) if fits(rule, pair[0])]
            yield from (found(fmt, rule, *pair, known) for pair in elements)
            if elements:
                break


def _root(piece: Piece) -> object:
    name = piece.prefix.removesuffix("[]")
    value = [piece.value] if piece.prefix.endswith("[]") else piece.value
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
        yield from records or [Found("line", {}, f"line {number} holds nothing known here")]


def _split(pieces: Iterator[str]) -> Iterator[str]:
    rest = ""
    for piece in pieces:
        *lines, rest = (rest + piece).split("\n")
        yield from lines
    yield rest
