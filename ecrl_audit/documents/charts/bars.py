"""Stacked bars with direct labels: acts by month and type, ages by outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.drawing import Drawing, Line, Rectangle, Shape, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP, _FOOT, _LEFT, _RIGHT = 18.0, 24.0, 34.0, 118.0
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


def scale_step(highest: int) -> int:
    """Return a round step that divides the axis into three to six parts."""
    step = 1
    for factor in (2, 2.5, 2) * 12:
        if highest <= step * 5:
            break
        step = int(step * factor) if step > 1 or factor != 2.5 else 5  # noqa: PLR2004
    return step


def stacked_bars(
    columns: Sequence[Column], series: Sequence[Series], width: float = 662, height: float = 196
) -> Drawing:
    """Draw one bar for each column; parts from the bottom in the order of the series."""
    highest = max([column.total for column in columns], default=0)
    step = scale_step(max(highest, 1))
    top = -(-max(highest, 1) // step) * step
    base, unit = height - _FOOT, (height - _FOOT - _TOP) / top
    right = width - _RIGHT
    shapes = _axis(range(0, top + 1, step), base, unit, right)
    pitch = (right - _LEFT) / max(len(columns), 1)
    bar = min(pitch * 0.62, _WIDEST_BAR)
    widest = max([len(column.label) for column in columns], default=1) * _LETTER + 6
    every = -(-int(widest) // max(int(pitch), 1))
    for index, column in enumerate(columns):
        x = _LEFT + index * pitch + (pitch - bar) / 2
        shapes += _bar(column, series, x, bar, base, unit)
        if index % every == 0:
            shapes.append(
                Text(x + bar / 2, base + 14, column.label, palette.MUTED, 10, 400, "middle")
            )
    if columns:
        shapes += _names(columns[-1], series, right, base, unit)
    return Drawing(width, height, tuple(shapes))


def _axis(ticks: range, base: float, unit: float, right: float) -> list[Shape]:
    shapes: list[Shape] = []
    for tick in ticks:
        y = base - tick * unit
        ink, weight = (palette.INK, 0.8) if tick == 0 else (palette.RULE, 0.6)
        shapes.append(Line(_LEFT, y, right, y, ink, weight))
        shapes.append(Text(_LEFT - 6, y + 3.5, f"{tick:,}", palette.MUTED, anchor="end"))
    return shapes


def _bar(
    column: Column, series: Sequence[Series], x: float, width: float, base: float, unit: float
) -> list[Shape]:
    shapes: list[Shape] = []
    stacked = 0
    for part, one in zip(column.parts, series, strict=True):
        if part:
            y = base - (stacked + part) * unit
            shapes.append(Rectangle(x, y, width, max(part * unit - _GAP, 0.6), one.fill))
        stacked += part
    middle = x + width / 2
    y = base - stacked * unit - 4.5
    total = Text(middle, y, f"{column.total:,}", palette.INK, 10, 600, "middle")
    return [*shapes, total]


def _names(
    last: Column, series: Sequence[Series], right: float, base: float, unit: float
) -> list[Shape]:
    """Name every series beside the last bar, pushed apart so that no label overlaps."""
    shapes: list[Shape] = []
    stacked, previous = 0, base + _LABEL_STEP * 0.6
    for part, one in zip(last.parts, series, strict=True):
        middle = base - (stacked + part / 2) * unit
        stacked += part
        previous = min(middle, previous - _LABEL_STEP)
        shapes.append(Line(right - 2, middle, right + 8, previous, one.ink, 0.7))
        shapes.append(Text(right + 12, previous + 3.5, one.name, one.ink, 10.4, 600))
    return shapes
