"""Invariants: what may change a verdict one way only. Each runs on generated libraries and the sample.

A valid designation more, a longer limit, a later cut-off and a missing sheet.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from ecrl_audit import statements
from ecrl_audit.policy import default_parameters
from tests import worlds

SLOW_NAMES = (worlds.SAMPLE, *map(str, range(1, 40)))
NAMES = ["0", *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW_NAMES)]
LIMITS = [
    p.name for p in default_parameters()
    if p.name.endswith(("_limit", "_target", "_max_gap", "capture_lag"))
]  # fmt: skip


def _turns(things: list[str], every: int) -> list[object]:
    """Pair each thing with a library of its own; in the suite only each n-th, on the first."""
    turns: list[object] = []
    for n, thing in enumerate(things):
        marks = () if n % every == 0 else pytest.mark.slow
        turns.append(pytest.param("0", thing, id=f"0-{thing}", marks=marks))
        turns.append(pytest.param(SLOW_NAMES[n], thing, marks=pytest.mark.slow))
    return turns


@pytest.mark.parametrize("name", NAMES)
def test_a_valid_designation_more_never_adds_an_exception(name: str) -> None:
    tables = worlds.library(name)
    director = next(
        r for r in tables["roles"] if r["role"] == "executive_director" and not r.get("end")
    )
    start = max(director["start"], "2020-01-01")
    for person in sorted(_employed(tables) - {director["person"]}):
        tables["designations"].append({
            "designation": f"extra-{person}", "designee": person, "powers": "all",
            "designated_by": director["person"], "channels": "all", "start": start,
            "recorded": f"{start}T12:00:00Z", "document": f"designations/extra-{person}.pdf",
        })  # fmt: skip
    after = worlds.outcomes(worlds.concluded(tables).verdicts, "exception")
    added = after - worlds.outcomes(worlds.unchanged(name).verdicts, "exception")
    # More people with every power is what AU-08 is there to count, and whose access exceeds
    # nothing any more is asked there whether it was used.
    assert {pair for pair in added if pair[0] != "AU-08"} == set()


def _employed(tables: worlds.Tables) -> set[str]:
    """Return the people whose only row in the register stands and has no end."""
    keys = [row["person"] for row in tables["people"]]
    kinds = {column.name: column.codes for column in statements.sheets()["people"].columns}
    return {
        row["person"] for row in tables["people"]
        if not row.get("end") and row["kind"] in kinds["kind"] and keys.count(row["person"]) == 1
        and row["start"][:1].isdigit()
    }  # fmt: skip


@pytest.mark.parametrize(("name", "limit"), _turns(LIMITS, 24))
def test_a_longer_limit_never_raises_exceptions(name: str, limit: str) -> None:
    before = worlds.unchanged(name)
    using = {c.id for c in statements.controls() if limit in c.parameters}
    using -= {c for c, concluded in before.conclusions.items() if concluded == "not_tested"}
    value = next(p.value for p in default_parameters() if p.name == limit)
    tables = worlds.library(name)
    tables["parameters"] = [{"name": limit, "value": str(int(value) + 3)}]
    after = worlds.judged(tables, " ".join({control[:2] for control in using}))
    found = {c: items for c, items in after.items() if c in using}
    assert worlds.outcomes(found, "exception") <= worlds.outcomes(before.verdicts, "exception")


@pytest.mark.parametrize("name", NAMES)
def test_a_later_cut_off_never_raises_pending(name: str) -> None:
    """An item that was known already never becomes pending; one not known before may come so."""
    tables = worlds.library(name)
    last = date.fromisoformat(tables["run"][0]["period"].split("..")[1])
    as_of = datetime.fromisoformat(tables["run"][0]["as_of"])
    earlier = worlds.unchanged(name).verdicts
    for days in (9, 60) if name != "0" else (9,):
        later = max(as_of, datetime(last.year, last.month, last.day, tzinfo=as_of.tzinfo))
        tables = worlds.library(name)
        tables["run"][0]["as_of"] = (later + timedelta(days=days)).isoformat()
        found = worlds.concluded(tables).verdicts
        for control, item in worlds.outcomes(found, "pending"):
            if item in earlier[control]:
                assert earlier[control][item][0] == "pending", (control, item, days)
        earlier = found


def _sheets() -> list[str]:
    return [sheet for sheet in statements.sheets() if sheet in worlds.library("0")]


@pytest.mark.parametrize(("name", "sheet"), _turns(_sheets(), 40))
def test_dropping_a_whole_sheet_turns_nothing_into_a_pass(name: str, sheet: str) -> None:
    tables = worlds.library(name)
    tables.pop(sheet, None)
    tables.pop(f"export_{sheet}", None)
    before, after = worlds.unchanged(name).verdicts, worlds.concluded(tables)
    for control in statements.controls():
        if sheet in control.needs:
            assert after.conclusions[control.id] in ("not_tested", "not_applicable"), control.id
        elif sheet in control.witnesses:
            assert after.conclusions[control.id] not in worlds.CLEAN, control.id
        if sheet not in worlds.CHANGES_THE_FACT.get(control.id, ()):
            freed = _freed(before.get(control.id, {}), after.verdicts.get(control.id, {}))
            assert freed == set(), control.id


def _freed(
    before: dict[str, tuple[str, str | None]], after: dict[str, tuple[str, str | None]]
) -> set[str]:
    """Return the items that pass now and did not before."""
    return {
        item for item, (outcome, _) in before.items()
        if outcome in worlds.UNSETTLED and after.get(item, ("gone", None))[0] == "pass"
    }  # fmt: skip
