"""Result documents into what stdout carries: a table for people, or one valid document.

Every form is made from the same plain values as the JSON; nothing is computed twice.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from ecrl_audit.documents.guard import guarded
from ecrl_audit.model import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Document = dict[str, Any]
_WIDTH = 60
_SARIF_LEVEL = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "info": "note",
}


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
    return _RUN[form](document)


def sources(entries: Sequence[Document], form: str) -> str:
    """Return what became of each file in one of the forms."""
    if form == "json":
        return _json({"schema": 1, "sources": list(entries)})
    if form == "junit":
        return _junit("load", [_source_case(e) for e in entries])
    if form in ("sarif", "oscal"):
        return _json(
            _sarif(
                [_source_result(e) for e in entries if e["status"] == "refused" or e["quarantined"]]
            )
        )
    names = (
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
    return _rows(entries, names, form)


def findings(entries: Sequence[Document], form: str) -> str:
    """Return items with their evidence in one of the forms."""
    if form == "json":
        return _json({"schema": 1, "findings": list(entries)})
    if form == "junit":
        return _junit("findings", [_item_case(e["control"], e) for e in entries])
    if form in ("sarif", "oscal"):
        return _json(_sarif([_item_result(e["control"], e) for e in entries]))
    flat = [
        {**e, "evidence": "; ".join(f"{r['file']}#{r['row']}" for r in e["evidence"])}
        for e in entries
    ]
    return _rows(
        flat, ("control", "item", "outcome", "subtype", "severity", "reason", "evidence"), form
    )


def catalogue(entries: Sequence[Document], form: str, *, single: bool) -> str:
    """Return the list of controls, or the page of one, in one of the forms."""
    if form == "json":
        return _json({"schema": 1, "controls": list(entries)})
    if form == "junit":
        return _junit("controls", [(e["id"], e["title"], "", "") for e in entries])
    if form in ("sarif", "oscal"):
        return _json(_sarif([], entries))
    if single and form == "table":
        return "\n".join(_page_line(key, value) for key, value in entries[0].items()) + "\n"
    return _rows(entries, ("id", "severity", "tier", "title", "clauses", "conclusion"), form)


def plain(entries: Sequence[Document], form: str) -> str:
    """Return a list of plain entries as a table or as JSON."""
    if form == "json":
        return _json(list(entries))
    return _rows(entries, tuple(entries[0]), form)


def _page_line(key: str, value: object) -> str:
    text = ", ".join(str(v) for v in value) if isinstance(value, list) else str(value or "-")
    return f"{key.replace('_', ' ')}:\n    " + text.replace("\n", "\n    ")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _rows(entries: Iterable[Document], names: Sequence[str], form: str) -> str:
    cells = [[_cell(entry.get(name)) for name in names] for entry in entries]
    return _csv(names, cells) if form == "csv" else _table(names, cells)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)


def _csv(names: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([guarded(cell) for cell in row] for row in cells)
    return stream.getvalue()


def _table(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    shown = [[_visible(cell) for cell in row] for row in [list(names), *cells]]
    widths = [max(len(row[n]) for row in shown) for n in range(len(names))]
    lines = [
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in shown
    ]
    lines.insert(1, "  ".join("-" * w for w in widths))
    return "\n".join(lines) + "\n"


def _visible(text: str) -> str:
    safe = "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in text)
    return safe if len(safe) <= _WIDTH else safe[: _WIDTH - 1] + "…"


def _run_table(document: Document) -> str:
    names = ("control", "conclusion", "n", "exc", "obs", "review", "gap", "pend", "title")
    keys = ("exception", "observation", "needs_review", "not_evidenced", "pending")
    cells = [
        [
            c["id"],
            c["conclusion"],
            str(c["population"]),
            *(str(c["outcomes"][k]) for k in keys),
            c["title"],
        ]
        for c in document["controls"]
    ]
    period = document["run"]["period"]
    head = f"{period['first']} to {period['last']}, as of {document['run']['as_of']}\n\n"
    return head + _table(names, cells)


def _run_csv(document: Document) -> str:
    names = (
        "control",
        "conclusion",
        "item",
        "outcome",
        "subtype",
        "severity",
        "channel",
        "occurred",
        "reason",
        "waived",
    )
    cells = [
        [c["id"], c["conclusion"], *(_cell(item.get(n)) for n in names[2:])]
        for c in document["controls"]
        for item in c["items"] or [{}]
    ]
    return _csv(names, cells)


Case = tuple[str, str, str, str]


def _run_junit(document: Document) -> str:
    cases = [_control_case(c) for c in document["controls"]]
    cases += [_item_case(c["id"], i) for c in document["controls"] for i in c["items"]]
    return _junit("ecrl-audit", cases)


def _control_case(control: Document) -> Case:
    kind = {"error": "error", "not_tested": "skipped", "not_applicable": "skipped"}.get(
        control["conclusion"], ""
    )
    return (
        control["id"],
        f"{control['id']} {control['title']}",
        kind,
        control["conclusion_reason"],
    )


def _item_case(control: str, item: Document) -> Case:
    kind = {"exception": "failure", "pass": "", "observation": ""}.get(item["outcome"], "skipped")
    return (control, item["item"], kind, f"{item['outcome']}: {item['reason']}")


def _source_case(entry: Document) -> Case:
    kind = {"refused": "failure", "ignored": "skipped"}.get(entry["status"], "")
    return ("load", entry["file"], kind, entry["why"])


def _junit(name: str, cases: Sequence[Case]) -> str:
    body = "".join(_case(*case) for case in cases)
    counts = {
        kind: sum(case[2] == kind for case in cases) for kind in ("failure", "error", "skipped")
    }
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites><testsuite name={quoteattr(name)} tests="{len(cases)}" failures="{counts["failure"]}"'
        f' errors="{counts["error"]}" skipped="{counts["skipped"]}">\n{body}</testsuite></testsuites>\n'
    )


def _case(group: str, name: str, kind: str, message: str) -> str:
    head = f"<testcase classname={quoteattr(_xml(group))} name={quoteattr(_xml(name))}"
    if not kind:
        return f"{head}/>\n"
    text = _xml(message)
    return f"{head}><{kind} message={quoteattr(text)}>{escape(text)}</{kind}></testcase>\n"


def _xml(text: str) -> str:
    """Return a text without the characters that XML 1.0 cannot hold."""
    return "".join(c if c in "\t\n\r" or c.isprintable() else f"[U+{ord(c):04X}]" for c in text)


def _run_sarif(document: Document) -> str:
    results = [
        _item_result(control["id"], item)
        for control in document["controls"]
        for item in control["items"]
        if item["outcome"] != "pass"
    ]
    return _json(_sarif(results, document["controls"], document["run"]["ecrl_audit"]))


def _sarif(
    results: Sequence[Document], controls: Sequence[Document] = (), version: str = ""
) -> Document:
    rules = [{"id": c["id"], "shortDescription": {"text": c["title"]}} for c in controls]
    driver: Document = {"name": "ecrl-audit", "rules": rules}
    if version:
        driver["version"] = version
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": list(results)}],
    }


def _item_result(control: str, item: Document) -> Document:
    is_exception = item["outcome"] == "exception"
    return {
        "ruleId": control,
        "kind": "fail"
        if is_exception
        else "review"
        if item["outcome"] == "needs_review"
        else "open",
        "level": _SARIF_LEVEL[item["severity"]] if is_exception else "none",
        "message": {"text": f"{item['item']}: {item['outcome']}: {item['reason']}"},
        "locations": [_location(r["file"], r["row"]) for r in item["evidence"][:10]],
        "suppressions": [{"kind": "external"}] if item["waived"] else [],
    }


def _source_result(entry: Document) -> Document:
    return {
        "ruleId": "load",
        "kind": "fail",
        "level": "error" if entry["status"] == "refused" else "warning",
        "message": {"text": entry["why"] or f"{entry['quarantined']} records were set aside"},
        "locations": [_location(entry["file"], 1)],
    }


def _location(file: str, row: int) -> Document:
    from urllib.parse import quote

    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(file)},
            "region": {"startLine": max(row, 1)},
        }
    }


_RUN: dict[str, Callable[[Document], str]] = {
    "table": _run_table,
    "json": _json,
    "csv": _run_csv,
    "junit": _run_junit,
    "sarif": _run_sarif,
}
