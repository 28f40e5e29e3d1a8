"""OSCAL 1.1: assessment results of a run, and the controls as a catalog.

A finding says satisfied or not-satisfied and nothing else, so a control that was not tested,
or only in part, gets an observation instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecrl_audit.oscal.catalog import from_controls
from ecrl_audit.oscal.parts import (
    evidence,
    identifier,
    markup,
    metadata,
    observation,
    properties,
    resources,
    unless_empty,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["assessment_results", "from_controls", "from_findings", "from_sources"]

Document = dict[str, Any]
_STATES = {
    "exceptions_noted": {"state": "not-satisfied", "reason": "fail"},
    "no_exceptions_noted": {"state": "satisfied", "reason": "pass"},
}
_NEVER_RUN = frozenset({"not_tested", "not_applicable"})
_ITEM_VALUES = ("channel", "subtype", "severity", "occurred", "measured", "threshold")
_PLAN = "The settings of the audit, in place of an assessment plan"
_NOT_JUDGED = "The listing concerns the evidence of all controls and judges none."
_UNDATED = "1970-01-01T00:00:00Z"
_UNDATED_WORDS = "The listing stores no moment of its own: the dates in it stand for none."


def assessment_results(document: Document) -> Document:
    """Return a run as OSCAL assessment results; the same run gives the same identifiers."""
    run, controls = document["run"], document["controls"]
    at = run["as_of"]
    files = resources(document["sources"])
    observed = [
        _item(control["id"], item, files, at) for control in controls for item in _told(control)
    ]
    observed += [_unjudged(one, at) for one in controls if one["conclusion"] not in _STATES]
    observed += [_restated(one, at) for one in document["restatements"]]
    found = [_finding(one, at) for one in controls if one["conclusion"] in _STATES]
    result: Document = {
        **_head(run),
        "reviewed-controls": _reviewed([control["id"] for control in controls]),
        **unless_empty("observations", observed),
        **unless_empty("findings", found),
    }
    return _results(document, (at, ""), result, files)


def from_sources(entries: Sequence[Document]) -> Document:
    """Return what became of each file: a resource for each, an observation for each fault."""
    files = resources(entries)
    faults = [
        _fault(entry, files)
        for entry in entries
        if entry["status"] == "refused" or entry["quarantined"]
    ]
    result: Document = {
        "uuid": identifier("result of load", list(entries)),
        "title": "Evidence as loaded",
        "description": "Files of which something could not be used. No control was run.",
        "start": _UNDATED,
        "reviewed-controls": _reviewed([]),
        **unless_empty("observations", faults),
    }
    return _results(list(entries), (_UNDATED, _UNDATED_WORDS), result, files)


def from_findings(entries: Sequence[Document]) -> Document:
    """Return items of a run as observations; the listing itself concludes nothing."""
    names = dict.fromkeys(place["file"] for entry in entries for place in entry["evidence"])
    files = resources({"file": name} for name in names if name)
    observed = [_item(entry["control"], entry, files, _UNDATED) for entry in entries]
    result: Document = {
        "uuid": identifier("result of findings", list(entries)),
        "title": "Items of a run",
        "description": "The items that were asked for, each with its evidence.",
        "start": _UNDATED,
        "reviewed-controls": _reviewed([entry["control"] for entry in entries]),
        **unless_empty("observations", observed),
    }
    return _results(list(entries), (_UNDATED, _UNDATED_WORDS), result, files)


def _head(run: Document) -> Document:
    period = run["period"]
    start = f"{period['first']}T00:00:00Z"
    values = (
        ("run", run["id"]),
        ("content-digest", run["content_digest"]),
        ("period-first", period["first"]),
        ("period-last", period["last"]),
    )
    return {
        "uuid": identifier("result", run["id"], run["content_digest"]),
        "title": f"Records of {period['first']} to {period['last']}",
        "description": "Records set beside the Social Media Policy. The days are local days.",
        "start": start,
        **({"end": run["as_of"]} if run["as_of"] >= start else {}),
        "props": properties(values),
    }


def _results(
    source: object, dated: tuple[str, str], result: Document, files: dict[str, Document]
) -> Document:
    plan = {
        "uuid": identifier("plan", result["uuid"]),
        "title": _PLAN,
        "description": f"{_PLAN}. No plan in OSCAL exists.",
    }
    body = {
        "uuid": identifier("assessment results", source),
        "metadata": metadata("Results of ecrl-audit", *dated),
        "import-ap": {"href": f"#{plan['uuid']}"},
        "results": [result],
        "back-matter": {"resources": [plan, *files.values()]},
    }
    return {"assessment-results": body}


def _reviewed(controls: Sequence[str]) -> Document:
    if not controls:
        return {"control-selections": [{"description": _NOT_JUDGED, "include-all": {}}]}
    chosen = [{"control-id": control} for control in dict.fromkeys(controls)]
    return {"control-selections": [{"include-controls": chosen}]}


def _told(control: Document) -> list[Document]:
    return [item for item in control["items"] if item["outcome"] != "pass"]


def _item(control: str, item: Document, files: dict[str, Document], at: str) -> Document:
    values = [("control", control), ("item", item["item"]), ("outcome", item["outcome"])]
    values += [(name, item[name]) for name in _ITEM_VALUES]
    values += [("flag", flag) for flag in item["flags"]]
    values += [("waived", "yes")] if item["waived"] else []
    places = [evidence(place, files) for place in item["evidence"]]
    return {
        **observation((control, item["item"]), item["reason"] or item["outcome"], at),
        "props": properties(values),
        "types": ["finding" if item["outcome"] == "exception" else "control-objective"],
        **unless_empty("relevant-evidence", places),
    }


def _unjudged(control: Document, at: str) -> Document:
    conclusion = control["conclusion"]
    told = f"{conclusion.replace('_', ' ').capitalize()}. {control['conclusion_reason']}"
    method = "UNKNOWN" if conclusion in _NEVER_RUN else "TEST"
    return {
        **observation((control["id"], control["title"]), told, at, method),
        "props": properties(_sums(control)),
        "types": ["control-objective"],
    }


def _sums(control: Document) -> list[tuple[str, object]]:
    outcomes = [(f"items-{name}", number) for name, number in control["outcomes"].items()]
    return [
        ("control", control["id"]),
        ("conclusion", control["conclusion"]),
        ("severity", control["severity"]),
        ("proposed-threshold", "yes" if control["proposed_threshold"] else None),
        ("population", control["population"]),
        *outcomes,
        ("waived", control["waived"]),
    ]


def _finding(control: Document, at: str) -> Document:
    counts = control["outcomes"]
    tested = counts["pass"] + counts["observation"] + counts["exception"]
    related = [
        {"observation-uuid": identifier("observation", (control["id"], item["item"]), at)}
        for item in _told(control)
    ]
    return {
        "uuid": identifier("finding", control["id"], at),
        "title": markup(f"{control['id']} {control['title']}"),
        "description": f"{counts['exception']} of {tested} items did not meet the criterion.",
        "props": properties(_sums(control)),
        "target": {
            "type": "objective-id",
            "target-id": f"{control['id']}_obj",
            "status": _STATES[control["conclusion"]],
        },
        **unless_empty("related-observations", related),
    }


def _restated(row: Document, at: str) -> Document:
    old, new = row["old"], row["new"]
    told = (
        f"As issued {old['exceptions']} of {old['tested']} items were exceptions,"
        f" with what is known now {new['exceptions']} of {new['tested']}."
    )
    return {
        **observation((row["control"], "restated for", row["period"]), told, at),
        "types": ["historic"],
    }


def _fault(entry: Document, files: dict[str, Document]) -> Document:
    told = entry["why"] or f"records set aside: {entry['quarantined']}"
    places = [
        {
            **evidence({"file": entry["file"], "row": one["row"]}, files),
            "remarks": markup(one["why"]),
        }
        for one in entry["rejects"]
    ]
    names = ("load", entry["file"], entry.get("sheet") or "")
    return {
        **observation(names, told, _UNDATED),
        "props": properties([("file", entry["file"]), ("status", entry["status"])]),
        "types": ["finding"],
        **unless_empty("relevant-evidence", places),
    }
