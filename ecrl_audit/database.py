"""The DuckDB connection, sealed; the only module that imports duckdb."""

from __future__ import annotations

import contextlib
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from ecrl_audit.errors import (
    AuditError,
    DatabaseBusyError,
    EnvironmentLacksError,
    InputRefusedError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "allow_persistent_secrets": "false",
}
_MOST_AT_ONCE = 4
_MEMORY = "1GB"  # of a load, however large its files; more is kept on disk beside the database
_SMALL_BYTES = 64 * 1024 * 1024
_HOLDER = re.compile(r"PID (\d+)")

Connection = duckdb.DuckDBPyConnection
DatabaseError = duckdb.Error
Row = tuple[Any, ...]
Thing = TypeVar("Thing")
Found = TypeVar("Found")


def open_writable(path: Path | str) -> Connection:
    """Open or create a database for one writer in the fixed session of the audit.

    Raises DatabaseBusyError when another process holds the file, InputRefusedError when
    the file is not a readable database.
    """
    connection = _connect(str(path))
    _prepare_session(connection)
    connection.execute(f"set memory_limit='{_MEMORY}'")
    return connection


def open_sealed(path: Path | str) -> Connection:
    """Open a database read-only behind an in-memory one, with every door shut.

    Names resolve to the attached file; only temporary objects of the catalogue `memory`
    can be written. No file, network, extension or setting can be reached any more. A small
    file has one thread: `side_by_side` uses the processors better than one small query can.
    """
    connection = _connect(":memory:")
    _prepare_session(connection)
    if _is_small(Path(path)):
        connection.execute("set threads=1")
    connection.execute(f"attach '{_quoted(path)}' as audit (read_only)")
    connection.execute("set enable_external_access=false")
    connection.execute("use audit.main")
    connection.execute("set lock_configuration=true")
    return connection


def _is_small(path: Path) -> bool:
    return path.is_file() and path.stat().st_size < _SMALL_BYTES


def _quoted(path: Path | str) -> str:
    return str(path).replace("'", "''")


def _connect(target: str) -> Connection:
    try:
        return duckdb.connect(target, config=dict(_CLOSED))
    except duckdb.IOException as error:
        raise _explained(target, str(error)) from error
    except duckdb.Error as error:
        raise InputRefusedError(
            target, "is not a database this program can read.", "Name another file with --db."
        ) from error


def _explained(target: str, message: str) -> AuditError:
    holder = _HOLDER.search(message)
    if "lock" in message.lower():
        who = f"process {holder.group(1)}" if holder else "another process"
        return DatabaseBusyError(f"{target} is held by {who}. Wait for it, or end it.")
    if "not a valid DuckDB" in message or "rialization" in message or "checksum" in message.lower():
        return InputRefusedError(target, "is not a database this program can read.")
    return EnvironmentLacksError(
        f"{target} cannot be opened: check the folder and its permissions."
    )


def _prepare_session(connection: Connection) -> None:
    for setting in (
        "set global TimeZone='UTC'",
        "set preserve_insertion_order=true",
        "set python_enable_replacements=false",
        "set python_scan_all_frames=false",
        "set enable_progress_bar=false",
        "set errors_as_json=false",
    ):
        connection.execute(setting)


@contextlib.contextmanager
def opened(path: Path | str) -> Iterator[Connection]:
    """Open a database for writing and close it afterwards."""
    connection = open_writable(path)
    try:
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def sealed(path: Path | str) -> Iterator[Connection]:
    """Open a database behind the read-only door and close it afterwards."""
    connection = open_sealed(path)
    try:
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it."""
    connection.execute("begin")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def in_turn(
    connection: Connection, work: Callable[[Connection, Thing], Found], things: Sequence[Thing]
) -> list[Found]:
    """Do the work on one thing after the other, on one connection."""
    return [work(connection, thing) for thing in things]


def side_by_side(
    connection: Connection, work: Callable[[Connection, Thing], Found], things: Sequence[Thing]
) -> list[Found]:
    """Do the same work on each thing, several at once; what was found, in their order.

    Every piece of work has a connection of its own to the same database, with temporary
    objects of its own; none may rest on what another leaves there, and none sees what a
    transaction that is still open has written.
    """
    place = scalar(connection, "select current_catalog() || '.' || current_schema()")
    free: SimpleQueue[Connection] = SimpleQueue()
    many = max(1, min(os.cpu_count() or 1, _MOST_AT_ONCE, len(things)))
    for _ in range(many):
        cursor = connection.cursor()
        cursor.execute(f"use {place}")
        free.put(cursor)

    def done(thing: Thing) -> Found:
        cursor = free.get()
        try:
            return work(cursor, thing)
        finally:
            free.put(cursor)

    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(done, things))


def append(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Append rows to a table in column order; an empty sequence does nothing."""
    if not rows:
        return
    appender = connection.appender(table)
    appender.append_rows(list(rows))
    appender.flush()


def dictionaries(connection: Connection, sql: str, *values: object) -> list[dict[str, Any]]:
    """Run one statement and return its rows as dictionaries by column name."""
    result = connection.execute(sql, list(values))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def scalar(connection: Connection, sql: str, *values: object) -> Any:  # noqa: ANN401 - any type of cell
    """Run one statement and return the first cell of its first row, None if there is none."""
    given = values[0] if len(values) == 1 and isinstance(values[0], dict) else list(values)
    rows = connection.execute(sql, given).fetchall()
    return rows[0][0] if rows else None


def single_select(sql: str) -> str | None:
    """Say why a text is not exactly one SELECT statement; None when it is."""
    try:
        found = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        return str(error).splitlines()[0]
    if len(found) != 1:
        return f"holds {len(found)} statements, one is wanted"
    if found[0].type != duckdb.StatementType.SELECT:
        return "is not a SELECT"
    return None
