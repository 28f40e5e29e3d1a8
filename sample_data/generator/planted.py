"""The list of what was planted: which control should say what of which item, and why."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from sample_data.generator.numbering import with_numbers

if TYPE_CHECKING:
    from sample_data.generator.world import World

COLUMNS = ("control", "item", "outcome", "subtype", "why")
_FAMILIES = ("RM", "BL", "NT", "DM", "AU", "MO", "ST", "OO", "AT", "RC", "PV", "DQ")
_CONTROL = re.compile(r"([A-Z]{2})-(\d\d)")


def planted_table(world: World) -> str:
    """Return planted.csv, in the order of the control catalogue."""
    rows = [
        [with_numbers(world, str(row.get(column, ""))) for column in COLUMNS]
        for row in _told(world)
    ]
    rows.sort(key=_place)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return stream.getvalue()


def _told(world: World) -> list[dict[str, str]]:
    settings = world.story.settings
    return [*world.story.rows("planted"), *settings["statement"]["planted"]]


def _place(row: list[str]) -> tuple[int, str, str]:
    found = _CONTROL.fullmatch(row[0])
    if not found:
        raise ValueError(f"{row[0]!r} is no control")
    return _FAMILIES.index(found[1]), found[2], row[1]
