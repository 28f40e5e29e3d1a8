"""SARIF and JUnit by the rules of each form, and every form for every listing."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest

from ecrl_audit import formats
from ecrl_audit.catalogue import entries as catalogue_entries
from tests.run_document import Document, items_of, run_document


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
    suite = ET.fromstring(made[kind]())[0]
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
