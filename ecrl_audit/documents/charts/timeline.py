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
    def last_day(self) -> int:
        """Return the latest day of anything drawn for the case."""
        removed = self.open_days if self.removed is None else self.removed
        return max(removed, self.countered or 0, self.restored or 0)


def case_timeline(cases: Sequence[Case], width: float = 662) -> Drawing:
    """Draw one row per case: square removed in time, triangle late, diamond counter-notice."""
    longest = max([case.last_day for case in cases], default=0)
    step = 5 if longest <= 40 else 5 * (1 + longest // 40)  # noqa: PLR2004 - at most nine ticks
    axis = max(_SHORTEST_AXIS, -(-(longest + 1) // step) * step)
    unit = min([(width - _LEFT - _RIGHT) / axis, *_room_for_remarks(cases, width)])
    shapes: list[Shape] = []
    for index, case in enumerate(cases):
        shapes += _case_row(case, _TOP + index * _ROW, unit, width)
    base = _TOP + len(cases) * _ROW
    for tick in range(0, axis + 1, step):
        x = _LEFT + tick * unit
        shapes.append(Line(x, base + 2, x, base + 6, palette.MUTED, 0.6))
        label = f"day {tick}" if tick else "notice"
        shapes.append(Text(x, base + 17, label, palette.MUTED, 9.8, 400, "middle"))
    return Drawing(width, base + _FOOT, tuple(shapes))


def _case_row(case: Case, top: float, unit: float, width: float) -> list[Shape]:
    y = top + _ROW / 2
    ink = palette.BRICK if case.late else palette.PINE
    shapes: list[Shape] = []
    if case.late:
        shapes.append(Rectangle(0, top + 0.4, width, _ROW - 0.8, palette.BRICK_TINT))
    number_ink, weight = (palette.BRICK, 700) if case.late else (palette.INK, 500)
    shapes.append(Text(2, y + 3.5, case.number[:14], number_ink, 10.2, weight))
    shapes.append(Text(90, y + 3.5, case.received, palette.MUTED, 10))
    shapes.append(Text(_LEFT - 12, y + 3.5, case.venue, palette.MUTED, 10, 400, "end"))
    shapes += _steps(case, y, unit, ink)
    if case.remark:
        shapes.append(_remark(case, y, unit, ink))
    return shapes


def _steps(case: Case, y: float, unit: float, ink: str) -> list[Shape]:
    def at(days: int) -> float:
        return _LEFT + days * unit

    shapes: list[Shape] = []
    if case.removed is None:
        shapes.append(Line(_LEFT, y, at(case.open_days), y, ink, 0.8, "2 1.6"))
    else:
        shapes.append(Line(_LEFT, y, at(case.removed), y, ink, 2.0))
        if case.last_day > case.removed:
            shapes.append(Line(at(case.removed), y, at(case.last_day), y, ink, 0.8, "2 1.6"))
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


def _remark(case: Case, y: float, unit: float, ink: str) -> Text:
    return Text(_LEFT + case.last_day * unit + 10, y + 3.5, case.remark, ink, 10, 600)


def _room_for_remarks(cases: Sequence[Case], width: float) -> list[float]:
    """Return for each remark the widest day that still leaves room for it."""
    return [
        (width - _LEFT - 12 - len(case.remark) * _LETTER) / max(case.last_day, 1)
        for case in cases
        if case.remark
    ]
