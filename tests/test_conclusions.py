"""How items become the conclusion of a control, from the outside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ecrl_audit import judging, policy, statements
from tests import cases, evidence

Q3 = ("--period", "2026-Q3", "--as-of", "2026-12-31", "--items", "all")


def _control(tmp_path: Path, control: str, **sheets: list[dict[str, str]]) -> dict[str, Any]:
    folder = tmp_path / "evidence"
    for sheet, rows in {
        "coverage": evidence.COVERAGE,
        "channels": evidence.CHANNELS,
        **sheets,
    }.items():
        evidence.write_sheet(folder, sheet, rows)
    assert evidence.run("load", folder, "--db", tmp_path / "a.duckdb").returncode == 0
    found: dict[str, Any] = evidence.checked(tmp_path / "a.duckdb", *Q3, "--select", control)[
        "controls"
    ][0]
    return found


REMOVAL = evidence.ACTIONS[0]
BARE = evidence.ACTIONS[1]
HOLE = [{**evidence.COVERAGE[0], "covers_to": "2026-09-29"}]


@pytest.mark.parametrize(
    ("actions", "coverage", "conclusion"),
    [
        ([REMOVAL], evidence.COVERAGE, "no_exceptions_noted"),
        ([REMOVAL, BARE], evidence.COVERAGE, "exceptions_noted"),
        ([], evidence.COVERAGE, "no_instances"),
        ([REMOVAL], HOLE, "limited"),
        ([], HOLE, "limited"),
        ([BARE], HOLE, "exceptions_noted"),
        ([{**REMOVAL, "source": "platform"}], evidence.COVERAGE, "no_instances"),
    ],
    ids=[
        "a pass",
        "an exception",
        "nothing",
        "a hole",
        "nothing and a hole",
        "proven all the same",
        "the platform's",
    ],
)
def test_the_conclusion_of_a_control(
    tmp_path: Path, actions: list[dict[str, str]], coverage: list[dict[str, str]], conclusion: str
) -> None:
    found = _control(tmp_path, "RM-01", actions=actions, coverage=coverage)
    assert found["conclusion"] == conclusion


def test_a_sheet_that_is_absent_is_not_tested_and_gives_no_items(tmp_path: Path) -> None:
    found = _control(tmp_path, "RM-01")
    assert (found["conclusion"], found["population"], found["items"]) == ("not_tested", 0, [])
    assert "actions" in found["conclusion_reason"]


def test_without_a_channel_of_its_own_the_statutory_window_is_not_applicable(
    tmp_path: Path,
) -> None:
    found = _control(
        tmp_path,
        "DM-16",
        channels=[evidence.CHANNELS[0]],
        dmca_notices=[{"notice_no": "n1", "venue": "A2", "channel": "fb", "received": "2026-07-01T12:00:00Z"}],
        dmca_items=[{"notice_no": "n1", "post": "p1"}],
        dmca_events=[],
        dmca_counter_notices=[{
            "counter_no": "k1", "notice_no": "n1", "received_by_agent": "2026-07-10T12:00:00Z",
            **dict.fromkeys(("signature", "material_located", "good_faith_under_perjury",
                             "name_address_phone", "consent_to_jurisdiction", "accepts_service"), "yes"),
        }],
    )  # fmt: skip
    assert found["conclusion"] == "not_applicable"
    assert {item["outcome"] for item in found["items"]} == {"not_applicable"}
    assert found["population"] == len(found["items"]) >= 1


def test_a_waived_item_keeps_its_outcome_and_is_counted_apart(tmp_path: Path) -> None:
    waiver = {
        "control": "RM-01", "items": "a2", "reason": "agreed", "approved_by": "Board",
        "approved": "2026-07-01", "start": "2026-07-01", "expires": "2027-06-30",
    }  # fmt: skip
    found = _control(tmp_path, "RM-01", actions=[REMOVAL, BARE], waivers=[waiver])
    assert found["waived"] == 1
    assert found["outcomes"]["exception"] == 1
    assert {i["item"]: i["waived"] for i in found["items"]} == {"a1": False, "a2": True}
    done = evidence.run(
        "check", *Q3, "--db", tmp_path / "a.duckdb", "--select", "RM-01", "--fail-on", "info"
    )
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("change", "code", "word"),
    [
        ({"expires": "2026-08-01"}, 1, ""),
        ({"start": "2027-01-01", "expires": "2027-06-30"}, 1, ""),
        ({"control": "RM-99"}, 2, "RM-99"),
        ({"items": "a99"}, 2, "a99"),
        ({"items": ""}, 2, "second approver"),
        ({"items": "", "second_approver": "Chair"}, 0, ""),
        ({"expires": "2027-07-03"}, 2, "366"),
    ],
    ids=str,
)
def test_waivers_hold_only_when_they_can(
    tmp_path: Path, change: dict[str, str], code: int, word: str
) -> None:
    waiver = {
        "control": "RM-01", "items": "a2", "reason": "agreed", "approved_by": "Board",
        "approved": "2026-07-01", "start": "2026-07-01", "expires": "2027-06-30", **change,
    }  # fmt: skip
    folder = evidence.small_library(tmp_path / "evidence")
    evidence.write_sheet(folder, "waivers", [waiver])
    evidence.run("load", folder, "--db", tmp_path / "a.duckdb")
    done = evidence.run(
        "check", *Q3, "--db", tmp_path / "a.duckdb", "--select", "RM-01", "--fail-on", "info"
    )
    assert done.returncode == code, done.stderr
    assert word in done.stderr


def test_two_versions_of_one_record_are_not_evidenced(tmp_path: Path) -> None:
    found = _control(tmp_path, "RM-01", actions=[REMOVAL, {**REMOVAL, "reason_code": ""}, BARE])
    items = {item["item"]: item for item in found["items"]}
    assert (items["a1"]["outcome"], items["a1"]["subtype"]) == (
        "not_evidenced",
        "conflicting_records",
    )
    assert {e["row"] for e in items["a1"]["evidence"]} >= {1, 2}


def test_a_late_record_restates_the_issued_period(tmp_path: Path) -> None:
    folder = evidence.small_library(tmp_path / "evidence")
    database = tmp_path / "a.duckdb"
    evidence.run("load", folder, "--db", database)
    first = ("--period", "2026-Q3", "--as-of", "2026-10-15", "--select", "RM-01")
    assert evidence.checked(database, *first)["restatements"] == []
    late = {**BARE, "action_no": "a9", "post": "p9", "logged": "2026-11-20T12:00:00Z"}
    evidence.write_sheet(folder, "actions", [*evidence.ACTIONS, late])
    evidence.run("load", folder, "--db", database)
    again = evidence.checked(database, *first)
    assert again["controls"][0]["population"] == 2
    following = evidence.checked(
        database, "--period", "2026-Q4", "--as-of", "2026-12-31", "--select", "RM-01"
    )
    assert following["restatements"] == [
        {
            "period": "2026-Q3",
            "control": "RM-01",
            "old": {"exceptions": 1, "tested": 2},
            "new": {"exceptions": 2, "tested": 3},
        }
    ]


def test_one_broken_control_is_its_own_error(monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.Case("", {"actions": [REMOVAL], "coverage": evidence.COVERAGE})
    connection = cases.base.__wrapped__()
    monkeypatch.setattr(cases, "base", lambda: connection)
    cases.build_world(connection, case)
    first, second = (c for c in statements.controls() if c.id in ("RM-01", "RM-02"))
    for sql in (
        "select 'x' as item, 'fine' as outcome",
        "select no_such from actions",
        "select 1; select 2",
    ):
        broken = replace(first, sql=sql)
        results = judging.judge_controls(
            connection, [broken, second], policy.default_parameters(), lambda _: None
        )
        assert [r.conclusion for r in results] == ["error", "no_exceptions_noted"]
        assert results[0].tally.population == 0
    connection.close()
