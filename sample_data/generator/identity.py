"""How each platform names posts and people, in the form the export readers give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from sample_data.generator.world import World

_X_EPOCH_MS = 1288834974657
_FIRST_FACEBOOK_POST = 122_090_004_100_731
_FIRST_INSTAGRAM_ITEM = 18_021_447_300
_FIRST_BLOG_POST = 2101
_LAKES = ("loon", "pike", "birch", "cedar", "heron", "otter", "maple", "willow", "minnow", "spruce")
_HABITS = (
    "reader",
    "baker",
    "walker",
    "knitter",
    "paddler",
    "dreamer",
    "gardener",
    "fiddler",
    "skater",
    "mender",
)


def new_post_id(world: World, channel: str, posted: datetime, parent: str = "") -> str:
    """Return the id of a new item of a channel; comments of the blog get theirs at the end."""
    number = len(world.posts)
    if channel == "fb-page":
        return (
            f"{parent}_{1000 + number}" if parent else f"fb:{_FIRST_FACEBOOK_POST + 317 * number}"
        )
    if channel == "x-account":
        milliseconds = int(posted.timestamp() * 1000) - _X_EPOCH_MS
        return f"x:{(milliseconds << 22) + number}"
    if channel == "ig-account":
        return f"ig:{_FIRST_INSTAGRAM_ITEM + 29 * number}"
    if channel == "blog":
        return f"@wp:{number}" if parent else f"wp:{_FIRST_BLOG_POST + 3 * number}"
    return f"web:{posted:%Y-%m-%d}-{number}"


def new_author(channel: str, number: int) -> str:
    """Return the key of the n-th member of the public on a channel."""
    if channel == "fb-page":
        return f"fb:u1{(7919 * (number + 3)) % 10_000_000:07}0{number:03}"
    if channel == "x-account":
        return f"x:11{(104_729 * (number + 5)) % 100_000_000:08}{number:03}"
    lake, habit = _LAKES[number % len(_LAKES)], _HABITS[number // len(_LAKES) % len(_HABITS)]
    round_number = number // (len(_LAKES) * len(_HABITS))
    suffix = str(round_number + 1) if round_number else ""
    return (
        f"ig:{lake}_{habit}{suffix}"
        if channel == "ig-account"
        else f"wp:{lake} {habit} {suffix}".strip()
    )
