"""Stacked bars with direct labels: acts by month and type, ages by outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.drawing import Drawing, Line, Rectangle, Shape, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP, _FOOT, _LEFT, _RIGHT = 18.0, 24.0, 46.0, 118.0
_WIDEST_BAR = 44.0
_LABEL_STEP = 13.0
_GAP = 0.5
_LETTER = 5.4


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of thing counted: its name, the colour of its part and of its label."""

    name: str
    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Column:
    """One bar: its label and one count for each series, in the order of the series."""

    label: str
    parts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Return the sum of the parts."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the axis lies: the base line, pixels per item, and the columns across."""

    base: float
    unit: float
    right: float
    pitch: float
    bar: float

    def left_of(self, index: int) -> float:
        """Return the left edge of a bar."""
        return _LEFT + index * self.pitch + (self.pitch - self.bar) / 2


def scale_step(highest: int) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, 50 … that needs at most five steps."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= 5 * factor * power:
                return factor * power
        power *= 10


def stacked_bars(
    columns: Sequence[Column], series: Sequence[Series], width: float = 662, height: float = 196
) -> Drawing:
    """Draw one bar for each column; parts from the bottom in the order of the series."""
    highest = max([column.total for column in columns] + [1])
    step = scale_step(highest)
    top = -(-highest // step) * step
    base, pitch = height - _FOOT, (width - _RIGHT - _LEFT) / max(len(columns), 1)
    bar = min(pitch * 0.62, _WIDEST_BAR)
    scale = Scale(base, (base - _TOP) / top, width - _RIGHT, pitch, bar)
    shapes = _axis(range(0, top + 1, step), scale)
    for index, column in enumerate(columns):
        shapes += _bar(column, series, scale.left_of(index), scale)
    shapes += _labels(columns, scale)
    if columns:
        shapes += _names(columns[-1], series, scale)
    return Drawing(width, height, tuple(shapes))


def _axis(ticks: range, scale: Scale) -> list[Shape]:
    shapes: list[Shape] = []
    for tick in ticks:
        y = scale.base - tick * scale.unit
        ink, weight = (palette.INK, 0.8) if tick == 0 else (palette.RULE, 0.6)
        shapes.append(Line(_LEFT, y, scale.right, y, ink, weight))
        shapes.append(Text(_LEFT - 6, y + 3.5, f"{tick:,}", palette.MUTED, anchor="end"))
    return shapes


def _labels(columns: Sequence[Column], scale: Scale) -> list[Shape]:
    """Label the columns, leaving out as many as there is no room for."""
    widest = max([len(column.label) for column in columns], default=1) * _LETTER + 6
    every = -(-int(widest) // max(int(scale.pitch), 1))
    return [
        Text(scale.left_of(i) + scale.bar / 2, scale.base + 14, columns[i].label, palette.MUTED,
             10, 400, "middle")
        for i in range(0, len(columns), every)
    ]  # fmt: skip


def _bar(column: Column, series: Sequence[Series], x: float, scale: Scale) -> list[Shape]:
    shapes: list[Shape] = []
    stacked = 0
    for part, one in zip(column.parts, series, strict=True):
        if part:
            y = scale.base - (stacked + part) * scale.unit
            height = max(part * scale.unit - _GAP, 0.6)
            shapes.append(Rectangle(x, y, scale.bar, height, one.fill))
        stacked += part
    middle, y = x + scale.bar / 2, scale.base - stacked * scale.unit - 4.5
    return [*shapes, Text(middle, y, f"{column.total:,}", palette.INK, 10, 600, "middle")]


def _names(last: Column, series: Sequence[Series], scale: Scale) -> list[Shape]:
    """Name every series beside the last bar."""
    shapes: list[Shape] = []
    stacked, middles = 0, []
    for part in last.parts:
        middles.append(scale.base - (stacked + part / 2) * scale.unit)
        stacked += part
    right, places = scale.right, spread(middles, _LABEL_STEP, _TOP)
    for one, middle, y in zip(series, middles, places, strict=True):
        shapes.append(Line(right - 2, middle, right + 8, y, one.ink, 0.7))
        shapes.append(Text(right + 12, y + 3.5, one.name, one.ink, 10.4, 600))
    return shapes


def spread(wanted: Sequence[float], step: float, top: float) -> list[float]:
    """Move heights, given from below upwards, so that they lie `step` apart and below `top`."""
    placed: list[float] = []
    for index, height in enumerate(wanted):
        place = max(height, top + (len(wanted) - 1 - index) * step)
        placed.append(min(place, placed[-1] - step) if placed else place)
    return placed
