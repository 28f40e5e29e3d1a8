"""What happens on every working day or month: reviews, captures, block lists, messages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sample_data.generator.clock import (
    FIRST_DAY,
    LAST_DAY,
    LAST_REVIEW_DAY,
    at,
    days,
    is_business_day,
    next_shift,
)
from sample_data.generator.dice import Dice

if TYPE_CHECKING:
    from sample_data.generator.story import Row
    from sample_data.generator.world import World

_THREADS = 34
_LIST_CHANNELS = ("fb-page", "x-account", "ig-account")


def tell_reviews(world: World) -> None:
    """Add the rota: each open channel on each business day."""
    dice = Dice("reviews")
    plan = world.story.settings["records.monitoring"]
    working = [day for day in days(FIRST_DAY, LAST_REVIEW_DAY) if is_business_day(day)]
    for number, day in enumerate(working):
        for channel, rota in plan["rota"].items():
            logins = [login for login in rota if _on_rota(plan, login, day)]
            if f"{channel}/{day}" not in plan["missed"]:
                reviewed = at(day, 8, 40) + timedelta(minutes=dice.below(75))
                _review(world, channel, logins[number % len(logins)], reviewed)


def _on_rota(plan: Row, login: str, day: date) -> bool:
    starts, ends = plan["first_reviews"], plan["last_reviews"]
    return bool(starts.get(login, day) <= day <= ends.get(login, day))


def _review(world: World, channel: str, login: str, reviewed: datetime) -> None:
    surfaces = ["comments", "old_threads", "messages", *(["held"] if channel == "blog" else [])]
    row: Row = {
        "channel": channel,
        "reviewer": world.person(login),
        "reviewed": reviewed,
        "surfaces": surfaces,
    }
    world.add("monitoring", row)


def tell_statement_checks(world: World) -> None:
    """Add a capture of the posted statement per channel and month, and the extra ones."""
    story = world.story.settings["statement"]
    for checked in story["checks"]:
        for channel in story["places"]:
            _capture(
                world, {"check": f"SC-{checked:%Y-%m-%d}", "checked": checked, "channel": channel}
            )
    for extra in story["extra"]:
        _capture(world, extra)


def _capture(world: World, told: Row) -> None:
    story = world.story.settings["statement"]
    row: Row = {
        "text": story["text"],
        "shown_as": "text",
        "public": "yes",
        **story["places"][told["channel"]],
        **told,
    }
    if row["text"] == story["text"]:
        row |= {"expanded_url": story["url"], "link_status": 200, "policy_text_matches": "yes"}
    broken = story["broken_link"]
    if (row["check"], row["channel"]) == (broken["check"], broken["channel"]):
        row |= {"link_status": broken["link_status"], "policy_text_matches": ""}
    world.add("statement_checks", row)


def tell_block_lists(world: World) -> None:
    """Add the platforms' lists of blocked users, as they stood at each check."""
    for checked in world.story.settings["access.checks"]:
        moment = checked + timedelta(minutes=30)
        for channel in _LIST_CHANNELS:
            check: Row = {"check": f"BK-{checked:%Y-%m-%d}", "checked": moment, "channel": channel}
            users = _blocked(world, channel, moment) or [""]
            for user in users:
                world.add("block_lists", {**check, "user": user, "legacy": "no" if user else ""})
    for row in world.story.rows("unlisted"):
        world.add("block_lists", {**row, "legacy": "no"})


def _blocked(world: World, channel: str, moment: datetime) -> list[str]:
    users: set[str] = set()
    acts = [row for row in world.rows["actions"] if row["action"] in ("block", "unblock")]
    for row in sorted(acts, key=lambda row: row["acted"]):
        if row["channel"] == channel and row["acted"] < moment:
            (users.add if row["action"] == "block" else users.discard)(row["user"])
    return sorted(users)


def tell_messages(world: World) -> None:
    """Add inbound message threads: when they came, when they were opened and answered."""
    dice = Dice("messages")
    for _ in range(_THREADS):
        day = FIRST_DAY + timedelta(days=dice.below((LAST_DAY - FIRST_DAY).days))
        received = at(day, dice.between(8, 21), dice.below(60))
        opened = next_shift(received, dice.below(80))
        channel = dice.weighted([("fb-page", 6), ("ig-account", 3), ("x-account", 1)])
        replied = opened + timedelta(minutes=dice.between(2, 30))
        row: Row = {
            "channel": channel,
            "received": received,
            "first_opened": opened,
            "first_replied": replied,
        }
        world.add("message_threads", row)
