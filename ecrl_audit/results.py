"""Stored results into the documents machines read: JSON, CSV rows, JUnit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ecrl_audit import stored
from ecrl_audit.database import dictionaries, scalar
from ecrl_audit.errors import UsageError
from ecrl_audit.model import OUTCOMES
from ecrl_audit.typed import RECORD_FACTOR

if TYPE_CHECKING:
    from datetime import datetime

    from ecrl_audit.database import Connection

SCHEMA = 1
_JSON_LEVELS = 4
_COUNTS = tuple(f"n_{outcome}" for outcome in OUTCOMES)


def newest_run(connection: Connection, period: str | None = None) -> str:
    """Return the id of the newest finished run, of one period if a label is given.

    Raises UsageError when there is none.
    """
    found = scalar(
        connection,
        "select run_id from audit_run where status = 'finished' and coalesce($1, period_label) = period_label"
        " order by ordinal desc limit 1",
        period,
    )
    if found is None:
        raise UsageError("The database holds no finished run. Run ecrl-audit check first.")
    return str(found)


def document(connection: Connection, run_id: str, *, all_items: bool) -> dict[str, Any]:
    """Return the result document of one run as the interface describes it."""
    run = dictionaries(connection, "select * from audit_run where run_id = ?", run_id)[0]
    return {
        "schema": SCHEMA,
        "run": {
            "id": run_id,
            "period": {"first": run["first_on"].isoformat(), "last": run["last_on"].isoformat()},
            "as_of": zulu(run["as_of_at"]),
            "content_digest": run["content_digest"],
            "ecrl_audit": run["tool_version"],
        },
        "sources": [stored.source_entry(source) for source in stored.reports(connection)],
        "restatements": restatements(connection, run_id),
        "controls": controls(connection, run_id, all_items=all_items),
    }


def zulu(moment: datetime | None) -> str | None:
    """Return a UTC moment as text with Z, to the second."""
    return None if moment is None else moment.replace(microsecond=0).isoformat() + "Z"


def restatements(connection: Connection, run_id: str) -> list[dict[str, Any]]:
    """Return the figures of issued periods that changed with what is known now."""
    rows = dictionaries(
        connection,
        "select * from restatement where run_id = ? order by period_label, control",
        run_id,
    )
    return [
        {
            "period": row["period_label"],
            "control": row["control"],
            "old": {"exceptions": row["old_exceptions"], "tested": row["old_tested"]},
            "new": {"exceptions": row["new_exceptions"], "tested": row["new_tested"]},
        }
        for row in rows
    ]


def controls(connection: Connection, run_id: str, *, all_items: bool) -> list[dict[str, Any]]:
    """Return every control of a run with its items, all or the non-pass ones."""
    items = item_entries(connection, run_id, all_items=all_items)
    rows = dictionaries(
        connection, "select * from control_result where run_id = ? order by control", run_id
    )
    return [
        {
            "id": row["control"],
            "title": row["title"],
            "clauses": row["clauses"],
            "severity": row["severity"],
            "basis": row["basis"],
            "conclusion": row["conclusion"],
            "conclusion_reason": row["conclusion_reason"],
            "proposed_threshold": row["proposed_threshold"],
            "population": row["population"],
            "outcomes": {name.removeprefix("n_"): row[name] for name in _COUNTS},
            "waived": row["waived"],
            "items": items.get(row["control"], []),
        }
        for row in rows
    ]


def item_entries(
    connection: Connection, run_id: str, *, all_items: bool
) -> dict[str, list[dict[str, Any]]]:
    """Return the items of a run by control, each with file and row of its evidence."""
    files = dict(connection.execute("select source_id, file from source_file").fetchall())
    rows = dictionaries(
        connection,
        "select * from item_result where run_id = ?"
        + ("" if all_items else " and outcome <> 'pass'")
        + " order by control, item",
        run_id,
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["control"], []).append(_item(row, files))
    return found


def _item(row: dict[str, Any], files: dict[int, str]) -> dict[str, Any]:
    return {
        "item": row["item"],
        "outcome": row["outcome"],
        "subtype": row["subtype"],
        "reason": row["reason"],
        "channel": row["channel"],
        "severity": row["severity"],
        "flags": row["flags"],
        "occurred": zulu(row["occurred_at"]),
        "measured": number(row["measured"]),
        "threshold": number(row["threshold"]),
        "waived": row["waived"],
        "evidence": [reference(rec, files) for rec in row["evidence"]],
    }


def number(value: float | None) -> float | int | None:
    """Return a measure as a whole number where it is one."""
    return int(value) if value is not None and value == int(value) else value


def reference(rec: int, files: dict[int, str]) -> dict[str, Any]:
    """Return file and record number of an evidence reference."""
    return {"file": files.get(rec // RECORD_FACTOR, ""), "row": rec % RECORD_FACTOR}


def as_json(value: object, levels: int = _JSON_LEVELS) -> str:
    """Return a document as JSON text: one line for each value, at the innermost for each item."""
    if levels and isinstance(value, dict) and value:
        lines = [f"{json.dumps(k)}: {as_json(v, levels - 1)}" for k, v in value.items()]
        return "{\n" + ",\n".join(lines) + "\n}"
    if levels and isinstance(value, list) and value:
        return "[\n" + ",\n".join(as_json(one, levels - 1) for one in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)
