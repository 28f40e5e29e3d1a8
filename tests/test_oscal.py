"""OSCAL: valid by its rules, the same for the same run, and no claim beyond the conclusion."""

from __future__ import annotations

import json
import re

import pytest

from ecrl_audit import oscal
from ecrl_audit.catalogue import entries as catalogue_entries
from ecrl_audit.oscal.parts import markup, properties
from tests.oscal_rules import faults
from tests.run_document import Document, items_of, run_document


def results_documents() -> dict[str, Document]:
    return {
        "run": oscal.assessment_results(run_document("ordinary")),
        "small run": oscal.assessment_results(run_document("almost_empty")),
        "sources": oscal.from_sources(run_document("ordinary")["sources"]),
        "no sources": oscal.from_sources([]),
        "findings": oscal.from_findings(items_of("ordinary")),
        "no findings": oscal.from_findings([]),
        "controls": oscal.from_controls(catalogue_entries(None, None)),
    }


KINDS = ("run", "small run", "sources", "no sources", "findings", "no findings", "controls")


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_keeps_the_rules_of_oscal(kind: str) -> None:
    made = results_documents()[kind]
    assert list(made) in (["assessment-results"], ["catalog"])
    assert list(faults("", made)) == []


@pytest.mark.parametrize(
    "broken",
    [{"props": [{"name": "two words", "value": "x"}]}, {"props": [{"name": "a", "value": "x\ny"}]},
     {"props": [{"name": "a", "value": ""}]}, {"props": []}, {"start": "2026-07-01T00:00:00"},
     {"status": {"status": "satisfied"}}, {"uuid": "1"}],
    ids=["token", "lines", "blank", "empty", "zone", "state", "uuid"],
)  # fmt: skip
def test_a_broken_rule_is_noticed(broken: Document) -> None:
    assert list(faults("", broken))


@pytest.mark.parametrize("kind", KINDS)
def test_identifiers_are_unique_and_references_lead_somewhere(kind: str) -> None:
    text = json.dumps(results_documents()[kind])
    identifiers = re.findall(r'"uuid": "([^"]+)"', text)
    assert len(identifiers) == len(set(identifiers))
    referred = re.findall(r'"(?:href": "#|observation-uuid": ")([^"]+)"', text)
    assert set(referred) <= set(identifiers)


def test_the_same_run_gives_the_same_document_and_another_run_another() -> None:
    first, again = results_documents()["run"], results_documents()["run"]
    assert json.dumps(first) == json.dumps(again)
    other = json.loads(json.dumps(run_document("ordinary")))
    other["controls"][0]["items"][0]["reason"] = "something else"
    changed = oscal.assessment_results(other)
    assert changed["assessment-results"]["uuid"] != first["assessment-results"]["uuid"]


@pytest.mark.parametrize("size", ["ordinary", "almost_empty"])
def test_a_finding_only_where_the_conclusion_allows_one(size: str) -> None:
    result = oscal.assessment_results(run_document(size))["assessment-results"]["results"][0]
    states = {
        one["target"]["target-id"].removesuffix("_obj"): one["target"]["status"]["state"]
        for one in result.get("findings", [])
    }
    told = {prop["value"] for one in result["observations"] for prop in one.get("props", ())
            if prop["name"] == "control"}  # fmt: skip
    for control in run_document(size)["controls"]:
        expected = {"exceptions_noted": "not-satisfied", "no_exceptions_noted": "satisfied"}
        assert states.get(control["id"]) == expected.get(control["conclusion"])
        assert control["id"] in states or control["id"] in told
    conclusions = {control["conclusion"] for control in run_document(size)["controls"]}
    assert "limited" in conclusions or size == "ordinary"


def test_every_item_that_did_not_pass_is_observed_once() -> None:
    result = oscal.assessment_results(run_document("ordinary"))["assessment-results"]["results"][0]
    observed = [
        tuple(prop["value"] for prop in one["props"] if prop["name"] in ("control", "item"))
        for one in result["observations"]
        if "props" in one
    ]
    wanted = [(item["control"], item["item"]) for item in items_of("ordinary")]
    assert [one for one in observed if len(one) == 2] == wanted
    related = {
        r["observation-uuid"] for f in result["findings"] for r in f.get("related-observations", ())
    }
    assert related <= {one["uuid"] for one in result["observations"]}
    assert len(related) > 10


def test_the_catalog_holds_every_control_once() -> None:
    entries = catalogue_entries(None, None)
    groups = oscal.from_controls(entries)["catalog"]["groups"]
    listed = [control["id"] for group in groups for control in group["controls"]]
    assert sorted(listed) == sorted(entry["id"] for entry in entries)


def test_texts_are_one_line_and_no_markup() -> None:
    assert markup(" a\n*b*\t[c](d) <e>\u202e ") == r"a \*b\* \[c\](d) \<e\>\[U+202E\]"
    assert markup(" \n") == "-"
    assert properties([("a_b", None), ("c", " "), ("d", "x\ny")]) == [
        {"name": "d", "ns": "urn:ecrl-audit:oscal", "value": "x y"}
    ]
