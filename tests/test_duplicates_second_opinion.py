"""Duplicates counted a second time: rows of one key at a load, and posts of one text by one person.

At a load the same key twice with the same values counts once, with different values all its
rows are set aside; every row of every file has one fate. Among posts, a copy is the same text in the spelling of
CS-14, case folded, by the same author on the same channel, within the window of the one before,
in local days (CS-1).
"""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ecrl_audit import load
from ecrl_audit.database import open_sealed
from tests import cases, evidence

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHICAGO = ZoneInfo("America/Chicago")
SECOND, WINDOW, HOURS = timedelta(seconds=1), timedelta(days=30), timedelta(hours=17)
RUN = [{"period": "2026-01-01..2026-12-31", "as_of": "2029-12-31T23:59:59Z"}]
PLAIN = dict.fromkeys("\u2018\u2019", "'") | dict.fromkeys("\u201c\u201d", '"')
PLAIN |= dict.fromkeys("\u2010\u2011\u2013\u2014", "-") | dict.fromkeys("\u200b\u200d\ufeff", "")
Row = dict[str, str]


def normal(text: str) -> str:
    """Return a text as CS-14 compares it, case folded."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(PLAIN.get(c, c) for c in composed).split()).casefold()


@dataclass(frozen=True, slots=True)
class Post:
    """One post, and what became of it: removed under a code, perhaps put back."""

    key: str
    author: str
    channel: str
    at: datetime
    text: str
    code: str
    is_back: bool

    @property
    def day(self) -> date:
        """Return its local day."""
        return self.at.astimezone(CHICAGO).date()

    @property
    def is_taken(self) -> bool:
        """Say whether it was removed as a duplicate and not returned."""
        return self.code == "4.3" and not self.is_back


Copy = tuple[str, int, int, bool, bool, int, str]


def copies(posts: list[Post]) -> dict[str, Copy]:
    """Return for each post that has a copy: first of its group, place, size, taken, all taken, length."""
    same: dict[tuple[str, ...], list[Post]] = {}
    for post in sorted(posts, key=lambda p: (p.at, p.key)):
        if post.author and normal(post.text):
            same.setdefault((post.author, post.channel, normal(post.text)), []).append(post)
    found: dict[str, Copy] = {}
    for chain in same.values():
        group: list[Post] = []
        for post, following in zip(chain, [*chain[1:], None], strict=True):
            group.append(post)
            if following is None or following.day - post.day > WINDOW:
                found |= told(group)
                group = []
    return found


def told(group: list[Post]) -> dict[str, Copy]:
    """Return what is said of each member of a group; one alone is none."""
    everyone = all(post.is_taken for post in group)
    text = normal(group[0].text)
    return {
        post.key: (group[0].key, place, len(group), post.is_taken, everyone, len(text), text)
        for place, post in enumerate(group, start=1)
        if len(group) > 1
    }


TEXTS = (
    "The library's new hours \u2013 see the café page",
    "The library's new hours - see the cafe page",
    *("Thank you!", "“Win” a prize now at the FAIR, everyone!", "🎉🎉🎉"),
)


def respelled(text: str, dice: random.Random) -> str:
    """Return the same text in another spelling, now and then a different one."""
    changes: tuple[Callable[[str], str], ...] = (
        str.upper,
        str.lower,
        partial(unicodedata.normalize, "NFD"),
        lambda t: t.replace("'", "\u2019").replace("-", "\u2014"),
        lambda t: t.replace("“", '"').replace("”", '"'),
        lambda t: t.replace(" ", "\u00a0\n", 1),
        lambda t: t[:3] + "\u200b" + t[3:],
        lambda t: f" {t}\t",
        lambda t: t + "!",
    )
    for change in dice.sample(changes, dice.randint(0, 3)):
        text = change(text)
    return text


def history(dice: random.Random, world: int) -> list[Post]:
    """Make the posts of one world: two people, two channels, two texts, times at the edge."""
    moment, made = START, list[Post]()
    texts = dice.sample(TEXTS, 2)
    for number in range(dice.randint(2, 8)):
        moment += dice.choice((WINDOW, WINDOW, WINDOW + HOURS, WINDOW + 2 * HOURS, SECOND, HOURS))
        author = dice.choice((f"u{world}", f"u{world}", f"u{world}", f"v{world}", ""))
        code = dice.choice(("4.3", "4.3", "4.1", ""))
        text = respelled(dice.choice(texts), dice)
        channel = dice.choice(("fb", "fb", "fb", "ig"))
        back = bool(code) and dice.random() < 0.3
        made.append(Post(f"p{world}-{number}", author, channel, moment, text, code, back))
    return made


def written(moment: datetime) -> str:
    """Write a moment as the logbook does."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def tables(posts: list[Post]) -> dict[str, cases.Table]:
    """Return the posts and their removals as a case writes them."""
    rows, acts = list[Row](), list[Row]()
    for post in posts:
        who = {"author_kind": "public", "author": post.author}
        where = {"post": post.key, "channel": post.channel}
        rows.append({**where, **who, "posted": written(post.at), "text": post.text})
        for action, wanted in (("delete", bool(post.code)), ("restore", post.is_back)):
            if wanted:
                at = post.at + timedelta(hours=len(action))
                act = {"action_no": f"{action}-{post.key}", "action": action, "source": "staff"}
                acts.append({**where, **act, "acted": written(at), "reason_code": post.code})
    return {"posts": rows, "actions": acts, "run": RUN}


SEEDS = [pytest.param(n, id=f"seed-{n}", marks=() if n < 1 else pytest.mark.slow) for n in range(8)]


@pytest.mark.parametrize("seed", SEEDS)
def test_both_judges_group_the_same_copies(seed: int) -> None:
    dice = random.Random(seed)
    posts = [post for world in range(200) for post in history(dice, world)]
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("generated", tables(posts)), ["duplicate_group"])
        rows = connection.execute(
            "select post, group_post, place, n_items, is_taken, all_taken, g.characters, folded"
            " from duplicate_group as g inner join normal_text using (rec)"
        ).fetchall()
    finally:
        connection.execute("rollback")
    found = {row[0]: tuple(row[1:]) for row in rows}
    wanted = copies(posts)
    assert len(found) == len(rows)
    different = {k for k in found.keys() | wanted.keys() if found.get(k) != wanted.get(k)}
    assert sorted((k, found.get(k), wanted.get(k)) for k in different)[:5] == []
    assert Counter(copy[2] for copy in wanted.values())[2] > 20


def versions(dice: random.Random, keys: int) -> list[Row]:
    """Make concerns, most once, some again with the same values, some with others, some broken."""
    rows = []
    for number in range(keys):
        row = {
            "concern": f"k{number}",
            "received": f"2026-07-{1 + number % 28:02d} 10:00",
            "via": "email",
        }
        rows.append(row)
        for _ in range(dice.choice((0, 0, 0, 1, 1, 2))):
            change = dice.choice(
                ({}, {}, {}, {"via": "phone"}, {"outcome": "open"}, {"via": "smoke"})
            )
            rows.append({**row, **change})
    dice.shuffle(rows)
    return rows


def fates(parts: dict[str, list[Row]]) -> tuple[dict[str, Counter[str]], set[str]]:
    """Return by file what becomes of its rows, and the keys that can be used."""
    order = [(name, row) for name, rows in sorted(parts.items()) for row in rows]
    readable = [(name, row) for name, row in order if row["via"] != "smoke"]
    kinds: dict[str, set[str]] = {}
    for _, row in readable:
        kinds.setdefault(row["concern"], set()).add(values(row))
    found = {name: Counter({"seen": len(rows)}) for name, rows in parts.items()}
    met: set[tuple[str, str]] = set()
    for name, row in order:
        version = (row["concern"], values(row))
        if row["via"] == "smoke" or len(kinds[row["concern"]]) > 1:
            found[name]["quarantined"] += 1
        else:
            found[name]["duplicate" if version in met else "loaded"] += 1
            met.add(version)
    return found, {key for key, versions_of in kinds.items() if len(versions_of) == 1}


def values(row: Row) -> str:
    """Return the values of a row; a column not given is a blank one."""
    return "|".join((row["received"], row["via"], row.get("outcome", "")))


LOADS = [pytest.param(n, id=f"seed-{n}", marks=() if n < 1 else pytest.mark.slow) for n in range(8)]


@pytest.mark.parametrize("seed", LOADS)
def test_every_row_of_a_load_has_the_fate_that_counting_by_hand_gives(
    seed: int, tmp_path: Path
) -> None:
    rows = versions(random.Random(seed), 400)
    cut = random.Random(seed).randrange(1, len(rows))
    parts = {".a": rows[:cut], ".b": rows[cut:]}
    for part, of_part in parts.items():
        evidence.write_sheet(tmp_path / "evidence", "concerns", of_part, part=part)
    report = load.load(tmp_path / "evidence", tmp_path / "a.duckdb")
    connection = open_sealed(tmp_path / "a.duckdb")
    kept = connection.execute("select concern, conflicted from record_concerns").fetchall()
    connection.close()
    wanted, usable = fates(parts)
    for source in report.sources:
        assert source.seen == (
            source.loaded + source.quarantined + source.duplicate + source.out_of_scope
        )
        names = ("seen", "loaded", "quarantined", "duplicate")
        found = Counter({name: getattr(source, name) for name in names})
        assert found == wanted[source.file.removeprefix("logbook/concerns").removesuffix(".csv")]
    assert sorted(key for key, conflicted in kept if not conflicted) == sorted(usable)
