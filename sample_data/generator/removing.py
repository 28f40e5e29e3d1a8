"""One removal as the log tells it: the act, the copy kept before it, the author told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from sample_data.generator.story import Row
    from sample_data.generator.world import Post, World

_KEPT_YEARS = 3


@dataclass(frozen=True, slots=True)
class Removal:
    """An act that takes a post out of view; `more` are further cells of its row in the log."""

    post: Post
    action: str
    acted: datetime
    login: str
    code: str = ""
    more: Row = field(default_factory=dict)
    capture: timedelta = timedelta(minutes=-6)
    copied: bool = True
    copy_more: Row = field(default_factory=dict)


def remove(world: World, removal: Removal, name: str = "") -> str:
    """Add an act and its evidence copy, and return the name of the act."""
    reasons = world.story.settings["unwelcome"]["reason"]
    evidence = keep_copy(world, removal, name) if removal.copied else ""
    row: Row = {
        "acted": removal.acted,
        "channel": removal.post.channel,
        "action": removal.action,
        "post": removal.post.post,
        "user": removal.post.author,
        "login": removal.login,
        "source": "staff",
        "reason_code": removal.code,
        "reason": reasons.get(removal.code, ""),
        "evidence": evidence,
        "platform_response": "done",
    }
    return world.add("actions", {**row, **removal.more}, name)


def keep_copy(world: World, removal: Removal, name: str = "") -> str:
    """Add the copy of a post that was made around its removal."""
    captured = removal.acted + removal.capture
    return world.add("evidence", copy_row(removal.post, captured) | removal.copy_more, name)


def copy_row(post: Post, captured: datetime) -> Row:
    """Return the evidence row of a capture: a reference to a picture kept elsewhere."""
    return {
        "post": post.post,
        "captured": captured,
        "file": f"captures/{captured:%Y-%m}/{captured:%d-%H%M}-{_slug(post.post)}.png",
        "sha256": digest(post.text),
        "retain_until": date(captured.year + _KEPT_YEARS, captured.month, min(captured.day, 28)),
    }


def digest(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _slug(post: str) -> str:
    return "".join(letter for letter in post if letter.isalnum())[-9:]
