"""An evidence folder into a database of raw rows and typed records, or a reason for each file.

The load goes to a temporary database beside the target; it is checkpointed, counted and
moved into place. A load that dies leaves the earlier database as it was.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from ecrl_audit import bulk, exports, folder, policy, readers, records, statements, zone
from ecrl_audit.database import append, dictionaries, open_writable, scalar
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.folder import PlannedFile, digest
from ecrl_audit.model import Reject, SourceReport
from ecrl_audit.readers import sheet_csv, sheet_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.model import Settings, Sheet
    from ecrl_audit.readers.sheet_table import TextTable

_KEPT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Every file of the load with its counts; `refused` are the ones that end the run with 4."""

    sources: tuple[SourceReport, ...]

    @property
    def refused(self) -> tuple[SourceReport, ...]:
        """Return the files that cannot be used as evidence."""
        return tuple(source for source in self.sources if source.status == "refused")


@dataclass(slots=True)
class _Source:
    """One source while it is being loaded."""

    source_id: int
    file: str
    sheet: str
    format: str
    channel: str | None
    sha256: str
    bytes: int
    status: str
    why: str
    seen: int
    encoding: str
    ignored_columns: str
    folder: str


class _Load:
    """One load: the temporary database, the sources so far, the settings of the library."""

    def __init__(
        self,
        connection: Connection,
        evidence: Path,
        settings: Settings,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        self.connection = connection
        self.progress = progress
        self.evidence = evidence
        self.settings = settings
        self.sources: list[_Source] = []
        self.next_id = 1 + (scalar(connection, "select max(source_id) from source_file") or 0)

    def bytes_read(self, file: PlannedFile) -> Callable[[int], None] | None:
        """Return what shows how far a file has been read, None when nobody watches."""
        if self.progress is None:
            return None
        say, size = self.progress, max(1, file.path.stat().st_size)
        return lambda done: say(f"{file.name} {min(100, 100 * done // size)} %")

    def add(self, file: PlannedFile, form: str, status: str, why: str = "", **more: object) -> _Source:
        """Register one source under the next number."""
        content_digest = digest(file.path) if status != "refused" or file.path.is_file() else ""
        size = file.path.stat().st_size if file.path.is_file() and not file.path.is_symlink() else 0
        source = _Source(
            source_id=self.next_id,
            file=file.name,
            sheet=str(more.get("sheet", "")),
            format=form,
            channel=file.channel,
            sha256=content_digest if not file.path.is_symlink() else "",
            bytes=size,
            status=status,
            why=why,
            seen=int(str(more.get("seen", 0))),
            encoding=str(more.get("encoding", "")),
            ignored_columns=str(more.get("ignored_columns", "")),
            folder=str(self.evidence.resolve()),
        )
        self.next_id += 1
        self.sources.append(source)
        return source


def load(evidence: Path, target: Path, progress: Callable[[str], None] | None = None) -> LoadReport:
    """Load an evidence folder into the database `target`, replacing what it held of that folder.

    Raises UsageError for a malformed audit.toml, InputRefusedError when the folder cannot be
    read, DatabaseBusyError when another process holds the database. Refused files are in the
    report: nothing of them is loaded, the others are.
    """
    files = folder.plan(evidence)
    settings = policy.read_settings(evidence / folder.SETTINGS_FILE)
    target.parent.mkdir(parents=True, exist_ok=True)
    held = open_writable(target) if target.exists() else None
    partial = target.with_name(f"{target.name}.partial-{os.getpid()}")
    try:
        if held is not None:
            held.execute("checkpoint")
            shutil.copyfile(target, partial)
        report = _load_into(partial, evidence, files, settings, progress)
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
    os.replace(partial, target)  # noqa: PTH105 - the atomic call by its name
    directory = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _load_into(
    partial: Path,
    evidence: Path,
    files: list[PlannedFile],
    settings: Settings,
    progress: Callable[[str], None] | None,
) -> LoadReport:
    connection = open_writable(partial)
    try:
        create_tables(connection)
        run = _Load(connection, evidence, settings, progress)
        _forget(connection, str(evidence.resolve()), [file.name for file in files])
        for file in files:
            if progress is not None:
                progress(file.name)
            _load_file(run, file)
        _settle_others(run, [file for file in files if file.kind == "other"])
        report = finish(run.connection, run.sources, settings)
        connection.execute("checkpoint")
    finally:
        connection.close()
    return report


def create_tables(connection: Connection) -> None:
    """Make the tables of queries/tables and the raw table of every sheet."""
    for file in statements.sql_files("tables"):
        connection.execute(file.sql)
    records.create_raw_tables(connection, statements.sheets().values())


def _forget(connection: Connection, root: str, names: list[str]) -> None:
    """Drop what an earlier load of this folder, or of a file of the same path, brought."""
    stale = connection.execute(
        "select source_id from source_file where folder = ? or list_contains(?, file)", [root, names]
    ).fetchall()
    ids = [row[0] for row in stale]
    tables = [f"raw_{name}" for name in statements.sheets()] + ["source_file", "unread_row", "declared_count", "member_count"]
    for table in tables:
        connection.execute(f"delete from {table} where list_contains(?, source_id)", [ids])


def _load_file(run: _Load, file: PlannedFile) -> None:
    if file.kind == "refused":
        run.add(file, "", "refused", file.why)
    elif file.kind == "ignored":
        run.add(file, "", "ignored", file.why)
    elif file.kind in ("settings", "responses"):
        run.add(file, file.kind, "ignored", "read as settings, not as evidence")
    elif file.kind != "other":
        try:
            {"sheet": _load_sheet, "workbook": _load_workbook, "export": _load_export}[file.kind](run, file)
        except InputRefusedError as error:
            run.add(file, _format_of(file), "refused", f"{error.why} {error.what_to_do}".strip())


def _format_of(file: PlannedFile) -> str:
    return f"logbook.{file.sheet}" if file.kind == "sheet" else file.kind


def _load_sheet(run: _Load, file: PlannedFile) -> None:
    sheet = statements.sheets()[file.sheet]
    if file.path.stat().st_size > bulk.LARGE and _load_large(run, file, sheet):
        return
    content = file.path.read_bytes()
    table = sheet_csv.read(sheet, content, file.name)
    _keep_table(run, file, sheet, table)
    _keep_bytes(run, content)


def _load_large(run: _Load, file: PlannedFile, sheet: Sheet) -> bool:
    read = bulk.load_large(run.connection, file.path, sheet, file.name, run.next_id)
    if read is None:
        return False
    seen, ignored = read
    listed = ", ".join(name for name in ignored if name)
    run.add(
        file, f"logbook.{sheet.name}", "loaded", sheet=sheet.name, seen=seen, encoding="utf-8", ignored_columns=listed
    )
    return True


def _load_workbook(run: _Load, file: PlannedFile) -> None:
    content = file.path.read_bytes()
    tables, unknown = sheet_xlsx.read(statements.sheets(), content, file.name)
    both = sorted(set(tables) & {f.sheet for f in folder.plan(run.evidence) if f.kind == "sheet"})
    if both:
        raise InputRefusedError(
            file.name, f"brings the sheet {both[0]}, which also is a CSV file.", "Keep one of the two."
        )
    for name, table in tables.items():
        _keep_table(run, file, statements.sheets()[name], table)
    for name in unknown:
        run.add(file, "", "ignored", f"sheet {name!r} is no sheet of the logbook", sheet=name)
    _keep_bytes(run, content)


def _keep_table(run: _Load, file: PlannedFile, sheet: Sheet, table: TextTable) -> None:
    source = run.add(
        file,
        f"logbook.{sheet.name}",
        "loaded",
        sheet=sheet.name,
        seen=table.seen,
        encoding=table.encoding,
        ignored_columns=", ".join(name for name in table.ignored_columns if name),
    )
    rows = [(source.source_id, row, None, *values) for row, values in table.rows]
    append(run.connection, f"raw_{sheet.name}", rows)
    append(run.connection, "unread_row", [_unread(source, reject) for reject in table.rejects])


def _unread(source: _Source, reject: Reject) -> tuple[int, int, str, str, str]:
    return (source.source_id, reject.row, "quarantined", reject.column, reject.why)


def _keep_bytes(run: _Load, content: bytes) -> None:
    if len(content) <= _KEPT_BYTES:
        sha256 = run.sources[-1].sha256
        if not scalar(run.connection, "select count(*) from source_content where sha256 = ?", sha256):
            run.connection.execute("insert into source_content values (?, ?)", [sha256, content])


def _load_export(run: _Load, file: PlannedFile) -> None:
    try:
        fmt = readers.recognise(file.path, exports.formats())
    except readers.FileIgnored as left:
        run.add(file, "", "ignored", left.why)
        return
    read = exports.read_raw(run.connection, file.path, fmt, run.bytes_read(file))
    setting = next((e for e in run.settings.exports if e.path == file.name), None)
    beside = readers.exported_beside(file.path, exports.formats())
    source = run.add(file, fmt.id, "loaded", "; ".join(fmt.cannot_prove), seen=read.seen)
    append(
        run.connection,
        "unread_row",
        [(source.source_id, row, "quarantined", "", why) for row, why in read.flaws if row],
    )
    exports.fill_sheets(run.connection, fmt, source.source_id, (file.channel or "", file.name, beside), setting)


def _settle_others(run: _Load, files: list[PlannedFile]) -> None:
    """A file that a sheet refers to is a kept copy; any other unknown file is refused."""
    referred = _references(run.connection)
    for file in files:
        if file.name in referred or file.name.rsplit("/", 1)[-1] in referred:
            run.add(file, "evidence copy", "evidence copy", "referred to by the logbook")
        else:
            run.add(file, "", "refused", "is no sheet, no export and no copy that the logbook refers to.")


def _references(connection: Connection) -> set[str]:
    found: set[str] = set()
    for sheet in statements.sheets().values():
        for column in sheet.columns:
            if column.name in ("file", "document", "disposal_record", "identity_link"):
                rows = connection.execute(
                    f'select distinct trim("{column.name}") from raw_{sheet.name}'
                    f' where "{column.name}" is not null'
                ).fetchall()
                found.update(row[0].removeprefix("./") for row in rows)
    return found


def finish(connection: Connection, sources: list[_Source], settings: Settings) -> LoadReport:
    """Type every sheet, count every file and store the settings; the end of each load."""
    zone.create_local_day(connection, settings.time_zone)
    earlier = dictionaries(
        connection,
        "select source_id, file, sheet, format, channel, sha256, bytes, status, why, seen, encoding,"
        " ignored_columns, folder from source_file order by source_id",
    )
    everything = [*(_Source(**row) for row in earlier), *sources]
    connection.execute("create or replace table source (source_id bigint not null, is_logbook boolean not null)")
    append(connection, "source", [(s.source_id, s.format.startswith("logbook.")) for s in everything])
    records.type_all(connection, statements.sheets().values())
    counts = records.file_counts(connection)
    connection.execute("delete from source_file")
    append(connection, "source_file", [_stored(s, counts.get(s.source_id, {})) for s in everything])
    _remember_versions(connection)
    _store_settings(connection, settings)
    _store_clauses(connection)
    return LoadReport(reports(connection, [s.source_id for s in sources]))


def _stored(source: _Source, counts: dict[str, int]) -> tuple[object, ...]:
    values = asdict(source)
    filled = {name: counts.get(name, 0) for name in ("loaded", "quarantined", "duplicate", "out_of_scope")}
    head = ("source_id", "file", "sheet", "format", "channel", "sha256", "bytes", "status", "why", "seen")
    tail = ("encoding", "ignored_columns", "folder")
    return (*(values[k] for k in head), *filled.values(), *(values[k] for k in tail))


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


def _remember_versions(connection: Connection) -> None:
    """Keep the digest of every version of every keyed logbook row that was ever loaded."""
    load_no = 1 + (scalar(connection, "select max(load_no) from row_version") or 0)
    for sheet in statements.sheets().values():
        whole = " || chr(31) || ".join(f"coalesce(trim(w.\"{c.name}\"), '')" for c in sheet.columns)
        connection.execute(
            f"insert into row_version select distinct ?, r.key_text, md5({whole}), ? from raw_{sheet.name} as w"
            f" join record_{sheet.name} as r on r.rec = w.source_id * {records._FACTOR} + w.row"  # noqa: SLF001
            " where r.brought_by = 'logbook' and not exists (select 1 from row_version as v where v.sheet = ?"
            f" and v.key_text = r.key_text and v.digest = md5({whole})) order by all",
            [sheet.name, load_no, sheet.name],
        )


def _store_settings(connection: Connection, settings: Settings) -> None:
    connection.execute("delete from setting")
    values = [
        ("library_name", settings.library_name),
        ("time_zone", settings.time_zone),
        ("fiscal_year_start", settings.fiscal_year_start),
        ("engagement_type", settings.engagement),
    ]
    append(connection, "setting", values)
    connection.execute("delete from parameter_value")
    append(connection, "parameter_value", [tuple(asdict(p).values()) for p in settings.parameters])


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
    if not scalar(connection, "select count(*) from information_schema.tables where table_name = 'setting'"):
        raise InputRefusedError("the database", "holds no load.", "Run ecrl-audit load first.")
    stored = dict(connection.execute("select name, value from setting").fetchall())
    parameters = dictionaries(connection, "select * from parameter_value")
    default = policy.read_settings(policy.assets.folder("queries") / "no-such-file")
    return replace(
        default,
        library_name=stored["library_name"],
        time_zone=stored["time_zone"],
        fiscal_year_start=stored["fiscal_year_start"],
        engagement=stored["engagement_type"],
        parameters=tuple(policy.ParameterValue(**row) for row in parameters),
    )


def as_document(sources: tuple[SourceReport, ...]) -> str:
    """Return the schema and sources parts of the result document as JSON."""
    return json.dumps({"schema": 1, "sources": [source_entry(s) for s in sources]}, ensure_ascii=False, indent=1)


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
