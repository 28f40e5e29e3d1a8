"""All selected controls on a prepared world into results: conclusions, waivers and ceilings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ecrl_audit import statements, waivers
from ecrl_audit.conclude import conclude, tally, unheard, untested
from ecrl_audit.database import dictionaries, in_turn
from ecrl_audit.judge import Judged, judge
from ecrl_audit.ledger import ControlResult

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ecrl_audit.database import Connection
    from ecrl_audit.model import Control, ParameterValue

COVERED_BY = {
    "actions": "actions",
    "posts": "posts",
    "access_checks": "access_checks",
    "access_changes": "access_changes",
    "block_lists": "block_lists",
    "concerns": "concerns",
    "statement_checks": "statement_checks",
    "monitoring": "monitoring",
    "dmca_notices": "dmca",
    "dmca_items": "dmca",
    "dmca_events": "dmca",
    "dmca_counter_notices": "dmca",
    "incidents": "incidents",
    "partners": "partners",
    "partner_posts": "partners",
}


def judge_controls(
    connection: Connection,
    controls: Sequence[Control],
    parameters: tuple[ParameterValue, ...],
    say: Callable[[str], None],
    spread: Callable[..., list[Judged]] = in_turn,
) -> tuple[ControlResult, ...]:
    """Judge controls on a prepared world; one that breaks is its own error.

    `spread` says how the work on each control is done: in turn on this connection, or
    `database.side_by_side`, which needs the world to be in the database for good.
    """
    waived = waivers.in_force(connection)
    proposed = {p.name for p in parameters if p.status == "proposed"}
    ceilings = dictionaries(
        connection, "select control, by_control, min_percent, reason from ceiling order by all"
    )

    def judged(cursor: Connection, control: Control) -> Judged:
        say(f"judging {control.id}")
        return Judged(()) if untested(cursor, control) else judge(cursor, control)

    wanted = (*controls, *_ceiling_controls(controls, ceilings))
    results = []
    for control, found in zip(wanted, spread(connection, judged, wanted), strict=True):
        result = _result(connection, control, found, waived)
        results.append(replace(result, proposed_threshold=bool(proposed & set(control.parameters))))
    return tuple(_lowered(result, results, ceilings) for result in results[: len(controls)])


def _ceiling_controls(
    controls: Sequence[Control], ceilings: list[dict[str, object]]
) -> tuple[Control, ...]:
    """Return the controls that are not selected but put a ceiling on a selected one."""
    chosen = {control.id for control in controls}
    wanted = {c["by_control"] for c in ceilings if c["control"] in chosen} - chosen
    return tuple(control for control in statements.controls() if control.id in wanted)


def _result(
    connection: Connection, control: Control, judged: Judged, waived: waivers.Waivers
) -> ControlResult:
    coverage = _coverage(connection, control)
    witnessed = _witnessed(judged.rows, unheard(connection, control))
    rows = waivers.mark(control.id, witnessed, waived)
    conclusion, reason = conclude(connection, control, judged, tally(rows), coverage)
    if conclusion == "not_applicable":
        rows = tuple(row for row in rows if row[1] == "not_applicable")
    elif conclusion in ("not_tested", "error"):
        rows = ()
    return ControlResult(
        control=control,
        rows=rows,
        tally=tally(rows),
        conclusion=conclusion,
        reason=reason,
        proposed_threshold=False,
        covered_days=coverage[0],
        total_days=coverage[1],
    )


def _witnessed(
    rows: tuple[tuple[object, ...], ...], absent: tuple[str, ...]
) -> tuple[tuple[object, ...], ...]:
    """Let no item pass while a sheet that could speak against it was not supplied."""
    if not absent:
        return rows
    unknown = ("not_evidenced", "witness_not_supplied", f"not supplied: {', '.join(absent)}")
    return tuple((row[0], *unknown, *row[4:]) if row[1] == "pass" else row for row in rows)


def _coverage(connection: Connection, control: Control) -> tuple[int, int]:
    """Return covered and all channel-days of the period over the sources a control needs."""
    needed = dict.fromkeys(COVERED_BY[name] for name in control.needs if name in COVERED_BY)
    rows = connection.execute(
        "select count(*) filter (where is_covered), count(*) from coverage_day"
        " where list_contains(?, source)",
        [list(control.covers) or list(needed)],
    ).fetchall()
    return (rows[0][0], rows[0][1])


def _lowered(
    result: ControlResult, results: Sequence[ControlResult], ceilings: list[dict[str, object]]
) -> ControlResult:
    """Lower a conclusion to limited where a data-quality control puts a ceiling on it (2.13)."""
    if result.conclusion not in ("no_exceptions_noted", "no_instances"):
        return result
    shares = {r.control.id: (r.tally.exceptions, r.tally.tested) for r in results}
    for ceiling in ceilings:
        exceptions, tested = shares.get(str(ceiling["by_control"]), (0, 0))
        is_above = exceptions * 100 > int(str(ceiling["min_percent"])) * tested
        if ceiling["control"] == result.control.id and is_above:
            reason = f"{ceiling['by_control']}: {ceiling['reason']}"
            return replace(result, conclusion="limited", reason=reason)
    return result
