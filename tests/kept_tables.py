"""The tables that a load or an earlier run leaves, as a case gives them: text cells into rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ecrl_audit.database import append

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ecrl_audit.database import Connection

BEFORE_TYPING = ("unread_row", "declared_count", "member_count")
AFTER_TYPING = (
    "source_file",
    "source_reject",
    "source_content",
    "row_version",
    "clause",
    "setting",
    "parameter_value",
    "audit_run",
    "control_result",
    "item_result",
    "run_parameter",
    "run_source",
)
_CHANGED_IN_PLACE = ("source_file", "parameter_value")
_DEFAULTS: dict[str, object] = {
    "VARCHAR": "",
    "BIGINT": 0,
    "INTEGER": 0,
    "BOOLEAN": False,
    "BLOB": b"",
    "DATE": date(2026, 1, 1),
    "TIMESTAMP": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None),
}
Rows = list[dict[str, str]]


def fill(connection: Connection, tables: Mapping[str, Rows], names: Iterable[str]) -> None:
    """Put the rows of a case into the tables named; a table without rows is emptied."""
    for name in names:
        if name in tables and not tables[name]:
            connection.execute(f"delete from {name}")
        for row in tables.get(name, []):
            _put(connection, name, row)


def _put(connection: Connection, name: str, row: dict[str, str]) -> None:
    key = next(iter(row))
    if name in _CHANGED_IN_PLACE and _is_there(connection, name, key, row[key]):
        given = {column: cell for column, cell in row.items() if cell}
        cells = ", ".join(f"{column} = ?" for column in given)
        statement = f"update {name} set {cells} where {key} = ?"
        connection.execute(statement, [*given.values(), row[key]])
    else:
        described = connection.execute(f"describe {name}").fetchall()
        values = [_value(row.get(column[0], ""), column[1], column[2]) for column in described]
        append(connection, name, [tuple(values)])


def _is_there(connection: Connection, name: str, key: str, value: str) -> bool:
    statement = f"select 1 from {name} where {key} = ?"
    return connection.execute(statement, [value]).fetchone() is not None


def _value(cell: str, kind: str, is_null: str) -> object:
    """Return a cell as a value of the column's type; a blank one as null, else the default."""
    if kind.endswith("[]"):
        return [part for part in cell.split(";") if part]
    if not cell:
        return None if is_null == "YES" else _DEFAULTS[kind]
    if kind in ("BIGINT", "INTEGER"):
        return int(cell)
    if kind == "BOOLEAN":
        return cell == "true"
    if kind in ("DATE", "TIMESTAMP"):
        return datetime.fromisoformat(cell)
    return cell
