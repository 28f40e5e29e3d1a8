"""The policy's register, its statutory days and the settings a library may change."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrl_audit import policy
from ecrl_audit.errors import UsageError
from ecrl_audit.model import ParameterValue, Settings
from tests import cases

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
SHARED = ROOT.parent / "shared"
needs_contract = pytest.mark.skipif(not SHARED.is_dir(), reason="the contract is not beside")

ATOMS = """
0.1 1.1 1.2a 1.2b 1.2c 1.3 1.4a 1.4b 2.1a 2.1b 2.2a 2.2b 2.3 3.1 3.2a 3.2b 3.2c 3.3a 3.3b
4.1 4.2 4.3 4.4 4.5a 4.5b 4.6 4.7 4.8a 4.8b 4.9a 4.9b 4.9c 4.9d 4.10 4.11 4.12 4.13 4.14a 4.14b
4.15 4.16 4.17a 4.17b 4.17c 4.18 4.19 4.20 5.1 5.2a 5.2b 5.3
6.1 6.2a 6.2b 6.2c 6.2d 6.3 6.4 6.5a 6.5b 6.6a 6.6b 6.7a 6.7b 6.7c 6.7d 6.7e
7.1 7.2a 7.2b 7.2c 7.3a 7.3b 7.3c
8.1a 8.1b 8.1c 8.2a 8.2b 8.3a 8.3b 8.3c 8.4a 8.4b 8.4c 8.4d 8.5a 8.5b 8.6 8.7 8.8
""".split()
FAMILIES = {"RM", "BL", "NT", "DM", "AU", "MO", "ST", "OO", "AT", "RC", "PV", "DQ"}
FORCES = {"def", "aim", "will", "must", "may", "statement", "right", "limit", "condition"}
FORCES |= {"may, on a condition"}
BY_DESIGN = "not tested by design:"
NEVER_SAID = re.compile(
    r"complian|certif|verif|guarantee|ensure|violations|\bprove|opinion letter|illegal|unlawful"
    r"|censor|infringer|guilty|misconduct|significant bias",
    re.IGNORECASE,
)


def test_the_register_holds_every_atom_of_the_policy_in_order() -> None:
    assert list(policy.clauses()) == ATOMS
    assert len(ATOMS) == 91
    assert len({re.sub("[a-e]$", "", atom) for atom in ATOMS}) == 52


@pytest.mark.parametrize("atom", ATOMS)
def test_a_clause_is_quoted_word_for_word_and_has_a_control_or_a_reason(atom: str) -> None:
    entry = policy.clauses()[atom]
    assert entry["quotation"] in " ".join(policy.policy_text().split())
    assert 1 <= len(entry["quotation"].split()) <= 40
    assert entry["controls"] or entry["reason"]
    assert len(set(entry["controls"])) == len(entry["controls"])
    for control in entry["controls"]:
        assert re.fullmatch(r"[A-Z]{2}-[0-9]{2}", control)
        assert control[:2] in FAMILIES
    assert set(entry["who"].split("/")) <= {"E", "S", "U", "O"}
    assert entry["force"] in FORCES
    assert entry["gist"]
    assert not NEVER_SAID.search(" ".join([entry["gist"], entry["note"], entry["reason"]]))


def test_the_mark_of_a_clause_decides_its_reason() -> None:
    for atom, entry in policy.clauses().items():
        assert entry["mark"] in {"M", "P", "A", "X"}, atom
        assert entry["reason"].startswith(BY_DESIGN) == (entry["mark"] == "X"), atom
        assert entry["reason"].startswith("attestation only") == (entry["mark"] == "A"), atom


def test_sections_follow_the_headings_of_the_policy() -> None:
    sections = {atom.split(".")[0]: entry["section"] for atom, entry in policy.clauses().items()}
    headings = [line.strip() for line in policy.policy_text().splitlines()]
    assert len(set(sections.values())) == 9
    for section in set(sections.values()) - {"Title", "Notice"}:
        assert section in headings


def test_a_quotation_that_is_not_in_the_policy_stops_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = policy.policy_text().replace("Stay on topic", "Keep to the topic")
    monkeypatch.setattr(policy, "policy_text", lambda: text)
    with pytest.raises(UsageError, match=r"quotation of 4\.1 is not in the policy"):
        policy.clauses.__wrapped__()


def test_observations_cite_clauses_and_at_most_four_go_to_the_board() -> None:
    path = QUERIES / "policy" / "observations.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))["observation"]
    assert len({entry["id"] for entry in found}) == len(found) == 11
    assert 1 <= sum(entry["board"] for entry in found) <= 4
    for entry in found:
        assert set(entry["clauses"]) <= set(ATOMS)
        assert entry["clauses"]
        assert 1 <= len(re.findall(r"\.(?=\s|$)", entry["text"])) <= 2
        assert not NEVER_SAID.search(entry["text"])


def test_the_statement_has_the_length_that_the_observation_says() -> None:
    statement = policy.policy_text().split("“")[1].split("”")[0]
    address = statement.split(": ")[1].rstrip(".")
    text = (QUERIES / "policy" / "observations.toml").read_text(encoding="utf-8")
    assert f"has {len(statement)} characters" in text
    assert f"has {len(statement) - len(address) + 23} there" in text


def test_reason_codes_and_parameters_name_clauses_of_the_register() -> None:
    with (QUERIES / "policy" / "reason_codes.csv").open(encoding="utf-8", newline="") as stream:
        cited = {row["clause"] for row in csv.DictReader(stream)}
    cited |= {value.clause for value in policy.default_parameters()} - {"-"}
    numbers = {re.sub("[a-e]$", "", atom) for atom in ATOMS}
    assert cited <= set(ATOMS) | numbers


@pytest.fixture(scope="module")
def statutory_days() -> Iterator[list[tuple[str, str, date]]]:
    """Every row of the fact, built from the shipped rules: calendar, optional, day."""
    connection = cases.base()
    connection.execute("begin")
    case = cases.Case("calendar", {"run": [{"period": "2021-01-01..2029-12-31"}]})
    cases.build_world(connection, case, ["statutory_day"])
    rows = connection.execute("select calendar, coalesce(optional, ''), day from statutory_day")
    yield rows.fetchall()
    connection.execute("rollback")


def weekdays(found: list[tuple[str, str, date]], calendar: str, year: int) -> set[date]:
    """Return the days of a calendar that are no choice of the library and fall on a weekday."""
    return {
        day
        for name, optional, day in found
        if (name, optional) == (calendar, "") and day.year == year and day.weekday() < 5
    }


def package_weekdays(year: int, subdivision: str | None = None) -> set[date]:
    """Return the weekdays, observed ones included, that the holidays package lists."""
    return {day for day in holidays.US(years=year, subdiv=subdivision) if day.weekday() < 5}


@pytest.mark.parametrize("year", range(2021, 2033))
def test_federal_days_are_those_of_the_holidays_package(
    statutory_days: list[tuple[str, str, date]], year: int
) -> None:
    assert weekdays(statutory_days, "F", year) == package_weekdays(year)


@pytest.mark.parametrize("year", range(2021, 2033))
def test_minnesota_days_differ_only_by_juneteenth_before_its_law(
    statutory_days: list[tuple[str, str, date]], year: int
) -> None:
    """The package lists Juneteenth from 2021, when it became federal; Minnesota's list from 2023.

    It also leaves out both optional days, which are compared by date below.
    """
    before_the_law = {2021: {date(2021, 6, 18)}, 2022: {date(2022, 6, 20)}}
    expected = package_weekdays(year, "MN") - before_the_law.get(year, set())
    assert weekdays(statutory_days, "L", year) == expected


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2022, "01-17 02-21 05-30 07-04 09-05 11-11 11-24 12-26"),
        (2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 11-10 11-23 12-25"),
        (2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 11-11 11-26 12-25"),
        (2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 11-11 11-25 12-24 12-31"),
    ],
)
def test_minnesota_days_by_date(
    statutory_days: list[tuple[str, str, date]], year: int, days: str
) -> None:
    expected = {date.fromisoformat(f"{year}-{day}") for day in days.split()}
    assert weekdays(statutory_days, "L", year) == expected


@pytest.mark.parametrize(
    ("setting", "year", "day"),
    [
        ("indigenous_peoples_day", 2023, "10-09"),
        ("indigenous_peoples_day", 2026, "10-12"),
        ("day_after_thanksgiving", 2024, "11-29"),
        ("day_after_thanksgiving", 2026, "11-27"),
        ("day_after_thanksgiving", 2028, "11-24"),
    ],
)
def test_optional_days_wait_for_the_setting_that_decides(
    statutory_days: list[tuple[str, str, date]], setting: str, year: int, day: str
) -> None:
    found = [(c, d) for c, optional, d in statutory_days if optional == setting and d.year == year]
    assert found == [("L", date.fromisoformat(f"{year}-{day}"))]


def test_a_saturday_new_year_is_observed_in_the_year_before(
    statutory_days: list[tuple[str, str, date]],
) -> None:
    assert date(2028, 1, 1).isoweekday() == 6
    eve = date(2028, 1, 1) - timedelta(days=1)
    assert {c for c, _, day in statutory_days if day == eve} == {"F", "L"}


def settings_of(tmp_path: Path, text: str) -> Settings:
    """Read a text as a library's audit.toml."""
    path = tmp_path / "audit.toml"
    path.write_text(text, encoding="utf-8")
    return policy.read_settings(path)


def value_of(values: tuple[ParameterValue, ...], name: str) -> ParameterValue:
    """Return one threshold by its name."""
    return next(value for value in values if value.name == name)
