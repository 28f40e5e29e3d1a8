"""Whole libraries as tables: the sample library's logbook, changed by a test, judged by every control."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from ecrl_audit import assets, statements
from ecrl_audit.conclude import tally
from ecrl_audit.judge import applies, judge
from ecrl_audit.judging import judge_controls
from ecrl_audit.policy import apply_change, default_parameters
from tests import cases

Tables = dict[str, list[dict[str, str]]]
Verdicts = dict[str, dict[str, tuple[str, str | None]]]
RUN = {"period": "2026-07-01..2026-09-30", "as_of": "2026-10-16T04:59:59Z"}


@cache
def _sample() -> Mapping[str, tuple[tuple[tuple[str, str], ...], ...]]:
    """Read the sample library's sheets once; rows as pairs, so that nobody can change them."""
    found: dict[str, list[tuple[tuple[str, str], ...]]] = {}
    for path in sorted((assets.folder("sample_data") / "evidence" / "logbook").glob("*.csv")):
        sheet = path.name.split(".")[0]
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found.setdefault(sheet, []).extend(tuple(row.items()) for row in csv.DictReader(stream))
    return {sheet: tuple(rows) for sheet, rows in found.items()}


def library() -> Tables:
    """Return the sample library's sheets as tables of its own, to be changed at will."""
    known = {name: {c.name for c in sheet.columns} for name, sheet in statements.sheets().items()}
    tables = {
        sheet: [{k: v for k, v in row if k in known[sheet]} for row in rows]
        for sheet, rows in _sample().items()
    }
    return {**tables, "run": [dict(RUN)]}


def judged(tables: Tables, families: str = "") -> Verdicts:
    """Judge every control (of some families) on a library; returns outcome and subtype by item."""
    return _with_world(tables, families, _verdicts)


def _with_world(tables: Tables, families: str, work: Callable[[str], Verdicts]) -> Verdicts:
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("", tables))
        return work(families)
    finally:
        connection.execute("rollback")


def _verdicts(families: str) -> Verdicts:
    connection = cases.base()
    found: Verdicts = {}
    for control in statements.controls():
        if (not families or control.family in families.split()) and applies(connection, control):
            result = judge(connection, control)
            assert not result.error, f"{control.id}: {result.error}"
            found[control.id] = {str(r[0]): (str(r[1]), r[2] and str(r[2])) for r in result.rows}  # type: ignore[misc]
    return found


def conclusions(tables: Tables) -> dict[str, str]:
    """Return the conclusion of every control on a library."""
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("", tables))
        values = default_parameters()
        for row in tables.get("parameters", []):
            values = apply_change(values, row["name"], row["value"])
        results = judge_controls(connection, statements.controls(), values, lambda _: None)
        assert all(r.tally == tally(r.rows) for r in results)
        return {r.control.id: r.conclusion for r in results}
    finally:
        connection.execute("rollback")


def outcomes(verdicts: Verdicts, outcome: str) -> set[tuple[str, str]]:
    """Return control and item of every item with one outcome."""
    return {
        (c, i) for c, items in verdicts.items() for i, found in items.items() if found[0] == outcome
    }


def sheet_files() -> list[Path]:
    """Return the sample library's sheet files."""
    return sorted((assets.folder("sample_data") / "evidence" / "logbook").glob("*.csv"))
