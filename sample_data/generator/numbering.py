"""Running numbers in the order of time, and names turned into the numbers they stand for."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sample_data.generator.clock import ZONE
from sample_data.generator.world import NUMBERED

if TYPE_CHECKING:
    from sample_data.generator.story import Row
    from sample_data.generator.world import World

_FIRST_COMMENT = 5501
_NAME = re.compile(r"@[a-z_]+:[A-Za-z0-9_-]+")


def number_all(world: World) -> None:
    """Put the rows of numbered sheets in time order and give every name its number."""
    for sheet, numbered in NUMBERED.items():
        rows = world.rows[sheet]
        rows.sort(key=lambda row, time=numbered.time: _moment(row.get("sort_as", row.get(time))))  # type: ignore[misc]
        for number, row in enumerate(rows, 1):
            world.names[row[numbered.key]] = numbered.form.format(number)
    comments = [post for post in world.posts.values() if post.post.startswith("@wp:")]
    comments.sort(key=lambda post: (post.posted, int(post.post.removeprefix("@wp:"))))
    for number, post in enumerate(comments, _FIRST_COMMENT):
        world.names[post.post] = f"wp:c{number}"


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time(12), ZONE)
    raise TypeError(f"{value!r} is no time to sort by")


def with_numbers(world: World, text: str) -> str:
    """Return a cell with each name in it replaced by its number."""
    for _ in range(2):
        text = _NAME.sub(lambda found: world.names[found[0]], text)
    return text


def by_time(row: Row, column: str) -> datetime:
    """Return the time of a row to sort a sheet by."""
    return _moment(row[column])
