"""Exports of platforms into text records, one file at a time: bytes in, allow-listed fields out.

`recognise` finds the format of a file, `records` reads it. A reader may refuse a file after
having yielded records of it (a fault stands at its end); what it yielded is then to be dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.blobs import open_blobs
from ecrl_audit.readers.csv_records import csv_records
from ecrl_audit.readers.formats import read_format, read_formats
from ecrl_audit.readers.json_records import json_records
from ecrl_audit.readers.mapping import mapped_formats
from ecrl_audit.readers.markdown_records import markdown_records
from ecrl_audit.readers.recognition import recognise, unread_member
from ecrl_audit.readers.shapes import FileIgnored, PlatformFormat, Record, Section
from ecrl_audit.readers.xml_records import xml_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ecrl_audit.readers.shapes import Progress

__all__ = [
    "FileIgnored",
    "PlatformFormat",
    "Record",
    "Section",
    "account_beside",
    "exported_beside",
    "mapped_formats",
    "read_format",
    "read_formats",
    "recognise",
    "records",
    "unread",
]

_READERS = {
    "csv": csv_records,
    "javascript": json_records,
    "json": json_records,
    "markdown": markdown_records,
    "xml": xml_records,
}


def records(
    path: Path,
    fmt: PlatformFormat,
    progress: Progress | None = None,
    encoding: str | None = None,
) -> Iterator[Record]:
    """Yield the records of one export, a file or a ZIP, in the order they stand in it.

    `progress` is called with the bytes read; `encoding` is used only where no byte-order mark
    says otherwise. Raises InputRefusedError where the file breaks.
    """
    row = 0
    read = _READERS[fmt.container]
    with open_blobs(path, progress) as blobs:
        for blob in blobs:
            if blob.zipped and unread_member(fmt, blob):
                continue
            member = blob.name if blob.zipped else ""
            for kind, body, flaw, counted in read(blob, fmt, encoding):
                row += counted
                yield Record(row if counted else 0, kind, member, body, flaw)


def unread(path: Path, fmt: PlatformFormat) -> list[tuple[str, str]]:
    """Return the members of a ZIP that are left unread, each with the reason."""
    with open_blobs(path) as blobs:
        reasons = [(blob.name, unread_member(fmt, blob)) for blob in blobs if blob.zipped]
    return [(name, why) for name, why in reasons if why]


def exported_beside(path: Path, formats: tuple[PlatformFormat, ...]) -> str | None:
    """Return when an export was made, as the manifest in its folder says it; None if none does.

    For archives that were unpacked: each of their files stands alone, and only one knows.
    """
    told = (_told(path, fmt, fmt.beside) for fmt in formats if fmt.beside)
    return next((text for text in told if text), None)


def account_beside(path: Path, fmt: PlatformFormat) -> str | None:
    """Return the account an unpacked archive is of, as a file in the same folder says it."""
    told = (_told(path, fmt, place) for place in fmt.account_beside)
    return next((text for text in told if text), None)


def _told(path: Path, fmt: PlatformFormat, place: str) -> str | None:
    """Return what a file beside this one says: `place` is its name, a kind of record, a field."""
    name, kind, field = place.split(" ")
    neighbour = path.with_name(name)
    if not neighbour.is_file():
        return None
    try:
        found: list[object] = [r.body for r in records(neighbour, fmt) if r.kind == kind]
    except InputRefusedError:
        return None
    value = found[0] if found else None
    for step in field.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, str) and value else None
