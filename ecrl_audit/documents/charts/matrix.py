"""Rows by columns of judged cells: access against the roster, the statement by check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.drawing import Circle, Drawing, Line, Shape, Text, diamond, triangle

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT, _TOP, _ROW = 92.0, 20.0, 20.0
_LETTER = 5.9


@dataclass(frozen=True, slots=True)
class Cell:
    """One judged fact: its outcome and the word printed beside the mark."""

    outcome: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One labelled row; None where there is nothing."""

    label: str
    cells: tuple[Cell | None, ...]


def matrix(rows: Sequence[MatrixRow], columns: Sequence[str], width: float = 662) -> Drawing:
    """Draw a disc for a pass, a triangle for an exception, a diamond or a ring for the rest."""
    pitch = min((width - _LEFT) / max(len(columns), 1), 132.0)
    right = _LEFT + pitch * len(columns)
    room = max(int((pitch - 18) / _LETTER), 1)
    shapes: list[Shape] = [
        Text(_LEFT + i * pitch, 11, _fitted(name, int(pitch / _LETTER)), palette.MUTED, 10, 600)
        for i, name in enumerate(columns)
    ]
    for index, row in enumerate(rows):
        y = _TOP + index * _ROW
        shapes.append(Line(0, y, right, y, palette.RULE, 0.6))
        shapes.append(Text(0, y + 13.6, _fitted(row.label, 15), palette.INK, 10.2, 500))
        for column, cell in enumerate(row.cells):
            if cell is not None:
                shapes += _marked(cell, _LEFT + column * pitch, y + _ROW / 2, room)
    bottom = _TOP + len(rows) * _ROW
    shapes.append(Line(0, bottom, right, bottom, palette.RULE, 0.6))
    return Drawing(width, bottom + 2, tuple(shapes))


def _marked(cell: Cell, x: float, y: float, room: int) -> list[Shape]:
    ink = palette.BRICK if cell.outcome == "exception" else palette.INK
    weight = 600 if cell.outcome == "exception" else 400
    mark = outcome_mark(cell.outcome, x + 5, y)
    if not cell.word:
        return [mark]
    return [mark, Text(x + 14, y + 3.6, _fitted(cell.word, room), ink, 10, weight)]


def outcome_mark(outcome: str, x: float, y: float) -> Shape:
    """Return the shape that stands for an outcome, centred on a point."""
    if outcome == "pass":
        return Circle(x, y, 3.6, palette.TEAL)
    if outcome == "exception":
        return triangle(x, y, 9.6, palette.BRICK)
    if outcome == "observation":
        return diamond(x, y, 8.6, palette.OCHRE)
    return Circle(x, y, 3.4, palette.WHITE, palette.MUTED, 1.1, "2 1.5")


def _fitted(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(room - 1, 1)] + "…"
