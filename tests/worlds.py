"""Whole libraries as tables, judged by every control: the sample library and generated ones."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

from ecrl_audit import assets, facts, load, statements, world
from ecrl_audit.conclude import tally
from ecrl_audit.database import Connection, opened
from ecrl_audit.judge import applies, judge
from ecrl_audit.judging import judge_controls
from ecrl_audit.model import Control, Period
from ecrl_audit.policy import apply_change, default_parameters
from tests import cases, generated_worlds

Tables = dict[str, list[dict[str, str]]]
Verdicts = dict[str, dict[str, tuple[str, str | None]]]
RUN = {"period": "2026-07-01..2026-09-30", "as_of": "2026-10-16T04:59:59Z"}
SAMPLE = "sample"
CLEAN = ("no_exceptions_noted", "no_instances")
# A code has the meaning of the map that is shipped unless the library gives its own, and a file
# that is gone is no longer there twice: in both the fact changes, not what is known of it.
CHANGES_THE_FACT = {
    "DQ-03": set(statements.sheets()) - {"coverage"},
    "RM-02": {"reason_codes"},
    "RM-12": {"reason_codes"},
}
UNSETTLED = ("exception", "not_evidenced", "needs_review", "pending")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a run comes to: each item's outcome and subtype, each control's conclusion."""

    verdicts: Verdicts
    conclusions: dict[str, str]


@cache
def _sample() -> Mapping[str, tuple[tuple[tuple[str, str], ...], ...]]:
    """Read the sample library's sheets once; rows as pairs, so that nobody can change them."""
    found: dict[str, list[tuple[tuple[str, str], ...]]] = {}
    for path in sorted((assets.folder("sample_data") / "evidence" / "logbook").glob("*.csv")):
        sheet = path.name.split(".")[0]
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found.setdefault(sheet, []).extend(tuple(row.items()) for row in csv.DictReader(stream))
    return {sheet: tuple(rows) for sheet, rows in found.items()}


def library(name: str = SAMPLE) -> Tables:
    """Return a library as tables to be changed at will: the sample, or the one of a seed."""
    if name != SAMPLE:
        return generated_worlds.library(int(name))
    known = {name: {c.name for c in sheet.columns} for name, sheet in statements.sheets().items()}
    tables = {
        sheet: [{k: v for k, v in row if k in known[sheet]} for row in rows]
        for sheet, rows in _sample().items()
    }
    return {**tables, "run": [dict(RUN)]}


@cache
def unchanged(name: str) -> Judgement:
    """Return what a library comes to as it is; not to be changed."""
    return concluded(library(name))


def judged(tables: Tables, families: str = "") -> Verdicts:
    """Judge every control (of some families) on a library; returns outcome and subtype by item."""
    chosen = [c for c in statements.controls() if not families or c.family in families.split()]
    sql = [part for c in chosen for part in (c.sql, c.applies)]
    return _in_world(tables, lambda connection: verdicts(connection, chosen), sql)


def concluded(tables: Tables, controls: Sequence[Control] = ()) -> Judgement:
    """Judge controls (every one, unless given) on a library as a run does.

    What is not tested has no items.
    """
    values = default_parameters()
    for row in tables.get("parameters", []):
        values = apply_change(values, row["name"], row["value"])

    def work(connection: Connection) -> Judgement:
        results = judge_controls(
            connection, controls or statements.controls(), values, lambda _: None
        )
        assert all(r.tally == tally(r.rows) for r in results)
        assert not [r.control.id for r in results if r.conclusion == "error"]
        found = {r.control.id: {str(row[0]): _verdict(row) for row in r.rows} for r in results}
        return Judgement(found, {r.control.id: r.conclusion for r in results})

    return _in_world(tables, work, None)


def _in_world(
    tables: Tables, work: Callable[[Connection], Found], wanted: list[str] | None
) -> Found:
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("", tables), wanted)
        return work(connection)
    finally:
        connection.execute("rollback")


def verdicts(connection: Connection, controls: list[Control]) -> Verdicts:
    """Judge controls on the world of a connection, whatever was supplied; none may break."""
    found: Verdicts = {}
    for control in controls:
        if applies(connection, control):
            result = judge(connection, control)
            assert not result.error, f"{control.id}: {result.error}"
            found[control.id] = {str(row[0]): _verdict(row) for row in result.rows}
    return found


def _verdict(row: tuple[object, ...]) -> tuple[str, str | None]:
    return str(row[1]), None if row[2] is None else str(row[2])


def loaded(evidence: Path, database: Path, asked: dict[str, str]) -> Verdicts:
    """Load an evidence folder as the program does and judge every control on it."""
    report = load.load(evidence, database)
    assert not report.refused
    first, last = asked["period"].split("..")
    period = Period(date.fromisoformat(first), date.fromisoformat(last), "case")
    as_of = datetime.fromisoformat(asked["as_of"])
    with opened(database) as connection:
        world.prepare(connection, period, as_of, default_parameters(), "America/Chicago")
        facts.build(connection)
        return verdicts(connection, list(statements.controls()))


def outcomes(found: Verdicts, outcome: str) -> set[tuple[str, str]]:
    """Return control and item of every item with one outcome."""
    return {
        (c, i)
        for c, items in found.items()
        for i, verdict in items.items()
        if verdict[0] == outcome
    }


def sheet_files() -> list[Path]:
    """Return the sample library's sheet files."""
    return sorted((assets.folder("sample_data") / "evidence" / "logbook").glob("*.csv"))
