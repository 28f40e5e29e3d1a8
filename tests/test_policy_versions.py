"""A second, invented version of the policy: each act is judged by the version of its local day.

The library's codes change at a local midnight: one is retired, one is new, grounds of removal and
of blocks come and go, clauses are renumbered. The last second before that midnight is judged by
the first version, midnight itself by the second, in the weeks in which the clocks change as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import worlds

CHICAGO = ZoneInfo("America/Chicago")
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for in one version of the policy."""

    clause: str
    removal: str = "yes"
    block: str = "yes"


FIRST = {
    "KEPT": Meaning("4.8a"),
    "RETIRED": Meaning("4.8b"),
    "LOST": Meaning("4.14b"),
    "GAINED": Meaning("4.11", removal="no", block="no"),
    "MOVED": Meaning("4.1"),
    "CLEARED": Meaning("4.4", removal="unclear", block="unclear"),
    "4.9d": Meaning("4.9d"),
}
SECOND_VERSION = {
    "KEPT": Meaning("4.8a"),
    "FRESH": Meaning("4.9c"),
    "LOST": Meaning("4.14b", removal="no", block="no"),
    "GAINED": Meaning("4.11"),
    "MOVED": Meaning("4.10"),
    "CLEARED": Meaning("4.4"),
    "4.9d": Meaning("4.9d", removal="no", block="no"),
}
CODES = (*FIRST, "FRESH")
TURNS = [
    date(2026, 8, 15),
    date(2026, 11, 1),
    pytest.param(date(2026, 11, 2), marks=pytest.mark.slow),
    pytest.param(date(2026, 3, 8), marks=pytest.mark.slow),
    pytest.param(date(2026, 3, 9), marks=pytest.mark.slow),
]


def version(turn: date, day: date) -> dict[str, Meaning]:
    """Return the version in force on a local day."""
    return FIRST if day < turn else SECOND_VERSION


def reason_map(turn: date) -> list[dict[str, str]]:
    """Return both versions as a library keeps them: the first ends the day before."""
    spans = (
        (FIRST, "2021-02-08", (turn - DAY).isoformat()),
        (SECOND_VERSION, turn.isoformat(), ""),
    )
    return [
        {"code": code, "clause": m.clause, "grants_removal": m.removal, "grants_block": m.block,
         "context_dependent": "no", "start": start, "end": end}
        for codes, start, end in spans
        for code, m in codes.items()
    ]  # fmt: skip


def moments(turn: date) -> list[tuple[str, date]]:
    """Return moments around the turn as they are written, with the local day each lies on."""
    midnight = datetime(turn.year, turn.month, turn.day, tzinfo=CHICAGO).astimezone(UTC)
    around = [midnight + step for step in (-DAY, -SECOND, timedelta(0), SECOND, DAY)]
    exact = [(at.strftime("%Y-%m-%dT%H:%M:%SZ"), at.astimezone(CHICAGO).date()) for at in around]
    local = [(f"{turn - DAY} 23:59:59", turn - DAY), (f"{turn} 00:00", turn)]
    clocks = [(f"{turn} 01:30", turn), (f"{turn} 02:30", turn)]
    days = [((turn - DAY).isoformat(), turn - DAY), (turn.isoformat(), turn)]
    return [*exact, *local, *clocks, *days]


def library(turn: date) -> worlds.Tables:
    """Return a library that removes and blocks under every code at every moment."""
    tables: worlds.Tables = {
        name: [] for name in ("posts", "actions", "investigations", "judgments")
    }
    ended = {"event": "terminated", "happened": f"{turn - 60 * DAY}T12:00:00Z"}
    tables["dmca_events"] = [{"notice_no": "n1", **ended}]
    for place, (written, _) in enumerate(moments(turn)):
        for code in CODES:
            _removed(tables, f"{code}-{place}", code, written, turn)
            _blocked(tables, f"{code}-{place}", code, written, turn)
    first, last = turn - 40 * DAY, turn + 40 * DAY
    run = {"period": f"{first}..{last}", "as_of": f"{last + 60 * DAY}T12:00:00Z"}
    return {**tables, "reason_codes": reason_map(turn), "run": [run]}


def _removed(tables: worlds.Tables, key: str, code: str, written: str, turn: date) -> None:
    post = {"channel": "fb", "author_kind": "public", "posted": f"{turn - 9 * DAY}T12:00:00Z"}
    text = f"Words number {len(tables['posts'])} without an address"
    tables["posts"].append({"post": f"p{key}", "author": f"u{key}", "text": text, **post})
    tables["actions"].append({
        "action_no": f"r{key}", "acted": written, "channel": "fb", "action": "delete",
        "source": "staff", "post": f"p{key}", "reason_code": code,
    })  # fmt: skip
    tables["posts"].append({"post": f"j{key}", "author": f"w{key}", "text": f"{text} left", **post})
    tables["judgments"].append({
        "post": f"j{key}", "rule": code, "judgment": "violating", "judged": written,
        "origin": "moderator", "by": "m1",
    })  # fmt: skip


def _blocked(tables: worlds.Tables, key: str, code: str, written: str, turn: date) -> None:
    """Block the author of each post on an investigation that cites the code and the post."""
    before = f"{turn - 5 * DAY}T12:00:00Z"
    tables["investigations"].append({
        "case_no": f"i{key}", "user": f"u{key}", "channels": "fb", "opened": before,
        "concluded": before, "conclusion": "violation_found", "clauses": code, "posts": f"p{key}",
    })  # fmt: skip
    tables["actions"].append({
        "action_no": f"b{key}", "acted": written, "channel": "fb", "action": "block",
        "source": "staff", "user": f"u{key}", "case_no": f"i{key}",
    })  # fmt: skip
    tables["actions"].append({
        "action_no": f"t{key}", "acted": written, "channel": "fb", "action": "block",
        "source": "staff", "user": f"t{key}", "notice_no": "n1", "reason_code": code,
    })  # fmt: skip


def removal_verdict(turn: date, code: str, day: date) -> tuple[str, str | None]:
    """Say in plain Python what a removal under a code comes to on a day."""
    meaning = version(turn, day).get(code)
    if meaning is None:
        return ("exception", "superseded_rule" if code in FIRST and day >= turn else None)
    return ({"yes": "pass", "no": "exception", "unclear": "needs_review"}[meaning.removal], None)


@pytest.fixture(scope="module", params=TURNS, ids=lambda turn: turn.isoformat())
def world(request: pytest.FixtureRequest) -> tuple[date, worlds.Verdicts]:
    turn: date = request.param
    return turn, worlds.judged(library(turn), "RM BL DM")


def _each(turn: date) -> list[tuple[str, str, date]]:
    return [
        (f"{code}-{place}", code, day)
        for place, (_, day) in enumerate(moments(turn))
        for code in CODES
    ]


def test_a_removal_is_judged_by_the_version_of_its_day(world: tuple[date, worlds.Verdicts]) -> None:
    turn, found = world
    wanted = {f"r{key}": removal_verdict(turn, code, day) for key, code, day in _each(turn)}
    assert found["RM-02"] == wanted
    assert len(set(wanted.values())) == 4


def test_a_ground_is_classed_by_the_clause_it_had(world: tuple[date, worlds.Verdicts]) -> None:
    turn, found = world
    topics, categories = set(), {}
    for key, code, day in _each(turn):
        meaning = version(turn, day).get(code)
        if meaning and meaning.removal == "yes":
            topics |= {f"r{key}"} if meaning.clause in ("3.3b", "4.1", "4.2") else set()
            if meaning.clause.startswith(("4.8", "4.9", "4.10")):
                categories[f"r{key}"] = meaning.clause
    assert set(found["RM-03"]) == topics
    assert set(found["RM-11"]) == set(categories)
    no_link = {item for item, clause in categories.items() if clause == "4.10"}
    assert {item for item in categories if found["RM-11"][item][0] == "exception"} == no_link
    assert topics
    assert no_link


def test_a_block_rests_on_a_clause_that_allowed_one(world: tuple[date, worlds.Verdicts]) -> None:
    turn, found = world
    for key, code, day in _each(turn):
        meaning = version(turn, day).get(code)
        allowed = meaning is not None and meaning.block == "yes"
        assert (found["BL-02"][f"b{key}"][0] == "pass") == allowed, (key, code, day)


def test_a_termination_has_another_ground_only_where_the_code_allowed_a_block(
    world: tuple[date, worlds.Verdicts],
) -> None:
    turn, found = world
    for key, code, day in _each(turn):
        meaning = version(turn, day).get(code)
        allowed = meaning is not None and meaning.block == "yes"
        assert (found["DM-19"][f"t{key}"][0] == "pass") == allowed, (key, code, day)


def test_a_removal_counts_as_a_violation_only_where_it_had_a_ground(
    world: tuple[date, worlds.Verdicts],
) -> None:
    turn, found = world
    for key, code, day in _each(turn):
        meaning = version(turn, day).get(code)
        counts = meaning is not None and meaning.removal == "yes"
        assert (found["BL-03"][f"b{key}"][0] != "exception") == counts, (key, code, day)


def test_a_judgment_means_what_its_code_meant_that_day(
    world: tuple[date, worlds.Verdicts],
) -> None:
    turn, found = world
    for key, code, day in _each(turn):
        meaning = version(turn, day).get(code)
        clause = meaning.clause if meaning else code
        is_mandatory = clause.startswith(("4.3", "4.8", "4.9", "4.10", "4.14"))
        assert (f"j{key}" in found["RM-07"]) == is_mandatory, (key, code, day)
