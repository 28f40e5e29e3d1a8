"""Occurrences counted a second time, by plain Python that knows nothing of the SQL.

Each generated user is a world of its own: posts around the edges of the gap and of the window,
findings, reversals and a block. Both judges must agree on every one of them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import cases

CHICAGO = ZoneInfo("America/Chicago")
SECOND = timedelta(seconds=1)
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
RULES = ("4.8a", "4.9d")
USERS, MANY_USERS = 80, 1_000


@dataclass(frozen=True, slots=True)
class Standard:
    """What counts as continuous."""

    occurrences: int
    window: timedelta
    dates: int
    gap: timedelta


@dataclass(frozen=True, slots=True)
class Event:
    """A decision about a post: found violating under a rule, or undone (rule "" undoes all)."""

    at: datetime
    rule: str
    violating: bool


@dataclass(frozen=True, slots=True)
class Post:
    """A post with everything that was ever decided about it."""

    key: str
    posted_at: datetime
    events: tuple[Event, ...]

    def stands(self, moment: datetime) -> bool:
        """Say whether some finding was made by the moment and not undone since."""
        return any(
            found.violating
            and found.at <= moment
            and not any(
                not undone.violating
                and undone.rule in ("", found.rule)
                and found.at < undone.at <= moment
                for undone in self.events
            )
            for found in self.events
        )


@dataclass(frozen=True, slots=True)
class User:
    """One generated world."""

    key: str
    posts: tuple[Post, ...]
    blocked_at: datetime


def count(posts: tuple[Post, ...], moment: datetime, standard: Standard) -> tuple[int, int]:
    """Return occurrences and local dates of what stands in the window (moment - days, moment]."""
    times = sorted(
        post.posted_at
        for post in posts
        if moment - standard.window < post.posted_at <= moment and post.stands(moment)
    )
    starts = [n for n, time in enumerate(times) if n == 0 or time - times[n - 1] > standard.gap]
    return len(starts), len({time.astimezone(CHICAGO).date() for time in times})


def meets(posts: tuple[Post, ...], moment: datetime, standard: Standard) -> bool:
    """Say whether the count is that of the posted statement."""
    occurrences, dates = count(posts, moment, standard)
    return occurrences >= standard.occurrences and dates >= standard.dates


def reached(user: User, standard: Standard) -> set[tuple[str, datetime]]:
    """Return every moment at which the user comes to meet the standard."""
    moments = {
        max(post.posted_at, event.at)
        for post in user.posts
        for event in post.events
        if event.violating
    }
    return {
        (user.key, moment)
        for moment in moments
        if meets(user.posts, moment, standard)
        and not meets(user.posts, moment - timedelta(microseconds=1), standard)
    }


class Maker:
    """Makes users and, in step with them, the rows of the logbook that say the same."""

    def __init__(self, seed: int, standard: Standard) -> None:
        """Start with empty sheets; the same seed makes the same users."""
        self.dice = random.Random(seed)
        self.standard = standard
        self.tables: dict[str, cases.Table] = {
            name: [] for name in ("posts", "judgments", "actions", "appeals", "concerns")
        }

    def user(self, number: int) -> User:
        """Make one user with up to eight posts and one block."""
        key, moment = f"u{number}", START
        posts = []
        for place in range(self.dice.randint(1, 8)):
            moment += self.step()
            posts.append(self.post(f"p{number}-{place}", key, moment))
        turn = self.dice.choice(posts).posted_at
        shift = self.standard.window * self.dice.choice((0, 0.4, 0.6, 1))
        blocked_at = turn + shift + self.dice.choice((-SECOND, timedelta(0), SECOND))
        row = {"action": "block", "user": key, "channel": "fb", "source": "staff"}
        self.add("actions", action_no=f"b{key}", acted=text(blocked_at), **row)
        return User(key, tuple(posts), blocked_at)

    def step(self) -> timedelta:
        """Draw the distance to the next post: often just at an edge."""
        edge = self.dice.choice((self.standard.gap, self.standard.window / 3, timedelta(days=1)))
        anything = timedelta(minutes=self.dice.randint(1, 20_000))
        return self.dice.choice((edge - SECOND, edge, edge + SECOND, SECOND, anything))

    def post(self, key: str, author: str, posted_at: datetime) -> Post:
        """Make one post and what was decided about it, one kind of finding at random."""
        row = {"channel": "fb", "author_kind": "public", "author": author}
        self.add("posts", post=key, posted=text(posted_at), **row)
        make = self.dice.choice((self.judged, self.judged, self.removed, self.reported))
        return Post(key, posted_at, tuple(make(key, posted_at)))

    def later(self, moment: datetime) -> datetime:
        """Draw a moment at or after another."""
        days = timedelta(days=self.dice.randint(1, 60))
        return moment + self.dice.choice((timedelta(0), SECOND, timedelta(hours=5), days))

    def judged(self, key: str, posted_at: datetime) -> list[Event]:
        """Let one to three judgments follow each other, a detector's among them."""
        events = []
        moment = posted_at
        for number in range(self.dice.randint(1, 3)):
            moment = self.later(moment + SECOND)
            rule = self.dice.choice(RULES)
            word = self.dice.choice(("violating", "violating", "not_violating", "unclear"))
            origin = self.dice.choice(("moderator", "reviewer", "detector"))
            row = {"rule": rule, "judgment": word, "origin": origin, "by": f"m{number}"}
            self.add("judgments", post=key, judged=text(moment), **row)
            if origin != "detector" and word != "unclear":
                events.append(Event(moment, rule, word == "violating"))
        return events

    def removed(self, key: str, posted_at: datetime) -> list[Event]:
        """Let staff remove it under a code, which an appeal may undo."""
        moment = self.later(posted_at)
        code = self.dice.choice((*RULES, "4.6"))
        row = {"action": "delete", "post": key, "channel": "fb", "source": "staff"}
        self.add("actions", action_no=f"r-{key}", acted=text(moment), reason_code=code, **row)
        events = [Event(moment, code, violating=True)] if code in RULES else []
        decision, decided = self.dice.choice(("reversed", "upheld")), self.later(moment + SECOND)
        when = {"received": text(moment), "decided": text(decided)}
        self.add("appeals", appeal=f"a-{key}", action_no=f"r-{key}", decision=decision, **when)
        return [*events, Event(decided, "", violating=False)] if decision == "reversed" else events

    def reported(self, key: str, posted_at: datetime) -> list[Event]:
        """Let somebody report it; the finding counts from the decision, not the receipt."""
        received = self.later(posted_at)
        closed = self.later(received)
        outcome = self.dice.choice(("upheld", "upheld", "rejected", "open"))
        row = {"via": "email", "post": key, "category": RULES[0], "outcome": outcome}
        when = {"received": text(received), "closed": text(closed)}
        self.add("concerns", concern=f"k-{key}", **row, **when)
        events = [Event(closed, RULES[0], violating=True)] if outcome == "upheld" else []
        return [*events, *self.judged(key, received)]

    def add(self, sheet: str, **row: str) -> None:
        """Write one row of a sheet."""
        self.tables[sheet].append(row)


def text(moment: datetime) -> str:
    """Write a moment as the logbook does."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def counted_by_sql(maker: Maker) -> tuple[dict[str, tuple[int, int]], set[tuple[str, datetime]]]:
    """Return counts by block and the moments of reaching the standard, as the facts have them."""
    values = {
        "continuous_occurrences": maker.standard.occurrences,
        "continuous_window": maker.standard.window.days,
        "continuous_min_dates": maker.standard.dates,
        "occurrence_gap": maker.standard.gap // timedelta(minutes=1),
    }
    parameters = [{"name": name, "value": str(value)} for name, value in values.items()]
    case = cases.Case("generated", {**maker.tables, "parameters": parameters, "run": RUN})
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, case, ["occurrence repeat_reach"])
        blocks = connection.execute(
            "select distinct action_no, n_occurrences, n_dates from occurrence where about = 'block'"
        ).fetchall()
        reaches = connection.execute("select user_key, reached_at from repeat_reach").fetchall()
    finally:
        connection.execute("rollback")
    assert len({row[0] for row in blocks}) == len(blocks), "exact times leave nothing open"
    counts = {action_no: (occurrences, dates) for action_no, occurrences, dates in blocks}
    return counts, {(user, moment.replace(tzinfo=UTC)) for user, moment in reaches}


RUN = [{"period": "2026-01-01..2026-12-31", "as_of": "2029-12-31T23:59:59Z"}]


QUARTER, HOUR = timedelta(days=90), timedelta(hours=1)


STANDARDS = [
    pytest.param(1, Standard(3, QUARTER, 2, HOUR), id="proposed"),
    pytest.param(2, Standard(3, QUARTER, 2, HOUR), id="proposed-again"),
    pytest.param(3, Standard(2, QUARTER, 1, HOUR), id="two-on-one-date"),
    pytest.param(4, Standard(2, timedelta(days=7), 2, HOUR / 12), id="a-week"),
]


@pytest.mark.parametrize("n_users", [USERS, pytest.param(MANY_USERS, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("seed", "standard"), STANDARDS)
def test_both_judges_count_the_same(seed: int, standard: Standard, n_users: int) -> None:
    maker = Maker(seed, standard)
    users = [maker.user(number) for number in range(n_users)]
    blocks, moments = counted_by_sql(maker)
    expected = {f"b{user.key}": count(user.posts, user.blocked_at, standard) for user in users}
    assert blocks == {key: value for key, value in expected.items() if value != (0, 0)}
    assert moments == set().union(*(reached(user, standard) for user in users))
    assert sum(1 for n, _ in expected.values() if n >= standard.occurrences) >= 5
    assert len(moments) >= 5
