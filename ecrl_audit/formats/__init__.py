"""Result documents into what stdout carries: a table for people, or one valid document.

Every form is made from the same plain values as the JSON; nothing is computed twice.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ecrl_audit import oscal
from ecrl_audit.formats import junit, sarif, tables
from ecrl_audit.model import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Document = dict[str, Any]
_SOURCE_COLUMNS = (
    "file",
    "format",
    "status",
    "seen",
    "loaded",
    "quarantined",
    "duplicate",
    "out_of_scope",
    "sha256",
    "why",
)
_FINDING_COLUMNS = ("control", "item", "outcome", "subtype", "severity", "reason", "evidence")
_CONTROL_COLUMNS = ("id", "severity", "tier", "title", "clauses", "conclusion")


def exit_code(document: Document, fail_on: str | None, *, incomplete: bool) -> int:
    """Return 3, 1 or 0: a control error or incompleteness outranks exceptions."""
    conclusions = {control["conclusion"] for control in document["controls"]}
    if "error" in conclusions or (incomplete and conclusions & {"not_tested", "limited"}):
        return 3
    return int(fail_on is not None and _has_exception(document, fail_on))


def _has_exception(document: Document, fail_on: str) -> bool:
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(
        item["outcome"] == "exception" and not item["waived"] and item["severity"] in counted
        for control in document["controls"]
        for item in control["items"]
    )


def run(document: Document, form: str) -> str:
    """Return a whole run in one of the forms."""
    makers: dict[str, Callable[[Document], str]] = {
        "table": tables.of_run,
        "json": _json,
        "csv": tables.csv_of_run,
        "junit": junit.of_run,
        "sarif": lambda one: _json(sarif.of_run(one)),
        "oscal": lambda one: _json(oscal.assessment_results(one)),
    }
    return makers[form](document)


def sources(entries: Sequence[Document], form: str) -> str:
    """Return what became of each file in one of the forms."""
    if form == "json":
        return _json({"schema": 1, "sources": list(entries)})
    if form == "junit":
        return junit.of_sources(entries)
    if form == "sarif":
        return _json(sarif.of_sources(entries))
    if form == "oscal":
        return _json(oscal.from_sources(entries))
    return tables.rows(entries, _SOURCE_COLUMNS, form)


def findings(entries: Sequence[Document], form: str) -> str:
    """Return items with their evidence in one of the forms."""
    if form == "json":
        return _json({"schema": 1, "findings": list(entries)})
    if form == "junit":
        return junit.of_findings(entries)
    if form == "sarif":
        return _json(sarif.of_findings(entries))
    if form == "oscal":
        return _json(oscal.from_findings(entries))
    flat = [
        {**e, "evidence": "; ".join(f"{r['file']}#{r['row']}" for r in e["evidence"])}
        for e in entries
    ]
    return tables.rows(flat, _FINDING_COLUMNS, form)


def catalogue(entries: Sequence[Document], form: str, *, single: bool) -> str:
    """Return the list of controls, or the page of one, in one of the forms."""
    if form == "json":
        return _json({"schema": 1, "controls": list(entries)})
    if form == "junit":
        return junit.of_controls(entries)
    if form == "sarif":
        return _json(sarif.of_controls(entries))
    if form == "oscal":
        return _json(oscal.from_controls(entries))
    if single and form == "table":
        return tables.page(entries[0])
    return tables.rows(entries, _CONTROL_COLUMNS, form)


def plain(entries: Sequence[Document], form: str) -> str:
    """Return a list of plain entries as a table or as JSON."""
    if form == "json":
        return _json(list(entries))
    return tables.rows(entries, tuple(entries[0]), form)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
