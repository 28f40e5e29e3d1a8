"""From a stored item down to the file and the row it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecrl_audit import policy, results, statements
from ecrl_audit.database import open_sealed
from ecrl_audit.errors import InputRefusedError, UsageError
from ecrl_audit.model import OUTCOMES
from ecrl_audit.typed import RECORD_FACTOR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def _opened(database: Path) -> Any:  # noqa: ANN401 - a connection
    if not database.is_file():
        raise InputRefusedError(
            str(database), "does not exist.", "Run ecrl-audit load and check first."
        )
    return open_sealed(database)


def findings(
    database: Path, control: str | None, outcomes: Sequence[str], period: str | None = None
) -> list[dict[str, Any]]:
    """Return the items of the newest run with their evidence; all but pass without outcomes."""
    wanted = _checked(control, outcomes)
    connection = _opened(database)
    try:
        run_id = results.newest_run(connection, period)
        by_control = results.item_entries(connection, run_id, all_items=True)
    finally:
        connection.close()
    return [
        {"control": name, **item}
        for name, items in by_control.items()
        for item in items
        if (control is None or name == control.upper()) and item["outcome"] in wanted
    ]


def _checked(control: str | None, outcomes: Sequence[str]) -> tuple[str, ...]:
    ids = [c.id for c in statements.controls()]
    if control is not None and control.upper() not in ids:
        raise UsageError(f"control {control} is unknown; {policy.nearest(control.upper(), ids)}")
    for outcome in outcomes:
        if outcome not in OUTCOMES:
            raise UsageError(f"outcome {outcome} is unknown; {policy.nearest(outcome, OUTCOMES)}")
    return tuple(outcomes) or tuple(o for o in OUTCOMES if o != "pass")


def statement(
    database: Path, control: str | None, outcomes: Sequence[str], period: str | None = None
) -> str:
    """Return a statement that gives the same items with file and row in any DuckDB shell."""
    wanted = _checked(control, outcomes)
    connection = _opened(database)
    try:
        run_id = results.newest_run(connection, period)
    finally:
        connection.close()
    listed = ", ".join(f"'{outcome}'" for outcome in wanted)
    only = "" if control is None else f"\n    and item.control = '{control.upper()}'"
    return f"""select
    item.control, item.item, item.outcome, item.subtype, item.reason,
    source_file.file, evidence.rec % {RECORD_FACTOR} as row
from item_result as item
cross join unnest(item.evidence) as evidence(rec)
inner join source_file on source_file.source_id = evidence.rec // {RECORD_FACTOR}
where
    item.run_id = '{run_id}'
    and item.outcome in ({listed}){only}
order by item.control, item.item, file, row"""
