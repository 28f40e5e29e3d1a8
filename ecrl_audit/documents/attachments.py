"""The data carried inside the documents: every item for the director, sums for the board."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.results import (
    OUTCOMES,
    Record,
    Results,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = 1


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


def _instant(value: datetime | None) -> str | None:
    return value.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else None
