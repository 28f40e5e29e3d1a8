"""Shapes of a drawing: pure geometry, so that every chart can be tested without a renderer.

Lengths are CSS pixels (96 to the inch), the origin is the upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Bounds = tuple[float, float, float, float]
Anchor = Literal["start", "middle", "end"]
_LETTER_WIDTH = 0.56
_ASCENT = 0.75
_DESCENT = 0.22


@dataclass(frozen=True, slots=True)
class Look:
    """What of a shape is filled and stroked, and how."""

    fill: str
    stroke: str
    stroke_width: float
    dash: str


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box, filled, outlined, or both."""

    kind: ClassVar[str] = "rectangle"
    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    dash: str = ""

    def bounds(self) -> Bounds:
        """Return left, top, right, bottom."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke."""

    kind: ClassVar[str] = "line"
    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float = 0.8
    dash: str = ""

    def bounds(self) -> Bounds:
        """Return left, top, right, bottom."""
        xs, ys = (self.x1, self.x2), (self.y1, self.y2)
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class Circle:
    """A disc or a ring."""

    kind: ClassVar[str] = "circle"
    x: float
    y: float
    radius: float
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    dash: str = ""

    def bounds(self) -> Bounds:
        """Return left, top, right, bottom."""
        r = self.radius
        return self.x - r, self.y - r, self.x + r, self.y + r


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline through its points."""

    kind: ClassVar[str] = "polygon"
    points: tuple[tuple[float, float], ...]
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0

    def bounds(self) -> Bounds:
        """Return left, top, right, bottom."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of real text; `y` is its baseline."""

    kind: ClassVar[str] = "text"
    x: float
    y: float
    text: str
    fill: str
    size: float = 10.0
    weight: int = 400
    anchor: Anchor = "start"

    def bounds(self) -> Bounds:
        """Return the box the text needs at most, from an average letter width."""
        width = len(self.text) * self.size * _LETTER_WIDTH
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - self.size * _ASCENT, left + width, self.y + self.size * _DESCENT


Outlined = Rectangle | Circle | Polygon


@dataclass(frozen=True, slots=True)
class Combined:
    """Shapes of one look that lie apart, drawn as one path: a report holds thousands of cells."""

    kind: ClassVar[str] = "combined"
    shapes: tuple[Outlined, ...]

    @property
    def path(self) -> str:
        """Return the outlines; a disc is the shortest of strokes, whose round ends make it a dot."""
        return "".join(_outline(shape) for shape in self.shapes)

    @property
    def look(self) -> Look:
        """Return what is filled and stroked, and how."""
        return _look(self.shapes[0])

    def bounds(self) -> Bounds:
        """Return left, top, right, bottom."""
        lefts, tops, rights, bottoms = zip(*(shape.bounds() for shape in self.shapes), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def _outline(shape: Outlined) -> str:
    if isinstance(shape, Rectangle):
        width = f"{shape.width:.2f}"
        return f"M{shape.x:.2f} {shape.y:.2f}h{width}v{shape.height:.2f}h-{width}z"
    if isinstance(shape, Circle):
        return f"M{shape.x:.2f} {shape.y:.2f}h.01"
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in shape.points) + "z"


def _look(shape: Outlined) -> Look:
    if isinstance(shape, Circle):
        return Look("none", shape.fill, round(2 * shape.radius, 2), "")
    dash = shape.dash if isinstance(shape, Rectangle) else ""
    return Look(shape.fill, shape.stroke, shape.stroke_width, dash)


def combined(shapes: Iterable[Outlined]) -> tuple[Combined, ...]:
    """Put shapes of one kind and look together, in the order in which each look first comes."""
    by_look: dict[tuple[str, Look], list[Outlined]] = {}
    for shape in shapes:
        by_look.setdefault((shape.kind, _look(shape)), []).append(shape)
    return tuple(Combined(tuple(alike)) for alike in by_look.values())


Shape = Outlined | Line | Text | Combined


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in painting order and the size of the sheet."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def triangle(x: float, y: float, size: float, fill: str) -> Polygon:
    """Return an upright triangle centred on a point: the mark of an exception."""
    half, rise = size / 2, size * 0.86
    top = y - rise * 0.56
    return Polygon(((x - half, top + rise), (x, top), (x + half, top + rise)), fill)


def diamond(x: float, y: float, size: float, fill: str, stroke: str = "none") -> Polygon:
    """Return a square on its corner: the mark of an observation or a counter-notice."""
    half = size / 2
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return Polygon(points, fill, stroke, 1.2 if stroke != "none" else 0.0)
