"""One file of the evidence folder into raw rows, or the reason why it cannot be evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING

from ecrl_audit import bulk, exports, readers, responses, statements
from ecrl_audit.database import append, scalar
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.folder import PlannedFile, digest
from ecrl_audit.readers import sheet_csv, sheet_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.model import Reject, Settings, Sheet
    from ecrl_audit.readers.shapes import PlatformFormat
    from ecrl_audit.readers.sheet_table import TextTable

_KEPT_BYTES = 64 * 1024 * 1024
_REFERENCES = ("file", "document", "disposal_record", "identity_link")


@dataclass(frozen=True, slots=True)
class Source:
    """One source as it was found: a file, or one sheet of a workbook."""

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


@dataclass(slots=True)
class Intake:
    """One load under way: the temporary database, the settings and the sources so far."""

    connection: Connection
    evidence: Path
    settings: Settings
    say: Callable[[str], None]
    csv_sheets: frozenset[str]
    formats: tuple[PlatformFormat, ...]
    sources: list[Source] = field(default_factory=list)

    def next_id(self) -> int:
        """Return the number of the next source."""
        stored = scalar(self.connection, "select max(source_id) from source_file") or 0
        return max([int(stored), *(source.source_id for source in self.sources)]) + 1

    def add(
        self, file: PlannedFile, form: str, status: str, why: str = "", **more: object
    ) -> Source:
        """Register one source; `more` may give sheet, seen, encoding and ignored_columns."""
        is_file = file.path.is_file() and not file.path.is_symlink()
        source = Source(
            source_id=self.next_id(),
            file=file.name,
            sheet=str(more.get("sheet", "")),
            format=form,
            channel=file.channel,
            sha256=digest(file.path) if is_file else "",
            bytes=file.path.stat().st_size if is_file else 0,
            status=status,
            why=why,
            seen=int(str(more.get("seen", 0))),
            encoding=str(more.get("encoding", "")),
            ignored_columns=str(more.get("ignored_columns", "")),
            folder=str(self.evidence.resolve()),
        )
        self.sources.append(source)
        return source


def take(intake: Intake, file: PlannedFile) -> None:
    """Take in one file; one that cannot be evidence becomes a refused source."""
    if file.kind == "refused":
        intake.add(file, "", "refused", file.why)
    elif file.kind == "ignored":
        intake.add(file, "", "ignored", file.why)
    elif file.kind in ("settings", "mapping"):
        intake.add(file, file.kind, "ignored", "read as settings, not as evidence")
    elif file.kind != "other":
        take_evidence = {
            "sheet": _sheet,
            "workbook": _workbook,
            "export": _export,
            "responses": _responses,
        }[file.kind]
        try:
            take_evidence(intake, file)
        except InputRefusedError as error:
            form = f"logbook.{file.sheet}" if file.kind == "sheet" else file.kind
            intake.add(file, form, "refused", f"{error.why} {error.what_to_do}".strip())


def _sheet(intake: Intake, file: PlannedFile) -> None:
    sheet = statements.sheets()[file.sheet]
    if file.path.stat().st_size > bulk.LARGE and _large_sheet(intake, file, sheet):
        return
    content = file.path.read_bytes()
    _keep_table(intake, file, sheet, sheet_csv.read(sheet, content, file.name))
    _keep_bytes(intake, content)


def _responses(intake: Intake, file: PlannedFile) -> None:
    known = [control.id for control in statements.controls()]
    found = responses.read(file.path.read_bytes(), file.name, known)
    why = "management's responses, printed with the findings, not evidence"
    source = intake.add(file, "responses", "ignored", why)
    rows = [(source.source_id, *astuple(one)) for one in found]
    append(intake.connection, "response", rows)


def _large_sheet(intake: Intake, file: PlannedFile, sheet: Sheet) -> bool:
    read = bulk.load_large(intake.connection, file.path, sheet, file.name, intake.next_id())
    if read is None:
        return False
    seen, ignored = read
    intake.add(
        file,
        f"logbook.{sheet.name}",
        "loaded",
        sheet=sheet.name,
        seen=seen,
        encoding="utf-8",
        ignored_columns=", ".join(name for name in ignored if name),
    )
    return True


def _workbook(intake: Intake, file: PlannedFile) -> None:
    content = file.path.read_bytes()
    tables, unknown = sheet_xlsx.read(statements.sheets(), content, file.name)
    both = sorted(set(tables) & intake.csv_sheets)
    if both:
        why = f"brings the sheet {both[0]}, which also is a CSV file."
        raise InputRefusedError(file.name, why, "Keep one of the two.")
    for name, table in tables.items():
        _keep_table(intake, file, statements.sheets()[name], table)
    for name in unknown:
        intake.add(file, "", "ignored", f"sheet {name!r} is no sheet of the logbook", sheet=name)
    if intake.sources:
        _keep_bytes(intake, content)


def _keep_table(intake: Intake, file: PlannedFile, sheet: Sheet, table: TextTable) -> None:
    source = intake.add(
        file,
        f"logbook.{sheet.name}",
        "loaded",
        sheet=sheet.name,
        seen=table.seen,
        encoding=table.encoding,
        ignored_columns=", ".join(name for name in table.ignored_columns if name),
    )
    rows = [(source.source_id, row, None, *values) for row, values in table.rows]
    append(intake.connection, f"raw_{sheet.name}", rows)
    append(intake.connection, "unread_row", [_unread(source, reject) for reject in table.rejects])


def _unread(source: Source, reject: Reject) -> tuple[int, int, str, str, str]:
    return (source.source_id, reject.row, "quarantined", reject.column, reject.why)


def _keep_bytes(intake: Intake, content: bytes) -> None:
    """Keep the bytes as received under their digest, up to a size."""
    sha256 = intake.sources[-1].sha256
    known = scalar(
        intake.connection, "select count(*) from source_content where sha256 = ?", sha256
    )
    if len(content) <= _KEPT_BYTES and not known:
        intake.connection.execute("insert into source_content values (?, ?)", [sha256, content])


def _export(intake: Intake, file: PlannedFile) -> None:
    try:
        fmt = readers.recognise(file.path, intake.formats)
    except readers.FileIgnored as left:
        intake.add(file, "", "ignored", left.why)
        return
    size = max(1, file.path.stat().st_size)
    setting = next((e for e in intake.settings.exports if e.path == file.name), None)

    def progress(done: int) -> None:
        intake.say(f"loading {_bar(min(100, 100 * done // size))} {file.name}")

    read = exports.read_raw(intake.connection, file.path, fmt, setting, progress)
    beside = readers.exported_beside(file.path, intake.formats)
    source = intake.add(file, fmt.id, "loaded", _left_unread(file.path, fmt), seen=read.seen)
    flaws = [(source.source_id, row, "quarantined", "", why) for row, why in read.flaws if row]
    append(intake.connection, "unread_row", flaws)
    account = readers.account_beside(file.path, fmt)
    told = (file.channel or "", file.name, beside, account)
    exports.fill_sheets(intake.connection, fmt, source.source_id, told, setting)
    limits = [(source.source_id, place, text) for place, text in enumerate(fmt.cannot_prove)]
    append(intake.connection, "source_limit", limits)
    if size <= _KEPT_BYTES:
        _keep_bytes(intake, file.path.read_bytes())


def _bar(percent: int) -> str:
    """Return `[####      ]  40 %`."""
    return f"[{'#' * (percent // 10):10}] {percent:3} %"


def _left_unread(path: Path, fmt: PlatformFormat) -> str:
    """Return how many members of a ZIP were left unread for which reason; blank where none was."""
    reasons = Counter(why for _, why in readers.unread(path, fmt))
    counted = "; ".join(f"{number} x {why}" for why, number in sorted(reasons.items()))
    return f"left unread in it: {counted}" if counted else ""


def settle_others(intake: Intake, files: list[PlannedFile]) -> None:
    """A file that a sheet refers to is a kept copy; any other unknown file is refused."""
    referred = _references(intake.connection)
    for file in files:
        if file.name in referred or file.name.rsplit("/", 1)[-1] in referred:
            intake.add(file, "evidence copy", "evidence copy", "referred to by the logbook")
        else:
            why = "is no sheet, no export and no copy that the logbook refers to."
            intake.add(file, "", "refused", why)


def _references(connection: Connection) -> set[str]:
    found: set[str] = set()
    for sheet in statements.sheets().values():
        for column in sheet.columns:
            if column.name in _REFERENCES:
                rows = connection.execute(
                    f'select distinct trim("{column.name}") from raw_{sheet.name}'
                    f' where "{column.name}" is not null'
                ).fetchall()
                found.update(row[0].removeprefix("./") for row in rows)
    return found
