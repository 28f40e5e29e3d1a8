"""The cases of a control: Markdown tables in, judged items out, through the real typing and facts.

A file tests/controls/<family>/<statement>.md holds an optional `## Background` section, whose
tables every case of the file starts from, and one section per case. Tables are named in
backticks: sheets of the logbook as text, `items` for what must come out (every column but
`item` optional; a cell is compared only where the column is given), `parameters` (name, value),
`run` (period, as_of). Without a `run` table the period is 2026-Q3 and the cut-off 2026-12-31.
A table row starting with nothing but the header means: the sheet was supplied and is empty.

`export_<sheet>` holds rows that an export brought (file `exports/case/<sheet>.json`). The tables
of a load may be given as well, to change or add rows (blank cells = default; no rows = none are
left): those that tests/kept_tables.py lists, a row of `source_file` or `parameter_value` with a
known value in its first given column changing the row that is there.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from ecrl_audit import facts, load, policy, records, statements, world, zone
from ecrl_audit.database import Connection, append, open_writable
from ecrl_audit.judge import ITEM_COLUMNS, judge
from ecrl_audit.model import Control, Period
from tests import kept_tables

FOLDER = Path(__file__).parent / "controls"
_TABLE_NAME = re.compile(r"^`(\w+)`:?\s*$")
_EXPORT = "export_"
ASKED = {"parameters", "run"}
CALENDAR = {"statutory_day", "business_day", "due"}
Table = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its title, its tables and the file it stands in."""

    title: str
    tables: dict[str, Table]
    columns: dict[str, list[str]] = field(default_factory=dict)


def read_cases(path: Path) -> list[Case]:
    """Read the cases of one file; the background's tables stand before those of each case."""
    sections: list[tuple[str, dict[str, Table], dict[str, list[str]]]] = []
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            sections.append((line[3:].strip(), {}, {}))
            name = ""
        elif match := _TABLE_NAME.match(line):
            name = match.group(1)
        elif line.startswith("|") and sections and name:
            _add_line(sections[-1], name, line)
    background = next((s for s in sections if s[0] == "Background"), ("", {}, {}))
    return [_with(background, section) for section in sections if section[0] != "Background"]


def _add_line(
    section: tuple[str, dict[str, Table], dict[str, list[str]]], name: str, line: str
) -> None:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    _, tables, columns = section
    if name not in columns:
        columns[name] = cells
        tables[name] = []
    elif not set(line) <= set("|-: "):
        tables[name].append(dict(zip(columns[name], cells, strict=True)))


def _with(
    background: tuple[str, dict[str, Table], dict[str, list[str]]],
    section: tuple[str, dict[str, Table], dict[str, list[str]]],
) -> Case:
    names = [*background[1], *(n for n in section[1] if n not in background[1])]
    return Case(
        section[0],
        {n: background[1].get(n, []) + section[1].get(n, []) for n in names},
        {**background[2], **section[2]},
    )


@cache
def base() -> Connection:
    """Return one database with empty tables, shared by all cases; each case is rolled back."""
    connection = open_writable(":memory:")
    load.create_tables(connection)
    zone.create_local_day(connection, "America/Chicago")
    connection.execute(
        "create table source (source_id bigint not null, is_logbook boolean not null)"
    )
    records.type_all(connection, tuple(statements.sheets().values()))
    load._store_clauses(connection)  # noqa: SLF001 - the register as a load leaves it
    _set_run(connection, Case("", {}))
    world.cut_off(connection, statements.sheets().values())
    facts.make(connection, CALENDAR)
    return connection


def run_case(case: Case, control: Control) -> list[dict[str, object]]:
    """Judge one control on the world of one case; returns its items as dictionaries."""
    connection = base()
    connection.execute("begin")
    try:
        build_world(connection, case, [control.sql])
        judged = judge(connection, control)
        assert not judged.error, judged.error
        return [dict(zip(ITEM_COLUMNS, row, strict=True)) for row in judged.rows]
    finally:
        connection.execute("rollback")


def build_world(connection: Connection, case: Case, wanted: list[str] | None = None) -> None:
    """Load the tables of a case as if they were logbook files and build the facts."""
    sheets = statements.sheets()
    rows_of = {n: t for n, t in case.tables.items() if n.removeprefix(_EXPORT) in sheets}
    known = {*rows_of, "items", "parameters", "run", *kept_tables.BEFORE_TYPING}
    known |= set(kept_tables.AFTER_TYPING)
    assert set(case.tables) <= known, f"unknown tables: {set(case.tables) - known}"
    files = list(enumerate(rows_of, start=1))
    for source_id, name in files:
        _append_rows(connection, source_id, name.removeprefix(_EXPORT), rows_of[name])
    append(connection, "source", [(i, not name.startswith(_EXPORT)) for i, name in files])
    names = list(dict.fromkeys(name.removeprefix(_EXPORT) for name in rows_of))
    kept_tables.fill(connection, case.tables, kept_tables.BEFORE_TYPING)
    records.type_all(connection, [sheets[name] for name in names])
    counts = records.file_counts(connection)
    told = [_source_file(i, name, counts.get(i, {}), len(rows_of[name])) for i, name in files]
    append(connection, "source_file", told)
    if case.tables.keys() & ASKED:
        _set_run(connection, case)
    world.cut_off(connection, [sheets[name] for name in names])
    kept_tables.fill(connection, case.tables, kept_tables.AFTER_TYPING)
    every = {facts.name_of(file) for file in facts.files()}
    needed = every if wanted is None else facts.needed(wanted)
    is_own = case.tables.keys() & {*ASKED, "closed_days"}
    facts.make(connection, needed if is_own else needed - CALENDAR)


def _append_rows(connection: Connection, source_id: int, name: str, rows: Table) -> None:
    known = [column.name for column in statements.sheets()[name].columns]
    extra = {key for row in rows for key in row} - set(known)
    assert not extra, f"{name} has no column {extra}"
    written = [
        (source_id, n, None, *(row.get(k) or None for k in known))
        for n, row in enumerate(rows, start=1)
    ]
    append(connection, f"raw_{name}", written)


def _source_file(
    source_id: int, name: str, counts: dict[str, int], seen: int
) -> tuple[object, ...]:
    sheet = name.removeprefix(_EXPORT)
    is_export = name != sheet
    path = f"exports/case/{sheet}.json" if is_export else f"logbook/{sheet}.csv"
    form, brought = ("case", "") if is_export else (f"logbook.{sheet}", sheet)
    fates = ("loaded", "quarantined", "duplicate", "out_of_scope")
    numbers = (max(seen, sum(counts.values())), *(counts.get(fate, 0) for fate in fates))
    return (
        source_id, path, brought, form, None, "0", 0, "loaded", "", *numbers, "utf-8", "", "case"
    )  # fmt: skip


def _set_run(connection: Connection, case: Case) -> None:
    values = policy.default_parameters()
    for row in case.tables.get("parameters", []):
        values = policy.apply_change(values, row["name"], row["value"])
    run = (case.tables.get("run") or [{}])[0]
    first, last = run.get("period", "2026-07-01..2026-09-30").split("..")
    period = Period(date.fromisoformat(first), date.fromisoformat(last), "case")
    as_of = datetime.fromisoformat(run.get("as_of", "2026-12-31T23:59:59Z")).astimezone(UTC)
    connection.execute("delete from parameter_value")
    append(connection, "parameter_value", [tuple(asdict(value).values()) for value in values])
    world.set_run(connection, period, as_of, values, "America/Chicago")


def file_of(control: Control) -> Path:
    """Return the case file of a control: the same family and statement."""
    path = Path(control.path)
    return FOLDER / path.parent.name / f"{path.stem}.md"


def control_of(path: Path) -> Control:
    """Return the control that a case file belongs to: the same family and statement."""
    return next(
        c for c in statements.controls()
        if Path(c.path).stem == path.stem and c.family == path.parent.name.upper()
    )  # fmt: skip


def expected_items(case: Case) -> Table:
    """Return the rows of the `items` table of a case."""
    return case.tables.get("items", [])


def shown(value: object) -> str:
    """Return a judged value as a cell of a case table shows it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(str(part) for part in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
