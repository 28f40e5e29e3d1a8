"""Copyright cases on one axis: days from receipt by the agent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.drawing import (
    Circle,
    Drawing,
    Line,
    Rectangle,
    Shape,
    Text,
    diamond,
    triangle,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT, _TOP, _ROW, _FOOT, _RIGHT = 170.0, 10.0, 17.0, 24.0, 26.0
_SHORTEST_AXIS = 10
_SIGNS = 14
_LETTER = 5.9


@dataclass(frozen=True, slots=True)
class Case:
    """One notice; days count from receipt, None for a step that did not happen."""

    number: str
    received: str
    venue: str
    removed: int | None
    countered: int | None
    restored: int | None
    open_days: int
    late: bool
    remark: str

    @property
    def last_step(self) -> int:
        """Return the latest day on which something happened."""
        return max(self.removed or 0, self.countered or 0, self.restored or 0)

    def end(self, axis: int) -> int:
        """Return the last day drawn: an open case runs on, at most to the end of the axis."""
        running = 0 if self.removed is not None else min(self.open_days, axis)
        return max(self.last_step, running)


@dataclass(frozen=True, slots=True)
class Axis:
    """Pixels per day and the days shown."""

    unit: float
    days: int

    def at(self, day: int) -> float:
        """Return where a day lies."""
        return _LEFT + day * self.unit


def case_timeline(cases: Sequence[Case], width: float = 662) -> Drawing:
    """Draw one row per case: square removed in time, triangle late, diamond counter-notice."""
    longest = max([case.last_step for case in cases], default=0)
    step = 5 if longest <= 40 else 5 * (1 + longest // 40)  # noqa: PLR2004 - at most nine ticks
    axis = max(_SHORTEST_AXIS, -(-(longest + 1) // step) * step)
    unit = min([(width - _LEFT - _RIGHT) / axis, *_room_for_remarks(cases, axis, width)])
    shapes: list[Shape] = []
    for index, case in enumerate(cases):
        shapes += _case_row(case, _TOP + index * _ROW, Axis(unit, axis), width)
    base = _TOP + len(cases) * _ROW
    for tick in range(0, axis + 1, step):
        x = _LEFT + tick * unit
        shapes.append(Line(x, base + 2, x, base + 6, palette.MUTED, 0.6))
        label = f"day {tick}" if tick else "notice"
        shapes.append(Text(x, base + 17, label, palette.MUTED, 9.8, 400, "middle"))
    return Drawing(width, base + _FOOT, tuple(shapes))


def _case_row(case: Case, top: float, axis: Axis, width: float) -> list[Shape]:
    y = top + _ROW / 2
    ink = palette.BRICK if case.late else palette.PINE
    shapes: list[Shape] = []
    if case.late:
        shapes.append(Rectangle(0, top + 0.4, width, _ROW - 0.8, palette.BRICK_TINT))
    number_ink, weight = (palette.BRICK, 700) if case.late else (palette.INK, 500)
    shapes.append(Text(2, y + 3.5, _ended(case.number), number_ink, 10.2, weight))
    shapes.append(Text(90, y + 3.5, case.received, palette.MUTED, 10))
    shapes.append(Text(_LEFT - 12, y + 3.5, case.venue, palette.MUTED, 10, 400, "end"))
    shapes += _steps(case, y, axis, ink)
    if case.remark:
        x = axis.at(case.end(axis.days)) + 10
        shapes.append(Text(x, y + 3.5, case.remark, ink, 10, 600))
    return shapes


def _ended(number: str) -> str:
    """Return a number that fits; of a long one the end, which tells it from its neighbours."""
    return number if len(number) <= _SIGNS else f"…{number[1 - _SIGNS :]}"


def _steps(case: Case, y: float, axis: Axis, ink: str) -> list[Shape]:
    at, end = axis.at, case.end(axis.days)
    shapes: list[Shape] = []
    removed = case.removed or 0
    if removed:
        shapes.append(Line(_LEFT, y, at(removed), y, ink, 2.0))
    if end > removed:
        shapes.append(Line(at(removed), y, at(end), y, ink, 0.8, "2 1.6"))
    shapes.append(Circle(_LEFT, y, 2.6, palette.WHITE, ink, 1.0))
    if case.removed is not None:
        shapes.append(_removal(case.late, at(case.removed), y, ink))
    if case.countered is not None:
        shapes.append(diamond(at(case.countered), y, 8, palette.WHITE, palette.OCHRE))
    if case.restored is not None:
        shapes.append(Circle(at(case.restored), y, 3.5, palette.OCHRE))
    return shapes


def _removal(late: bool, x: float, y: float, ink: str) -> Shape:  # noqa: FBT001 - one of two marks
    return triangle(x, y, 9.6, ink) if late else Rectangle(x - 3.4, y - 3.4, 6.8, 6.8, ink)


def _room_for_remarks(cases: Sequence[Case], axis: int, width: float) -> list[float]:
    """Return for each remark the widest day that still leaves room for it."""
    return [
        (width - _LEFT - 12 - len(case.remark) * _LETTER) / max(case.end(axis), 1)
        for case in cases
        if case.remark
    ]
