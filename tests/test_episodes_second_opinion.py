"""Episodes of removal and of blocking told apart a second time, by plain Python.

Every post and every user on a channel is a world of its own with up to nine acts: ties, repeated
acts, whole days, refusals, exported copies, captures. Both judges must agree on every episode.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import cases
from tests.episodes_judge import (
    BLOCKING,
    MATCH,
    REMOVING,
    RETURNING,
    Act,
    Episode,
    Thing,
    blocks,
    removals,
)

CHICAGO = ZoneInfo("America/Chicago")
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
RUN = [{"period": "2026-01-01..2026-12-31", "as_of": "2029-12-31T23:59:59Z"}]
ON_POSTS = (*REMOVING, "hide", "hold_reject", "comment_lock", *RETURNING, "warn", "no_action")


class Maker:
    """Makes things and, in step with them, the rows of the logbook and the exports."""

    def __init__(self, seed: int) -> None:
        """Start with empty sheets; the same seed makes the same things."""
        self.dice = random.Random(seed)
        names = ("posts", "sightings", "actions", "export_actions", "dmca_events")
        self.tables: dict[str, cases.Table] = {name: [] for name in names}

    def history(self, name: str, actions: tuple[str, ...], target: dict[str, str]) -> list[Act]:
        """Make up to nine acts on one target: ties, repeats, whole days, refusals, copies."""
        moment, acts = START, list[Act]()
        for number in self.dice.sample(range(5, 16), self.dice.randint(1, 9)):
            step = self.dice.choice(
                (timedelta(0), SECOND, MATCH, MATCH + SECOND, DAY / 24, 3 * DAY)
            )
            is_day = step >= DAY and self.dice.random() < 0.3
            moment = midnight(moment + step) if is_day else moment + step
            acts.append(self.act(f"{name}-{number}", moment, self.dice.choice(actions)))
            self.write(acts[-1], target, is_day=is_day)
            moment += 2 * DAY if is_day else timedelta(0)
            if not is_day and self.dice.random() < 0.2:
                acts.append(self.copy(acts[-1], target))
        return acts

    def act(self, key: str, moment: datetime, action: str) -> Act:
        """Make one act, by the library mostly, done mostly."""
        source = self.dice.choice(("staff", "staff", "staff", "automation", "platform", "author"))
        sequence = self.dice.choice((0, 0, 1, 2, 3))
        return Act(key, moment, action, source, sequence, is_done=self.dice.random() < 0.85)

    def copy(self, act: Act, target: dict[str, str]) -> Act:
        """Let an export hold an act too, at or beyond the distance that makes it the same."""
        apart = self.dice.choice((timedelta(0), MATCH, -MATCH, MATCH + SECOND, -MATCH - SECOND))
        exported = Act(f"{act.key}x", act.at + apart, act.action, act.source, is_exported=True)
        self.write(exported, target, is_day=False)
        return exported

    def write(self, act: Act, target: dict[str, str], *, is_day: bool) -> None:
        """Write an act as a row."""
        refusal = self.dice.choice(("refused", "failed"))
        row = {
            "action_no": act.key,
            "acted": act.at.astimezone(CHICAGO).date().isoformat() if is_day else text(act.at),
            "action": act.action,
            "source": act.source,
            "sequence": str(act.sequence or ""),
            "platform_response": self.dice.choice(("", "done")) if act.is_done else refusal,
        }
        sheet = "export_actions" if act.is_exported else "actions"
        self.tables[sheet].append({"channel": "fb", **target, **row})

    def post(self, key: str) -> Thing:
        """Make one post with its acts, and captures just after some of them."""
        choose = self.dice.choice
        kind = choose(("public", "public", "public", "public", "partner", "staff", ""))
        surface = choose(("", "public", "held", "held")) if kind else ""
        acts = self.history(key, tuple(sorted(ON_POSTS)), {"post": key})
        seen = [
            (a.at + choose((SECOND, DAY / 24, DAY)), choose(("hidden", "visible"))) for a in acts
        ]
        seen = list(dict(capture for capture in seen if self.dice.random() < 0.4).items())
        if kind:
            row = {"post": key, "channel": "fb", "author_kind": kind, "surface": surface}
            self.tables["posts"].append({**row, "posted": text(START - DAY)})
        for moment, state in seen:
            self.tables["sightings"].append({"post": key, "seen": text(moment), "state": state})
        if self.dice.random() < 0.1:
            acts.append(self.put_back(key, choose(acts).at + DAY / 48))
        return Thing(key, tuple(acts), kind, surface == "held", tuple(seen))

    def put_back(self, key: str, moment: datetime) -> Act:
        """Let a copyright case restore the post, which no row of the log says."""
        row = {"notice_no": f"n{key}", "post": key, "event": "restored", "happened": text(moment)}
        self.tables["dmca_events"].append(row)
        return Act(f"n{key}", moment, "restore")

    def user(self, key: str) -> Thing:
        """Make one user on one channel."""
        actions = (*sorted(BLOCKING), "block", "unblock", "unblock", "mute", "restrict", "warn")
        who, channel = key.split("@")
        return Thing(key, tuple(self.history(key, actions, {"user": who, "channel": channel})))


def midnight(moment: datetime) -> datetime:
    """Return when the local day of an instant began."""
    day = moment.astimezone(CHICAGO).date()
    return datetime.combine(day, datetime.min.time(), CHICAGO).astimezone(UTC)


def text(moment: datetime) -> str:
    """Write a moment as the logbook does."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def episodes_of_sql(maker: Maker, statement: str) -> set[Episode]:
    """Return the episodes as a fact has them."""
    connection = cases.base()
    connection.execute("begin")
    try:
        case = cases.Case("generated", {**maker.tables, "run": RUN})
        cases.build_world(connection, case, [statement])
        rows = connection.execute(statement).fetchall()
        names = dict(connection.execute("select rec, action_no from actions").fetchall())
    finally:
        connection.execute("rollback")
    found = {
        (opener, frozenset(names[rec] for rec in recs), at(start), end and at(end), own)
        for opener, recs, start, end, own in rows
    }
    assert len(found) == len(rows)
    return found


def at(moment: datetime) -> datetime:
    """Return an instant as the judge writes it."""
    return moment.replace(tzinfo=UTC)


SEEDS = [pytest.param(n, id=f"seed-{n}", marks=() if n < 1 else pytest.mark.slow) for n in range(8)]


@pytest.mark.parametrize("seed", SEEDS)
def test_both_judges_tell_the_same_removals_apart(seed: int) -> None:
    maker = Maker(seed)
    posts = [maker.post(f"p{number}") for number in range(400)]
    maker.dice.shuffle(maker.tables["actions"])
    found = episodes_of_sql(
        maker, "select action_no, recs, opened_at, closed_at, is_ecrl from removal_episode"
    )
    wanted = {episode for post in posts for episode in removals(post)}
    assert sorted(found ^ wanted, key=lambda e: e[0])[:10] == []
    assert sum(len(e[1]) > 1 and e[3] is not None for e in wanted) > 20


@pytest.mark.parametrize("seed", SEEDS)
def test_both_judges_tell_the_same_blocks_apart(seed: int) -> None:
    maker = Maker(seed)
    channels = ("fb", "ig")
    users = [maker.user(f"u{number}@{channel}") for number in range(200) for channel in channels]
    maker.dice.shuffle(maker.tables["actions"])
    found = episodes_of_sql(
        maker,
        "select action_no, cast([] as bigint[]), blocked_at, lifted_at, true from block_episode",
    )
    wanted = {episode for user in users for episode in blocks(user)}
    assert sorted(found ^ wanted, key=lambda e: e[0])[:10] == []
    assert sum(e[3] is not None for e in wanted) > 50
