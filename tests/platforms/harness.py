"""One export through its reader and its statements, in a database in memory, with the books kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from ecrl_audit.exports import OWN_ACCOUNT
from ecrl_audit.readers import read_formats, recognise, records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecrl_audit.readers import PlatformFormat, Record

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FORMATS = read_formats(ROOT / "queries" / "platforms")
Row = dict[str, Any]
_THIS_FILE = ("channel", "file", "exported_at", "time_zone", "covers_from", "covers_to", "account")


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

    def column(self, sheet: str, name: str) -> list[Any]:
        """Return one column of a sheet in the order of its records."""
        return [row.get(name) for row in self.rows(sheet)]


def put(folder: Path, name: str, content: str | bytes | object) -> Path:
    """Write a file: text and bytes as they are, anything else as JSON."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_bytes(text.encode("utf-8"))
    return path


def load(
    path: Path,
    encoding: str | None = None,
    formats: Sequence[PlatformFormat] = FORMATS,
    **this_file: str,
) -> Loaded:
    """Read an export and run its statements; every record must lead somewhere."""
    fmt = recognise(path, formats)
    found = list(records(path, fmt, encoding=encoding))
    counted = [record.row for record in found if record.row]
    assert counted == list(range(1, len(counted) + 1))
    loaded = Loaded(fmt, found, _sheets(fmt, found, {"file": path.name, **this_file}))
    led = {row["row"] for rows in loaded.sheets.values() for row in rows}
    lost = [r for r in found if r.row and not r.flaw and r.row not in led]
    assert lost == []
    assert all(row["why"] for row in loaded.sheets.get("out_of_scope", []))
    return loaded


def create_inputs(
    connection: duckdb.DuckDBPyConnection,
    this_file: Mapping[str, str],
    found: Sequence[Record] = (),
) -> None:
    """Create the two relations that the statements of a format read."""
    connection.execute(
        "create table raw (rec_row bigint, kind varchar, member varchar, body varchar)"
    )
    connection.execute(f"create table this_file ({' varchar, '.join(_THIS_FILE)} varchar)")
    given = [this_file.get(name) for name in _THIS_FILE]
    connection.execute("insert into this_file values (?, ?, ?, ?, ?, ?, ?)", given)
    connection.execute(OWN_ACCOUNT)
    bodies = [(r.row, r.kind, r.member, json.dumps(r.body)) for r in found if not r.flaw]
    if bodies:
        connection.executemany("insert into raw values (?, ?, ?, ?)", bodies)


def _sheets(
    fmt: PlatformFormat, found: list[Record], this_file: dict[str, str]
) -> dict[str, list[Row]]:
    with duckdb.connect(config={"threads": 1}) as connection:
        create_inputs(connection, {"channel": "the-channel", **this_file}, found)
        return {section.fills: _rows(connection, section.query) for section in fmt.sections}


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return sorted(rows, key=lambda row: (row["row"], str(row)))


def everything(loaded: Loaded) -> str:
    """Return all that an export put into records and sheets, to be searched for canaries."""
    bodies = json.dumps([record.body for record in loaded.records], ensure_ascii=False)
    return bodies + json.dumps(loaded.sheets, ensure_ascii=False)
