"""OSCAL, SARIF and JUnit: valid by the rules of each form, and the same for the same run."""

from __future__ import annotations

import functools
import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from ecrl_audit import formats, oscal
from ecrl_audit.catalogue import entries as catalogue_entries
from ecrl_audit.oscal.parts import markup, properties
from ecrl_audit.results import document
from tests.fake_results import RUN, SIZES, fake_database

if TYPE_CHECKING:
    from collections.abc import Iterator

Document = dict[str, Any]
TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
UUID5 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
ONE_LINE = re.compile(r"\S(.*\S)?")
METADATA = {"title", "last-modified", "version", "oscal-version"}
REQUIRED: dict[str, set[str]] = {
    "assessment-results": {"uuid", "metadata", "import-ap", "results"},
    "catalog": {"uuid", "metadata"},
    "metadata": METADATA,
    "import-ap": {"href"},
    "results": {"uuid", "title", "description", "start", "reviewed-controls"},
    "reviewed-controls": {"control-selections"},
    "observations": {"uuid", "description", "methods", "collected"},
    "findings": {"uuid", "title", "description", "target"},
    "target": {"type", "target-id", "status"},
    "status": {"state"},
    "relevant-evidence": {"description"},
    "related-observations": {"observation-uuid"},
    "props": {"name", "value"},
    "resources": {"uuid"},
    "groups": {"title"},
    "controls": {"id", "title"},
    "parts": {"name"},
}
OPTIONAL: dict[str, set[str]] = {
    "assessment-results": {"back-matter"},
    "catalog": {"groups"},
    "metadata": {"remarks"},
    "results": {"end", "props", "observations", "findings"},
    "control-selections": {"description", "include-all", "include-controls"},
    "include-controls": {"control-id"},
    "observations": {"title", "props", "types", "relevant-evidence"},
    "findings": {"props", "related-observations"},
    "status": {"reason"},
    "relevant-evidence": {"href", "props", "remarks"},
    "props": {"ns"},
    "back-matter": {"resources"},
    "resources": {"title", "description", "props", "rlinks"},
    "rlinks": {"href", "hashes"},
    "hashes": {"algorithm", "value"},
    "groups": {"id", "controls"},
    "controls": {"props", "parts"},
    "parts": {"id", "prose"},
}
TOKENS = {"name", "id", "control-id", "target-id"}
MOMENTS = {"last-modified", "start", "end", "collected"}


@functools.cache
def run_document(size: str) -> Document:
    return document(fake_database(SIZES[size]), RUN, all_items=True)


def items_of(size: str) -> list[Document]:
    return [
        {"control": control["id"], **item}
        for control in run_document(size)["controls"]
        for item in control["items"]
        if item["outcome"] != "pass"
    ]


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


def faults(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield what the rules of OSCAL forbid, for the parts of the model that are used."""
    if isinstance(value, list):
        if not value:
            yield f"{name} is empty"
        for one in value:
            yield from faults(name, one)
    elif isinstance(value, dict):
        required, optional = REQUIRED.get(name, set()), OPTIONAL.get(name, set())
        if name in REQUIRED or name in OPTIONAL:
            yield from (f"{name} lacks {one}" for one in sorted(required - set(value)))
            yield from (f"{name} has {one}" for one in sorted(set(value) - required - optional))
        for key, one in value.items():
            yield from faults(key, one)
    else:
        yield from _text_faults(name, value)


def _text_faults(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, str) or not ONE_LINE.fullmatch(value):
        yield f"{name} is {value!r}"
    elif name in TOKENS and not TOKEN.fullmatch(value):
        yield f"{name} is no token: {value}"
    elif name in ("uuid", "observation-uuid") and not UUID5.fullmatch(value):
        yield f"{name} is no UUID of version 5: {value}"
    elif name in MOMENTS and datetime.fromisoformat(value).tzinfo is None:
        yield f"{name} has no zone: {value}"
    elif name in ("href", "ns") and not re.fullmatch(r"[!#-;=?-Z_a-z~%]+", value):
        yield f"{name} is no address: {value}"


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


def sarif_documents() -> dict[str, Document]:
    made = {
        "run": formats.run(run_document("ordinary"), "sarif"),
        "sources": formats.sources(run_document("ordinary")["sources"], "sarif"),
        "findings": formats.findings(items_of("ordinary"), "sarif"),
        "controls": formats.catalogue(catalogue_entries(None, None), "sarif", single=False),
    }
    return {name: json.loads(text) for name, text in made.items()}


@pytest.mark.parametrize("kind", ["run", "sources", "findings", "controls"])
def test_sarif_names_its_rules_and_places(kind: str) -> None:
    log = sarif_documents()[kind]
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules)) > 0
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"].strip()
        assert (result["kind"] == "fail") == (result["level"] != "none")
        for place in result["locations"]:
            address = place["physicalLocation"]["artifactLocation"]["uri"]
            assert urlsplit(address).path == address != ""
            assert re.fullmatch(r"[!#-;=?-Z_a-z~%]+", address)
            assert place["physicalLocation"].get("region", {"startLine": 1})["startLine"] >= 1


def test_sarif_points_at_the_line_below_the_header_and_only_in_lines() -> None:
    item = items_of("ordinary")[0]
    places = [{"file": "logbook/a b.csv", "row": 3}, {"file": "x.zip", "row": 3},
              {"file": "", "row": 1}]  # fmt: skip
    text = formats.findings([{**item, "evidence": places}], "sarif")
    found = json.loads(text)["runs"][0]["results"][0]["locations"]
    assert [one["physicalLocation"] for one in found] == [
        {"artifactLocation": {"uri": "logbook/a%20b.csv"}, "region": {"startLine": 4}},
        {"artifactLocation": {"uri": "x.zip"}},
    ]
    assert found[1]["logicalLocations"][0]["fullyQualifiedName"] == "x.zip#3"


@pytest.mark.parametrize("kind", ["run", "sources", "findings", "controls"])
def test_junit_counts_what_it_lists(kind: str) -> None:
    made = {
        "run": lambda: formats.run(run_document("ordinary"), "junit"),
        "sources": lambda: formats.sources(run_document("ordinary")["sources"], "junit"),
        "findings": lambda: formats.findings(items_of("ordinary"), "junit"),
        "controls": lambda: formats.catalogue(catalogue_entries(None, None), "junit", single=False),
    }
    suite = ET.fromstring(made[kind]())[0]  # noqa: S314 - our own text
    cases = suite.findall("testcase")
    assert int(suite.attrib["tests"]) == len(cases) > 0
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.attrib[attribute]) == len(suite.findall(f"testcase/{tag}"))


@pytest.mark.parametrize("form", ["table", "json", "csv", "junit", "sarif", "oscal"])
def test_every_form_exists_for_every_listing(form: str) -> None:
    assert formats.run(run_document("almost_empty"), form).endswith("\n")
    assert formats.sources(run_document("almost_empty")["sources"], form).endswith("\n")
    assert formats.findings(items_of("ordinary"), form).endswith("\n")
    assert formats.catalogue(catalogue_entries(None, None), form, single=False).endswith("\n")
