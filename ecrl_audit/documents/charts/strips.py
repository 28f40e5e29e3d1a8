"""Rows of cells over time: result strips, the art of the cover, coverage by day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.drawing import (
    Circle,
    Drawing,
    Outlined,
    Rectangle,
    Shape,
    Text,
    combined,
    triangle,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

EXCEPTION, TESTED, NOTHING = "exception", "tested", "nothing"
FULL, PART, NONE, CLOSED = "full", "part", "none", "closed"
_SMALLEST_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Band:
    """One labelled row of cell states."""

    label: str
    cells: tuple[str, ...]


def result_strip(cells: Sequence[str], width: float = 152, height: float = 11) -> Drawing:
    """Draw one control over time: a dot, a triangle or an outline for each span."""
    pitch = min(width / max(len(cells), 1), height * 1.16)
    cell = pitch - min(1.6, pitch * 0.14)
    shapes: list[Outlined] = []
    for index, state in enumerate(cells):
        shapes += _result(state, index * pitch, cell, height)
    return Drawing(max(pitch * len(cells), 1), height, combined(shapes))


def _result(state: str, x: float, width: float, height: float) -> list[Outlined]:
    middle, half = x + width / 2, height / 2
    if state == EXCEPTION:
        box = Rectangle(x, 0, width, height, palette.BRICK)
        return [box, triangle(middle, half, min(6.4, width * 0.72), palette.WHITE)]
    if state == TESTED:
        box = Rectangle(x, 0, width, height, palette.MIST)
        return [box, Circle(middle, half, min(1.5, width * 0.2), palette.TEAL)]
    return [
        Rectangle(x + 0.4, 0.4, width - 0.8, height - 0.8, "none", palette.OUTLINE, 0.7, "1.6 1.4")
    ]


def cover_art(
    bands: Sequence[Band], columns: Sequence[str], width: float = 396, cell: float = 25
) -> Drawing:
    """Draw families by time, the picture of the cover: amber is an exception."""
    gap, left, foot = 4.0, 40.0, 18.0
    pitch = (width - left + gap) / max(len(columns), 1)
    across = max(pitch - gap, pitch * 0.6)
    shapes: list[Shape] = []
    for row, band in enumerate(bands):
        y = row * (cell + gap)
        shapes.append(Text(0, y + cell / 2 + 3.4, band.label, palette.COVER_TEXT, 9.4))
        for column, state in enumerate(band.cells):
            shapes += _cover_cell(state, left + column * pitch, y, across, cell)
    height = max(len(bands) * (cell + gap) - gap, cell)
    shapes += _cover_labels(columns, left, pitch, across, height + 14)
    return Drawing(width, height + foot, tuple(shapes))


def _cover_cell(state: str, x: float, y: float, width: float, height: float) -> list[Shape]:
    if state == EXCEPTION:
        mark = triangle(x + width / 2, y + height / 2, min(10, width * 0.6), palette.COVER_GROUND)
        return [Rectangle(x, y, width, height, palette.AMBER), mark]
    if state == TESTED:
        return [Rectangle(x, y, width, height, palette.COVER_CELL)]
    inner = (x + 0.6, y + 0.6, width - 1.2, height - 1.2)
    return [Rectangle(*inner, "none", palette.COVER_LINE, 0.9, "2.4 2.2")]


def _cover_labels(
    columns: Sequence[str], left: float, pitch: float, across: float, y: float
) -> list[Shape]:
    """Label the columns, leaving out as many as there is no room for."""
    widest = max([len(label) for label in columns], default=1) * 5.4 + 4
    every = max(1, -(-int(widest) // max(int(pitch), 1)))
    labelled = range(0, len(columns), every)
    middles = {index: left + index * pitch + across / 2 for index in labelled}
    end = left + pitch * len(columns)
    return [
        Text(x, y, columns[index], palette.COVER_TEXT, 9.4, 400, "middle")
        for index, x in middles.items()
        if x + widest / 2 <= end or every == 1
    ]


_COVERAGE = {
    FULL: palette.TEAL,
    PART: "#a9cbc7",
    NONE: palette.BRICK,
}


def coverage_strip(
    bands: Sequence[Band], ticks: Sequence[tuple[int, str]], width: float = 662, row: float = 15
) -> Drawing:
    """Draw channel by day: full, pale for part, a low brick bar for none, empty when not open.

    `ticks` are (index of the day, label) pairs.
    """
    left, top = 128.0, 4.0
    days = max([len(band.cells) for band in bands], default=1) or 1
    pitch = (width - left) / days
    shapes: list[Shape] = []
    for index, band in enumerate(bands):
        y = top + index * row
        shapes.append(Text(0, y + row / 2 + 2.6, band.label, palette.INK, 10))
        shapes += _coverage_row(band.cells, left, y, pitch, row - 3)
    bottom = top + len(bands) * row
    for day, label in ticks:
        shapes.append(_tick(left + day * pitch, bottom + 12, label, width))
    return Drawing(width, bottom + 16, tuple(shapes))


def _tick(x: float, y: float, label: str, width: float) -> Text:
    if x + len(label) * 5.8 > width:
        return Text(width, y, label, palette.MUTED, 10, 400, "end")
    return Text(x, y, label, palette.MUTED, 10)


def _coverage_row(
    cells: Sequence[str], left: float, y: float, pitch: float, height: float
) -> list[Shape]:
    """Draw runs of equal days as one cell each, so that a year stays a small drawing."""
    shapes: list[Shape] = []
    start = 0
    gap = min(_SMALLEST_GAP, pitch * 0.2)
    for index in range(1, len(cells) + 1):
        if index < len(cells) and cells[index] == cells[start]:
            continue
        x, width = left + start * pitch, (index - start) * pitch - gap
        shapes += _coverage_cell(cells[start], x, y, width, height)
        start = index
    return shapes


def _coverage_cell(state: str, x: float, y: float, width: float, height: float) -> list[Shape]:
    if state == CLOSED:
        return []
    share = {FULL: 1.0, PART: 0.62, NONE: 0.26}[state]
    tall = height * share
    return [Rectangle(x, y + height - tall, width, tall, _COVERAGE[state])]
