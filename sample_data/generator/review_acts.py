"""Acts that leave a comment where it is, what captures saw, and the reports of users."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sample_data.generator.clock import at, business_day, next_shift
from sample_data.generator.dice import Dice
from sample_data.generator.unwelcome import judge, moderator

if TYPE_CHECKING:
    from sample_data.generator.story import Row
    from sample_data.generator.world import Post, World

_LOOKED_AT = {"fb-page": 12, "x-account": 6, "ig-account": 7, "blog": 6}
_RELEASED = 5
_WARNED = 6
_UPHELD = 8
_NOT_UPHELD = 12
_CAPTURES = (date(2026, 6, 30), date(2026, 9, 30))
_SEEN_EACH_TIME = 52
_VIAS = ("message", "message", "email", "phone", "in_person", "form", "comment")
_REVIEWERS = ("p05", "p07", "p06", "p03")
_LAST_LOOK = at(date(2026, 9, 29), 12)
_AN_HOUR = timedelta(hours=1)


def tell_looked_at(world: World) -> None:
    """Add comments that staff looked at and left, and held ones that they released."""
    dice = Dice("looked at")
    for channel, number in _LOOKED_AT.items():
        for post in dice.some(_plain(world, channel), number):
            acted = next_shift(post.posted, dice.below(100))
            login = moderator(channel, acted.date(), dice)
            world.add("actions", _act(post, "no_action", acted, login, "Looked at, stays"))
            if dice.percent(25):
                judge(world, post, acted - timedelta(minutes=2), (login, "4.1", "not_violating"))
            world.scripted_posts.add(post.post)
    for post in dice.some(_plain(world, "blog"), _RELEASED):
        acted = next_shift(post.posted, dice.below(60))
        login = moderator("blog", acted.date(), dice)
        world.add("actions", _act(post, "hold_release", acted, login, "Waited for a first look"))
        world.scripted_posts.add(post.post)


def _plain(world: World, channel: str) -> list[Post]:
    """Return the ordinary comments of a channel that nothing has happened to."""
    return [
        post
        for post in world.posts.values()
        if post.channel == channel
        and post.kind == "public"
        and post.post not in world.scripted_posts
        and not post.flags
        and post.posted < _LAST_LOOK
        and not any(row.get("post") == post.post for row in world.rows["actions"])
    ]


def _act(post: Post, action: str, acted: datetime, login: str, reason: str) -> Row:
    return {
        "acted": acted,
        "channel": post.channel,
        "action": action,
        "post": post.post,
        "user": post.author,
        "login": login,
        "source": "staff",
        "reason": reason,
    }


def tell_warnings(world: World) -> None:
    """Add warnings to authors whose comment was just removed."""
    dice = Dice("warnings")
    removed = [
        row
        for row in world.rows["actions"]
        if _staff_removal(world, row) and row["channel"] == "fb-page"
    ]
    for row in dice.some(removed, _WARNED):
        acted = row["acted"] + timedelta(minutes=dice.between(3, 9))
        warning = _act(
            world.posts[row["post"]], "warn", acted, row["login"], "Asked to keep to the rules"
        )
        world.add("actions", {**warning, "reason_code": row["reason_code"], "author_told": acted})


def _staff_removal(world: World, row: Row) -> bool:
    ordinary = row.get("post", "") not in world.scripted_posts and row["source"] == "staff"
    return ordinary and row["action"] in ("hide", "delete") and bool(row.get("reason_code"))


def tell_concerns(world: World) -> None:
    """Add the reports that users made: some upheld, most not."""
    dice = Dice("concerns")
    removed = [
        row
        for row in world.rows["actions"]
        if _staff_removal(world, row) and _reportable(world, row)
    ]
    for row in dice.some(removed, _UPHELD):
        _upheld(world, row, dice)
    for number in range(_NOT_UPHELD):
        channel = ("fb-page", "ig-account", "fb-page", "blog", "x-account", "fb-page")[number % 6]
        post = dice.pick(_plain(world, channel))
        world.scripted_posts.add(post.post)
        _not_upheld(world, post, dice)


def _reportable(world: World, row: Row) -> bool:
    return bool(row["acted"] - world.posts[row["post"]].posted > 3 * _AN_HOUR)


def _upheld(world: World, act: Row, dice: Dice) -> None:
    received = act["acted"] - timedelta(minutes=dice.between(45, 150))
    others = [person for person in _REVIEWERS if person != world.person(act["login"])]
    row: Row = {
        "received": received,
        "first_reviewed": act["acted"] - timedelta(minutes=dice.between(8, 30)),
        "reviewed_by": dice.pick(others),
        "outcome": "upheld",
        "action_no": act["action_no"],
        "closed": act["acted"] + timedelta(minutes=20),
    }
    _report(world, world.posts[act["post"]], row, dice)


def _not_upheld(world: World, post: Post, dice: Dice) -> None:
    received = post.posted + timedelta(minutes=dice.between(20, 400))
    reviewed = next_shift(received, dice.below(70))
    closing = business_day(reviewed.date(), dice.between(1, 4))
    row: Row = {
        "received": received,
        "first_reviewed": reviewed,
        "reviewed_by": dice.pick(_REVIEWERS),
        "outcome": dice.weighted([("rejected", 12), ("duplicate", 3), ("withdrawn", 2)]),
        "closed": closing if dice.percent(20) else at(closing, 14, dice.below(60)),
    }
    _report(world, post, row, dice)


def _report(world: World, post: Post, row: Row, dice: Dice) -> None:
    category = (
        dice.pick(("advertising", "unfriendly", "other"))
        if row["outcome"] != "upheld"
        else "rule of the page"
    )
    target: Row = {"channel": post.channel, "post": post.post, "user": post.author}
    world.add("concerns", {**target, "via": dice.pick(_VIAS), "category": category, **row})


def tell_sightings(world: World) -> None:
    """Add what the two captures of the Facebook page showed of the comments before both."""
    early = at(date(2026, 6, 29), 12)
    standing = [post for post in _plain(world, "fb-page") if post.posted < early]
    for post in Dice("sightings").some(standing, _SEEN_EACH_TIME):
        for day in _CAPTURES:
            row: Row = {"seen": at(day, 17), "state": "visible", "export": f"capture-{day}"}
            world.add("sightings", {"post": post.post, **row})
