"""The clause register, the policy observations, and the copies of the contract."""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ecrl_audit import policy
from ecrl_audit.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
SHARED = ROOT.parent / "shared"
needs_contract = pytest.mark.skipif(not SHARED.is_dir(), reason="the contract is not beside")

ATOM_LIST = """
0.1 1.1 1.2a 1.2b 1.2c 1.3 1.4a 1.4b 2.1a 2.1b 2.2a 2.2b 2.3 3.1 3.2a 3.2b 3.2c 3.3a 3.3b
4.1 4.2 4.3 4.4 4.5a 4.5b 4.6 4.7 4.8a 4.8b 4.9a 4.9b 4.9c 4.9d 4.10 4.11 4.12 4.13 4.14a 4.14b
4.15 4.16 4.17a 4.17b 4.17c 4.18 4.19 4.20 5.1 5.2a 5.2b 5.3
6.1 6.2a 6.2b 6.2c 6.2d 6.3 6.4 6.5a 6.5b 6.6a 6.6b 6.7a 6.7b 6.7c 6.7d 6.7e
7.1 7.2a 7.2b 7.2c 7.3a 7.3b 7.3c
8.1a 8.1b 8.1c 8.2a 8.2b 8.3a 8.3b 8.3c 8.4a 8.4b 8.4c 8.4d 8.5a 8.5b 8.6 8.7 8.8
"""
ATOMS = ATOM_LIST.split()
FAMILIES = {"RM", "BL", "NT", "DM", "AU", "MO", "ST", "OO", "AT", "RC", "PV", "DQ"}
FORCES = {"def", "aim", "will", "must", "may", "statement", "right", "limit", "condition"}
FORCES |= {"may, on a condition"}
BY_DESIGN = "not tested by design:"
NEVER_SAID = re.compile(
    r"complian|certif|verif|guarantee|ensure|no violations|\bprove|audit opinion|illegal|unlawful"
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


@needs_contract
@pytest.mark.parametrize("name", ["parameters.toml", "reason_codes.csv"])
def test_shipped_lists_equal_the_contract(name: str) -> None:
    contract = (SHARED / "contract" / name).read_text(encoding="utf-8")
    assert (QUERIES / "policy" / name).read_text(encoding="utf-8") == contract


@needs_contract
def test_the_policy_text_is_the_one_that_was_supplied() -> None:
    supplied = (SHARED / "policy" / policy.POLICY_TEXT).read_text(encoding="utf-8")
    assert policy.policy_text() == supplied


def sheets_file(path: Path) -> dict[str, Any]:
    """Read a description of the logbook."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@needs_contract
def test_the_logbook_adds_only_keys_and_moments_to_the_contract() -> None:
    shipped = sheets_file(QUERIES / "logbook" / "sheets.toml")
    for sheet in shipped["sheet"].values():
        assert sheet.pop("key")
        sheet.pop("happened", None)
    assert shipped == sheets_file(SHARED / "contract" / "logbook.toml")


def test_keys_and_moments_of_the_logbook_are_columns_of_their_sheet() -> None:
    for name, sheet in sheets_file(QUERIES / "logbook" / "sheets.toml")["sheet"].items():
        assert set(sheet["key"]) - {"*"} <= set(sheet["columns"]), name
        assert set(sheet.get("happened", [])) <= set(sheet["columns"]), name
