"""What a load stored, read back: what became of each file, and the settings of the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ecrl_audit import settings
from ecrl_audit.database import dictionaries, open_writable, scalar
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.model import ParameterValue, Reject, SourceReport

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.model import Settings


def reports(connection: Connection, ids: list[int] | None = None) -> tuple[SourceReport, ...]:
    """Return what became of each file, in file order; all files when no ids are given."""
    rows = dictionaries(
        connection,
        "select source_id, file, sheet, format, channel, sha256, status, why, seen, loaded, quarantined,"
        " duplicate, out_of_scope from source_file"
        + ("" if ids is None else " where list_contains($1, source_id)")
        + " order by file, sheet, source_id",
        *([] if ids is None else [ids]),
    )
    rejects: dict[int, list[Reject]] = {}
    for source_id, row, column, why in connection.execute(
        "select source_id, row, column_name, why from source_reject order by all"
    ).fetchall():
        rejects.setdefault(source_id, []).append(Reject(row, column, why))
    return tuple(
        SourceReport(
            **{k: v for k, v in row.items() if k != "source_id"},
            rejects=tuple(rejects.get(row["source_id"], ())),
        )
        for row in rows
    )


def stored_settings(database: Path) -> Settings:
    """Return the stored settings; raises InputRefusedError when there is no loaded database."""
    if not database.is_file():
        raise InputRefusedError(str(database), "does not exist.", "Run ecrl-audit load first.")
    connection = open_writable(database)
    try:
        return settings_of(connection)
    finally:
        connection.close()


def settings_of(connection: Connection) -> Settings:
    """Return the settings that the last load stored; raises InputRefusedError without a load."""
    if not scalar(
        connection, "select count(*) from information_schema.tables where table_name = 'setting'"
    ):
        raise InputRefusedError("the database", "holds no load.", "Run ecrl-audit load first.")
    stored = dict(connection.execute("select name, value from setting").fetchall())
    parameters = dictionaries(connection, "select * from parameter_value")
    return replace(
        settings.default_settings(),
        library_name=stored["library_name"],
        time_zone=stored["time_zone"],
        fiscal_year_start=stored["fiscal_year_start"],
        engagement=stored["engagement_type"],
        parameters=tuple(ParameterValue(**row) for row in parameters),
    )


def source_entry(source: SourceReport) -> dict[str, object]:
    """Return one source as the result document wants it."""
    entry: dict[str, object] = {
        "file": source.file,
        "sha256": source.sha256,
        "format": source.format,
        "channel": source.channel,
        "status": source.status,
        "why": source.why,
        "seen": source.seen,
        "loaded": source.loaded,
        "quarantined": source.quarantined,
        "duplicate": source.duplicate,
        "out_of_scope": source.out_of_scope,
        "rejects": [{"row": r.row, "column": r.column, "why": r.why} for r in source.rejects],
    }
    if source.sheet:
        entry["sheet"] = source.sheet
    return entry
