"""Who has access to what: the changes, and the monthly checks that follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_data.generator.clock import utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from sample_data.generator.story import Row
    from sample_data.generator.world import World


def tell_access(world: World) -> None:
    """Add the access changes and one check of every channel per month."""
    for row in world.story.rows("access_changes"):
        world.add("access_changes", row)
        if "name" in row:
            parts = (utc_text(row["changed"]), row["channel"], row["change"], row.get("login", "-"))
            world.names[f"@change:{row['name']}"] = "/".join(parts)
    settings = world.story.settings
    for checked in settings["access.checks"]:
        for channel in settings["access.levels"]:
            _check(world, checked, channel)


def _check(world: World, checked: datetime, channel: str) -> None:
    levels = dict(world.story.settings["access.levels"][channel])
    for change in _changes(world, channel, checked):
        if change.get("new_level"):
            levels[change["login"]] = change["new_level"]
        else:
            levels.pop(change["login"], None)
    for login, level in levels.items():
        row: Row = {
            "check": f"AC-{checked:%Y-%m-%d}",
            "checked": checked,
            "checked_by": world.story.settings["access.checked_by"],
            "channel": channel,
            "complete": "yes",
            "login": login,
            "level": level,
        }
        world.add("access_checks", row)


def _changes(world: World, channel: str, until: datetime) -> list[Row]:
    recorded = [
        row
        for row in world.story.rows("access_changes")
        if row["channel"] == channel and "login" in row
    ]
    unrecorded = [
        {"changed": row["from"], "login": row["login"], "new_level": row["level"]}
        for row in world.story.rows("unexplained")
        if row["channel"] == channel
    ]
    return [row for row in (*recorded, *unrecorded) if row["changed"] < until]
