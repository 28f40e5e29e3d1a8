"""The controls as pages: clause and quotation, criterion, population, parameters, SQL, last result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecrl_audit import policy, statements
from ecrl_audit.database import dictionaries, open_sealed
from ecrl_audit.errors import UsageError
from ecrl_audit.results import newest_run

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.model import Control


def entries(control: str | None, database: Path | None) -> list[dict[str, Any]]:
    """Return every control in short, or the page of one; the last result where a database has one."""
    chosen = statements.controls()
    if control is not None:
        chosen = tuple(c for c in chosen if c.id == control.upper())
        if not chosen:
            near = policy.nearest(control.upper(), [c.id for c in statements.controls()])
            raise UsageError(f"control {control} is unknown; {near}")
    last = _last_results(database)
    return [page(c, last.get(c.id)) for c in chosen]


def page(control: Control, last: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return one control's page as plain values."""
    values = {p.name: p for p in policy.default_parameters()}
    return {
        "id": control.id,
        "title": control.title,
        "clauses": list(control.clauses),
        "quotations": [f"{c}: “{policy.clauses()[c]['quotation']}”" for c in control.clauses],
        "severity": control.severity,
        "basis": list(control.basis),
        "tier": control.tier,
        "criterion": control.criterion,
        "population": control.subject,
        "what_counts": control.counts,
        "effect": control.effect,
        "remedy": control.remedy,
        "needs": list(control.needs),
        "witnesses": list(control.witnesses),
        "parameters": [
            f"{name} = {values[name].value} {values[name].unit} ({values[name].code}, {values[name].status})"
            for name in control.parameters
        ],
        "conclusion": last["conclusion"] if last else None,
        "conclusion_reason": last["conclusion_reason"] if last else None,
        "sql": control.sql,
    }


def _last_results(database: Path | None) -> dict[str, dict[str, Any]]:
    if database is None or not database.is_file():
        return {}
    connection = open_sealed(database)
    try:
        rows = dictionaries(
            connection,
            "select control, conclusion, conclusion_reason from control_result where run_id = ?",
            newest_run(connection),
        )
    except UsageError:
        return {}
    finally:
        connection.close()
    return {row["control"]: row for row in rows}
