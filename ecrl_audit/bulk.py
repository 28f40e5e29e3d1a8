"""A large CSV file of a sheet into its raw table by DuckDB's own reader, where that can be trusted.

One pass, every column text, the record number from the row's position. Whatever the reader
rejects or cannot reconcile is left to the exact reader: this one returns None and has
stored nothing.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from ecrl_audit.database import DatabaseError, scalar
from ecrl_audit.readers.sheet_csv import choose_delimiter
from ecrl_audit.readers.sheet_table import header_positions

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.model import Sheet

LARGE = 8 * 1024 * 1024
_CHUNK = 1 << 20


def load_large(
    connection: Connection, path: Path, sheet: Sheet, file: str, source_id: int
) -> tuple[int, tuple[str, ...]] | None:
    """Fill `raw_<sheet>` from a UTF-8 CSV file; return the records and the ignored columns.

    None means: not trusted here, read it exactly. Raises InputRefusedError for a wrong header.
    """
    head = _header(path)
    if head is None:
        return None
    delimiter = choose_delimiter(head, sheet)
    header = next(csv.reader([head.rstrip("\r\n")], delimiter=delimiter), [])
    positions, ignored = header_positions(sheet, header, file)
    columns = ", ".join("null" if p is None else f"c{p}" for p in positions)
    try:
        count = _copied(connection, path, _read(path, header, delimiter))
        if count is None:
            return None
        connection.execute(
            f"insert into raw_{sheet.name} select {source_id}, rowid + 1, null, {columns} from bulk order by rowid"
        )
    except DatabaseError:
        return None
    finally:
        for table in ("bulk", "reject_errors", "reject_scans"):
            connection.execute(f"drop table if exists {table}")
    return count, ignored


def _copied(connection: Connection, path: Path, read: str) -> int | None:
    """Read the file into the table `bulk`; None when a record was rejected or is not accounted for."""
    connection.execute(read)
    if scalar(connection, "select count(*) from reject_errors"):
        return None
    count = int(scalar(connection, "select count(*) from bulk"))
    return count if _reconciles(path, count) else None


def _header(path: Path) -> str | None:
    """Return the first line of a UTF-8 file, None when it is not plain UTF-8 or holds a quoted break."""
    with path.open("rb") as stream:
        line = stream.readline(_CHUNK)
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    is_plain = (
        text.count('"') % 2 == 0 and not text.lower().startswith("sep=") and text.endswith("\n")
    )
    return text if is_plain and "\x00" not in text else None


def _read(path: Path, header: list[str], delimiter: str) -> str:
    columns = ", ".join(f"'c{n}': 'VARCHAR'" for n in range(len(header)))
    name = str(path).replace("'", "''")
    return (
        f"create or replace temp table bulk as select * from read_csv('{name}', columns = {{{columns}}},"
        f" delim = '{delimiter}', quote = '\"', escape = '\"', header = true, auto_detect = false,"
        " store_rejects = true, rejects_limit = 0, nullstr = '', strict_mode = true,"
        " max_line_size = 4000000, allow_quoted_nulls = true)"
    )


def _reconciles(path: Path, count: int) -> bool:
    """Say whether the records read can be all there are: each is a line, unless quotes hold breaks."""
    lines = quotes = 0
    last = b""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            lines += chunk.count(b"\n")
            quotes += chunk.count(b'"')
            last = chunk[-1:]
    lines += last not in (b"\n", b"")
    return count + 1 <= lines and (quotes > 0 or count + 1 == lines)
