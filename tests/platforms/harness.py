"""One export through its reader and its statements, in a database in memory, with the books kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from ecrl_audit.readers import read_formats, recognise, records

if TYPE_CHECKING:
    from ecrl_audit.readers import PlatformFormat, Record

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FORMATS = read_formats(ROOT / "queries" / "platforms")
BY_ID = {fmt.id: fmt for fmt in FORMATS}
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of one export: its records, and the rows of each sheet."""

    fmt: PlatformFormat
    records: list[Record]
    sheets: dict[str, list[Row]] = field(default_factory=dict)

    def kinds(self) -> dict[str, int]:
        """Return how many records of each kind were seen, the flawed left out."""
        names = [record.kind for record in self.records if record.row and not record.flaw]
        return {name: names.count(name) for name in sorted(set(names))}

    def flaws(self) -> list[tuple[int, str]]:
        """Return the records that are set aside, with the reason."""
        return [(record.row, record.flaw) for record in self.records if record.flaw]

    def rows(self, sheet: str) -> list[Row]:
        """Return the rows of a sheet, without the columns that are unknown."""
        rows = self.sheets.get(sheet, [])
        return [{name: value for name, value in row.items() if value is not None} for row in rows]

    def column(self, sheet: str, name: str) -> list[str | None]:
        """Return one column of a sheet in the order of its records."""
        return [row.get(name) for row in self.rows(sheet)]


def load(path: Path, encoding: str | None = None, **this_file: str) -> Loaded:
    """Read an export and run its statements; every record must lead somewhere."""
    fmt = recognise(path, FORMATS)
    found = list(records(path, fmt, encoding=encoding))
    assert [r.row for r in found if r.row] == list(range(1, sum(r.row > 0 for r in found) + 1))
    loaded = Loaded(fmt, found, _sheets(fmt, found, path, this_file))
    led = {row["row"] for rows in loaded.sheets.values() for row in rows}
    lost = [r for r in found if r.row and not r.flaw and r.row not in led]
    assert not lost, f"records that lead nowhere: {lost[:3]}"
    return loaded


def _sheets(
    fmt: PlatformFormat, found: list[Record], path: Path, this_file: dict[str, str]
) -> dict[str, list[Row]]:
    names = ("channel", "file", "exported_at", "time_zone", "covers_from", "covers_to")
    given = {"channel": "the-channel", "file": path.name, **this_file}
    with duckdb.connect() as connection:
        connection.execute(
            "create table raw (rec_row bigint, kind varchar, member varchar, body varchar)"
        )
        connection.execute(f"create table this_file ({' varchar, '.join(names)} varchar)")
        connection.execute(
            "insert into this_file values (?, ?, ?, ?, ?, ?)", [given.get(name) for name in names]
        )
        bodies = [(r.row, r.kind, r.member, json.dumps(r.body)) for r in found if not r.flaw]
        if bodies:
            connection.executemany("insert into raw values (?, ?, ?, ?)", bodies)
        return {section.fills: _rows(connection, section.query) for section in fmt.sections}


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return sorted(rows, key=lambda row: (row["row"], str(row)))


def everything(loaded: Loaded) -> str:
    """Return all that an export put into records and sheets, as one text to search for canaries."""
    bodies = json.dumps([record.body for record in loaded.records], ensure_ascii=False)
    return bodies + json.dumps(loaded.sheets, ensure_ascii=False)
