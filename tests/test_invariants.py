"""The eight invariants: what may never change a verdict, and what may only change it one way."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ecrl_audit import statements
from ecrl_audit.policy import default_parameters
from tests import worlds

CHICAGO = ZoneInfo("America/Chicago")


def _mostly_slow(values: list[str], every: int) -> list[object]:
    """Return the values as parameters, all but each n-th marked slow: the small version of the suite."""
    return [
        pytest.param(value, id=value, marks=() if place % every == 0 else pytest.mark.slow)
        for place, value in enumerate(values)
    ]


@pytest.fixture(scope="module")
def before() -> worlds.Verdicts:
    return worlds.judged(worlds.library())


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_the_order_of_rows_does_not_matter(before: worlds.Verdicts, seed: int) -> None:
    tables = worlds.library()
    for name, rows in tables.items():
        if name != "run":
            random.Random(seed).shuffle(rows)
    assert worlds.judged(tables) == before


def test_another_notation_of_the_same_instants_does_not_matter(before: worlds.Verdicts) -> None:
    tables = worlds.library()
    for sheet in statements.sheets().values():
        whens = {column.name for column in sheet.columns if column.kind == "when"}
        for place, row in enumerate(tables.get(sheet.name, [])):
            for name in whens & set(row):
                row[name] = _rewritten(row[name], place)
    after = worlds.judged(tables)
    for control, items in before.items():
        if control.startswith("DQ"):  # the key of a row without an id holds its written time
            assert Counter(after[control].values()) == Counter(items.values()), control
        else:
            assert after[control] == items, control


def _rewritten(text: str, place: int) -> str:
    """Return the same instant with another offset; a date alone or an odd hour stays as it is."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    if len(text) <= len("2026-07-01") or not text.strip():
        return text
    if moment.tzinfo is None:
        here = {moment.replace(tzinfo=CHICAGO, fold=fold).utcoffset() for fold in (0, 1)}
        if len(here) > 1:
            return text
        moment = moment.replace(tzinfo=CHICAGO)
    shift = timedelta(hours=(place % 25) - 12)
    local = (moment.astimezone(UTC) + shift).replace(tzinfo=None)
    sign = "-" if shift < timedelta(0) else "+"
    return f"{local.isoformat(sep='T')}{sign}{abs(place % 25 - 12):02d}:00"


def test_a_valid_designation_more_never_adds_an_exception(before: worlds.Verdicts) -> None:
    tables = worlds.library()
    director = next(
        r for r in tables["roles"] if r["role"] == "executive_director" and not r.get("end")
    )
    people = [row["person"] for row in tables["people"] if not row.get("end")]
    for place, person in enumerate(people):
        if person != director["person"]:
            tables["designations"].append({
                "designation": f"extra-{place}",
                "designee": person,
                "designated_by": director["person"],
                "powers": "all",
                "channels": "all",
                "start": max(director["start"], "2020-01-01"),
                "recorded": max(director["start"], "2020-01-01") + "T12:00:00Z",
                "document": f"designations/extra-{place}.pdf",
            })  # fmt: skip
    after = worlds.judged(tables)
    added = worlds.outcomes(after, "exception") - worlds.outcomes(before, "exception")
    # More people with every power is what AU-08 is there to count.
    assert {pair for pair in added if pair[0] != "AU-08"} == set()


def test_unrelated_accounts_change_nothing(before: worlds.Verdicts) -> None:
    tables = worlds.library()
    tables["posts"].extend(
        {
            "post": f"elsewhere-{n}",
            "channel": "elsewhere",
            "author_kind": "public",
            "author": f"elsewhere-user-{n}",
            "posted": f"2026-08-{1 + n % 28:02d}T12:00:00Z",
            "text": f"a post of its own, number {n}, on another account",
        }
        for n in range(40)
    )
    after = worlds.judged(tables)
    for control, items in before.items():
        for item, verdict in items.items():
            assert after[control][item] == verdict, (control, item)


LIMITS = [
    p.name for p in default_parameters()
    if p.name.endswith(("_limit", "_target", "_max_gap", "capture_lag"))
]  # fmt: skip


@pytest.mark.parametrize("name", _mostly_slow(LIMITS, 12))
def test_a_longer_limit_never_raises_exceptions(before: worlds.Verdicts, name: str) -> None:
    using = {c.id for c in statements.controls() if name in c.parameters}
    tables = worlds.library()
    value = next(p.value for p in default_parameters() if p.name == name)
    tables["parameters"] = [{"name": name, "value": str(int(value) + 3)}]
    after = worlds.judged(tables, " ".join({control[:2] for control in using}))
    added = worlds.outcomes(after, "exception") - worlds.outcomes(before, "exception")
    assert {pair for pair in added if pair[0] in using} == set()


def test_a_later_cut_off_never_raises_pending() -> None:
    pending = []
    for as_of in ("2026-10-01T12:00:00Z", "2026-10-10T12:00:00Z", "2026-12-20T12:00:00Z"):
        tables = worlds.library()
        tables["run"][0]["as_of"] = as_of
        pending.append(worlds.outcomes(worlds.judged(tables), "pending"))
    assert pending[2] <= pending[1] <= pending[0]


def _supplied() -> list[str]:
    return sorted({path.name.split(".")[0] for path in worlds.sheet_files()})


@pytest.mark.parametrize("sheet", _mostly_slow(_supplied(), 12))
def test_dropping_a_whole_sheet_turns_nothing_into_a_pass(
    before: worlds.Verdicts, sheet: str
) -> None:
    tables = worlds.library()
    del tables[sheet]
    after = worlds.judged(tables)
    concluded = worlds.conclusions(tables)
    for control, items in before.items():
        if concluded[control] in ("not_tested", "not_applicable") or control == "DQ-03":
            continue  # DQ-03 compares digests, and sheets that are tables have none
        for item, (outcome, _) in items.items():
            if outcome in ("exception", "not_evidenced", "needs_review", "pending"):
                found = after[control].get(item, ("gone", None))[0]
                assert found != "pass", (control, item, outcome)


def test_outcomes_add_up_to_an_independent_count_of_the_population(before: worlds.Verdicts) -> None:
    tables = worlds.library()
    first, last = "2026-07-01", "2026-09-30"

    def local_day(text: str) -> str:
        moment = datetime.fromisoformat(text)
        if len(text) > len(first) and moment.tzinfo is not None:
            moment = moment.astimezone(CHICAGO)
        return moment.date().isoformat()

    concerns = {
        row["concern"] for row in tables["concerns"]
        if row.get("via") in statements.sheets()["concerns"].columns[3].codes
        and first <= local_day(row["received"]) <= last
    }  # fmt: skip
    assert set(before["MO-03"]) == concerns
    snapshots = {
        f"{row['check']}/{row['channel']}" for row in tables["statement_checks"]
        if first <= local_day(row["checked"]) <= last
    }  # fmt: skip
    assert set(before["NT-01"]) == snapshots
    rows = {
        f"{row['check']}/{row['login']}/{row['channel']}" for row in tables["access_checks"]
        if row.get("login") and first <= local_day(row["checked"]) <= last
    }  # fmt: skip
    assert set(before["AU-02"]) <= rows
