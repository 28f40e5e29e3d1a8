"""The data carried inside the documents: every item for the director, sums for the board."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.results import (
    OUTCOMES,
    Connection,
    Record,
    Results,
    evidence_places,
    records,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = 1
_COUNTS = ("seen", "loaded", "quarantined", "duplicate", "out_of_scope")
_ITEMS = "select * from item_result where run_id = ? order by control, item"


def results_file(connection: Connection, results: Results) -> bytes:
    """Return results.json: the run, its sources, and every item with its evidence."""
    items: dict[str, list[dict[str, Any]]] = {}
    for row in records(connection, _ITEMS, results.run["run_id"]):
        items.setdefault(row["control"], []).append(_item(row, results.sources))
    document = {
        "schema": SCHEMA,
        "run": _run(results.run),
        "sources": _sources(results),
        "restatements": [_restatement(row) for row in results.restatements],
        "controls": [
            {**_control(row), "items": items.get(row["control"], [])} for row in results.controls
        ],
    }
    return _encoded(document)


def summary_file(
    results: Results, numbers: Iterable[dict[str, str]], withheld_family: str
) -> bytes:
    """Return the public summary: counts by control, one family only as its sum."""
    shown = [row for row in results.controls if not row["control"].startswith(withheld_family)]
    hidden = [row for row in results.controls if row["control"].startswith(withheld_family)]
    document = {
        "schema": SCHEMA,
        "run": _run(results.run),
        "numbers": list(numbers),
        "controls": [_control(row) for row in shown],
        "access_controls": {
            "controls": len(hidden),
            "outcomes": {
                outcome: sum(row[f"n_{outcome}"] or 0 for row in hidden) for outcome in OUTCOMES
            },
        },
    }
    return _encoded(document)


def _encoded(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _run(run: Record) -> dict[str, Any]:
    return {
        "id": run["run_id"],
        "period": {"first": run["first_on"].isoformat(), "last": run["last_on"].isoformat()},
        "as_of": _instant(run["as_of_at"]),
        "content_digest": run["content_digest"],
        "ecrl_audit": run["tool_version"],
    }


def _sources(results: Results) -> list[dict[str, Any]]:
    refused: dict[int, list[dict[str, Any]]] = {}
    for row in results.rejects:
        one = {"row": row["row"], "column": row["column_name"], "why": row["why"]}
        refused.setdefault(row["source_id"], []).append(one)
    return [
        {
            "file": row["file"],
            "sha256": row["sha256"],
            "format": row["format"],
            "channel": row["channel"],
            **{name: row[name] or 0 for name in _COUNTS},
            "rejects": refused.get(row["source_id"], []),
        }
        for row in results.sources
    ]


def _control(row: Record) -> dict[str, Any]:
    return {
        "id": row["control"],
        "title": row["title"],
        "clauses": list(row["clauses"] or ()),
        "severity": row["severity"],
        "basis": list(row["basis"] or ()),
        "conclusion": row["conclusion"],
        "proposed_threshold": bool(row["proposed_threshold"]),
        "population": row["population"],
        "outcomes": {outcome: row[f"n_{outcome}"] or 0 for outcome in OUTCOMES},
        "waived": row["waived"] or 0,
    }


def _item(row: Record, sources: tuple[Record, ...]) -> dict[str, Any]:
    places = evidence_places(sources, row["evidence"] or [])
    return {
        "item": row["item"],
        "outcome": row["outcome"],
        "subtype": row["subtype"],
        "reason": row["reason"],
        "channel": row["channel"],
        "severity": row["severity"],
        "flags": list(row["flags"] or ()),
        "occurred": _instant(row["occurred_at"]),
        "measured": row["measured"],
        "threshold": row["threshold"],
        "waived": bool(row["waived"]),
        "evidence": [{"file": file, "row": number} for file, number in places],
    }


def _restatement(row: Record) -> dict[str, Any]:
    return {
        "period": row["period_label"],
        "control": row["control"],
        "old": {"exceptions": row["old_exceptions"], "tested": row["old_tested"]},
        "new": {"exceptions": row["new_exceptions"], "tested": row["new_tested"]},
    }


def _instant(value: datetime | None) -> str | None:
    return value.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else None
