"""Ordinary removals: spam and rudeness, duplicates, and what the keyword filter catches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sample_data.generator.clock import at, next_shift
from sample_data.generator.dice import Dice
from sample_data.generator.identity import new_author
from sample_data.generator.readers_voice import a_reader, add_comment, quiet_hours_kept
from sample_data.generator.removing import Removal, remove
from sample_data.generator.wording import comment_text, new_text, topics_of

if TYPE_CHECKING:
    from sample_data.generator.story import Row
    from sample_data.generator.world import Post, World

MODERATORS = {
    "fb-page": (
        "afalk",
        "jkowalczyk",
        "ekivela",
        "cbauer",
        "treyes",
        "nhassan",
        "afalk",
        "fb-frontdesk",
    ),
    "x-account": ("afalk", "ekivela", "treyes", "afalk"),
    "ig-account": ("afalk", "jkowalczyk", "treyes", "cbauer"),
    "blog": ("jkowalczyk", "ekivela", "nhassan", "treyes"),
}
_LAST_ACTS = {"cbauer": date(2026, 7, 16), "nhassan": date(2026, 8, 6), "treyes": date(2026, 8, 13)}
_PER_MONTH = {"fb-page": 2, "x-account": 1, "ig-account": 2, "blog": 2}
_DUPLICATES = {"fb-page": 3, "ig-account": 2, "blog": 1, "x-account": 1}
_FILTERED_PER_MONTH = 2
_NEW_FILTER = at(date(2026, 5, 20), 9)
_FIRST_STRANGER = 400
_LONG_ENOUGH = 30
_LAST_REPEATED = at(date(2026, 9, 20), 12)
_MONTHS = range(1, 10)


def moderator(channel: str, day: date, dice: Dice) -> str:
    """Return a login that moderates a channel on a day."""
    logins = [login for login in MODERATORS[channel] if day <= _LAST_ACTS.get(login, day)]
    return dice.pick(logins)


def latest_post(world: World, channel: str, moment: datetime) -> Post:
    """Return the library's last ordinary post of a channel before a moment."""
    return max(
        (post for post in world.ordinary if post.channel == channel and post.posted < moment),
        key=lambda post: post.posted,
    )


def tell_unwelcome(world: World) -> None:
    """Add spam, rude comments and the like, each removed by the next shift."""
    dice = Dice("unwelcome")
    for month in _MONTHS:
        for channel, number in _PER_MONTH.items():
            for _ in range(number):
                _unwelcome(world, channel, _moment(month, channel, dice), dice)


def _moment(month: int, channel: str, dice: Dice) -> datetime:
    day = date(2026, month, dice.between(8, 27))
    return quiet_hours_kept(at(day, dice.between(8, 21), dice.below(60)), channel)


def _unwelcome(world: World, channel: str, posted: datetime, dice: Dice) -> None:
    words = world.story.settings["unwelcome"]
    kinds = [
        kind
        for kind in words["kind"]
        if channel != "x-account" or not kind["code"].startswith("4.14")
    ]
    kind = dice.weighted([(kind, kind["weight"]) for kind in kinds])
    author = new_author(channel, _FIRST_STRANGER + len(world.posts))
    text = new_text(world, kind["text"], words["slot"], dice)
    comment = _with_link(
        world, add_comment(world, latest_post(world, channel, posted), author, posted, text)
    )
    acted = next_shift(posted, dice.below(100))
    code = "SPAM" if kind["code"] == "4.8a" and dice.percent(25) else kind["code"]
    login = moderator(channel, acted.date(), dice)
    if dice.percent(30):
        judge(world, comment, acted - timedelta(minutes=12), (login, kind["code"], "violating"))
    told: Row = {"author_told": acted + timedelta(minutes=7)} if dice.percent(60) else {}
    action = _action(channel, kind["code"], dice)
    remove(world, Removal(comment, action, acted, login, code, told))


def _with_link(world: World, comment: Post) -> Post:
    links = tuple(word for word in comment.text.split() if word.startswith("https://"))
    world.posts[comment.post] = replace(comment, links=links)
    return world.posts[comment.post]


def _action(channel: str, code: str, dice: Dice) -> str:
    if channel == "x-account":
        return "hide"
    if channel == "blog" or code.startswith("4.14"):
        return "delete"
    return dice.pick(("hide", "delete"))


def judge(world: World, post: Post, judged: datetime, reading: tuple[str, str, str]) -> None:
    """Add a moderator's reading of a post: who (a login), by which rule, with what result."""
    login, rule, judgment = reading
    row: Row = {"post": post.post, "rule": rule, "judgment": judgment, "by": world.person(login)}
    world.add("judgments", {**row, "judged": judged, "origin": "moderator"})


def tell_duplicates(world: World) -> None:
    """Let some readers write the same comment twice; the later copy is removed."""
    dice = Dice("duplicates")
    for channel, number in _DUPLICATES.items():
        candidates = [post for post in world.posts.values() if _repeatable(post, channel)]
        for original in dice.some(candidates, number):
            posted = quiet_hours_kept(
                original.posted + timedelta(hours=dice.between(1, 20)), channel
            )
            copy = add_comment(
                world, world.posts[original.root], original.author, posted, original.text
            )
            acted = next_shift(posted, dice.below(100))
            login = moderator(channel, acted.date(), dice)
            action = "hide" if channel == "x-account" else "delete"
            remove(world, Removal(copy, action, acted, login, "4.3"))
            world.scripted_posts.update((original.post, copy.post))


def _repeatable(post: Post, channel: str) -> bool:
    plain = post.channel == channel and post.kind == "public" and not post.flags
    return plain and post.posted < _LAST_REPEATED and len(post.text) >= _LONG_ENOUGH


def tell_filtered(world: World) -> None:
    """Add what the keyword filter of the Facebook page hides, and what staff make of it."""
    dice = Dice("filtered")
    for month in _MONTHS:
        for _ in range(_FILTERED_PER_MONTH):
            _filtered(world, _moment(month, "fb-page", dice), dice)


def _filtered(world: World, posted: datetime, dice: Dice) -> None:
    comment, spam = _caught(world, posted, dice)
    world.scripted_posts.add(comment.post)
    rule = "FR-02" if posted >= _NEW_FILTER else "FR-01"
    hidden = posted + timedelta(seconds=dice.between(4, 18))
    by_filter: Row = {"source": "automation", "filter_rule": rule}
    soon = timedelta(seconds=40)
    remove(world, Removal(comment, "hide", hidden, "fb-keyword-filter", "", by_filter, soon))
    acted = next_shift(posted, dice.below(100))
    login = moderator("fb-page", acted.date(), dice)
    if spam:
        kept: Row = {"evidence": world.rows["evidence"][-1]["evidence"]}
        remove(world, Removal(comment, "delete", acted, login, "4.8a", kept, copied=False))
        return
    judge(world, comment, acted - timedelta(minutes=1), (login, "4.8a", "not_violating"))
    shown: Row = {"reason": "No spam, shown again"}
    remove(world, Removal(comment, "unhide", acted, login, "", shown, copied=False))


def _caught(world: World, posted: datetime, dice: Dice) -> tuple[Post, bool]:
    words = world.story.settings["unwelcome"]
    post = latest_post(world, "fb-page", posted)
    if dice.percent(70):
        text = new_text(world, words["kind"][0]["text"], words["slot"], dice)
        author = new_author("fb-page", _FIRST_STRANGER + len(world.posts))
        return add_comment(world, post, author, posted, text), True
    topic = dice.pick(topics_of(world.story.settings["words"], posted.month))
    author = a_reader("fb-page", dice)
    return add_comment(world, post, author, posted, comment_text(world, topic, dice)), False
