"""JUnit XML: a control, an item or a file is a test case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Sequence

Document = dict[str, Any]
Case = tuple[str, str, str, str]
_KIND_OF_CONCLUSION = {
    "error": "error",
    "limited": "skipped",
    "not_tested": "skipped",
    "not_applicable": "skipped",
}


def of_run(document: Document) -> str:
    """Return a run: one case per control, and one per item."""
    cases = [_control_case(c) for c in document["controls"]]
    cases += [_item_case(c["id"], i) for c in document["controls"] for i in c["items"]]
    return _suite("ecrl-audit", cases)


def of_sources(entries: Sequence[Document]) -> str:
    """Return one case per file."""
    return _suite("load", [_source_case(entry) for entry in entries])


def of_findings(entries: Sequence[Document]) -> str:
    """Return one case per item."""
    return _suite("findings", [_item_case(entry["control"], entry) for entry in entries])


def of_controls(entries: Sequence[Document]) -> str:
    """Return one case per control with its last conclusion; without one it is skipped."""
    return _suite("controls", [_listed_case(entry) for entry in entries])


def _control_case(control: Document) -> Case:
    name = f"{control['id']} {control['title']}"
    kind = _KIND_OF_CONCLUSION.get(control["conclusion"], "")
    return (control["id"], name, kind, control["conclusion_reason"])


def _listed_case(entry: Document) -> Case:
    conclusion = entry["conclusion"]
    if conclusion is None:
        return (entry["id"], entry["title"], "skipped", "no run is stored")
    kind = _KIND_OF_CONCLUSION.get(conclusion, "")
    kind = "failure" if conclusion == "exceptions_noted" else kind
    return (entry["id"], entry["title"], kind, f"{conclusion}: {entry['conclusion_reason']}")


def _item_case(control: str, item: Document) -> Case:
    kind = {"exception": "failure", "pass": "", "observation": ""}.get(item["outcome"], "skipped")
    return (control, item["item"], kind, f"{item['outcome']}: {item['reason']}")


def _source_case(entry: Document) -> Case:
    kind = {"refused": "failure", "ignored": "skipped"}.get(entry["status"], "")
    return ("load", entry["file"], kind, entry["why"])


def _suite(name: str, cases: Sequence[Case]) -> str:
    body = "".join(_case(*case) for case in cases)
    counts = [
        f'{many}="{sum(case[2] == kind for case in cases)}"'
        for many, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    ]
    head = f'tests="{len(cases)}" {" ".join(counts)}'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<testsuites><testsuite name={quoteattr(name)} {head}>\n{body}</testsuite></testsuites>\n"
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
