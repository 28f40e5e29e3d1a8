"""An evidence folder into a database of raw rows and typed records, or a reason for each file.

The load goes to a temporary database beside the target; it is checkpointed, counted and
moved into place. A load that dies leaves the earlier database as it was.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from ecrl_audit import (
    exports,
    folder,
    intake,
    policy,
    records,
    secret,
    settings,
    statements,
    stored,
    typed,
    zone,
)
from ecrl_audit.database import (
    append,
    dictionaries,
    open_writable,
    opened,
    scalar,
    side_by_side,
    transaction,
)
from ecrl_audit.intake import Intake, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.folder import PlannedFile
    from ecrl_audit.model import Settings, SourceReport

_OF_A_SOURCE = (
    "source_file",
    "unread_row",
    "declared_count",
    "listed_file",
    "member_count",
    "source_limit",
    "response",
)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Every file of the load with its counts; `refused` are the ones that end the run with 4."""

    sources: tuple[SourceReport, ...]

    @property
    def refused(self) -> tuple[SourceReport, ...]:
        """Return the files that cannot be used as evidence."""
        return tuple(source for source in self.sources if source.status == "refused")


def load(evidence: Path, target: Path, say: Callable[[str], None] = lambda _: None) -> LoadReport:
    """Load an evidence folder into the database `target`, replacing what it held of that folder.

    Raises UsageError for a malformed audit.toml, InputRefusedError when the folder cannot be
    read, DatabaseBusyError when another process holds the database. Refused files are in the
    report: nothing of them is loaded, the others are.
    """
    files = folder.plan(evidence)
    given = settings.read_settings(evidence / folder.SETTINGS_FILE)
    zone.zone(given.time_zone)
    target.parent.mkdir(parents=True, exist_ok=True)
    held = open_writable(target) if target.exists() else None
    partial = target.with_name(f"{target.name}.partial-{os.getpid()}")
    try:
        if held is not None:
            held.execute("checkpoint")
            shutil.copyfile(target, partial)
        report = _load_into(partial, evidence, files, given, say)
        _move_into_place(partial, target)
    finally:
        if held is not None:
            held.close()
        for leftover in (partial, partial.with_name(f"{partial.name}.wal")):
            with suppress(FileNotFoundError):
                leftover.unlink()
    return report


def _move_into_place(partial: Path, target: Path) -> None:
    with partial.open("rb") as stream:
        os.fsync(stream.fileno())
    partial.replace(target)
    directory = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _load_into(
    partial: Path,
    evidence: Path,
    files: list[PlannedFile],
    given: Settings,
    say: Callable[[str], None],
) -> LoadReport:
    csv_sheets = frozenset(file.sheet for file in files if file.kind == "sheet")
    with opened(partial) as connection:
        with transaction(connection):
            create_tables(connection)
            _forget(connection, str(evidence.resolve()), [file.name for file in files])
        formats = exports.all_formats([file.path for file in files if file.kind == "mapping"])
        under_way = Intake(connection, evidence, given, say, csv_sheets, formats)
        for file in files:
            say(f"loading {file.name}")
            intake.take(under_way, file)
        intake.settle_others(under_way, [file for file in files if file.kind == "other"])
        say("giving every value its type")
        everything = _type(connection, under_way.sources, given)
        with transaction(connection):
            report = _finish(connection, under_way.sources, everything, given)
        connection.execute("checkpoint")
    return report


def create_tables(connection: Connection) -> None:
    """Make the tables of queries/tables and the raw table of every sheet."""
    for file in statements.sql_files("tables"):
        connection.execute(file.sql)
    records.create_raw_tables(connection, statements.sheets().values())


def _forget(connection: Connection, root: str, names: list[str]) -> None:
    """Drop what an earlier load of this folder, or of a file of the same path, brought."""
    stale = connection.execute(
        "select source_id from source_file where folder = ? or list_contains(?, file)",
        [root, names],
    ).fetchall()
    ids = [row[0] for row in stale]
    for table in (*(f"raw_{name}" for name in statements.sheets()), *_OF_A_SOURCE):
        connection.execute(f"delete from {table} where list_contains(?, source_id)", [ids])


def _type(connection: Connection, sources: list[Source], given: Settings) -> list[Source]:
    """Type every sheet; return the files of this load and of earlier ones."""
    zone.create_local_day(connection, given.time_zone)
    names = ", ".join(Source.__dataclass_fields__)
    earlier = dictionaries(connection, f"select {names} from source_file order by source_id")
    everything = [*(Source(**row) for row in earlier), *sources]
    connection.execute(
        "create or replace table source (source_id bigint not null, is_logbook boolean not null)"
    )
    marks = [(s.source_id, s.format.startswith("logbook.")) for s in everything]
    append(connection, "source", marks)
    records.type_all(connection, tuple(statements.sheets().values()), side_by_side)
    return everything


def _finish(
    connection: Connection, sources: list[Source], everything: list[Source], given: Settings
) -> LoadReport:
    """Count every file and store the settings; the end of each load."""
    counts = records.file_counts(connection)
    connection.execute("delete from source_file")
    append(
        connection, "source_file", [_counted(s, counts.get(s.source_id, {})) for s in everything]
    )
    records.blank_private_words(connection)
    _remember_versions(connection)
    _store_settings(connection, given)
    _store_clauses(connection)
    return LoadReport(stored.reports(connection, [s.source_id for s in sources]))


def _counted(source: Source, counts: dict[str, int]) -> tuple[object, ...]:
    values = asdict(source)
    fates = ("loaded", "quarantined", "duplicate", "out_of_scope")
    last = ("encoding", "ignored_columns", "folder")
    first = [value for name, value in values.items() if name not in last]
    return (*first, *(counts.get(fate, 0) for fate in fates), *(values[name] for name in last))


def _remember_versions(connection: Connection) -> None:
    """Keep the digest of every version of every keyed logbook row that was ever loaded."""
    load_no = 1 + (scalar(connection, "select max(load_no) from row_version") or 0)
    for sheet in statements.sheets().values():
        if not scalar(connection, f"select count(*) from record_{sheet.name}"):
            continue
        cells = (f"coalesce(trim(w.\"{column.name}\"), '')" for column in sheet.columns)
        digest = f"md5({' || chr(31) || '.join(cells)})"
        connection.execute(
            f"insert into row_version with told as (select distinct r.key_text, {digest} as digest"
            f" from raw_{sheet.name} as w join record_{sheet.name} as r"
            f" on r.rec = w.source_id * {typed.RECORD_FACTOR} + w.row where r.brought_by = 'logbook')"
            " select $sheet, told.key_text, told.digest, $load_no from told where not exists ("
            "select 1 from row_version as v where v.sheet = $sheet and v.key_text = told.key_text"
            " and v.digest = told.digest) order by all",
            {"sheet": sheet.name, "load_no": load_no},
        )


def _store_settings(connection: Connection, given: Settings) -> None:
    connection.execute("delete from setting")
    values = [
        ("library_name", given.library_name),
        ("time_zone", given.time_zone),
        ("fiscal_year_start", given.fiscal_year_start),
        ("engagement_type", given.engagement),
    ]
    append(connection, "setting", values)
    connection.execute("delete from pseudonym_secret")
    append(connection, "pseudonym_secret", [(secret.series_secret(given.library_name),)])
    connection.execute("delete from parameter_value")
    append(connection, "parameter_value", [tuple(asdict(p).values()) for p in given.parameters])


def _store_clauses(connection: Connection) -> None:
    connection.execute("delete from clause")
    citing: dict[str, list[str]] = {}
    for control in statements.controls():
        for clause in control.clauses:
            citing.setdefault(clause, []).append(control.id)
    fields = ("section", "quotation", "gist", "who", "force", "mark", "note", "reason")
    rows = [
        (name, *(entry.get(field, "") for field in fields), citing.get(name, []))
        for name, entry in policy.clauses().items()
    ]
    append(connection, "clause", rows)
