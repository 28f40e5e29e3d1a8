"""CSV into records: columns by name in any order or language known, no row silently lost."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.found import Found, fits, found
from ecrl_audit.readers.texts import text_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ecrl_audit.readers.blobs import Blob
    from ecrl_audit.readers.shapes import PlatformFormat

_DELIMITERS = (",", ";", "\t")
_LONGEST_FIELD = 64 * 1024**2
_SPACES = re.compile(r"[\s\u00a0\ufeff]+")
_FORMULA = re.compile(r"'[=+\-@]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)")
_REPAIR = "Export it again, and do not save it from a spreadsheet."


def column_name(text: str) -> str:
    """Return the name of a column for comparison: case and spaces do not count."""
    return _SPACES.sub(" ", text).strip(" \"'#").casefold()


def positions(header: Sequence[str], fmt: PlatformFormat) -> dict[str, int]:
    """Return where each column of a format stands in a header, by the names it is known under."""
    names = [column_name(cell) for cell in header]
    places: dict[str, int] = {}
    for column, known in fmt.columns.items():
        for word in (column, *known):
            if column_name(word) in names:
                places.setdefault(column, names.index(column_name(word)))
    return places


def split_header(line: str, delimiter: str) -> list[str]:
    """Return the cells of a header line; nothing when it is no CSV."""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def best_delimiter(line: str, fmt: PlatformFormat) -> str:
    """Return the delimiter that finds most columns of the format in a header line."""
    return max(_DELIMITERS, key=lambda mark: len(positions(split_header(line, mark), fmt)))


def csv_records(blob: Blob, fmt: PlatformFormat, encoding: str | None) -> Iterator[Found]:
    """Yield the records of a CSV file; one with too few or too many cells is set aside."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = _lines(text_pieces(blob, encoding))
    first = next(lines, "")
    if re.match(r"sep=.\s*$", first):
        first = next(lines, "")
    delimiter = best_delimiter(first, fmt)
    places = positions(split_header(first, delimiter), fmt)
    _refuse_doubles(blob, split_header(first, delimiter), places)
    if not places and fmt.headerless:
        lines, places = _again(first, lines), {name: i for i, name in enumerate(fmt.headerless)}
        width = len(fmt.headerless)
    else:
        width = len(split_header(first, delimiter))
    yield from _rows(blob, fmt, csv.reader(lines, delimiter=delimiter, strict=True), places, width)


def _refuse_doubles(blob: Blob, header: Sequence[str], places: Mapping[str, int]) -> None:
    names = [column_name(cell) for cell in header]
    for place in places.values():
        if names.count(names[place]) > 1:
            same = [cell.strip() for cell in header if column_name(cell) == names[place]]
            why = f"its header names one column twice: {' and '.join(same)}."
            raise InputRefusedError(blob.shown, why, _REPAIR)


def _rows(
    blob: Blob,
    fmt: PlatformFormat,
    reader: Iterator[list[str]],
    places: dict[str, int],
    width: int,
) -> Iterator[Found]:
    known = {"@member": blob.name.rsplit("/", 1)[-1]}
    started = 2
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            why = f"the row that starts at line {started} is broken: {error}."
            raise InputRefusedError(blob.shown, why, _REPAIR) from error
        if row is None:
            return
        started = reader.line_num + 2  # type: ignore[attr-defined]
        if any(cell.strip(" \x1a") for cell in row):
            yield from _row(fmt, row, places, width, known)


def _row(
    fmt: PlatformFormat,
    row: list[str],
    places: dict[str, int],
    width: int,
    known: dict[str, str],
) -> Iterator[Found]:
    if len(row) != width:
        yield Found("row", {}, f"has {len(row)} cells where the header has {width}")
        return
    body = {name: _cell(row[place]) for name, place in places.items()}
    for name, (column, pattern) in fmt.extracts.items():
        match = pattern.search(body.get(column, ""))
        body[name] = match[1] if match else ""
    for rule in fmt.records:
        if fits(rule, body):
            yield found(fmt, rule, body, {}, known)
            return
    yield Found("row", {}, "is of no kind this format knows")


def _cell(text: str) -> str:
    return text[1:] if _FORMULA.match(text) else text


def _again(first: str, others: Iterator[str]) -> Iterator[str]:
    yield first
    yield from others


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    """Yield lines whole, with their ends, whichever ends a file has."""
    rest = ""
    for piece in pieces:
        rest += piece
        place = 0
        for line in _LINE.finditer(rest):
            if line.end() == len(rest) and line[0].endswith("\r"):
                break
            yield line[0]
            place = line.end()
        rest = rest[place:]
    if rest:
        yield rest
