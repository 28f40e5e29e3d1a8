"""The data carried inside the documents: results as data, and what they were made of."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents import pdf
from ecrl_audit.documents.results import (
    OUTCOMES,
    Record,
    Results,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ecrl_audit.documents.sections.case_parts import ResultLine

SCHEMA = 1


def with_manifest(
    results: Results, attached: pdf.AttachedFile, *, is_public: bool
) -> list[pdf.AttachedFile]:
    """Return what a document carries: its results and the manifest of run, programs and evidence.

    A public manifest counts the files of evidence and names none.
    """
    document = {
        "schema": SCHEMA,
        "run": _run(results.run),
        "made_with": pdf.made_with(),
        "attached": [{"name": attached.name, "sha256": _digest(attached.content)}],
        "evidence": _counted(results.sources) if is_public else _listed(results.sources),
    }
    about = "The run, the programs and the evidence behind this document."
    return [attached, pdf.AttachedFile("manifest.json", about, _encoded(document))]


def case_results_file(
    results: Results, notice_no: str, lines: Sequence[ResultLine]
) -> pdf.AttachedFile:
    """Return the results of one case as data, under the names that its file prints."""
    found = [asdict(line) for line in lines]
    document = {"schema": SCHEMA, "run": _run(results.run), "case": notice_no, "results": found}
    about = "The results of the controls in this case. Restricted."
    return pdf.AttachedFile("case.json", about, _encoded(document))


def case_list_file(results: Results, lines: Iterable[Any]) -> pdf.AttachedFile:
    """Return the index over all cases as data."""
    found = [asdict(line) for line in lines]
    document = {"schema": SCHEMA, "run": _run(results.run), "cases": found}
    return pdf.AttachedFile(
        "cases.json", "Every case of the register. Restricted.", _encoded(document)
    )


def _listed(sources: Sequence[Record]) -> list[dict[str, str]]:
    return [
        {"file": source["file"], "status": source["status"], "sha256": source["sha256"]}
        for source in sources
    ]


def _counted(sources: Sequence[Record]) -> dict[str, int | str]:
    digests = "\n".join(sorted(source["sha256"] or "" for source in sources))
    return {"files": len(sources), "sha256_of_digests": _digest(digests.encode())}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


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
