"""Management's responses: the one table of the evidence folder that is no sheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from sample_data.generator.numbering import with_numbers

if TYPE_CHECKING:
    from sample_data.generator.world import World

_COLUMNS = ("control", "item", "cause", "response", "action", "owner", "due", "responded")


def responses_text(world: World) -> str:
    """Return responses.csv."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in world.story.rows("responses"):
        writer.writerow({cell: with_numbers(world, str(value)) for cell, value in row.items()})
    return stream.getvalue()
