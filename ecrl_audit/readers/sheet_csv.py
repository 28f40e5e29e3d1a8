"""One CSV file of a hand-kept sheet into a text table, exactly: the csv module, record by record."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.model import Reject
from ecrl_audit.readers.sheet_table import TextTable, header_positions, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecrl_audit.model import Sheet

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", 3),
    (b"\xff\xfe", "utf-16-le", 2),
    (b"\xfe\xff", "utf-16-be", 2),
)
_DELIMITERS = (",", ";", "\t")
_LONGEST = 1_000_000
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or a workbook",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"SQLite format": "a SQLite database",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
csv.field_size_limit(64 * 1024 * 1024)


def read(sheet: Sheet, content: bytes, file: str) -> TextTable:
    """Read a whole CSV file; raises InputRefusedError when it cannot be one of this sheet."""
    text, encoding = decode(content, file)
    lines, delimiter = _split_off_hint(text, sheet)
    records = _records(lines, delimiter, file)
    header = next(records, None)
    if header is None:
        raise InputRefusedError(
            file, "is empty: not even a header.", "Delete the file, or give it its header."
        )
    positions, ignored = header_positions(sheet, header, file)
    rows: list[tuple[int, list[str | None]]] = []
    rejects: list[Reject] = []
    seen = 0
    for seen, record in enumerate(records, start=1):
        reject = _fault(record, header, seen)
        if reject is None:
            rows.append((seen, [None if p is None else record[p] for p in positions]))
        else:
            rejects.append(reject)
    return TextTable(rows, rejects, seen, ignored, encoding)


def decode(content: bytes, file: str) -> tuple[str, str]:
    """Return the text of a file and its encoding; bytes that are not text stay as surrogates.

    Raises InputRefusedError for another kind of file, and for a file that looks like Windows-1252.
    """
    for magic, name in _MAGIC.items():
        if content.startswith(magic):
            raise InputRefusedError(
                file, f"is {name}, not a CSV file.", "Export the sheet as CSV UTF-8."
            )
    if content[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise InputRefusedError(
            file, "is a web page, perhaps a login page, not a CSV file.", "Export the sheet again."
        )
    for bom, encoding, length in _BOMS:
        if content.startswith(bom):
            return _decode_with(content[length:], encoding, file), encoding
    return _decode_with(content, "utf-8", file), "utf-8"


def _decode_with(content: bytes, encoding: str, file: str) -> str:
    if encoding != "utf-8":
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            raise InputRefusedError(
                file, f"is not valid {encoding}.", "Save it as CSV UTF-8."
            ) from error
    text = content.decode("utf-8", errors="surrogateescape")
    _refuse_windows(text, file)
    return text


def _refuse_windows(text: str, file: str) -> None:
    """Refuse a file whose bad bytes read like letters of Windows-1252 in more than one line."""
    bad_lines = [line for line in text.splitlines() if any("\udc80" <= c <= "\udcff" for c in line)]
    letters = all(
        _is_windows_letter(c) for line in bad_lines for c in line if "\udc80" <= c <= "\udcff"
    )
    if len(bad_lines) > 1 and letters:
        raise InputRefusedError(
            file,
            f"is not UTF-8: {len(bad_lines)} lines hold bytes that look like Windows-1252.",
            'Save it again as "CSV UTF-8".',
        )


def _is_windows_letter(character: str) -> bool:
    byte = bytes([ord(character) - 0xDC00])
    decoded = byte.decode("cp1252", errors="replace")
    return decoded.isalpha() or decoded in "’‘“”–—…"  # noqa: RUF001 - the usual typographic marks


def _split_off_hint(text: str, sheet: Sheet) -> tuple[str, str]:
    """Drop a leading `sep=` line and choose the delimiter under which the required columns appear."""
    if text[:5].lower().startswith("sep=") and "\n" in text:
        hint, _, text = text.partition("\n")
        return text, hint.strip()[4:5] or ","
    return text, choose_delimiter(text.split("\n", 1)[0], sheet)


def choose_delimiter(first_line: str, sheet: Sheet) -> str:
    """Return the delimiter under which a header line names every required column, else a comma."""
    required = {normal(name) for name in sheet.required}
    for delimiter in _DELIMITERS:
        names = next(csv.reader([first_line.strip("\r\n")], delimiter=delimiter), [])
        if required <= {normal(name) for name in names}:
            return delimiter
    return ","


def _records(text: str, delimiter: str, file: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    opened = 0
    try:
        for record in reader:
            opened = reader.line_num
            if record:
                yield record
    except csv.Error as error:
        raise InputRefusedError(
            file,
            f"a quotation mark opened in line {opened + 1} is never closed or stands in the wrong place.",
            "Mend that line; a quotation mark inside a value is written twice.",
        ) from error


def _fault(record: list[str], header: list[str], row: int) -> Reject | None:
    if len(record) != len(header):
        return Reject(row, "", f"the row has {len(record)} values, the header has {len(header)}")
    for name, value in zip(header, record, strict=True):
        if len(value) > _LONGEST:
            return Reject(
                row, name.strip(), f"the value has {len(value)} characters, more than {_LONGEST}"
            )
        if any("\ud800" <= character <= "\udfff" for character in value) and not value.isascii():
            return Reject(row, name.strip(), "the value is not valid UTF-8")
    return None
