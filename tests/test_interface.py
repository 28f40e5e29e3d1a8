"""The commands, exit codes and documents of the interface, driven from the outside."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from ecrl_audit.database import open_sealed
from tests import evidence

Q3 = ("--period", "2026-Q3", "--as-of", "2026-10-30")


def test_load_accounts_for_every_record(library: Path, tmp_path: Path) -> None:
    evidence.write_sheet(
        library,
        "actions",
        [
            evidence.ACTIONS[0],
            evidence.ACTIONS[1],
            {**evidence.ACTIONS[0], "action_no": "a3", "acted": "soon"},
            {**evidence.ACTIONS[0], "action_no": "a4", "source": "robot"},
            {**evidence.ACTIONS[0], "action_no": "a5", "channel": ""},
        ],
        part=".q3",
    )
    done = evidence.run("load", library, "--db", tmp_path / "a.duckdb", "--format", "json")
    sources = {s["file"]: s for s in json.loads(done.stdout)["sources"]}
    part = sources["logbook/actions.q3.csv"]
    assert (part["seen"], part["loaded"], part["quarantined"], part["duplicate"]) == (5, 0, 3, 2)
    assert [(r["row"], r["column"]) for r in part["rejects"]] == [
        (3, "acted"),
        (4, "source"),
        (5, "channel"),
    ]
    assert sources["logbook/actions.csv"]["loaded"] == 2
    assert done.returncode == 0
    assert "set aside: logbook/actions.q3.csv: 3 of 5 records" in done.stderr


def test_check_gives_the_document_of_the_interface(loaded: Path) -> None:
    document = evidence.checked(loaded, *Q3, "--items", "all")
    assert document["schema"] == 1
    assert document["run"]["period"] == {"first": "2026-07-01", "last": "2026-09-30"}
    assert document["run"]["as_of"] == "2026-10-31T04:59:59Z"
    control = next(c for c in document["controls"] if c["id"] == "RM-01")
    assert control["conclusion"] == "exceptions_noted"
    assert control["population"] == sum(control["outcomes"].values()) == 2
    items = {item["item"]: item for item in control["items"]}
    assert items["a2"]["outcome"] == "exception"
    assert items["a2"]["subtype"] == "missing_reason"
    assert items["a2"]["occurred"] == "2026-07-03T15:00:00Z"
    assert {"file": "logbook/actions.csv", "row": 2} in items["a2"]["evidence"]
    assert items["a1"]["outcome"] == "pass"


def test_without_all_the_passes_are_not_listed(loaded: Path) -> None:
    control = next(c for c in evidence.checked(loaded, *Q3)["controls"] if c["id"] == "RM-01")
    assert [item["item"] for item in control["items"]] == ["a2"]
    assert control["population"] == 2


def test_every_control_adds_up_and_has_a_conclusion(loaded: Path) -> None:
    for control in evidence.checked(loaded, *Q3, "--items", "all")["controls"]:
        assert control["population"] == sum(control["outcomes"].values()) == len(control["items"])
        counted = Counter(item["outcome"] for item in control["items"])
        assert {k: v for k, v in control["outcomes"].items() if v} == dict(counted)
        assert control["conclusion"] != "error", control["conclusion_reason"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "--period", "2026-Q5"), 2),
        (("check", "--period", "2026-Q3", "--select", "RM-99"), 2),
        (("check", "--period", "2026-Q3", "--set", "removal_limt=3"), 2),
        (("check", "--period", "2026-Q3", "--set", "removal_limit"), 2),
        (("check", "--period", "2026-Q3", "--no-such-option"), 2),
        (("check", "--period", "2019-Q3"), 5),
        (("check", "--period", "2026-Q3", "--exclude", "severity:info+"), 5),
        (("check", "--period", "2026-Q3", "--fail-on", "critical", "--select", "RM-01"), 0),
        (("check", "--period", "2026-Q3", "--fail-on", "medium", "--select", "RM-01"), 1),
        (
            (
                "check",
                "--period",
                "2026-Q3",
                "--fail-on-incomplete",
                "--fail-on",
                "medium",
                "--select",
                "RM-01",
            ),
            1,
        ),
        (("check", "--period", "2026-Q3", "--fail-on-incomplete", "--select", "NT-01"), 3),
        (("controls", "RM-99"), 2),
        (("findings", "--outcome", "bad"), 2),
        (("report", "director", "--period", "2020"), 2),
    ],
    ids=str,
)
def test_exit_codes(loaded: Path, arguments: tuple[str, ...], code: int) -> None:
    done = evidence.run(*arguments, "--db", loaded)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_word_names_the_nearest_known_one(loaded: Path) -> None:
    assert (
        "removal_limit"
        in evidence.run("check", *Q3, "--set", "removal_limt=3", "--db", loaded).stderr
    )
    assert (
        "the nearest known one is RM-"
        in evidence.run("check", *Q3, "--select", "RM-O1", "--db", loaded).stderr
    )


@pytest.mark.parametrize("form", ["json", "sarif", "oscal"])
def test_stdout_is_one_json_document(loaded: Path, form: str) -> None:
    for arguments in (("check", *Q3), ("findings",), ("controls",)):
        done = evidence.run(*arguments, "--format", form, "--db", loaded)
        assert json.loads(done.stdout), done.stderr


def test_stdout_is_one_csv_or_xml_document(loaded: Path) -> None:
    done = evidence.run("check", *Q3, "--format", "csv", "--db", loaded)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["control"] for row in rows} >= {"RM-01", "NT-01"}
    root = ET.fromstring(evidence.run("check", *Q3, "--format", "junit", "--db", loaded).stdout)
    suite = root[0]
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) >= 1


def test_options_stand_before_or_after_the_verb(loaded: Path) -> None:
    before = evidence.run("--db", loaded, "--format", "json", "-q", "findings")
    after = evidence.run("findings", "--db", loaded, "--format", "json", "-q")
    assert before.stdout == after.stdout


def test_findings_lead_to_file_and_row_and_the_statement_runs(loaded: Path) -> None:
    evidence.checked(loaded, *Q3)
    done = evidence.run("findings", "--control", "RM-01", "--db", loaded, "--format", "json")
    found = json.loads(done.stdout)["findings"]
    assert [(f["item"], f["evidence"]) for f in found] == [
        ("a2", [{"file": "logbook/actions.csv", "row": 2}])
    ]
    sql = evidence.run("findings", "--control", "RM-01", "--db", loaded, "--sql").stdout
    connection = open_sealed(loaded)
    try:
        rows = connection.execute(sql).fetchall()
    finally:
        connection.close()
    assert [(row[1], row[5], row[6]) for row in rows] == [("a2", "logbook/actions.csv", 2)]


def test_a_control_page_shows_clause_criterion_and_sql(loaded: Path) -> None:
    page = evidence.run("controls", "rm-01", "--db", loaded).stdout
    for word in ("3.3b", "remove them at any time", "criterion", "select", "reason_record_limit"):
        assert word in page


def test_the_parameter_of_one_run_is_marked_and_forgotten(loaded: Path) -> None:
    evidence.checked(loaded, *Q3, "--set", "reason_record_limit=5")
    connection = open_sealed(loaded)
    try:
        rows = connection.execute(
            "select value, changed from run_parameter where name = 'reason_record_limit'"
        ).fetchall()
        stored = connection.execute(
            "select value from parameter_value where name = 'reason_record_limit'"
        ).fetchall()
    finally:
        connection.close()
    assert rows == [("5", True)]
    assert stored == [("1",)]
