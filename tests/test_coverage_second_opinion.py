"""Coverage counted a second time, by sets of days.

Every channel is a world of its own: opened and closed around the edges of the period, with spans
of coverage that touch, overlap, nest, leave one day out or run backwards, for one source or all
of them, for one channel or all of them. Then whole libraries without a single instance are made,
in which only the coverage decides between "no instances" and "limited".
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from ecrl_audit import statements
from ecrl_audit.database import Connection
from ecrl_audit.judging import judge_controls
from ecrl_audit.policy import default_parameters
from tests import cases

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)
DAY = timedelta(days=1)
PERIOD = {FIRST + n * DAY for n in range((LAST - FIRST).days + 1)}
SOURCES = (
    "actions", "posts", "access_checks", "access_changes", "block_lists", "concerns",
    "statement_checks", "monitoring", "dmca", "incidents", "partners",
)  # fmt: skip
STRETCHED = ("actions", "posts", "monitoring", "access_changes", "access_checks")
EMPTY = {"RM-01": {"actions"}, "ST-04": {"incidents"}, "MO-03": {"concerns"}}


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel with the days between which it was open, both inclusive."""

    key: str
    opened: date
    closed: date | None
    comments: str
    kind: str

    def open_days(self) -> set[date]:
        """Return the days of the period on which the channel was open."""
        return {day for day in PERIOD if self.opened <= day <= (self.closed or LAST)}


@dataclass(frozen=True, slots=True)
class Span:
    """What an export or a log says it covers, both days inclusive."""

    source: str
    channel: str
    first: date
    last: date

    def days(self) -> set[date]:
        """Return the days covered; a span that runs backwards covers none."""
        return {self.first + n * DAY for n in range((self.last - self.first).days + 1)}

    def is_about(self, source: str, channel: str) -> bool:
        """Say whether the span speaks of a source and a channel."""
        return self.source in (source, "all") and self.channel in (channel, "all")


def covered(spans: list[Span], source: str, channel: str) -> set[date]:
    """Return every day that some span covers."""
    about = (span.days() for span in spans if span.is_about(source, channel))
    return set[date]().union(*about)


def stretches(days: set[date]) -> set[tuple[date, date]]:
    """Return first and last day of each unbroken run of days."""
    firsts = sorted(day for day in days if day - DAY not in days)
    lasts = sorted(day for day in days if day + DAY not in days)
    return set(zip(firsts, lasts, strict=True))


def channels(dice: random.Random, number: int) -> list[Channel]:
    """Make channels that open and close just around the edges of the period, or within it."""
    made = []
    for n in range(number):
        opened = dice.choice((date(2019, 1, 1), FIRST - DAY, FIRST, FIRST + DAY, LAST, LAST + DAY))
        later = dice.choice((None, None, FIRST - DAY, FIRST, FIRST + 40 * DAY, LAST, LAST + DAY))
        closed = max(later, opened) if later else None
        comments = dice.choice(("", "open", "premoderated", "closed"))
        kind = dice.choice(("platform_hosted", "self_hosted", "community_joined"))
        made.append(Channel(f"c{n}", opened, closed, comments, kind))
    return made


def spans(dice: random.Random, source: str, channel: str) -> list[Span]:
    """Make spans in a row: the next one begins before, on or just after the end of the last."""
    made, first = [], FIRST + dice.choice((-30, -1, 0, 0, 1)) * DAY
    while first <= LAST + DAY and dice.random() < 0.95:
        last = first + dice.choice((-1, 0, 6, 29, 30, 200)) * DAY
        made.append(Span(source, channel, first, last))
        after = last + dice.choice((-3, 0, 1, 1, 1, 1, 2)) * DAY
        first = after if after > first else first + DAY
    dice.shuffle(made)
    return made


def tables(made: list[Channel], said: list[Span]) -> dict[str, cases.Table]:
    """Return register and coverage as a case writes them."""
    register = [
        {
            "channel": channel.key,
            "platform": "other",
            "kind": channel.kind,
            "opened": channel.opened.isoformat(),
            "closed": channel.closed.isoformat() if channel.closed else "",
            "comments": channel.comments,
        }
        for channel in made
    ]
    rows = {
        (span.source, span.channel, span.first, span.last): {
            "source": span.source,
            "channel": span.channel,
            "covers_from": span.first.isoformat(),
            "covers_to": span.last.isoformat(),
        }
        for span in said
    }
    return {"channels": register, "coverage": list(rows.values())}


@contextmanager
def world(sheets: dict[str, cases.Table], wanted: list[str] | None) -> Iterator[Connection]:
    """Give a database with the facts that some statements need; nothing of it stays."""
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("generated", sheets), wanted)
        yield connection
    finally:
        connection.execute("rollback")


def said_of(dice: random.Random, made: list[Channel]) -> list[Span]:
    """Make what is said of coverage: mostly of one source and channel, sometimes of all."""
    said = []
    for channel in made:
        for source in dice.sample((*SOURCES, "all"), 3):
            said += spans(dice, source, channel.key)
    for source in dice.sample((*SOURCES, "all"), dice.randint(0, 2)):
        wide = spans(dice, source, "all")[:2]
        said += [span for span in wide if span.last - span.first <= 30 * DAY]
    return said


SEEDS = [
    pytest.param(n, id=f"seed-{n}", marks=() if n < 2 else pytest.mark.slow) for n in range(40)
]


@pytest.mark.parametrize("seed", SEEDS)
def test_both_judges_find_the_same_days_covered(seed: int) -> None:
    dice = random.Random(seed)
    made = channels(dice, 30)
    said = said_of(dice, made)
    with world(tables(made, said), ["coverage_day covered_stretch"]) as connection:
        days = connection.execute("select source, channel, day, is_covered from coverage_day")
        found = {row[:3]: row[3] for row in days.fetchall()}
        rows = connection.execute("select source, channel, from_on, to_on from covered_stretch")
        runs = set(rows.fetchall())
    whole = {(s, c.key): covered(said, s, c.key) for s in SOURCES for c in made}
    wanted = {
        (source, channel.key, day): day in whole[source, channel.key]
        for source in SOURCES
        for channel in made
        for day in channel.open_days()
    }
    assert {k: (found.get(k), v) for k, v in wanted.items() if found.get(k) != v} == {}
    assert found.keys() == wanted.keys()
    assert 0.1 < sum(wanted.values()) / len(wanted) < 0.9
    assert runs == {
        (source, channel.key, *run)
        for source in STRETCHED
        for channel in made
        for run in stretches(whole[source, channel.key])
    }


LIBRARIES = [
    pytest.param(n, id=f"library-{n}", marks=() if n < 4 else pytest.mark.slow) for n in range(80)
]


@pytest.mark.parametrize("seed", LIBRARIES)
def test_silence_is_no_instance_only_where_every_day_is_covered(seed: int) -> None:
    dice = random.Random(seed)
    made = channels(dice, dice.randint(1, 3))
    said = spans(dice, "all", "all") if dice.random() < 0.6 else said_of(dice, made)
    silent: dict[str, cases.Table] = {source: [] for source in ("actions", "concerns", "incidents")}
    controls = tuple(c for c in statements.controls() if c.id in EMPTY)
    with world({**tables(made, said), **silent}, None) as connection:
        judged = judge_controls(connection, controls, default_parameters(), lambda _: None)
        found = {r.control.id: (r.conclusion, r.covered_days, r.total_days) for r in judged}
    assert found == {control: concluded(made, said, sources) for control, sources in EMPTY.items()}


def concluded(made: list[Channel], said: list[Span], sources: set[str]) -> tuple[str, int, int]:
    """Return what a control without a single item concludes, with covered and all channel-days."""
    every = [(c.key, day) for c in made for day in c.open_days()]
    spoken = {(s, c.key): covered(said, s, c.key) for s in sources for c in made}
    whole = [(key, day) for key, day in every if all(day in spoken[s, key] for s in sources)]
    conclusion = "no_instances" if len(whole) == len(every) else "limited"
    return conclusion, len(whole), len(every)
