"""SARIF 2.1.0: a control is a rule, an item that did not pass is a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Document = dict[str, Any]
_MOST_LOCATIONS = 10
_HEADER_LINES = 1
_LEVEL = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "info": "note",
}
_KIND = {
    "pass": "pass",
    "exception": "fail",
    "observation": "informational",
    "needs_review": "review",
    "not_evidenced": "open",
    "pending": "open",
    "not_applicable": "notApplicable",
}
_LOADING = ("load", "Every record of every file can be used")


def of_run(document: Document) -> Document:
    """Return a run: every control as a rule, every item but passes as a result."""
    controls = document["controls"]
    results = [
        _item(control["id"], item)
        for control in controls
        for item in control["items"]
        if item["outcome"] != "pass"
    ]
    log = _log([(c["id"], c["title"]) for c in controls], results)
    log["runs"][0]["tool"]["driver"]["version"] = document["run"]["ecrl_audit"]
    log["runs"][0]["automationDetails"] = {"id": f"ecrl-audit/{document['run']['id']}"}
    return log


def of_findings(entries: Sequence[Document]) -> Document:
    """Return items; their controls are the rules."""
    names = dict.fromkeys(entry["control"] for entry in entries)
    rules = [(name, f"Control {name}") for name in names]
    return _log(rules, [_item(entry["control"], entry) for entry in entries])


def of_controls(entries: Sequence[Document]) -> Document:
    """Return every control as a rule, without results."""
    return _log([(entry["id"], entry["title"]) for entry in entries], [])


def of_sources(entries: Sequence[Document]) -> Document:
    """Return the files that were refused or from which records were set aside."""
    faulty = [e for e in entries if e["status"] == "refused" or e["quarantined"]]
    return _log([_LOADING], [_source(entry) for entry in faulty])


def _log(rules: Iterable[tuple[str, str]], results: Sequence[Document]) -> Document:
    described = [{"id": name, "shortDescription": {"text": title}} for name, title in rules]
    places = {rule["id"]: place for place, rule in enumerate(described)}
    driver: Document = {"name": "ecrl-audit", "rules": described}
    found = [{**result, "ruleIndex": places[result["ruleId"]]} for result in results]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": found}],
    }


def _item(control: str, item: Document) -> Document:
    is_exception = item["outcome"] == "exception"
    return {
        "ruleId": control,
        "kind": _KIND[item["outcome"]],
        "level": _LEVEL[item["severity"]] if is_exception else "none",
        "message": {"text": f"{item['item']}: {item['outcome']}: {item['reason']}"},
        "locations": _locations((one["file"], one["row"]) for one in item["evidence"]),
        "suppressions": [{"kind": "external"}] if item["waived"] else [],
    }


def _source(entry: Document) -> Document:
    places = [(entry["file"], reject["row"]) for reject in entry["rejects"]]
    return {
        "ruleId": _LOADING[0],
        "kind": "fail",
        "level": "error" if entry["status"] == "refused" else "warning",
        "message": {"text": entry["why"] or f"records set aside: {entry['quarantined']}"},
        "locations": _locations(places or [(entry["file"], 0)]),
    }


def _locations(places: Iterable[tuple[str, int]]) -> list[Document]:
    named = [(file, row) for file, row in places if file]
    return [_location(file, row) for file, row in named[:_MOST_LOCATIONS]]


def _location(file: str, row: int) -> Document:
    """Return file and record; a line only where records are lines below a header."""
    physical: Document = {"artifactLocation": {"uri": quote(file.encode("utf-8", "replace"))}}
    if row < 1:
        return {"physicalLocation": physical}
    if file.lower().endswith(".csv"):
        physical["region"] = {"startLine": row + _HEADER_LINES}
    name = f"{file}#{row}"
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": f"record {row}", "fullyQualifiedName": name}],
    }
