"""The rows of the world as the CSV files of the logbook."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from sample_data.generator.clock import written
from sample_data.generator.dice import Dice
from sample_data.generator.numbering import by_time, with_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sample_data.generator.story import Row
    from sample_data.generator.world import Post, World

_PROSE = {"text", "reason", "statement", "why"}
_SORTED = {
    "judgments": "judged",
    "monitoring": "reviewed",
    "sightings": "seen",
    "statement_checks": "checked",
}
_STYLES = (("local", 72), ("offset", 18), ("zulu", 10))
_TITLED = {"concerns", "partner_posts"}
_FIRST_PART, _SECOND_PART = ".h1", ".q3"
_JULY = 7
_LOGBOOK_CHANNELS = ("fb-page", "x-account", "ig-account", "website")


def sheet_files(world: World) -> dict[str, str]:
    """Return the text of every file of the logbook by its path below the evidence folder."""
    files: dict[str, str] = {}
    for sheet, columns in world.story.settings["columns"].items():
        rows = post_rows(world) if sheet == "posts" else list(world.rows.get(sheet, ()))
        if sheet in _SORTED:
            rows.sort(key=lambda row, column=_SORTED[sheet]: by_time(row, column))  # type: ignore[misc]
        for part, some in _parts(sheet, rows).items():
            files[f"logbook/{sheet}{part}.csv"] = _text(world, sheet, columns, some)
    return files


def post_rows(world: World) -> list[Row]:
    """Return the rows of the posts that no export brings."""
    posts = [post for post in world.posts.values() if _hand_kept(post)]
    return [_post_row(post) for post in sorted(posts, key=lambda post: (post.posted, post.post))]


def _hand_kept(post: Post) -> bool:
    if post.kind == "staff" and (post.channel == "x-account" or not post.author):
        return False
    return post.channel in _LOGBOOK_CHANNELS


def _post_row(post: Post) -> Row:
    return {
        "post": post.post,
        "channel": post.channel,
        "parent": post.parent,
        "root": post.root,
        "author_kind": post.kind,
        "author": post.author,
        "posted": post.posted,
        "scheduled": post.scheduled,
        "text": post.text,
        "links": post.links,
        "surface": "held" if post.held else "public",
        "flags": post.flags,
    }


def _parts(sheet: str, rows: list[Row]) -> dict[str, list[Row]]:
    if sheet != "actions":
        return {"": rows}
    parts: dict[str, list[Row]] = {_FIRST_PART: [], _SECOND_PART: []}
    for row in rows:
        moment = by_time(row, "sort_as" if "sort_as" in row else "acted")
        parts[_SECOND_PART if moment.month >= _JULY else _FIRST_PART].append(row)
    return parts


def _text(world: World, sheet: str, columns: Sequence[str], rows: Iterable[Row]) -> str:
    dice = Dice(f"notation of {sheet}")
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n" if sheet in _TITLED else "\n")
    writer.writerow([_title(column) if sheet in _TITLED else column for column in columns])
    for row in rows:
        cells = [_cell(world, column, row.get(column), dice) for column in columns]
        writer.writerow(cells)
        if row.get("told_twice"):
            writer.writerow(cells)
    mark = "\ufeff" if sheet in _TITLED else ""
    return mark + stream.getvalue()


def _title(column: str) -> str:
    return column.replace("_", " ").capitalize()


def _cell(world: World, column: str, value: object, dice: Dice) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return written(value, dice.weighted(_STYLES))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ";".join(_cell(world, column, element, dice) for element in value)
    text = str(value)
    return text if column in _PROSE else with_numbers(world, text)
