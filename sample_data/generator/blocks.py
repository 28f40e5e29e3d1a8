"""Blocked users: their removed comments, the investigation, the block, its reviews and its end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sample_data.generator.clock import next_shift
from sample_data.generator.dice import Dice
from sample_data.generator.scripted import tell_episode
from sample_data.generator.unwelcome import moderator

if TYPE_CHECKING:
    from datetime import datetime

    from sample_data.generator.story import Row
    from sample_data.generator.world import World

_BEFORE_TEN = 25


def tell_blocks(world: World) -> None:
    """Add every user whom the story blocks, or leaves alone after three removals."""
    dice = Dice("blocks")
    for case in world.story.rows("blocked"):
        posts = _violations(world, case, dice)
        _block(world, case, _investigation(world, case, posts))
        for review in case.get("reviews", ()):
            by = world.person(case["login"])
            world.add(
                "block_reviews",
                {"user": case["user"], "channel": case["channel"], "by": by, **review},
            )
        if "unblocked" in case:
            _unblock(world, case)
    for case in world.story.rows("left_alone"):
        _violations(world, case, dice)


def _violations(world: World, case: Row, dice: Dice) -> list[str]:
    posts = []
    for number, violation in enumerate(case["violations"], 1):
        acted = next_shift(violation["posted"], dice.below(_BEFORE_TEN))
        episode: Row = {
            **violation,
            "name": f"{case['name']}-{number}",
            "channel": case["channel"],
            "author": case["user"],
            "action": "hide" if case["channel"] == "x-account" else "delete",
            "acted": acted,
            "login": moderator(case["channel"], acted.date(), dice),
        }
        tell_episode(world, episode)
        posts.append(world.names[f"@post:{episode['name']}"])
    return posts


def _investigation(world: World, case: Row, posts: list[str]) -> str:
    codes = {violation["code"].partition("-")[0] for violation in case["violations"]}
    clauses = sorted("4.14b" if code == "4.14" else code for code in codes)
    row: Row = {
        "user": case["user"],
        "channels": [case["channel"]],
        "opened": case["opened"],
        "opened_by": "p06",
        "concluded": case["concluded"],
        "conclusion": "violation_found",
        "clauses": clauses,
        "posts": posts,
        "decided_by": "p02",
    }
    return world.add("investigations", row, case["name"])


def _block(world: World, case: Row, case_no: str) -> None:
    code = case["violations"][-1]["code"]
    act = _act(case, "block", case["blocked"], case["login"])
    reason = "Continued after removals"
    row = {**act, "reason_code": code, "reason": reason, "case_no": case_no}
    row["author_told"] = case["blocked"] + timedelta(minutes=15)
    world.add("actions", row, f"block-{case['name']}")


def _unblock(world: World, case: Row) -> None:
    act = _act(case, "unblock", case["unblocked"], "dokonkwo")
    world.add("actions", {**act, "reason": "Decided anew"}, f"unblock-{case['name']}")


def _act(case: Row, action: str, acted: datetime, login: str) -> Row:
    return {
        "acted": acted,
        "channel": case["channel"],
        "action": action,
        "user": case["user"],
        "login": login,
        "source": "staff",
        "platform_response": "done",
    }
