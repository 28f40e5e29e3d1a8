"""Cells as the workbook writes them: text is always text, a moment is a real date."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.glyphs import GlyphGuard
from ecrl_audit.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Book = Any  # the writer carries no types
Sheet = Any
MOST_ROWS = 1_048_576
LONGEST_CELL = 4_000
TEXT, WRAPPED, NUMBER, MOMENT, DAY, STATE, INPUT = (
    "text",
    "wrapped",
    "number",
    "moment",
    "day",
    "state",
    "input",
)
_LINE_POINTS, _MOST_LINES = 13, 30
_FIRST_DAY = date(1900, 3, 1)
_BASE = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_SHAPES: Mapping[str, Mapping[str, Any]] = {
    TEXT: {"num_format": "@"},
    WRAPPED: {"num_format": "@", "text_wrap": True},
    NUMBER: {"num_format": "#,##0.##", "align": "right"},
    "whole": {"num_format": "#,##0", "align": "right"},
    MOMENT: {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    DAY: {"num_format": "yyyy-mm-dd", "align": "left"},
    STATE: {"num_format": "@", "bold": True, "font_color": palette.INK},
    INPUT: {"num_format": "@", "text_wrap": True, "bg_color": "#f6f4ee", "border": 1,
            "border_color": palette.RULE},
    "grave": {"num_format": "@", "bold": True, "font_color": palette.BRICK},
    "middling": {"num_format": "@", "bold": True, "font_color": palette.OCHRE_TEXT},
    "good": {"num_format": "@", "bold": True, "font_color": palette.TEAL_TEXT},
    "head": {"num_format": "@", "bold": True, "font_color": palette.WHITE, "text_wrap": True,
             "bg_color": palette.PINE, "valign": "vcenter"},
    "title": {"num_format": "@", "bold": True, "font_size": 18, "font_color": palette.PINE},
    "block": {"num_format": "@", "bold": True, "font_size": 12, "font_color": palette.PINE,
              "bottom": 2, "bottom_color": palette.PINE},
    "marking": {"num_format": "@", "bold": True, "font_color": palette.BRICK},
    "label": {"num_format": "@", "bold": True},
}  # fmt: skip
_GRAVE = frozenset({"exception", "critical", "high", "exceptions_noted", "error", "refused"})
_MIDDLING = frozenset({"observation", "needs_review", "not_evidenced", "pending", "medium",
                       "limited"})  # fmt: skip
_GOOD = frozenset({"pass", "no_exceptions_noted"})


class _EveryCharacter(frozenset[int]):
    """The characters a spreadsheet program can draw: it brings fonts of its own."""

    __slots__ = ()

    def __contains__(self, _character: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    head: str
    width: float
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class State:
    """A coded value and its word; the code sets the colour, the word is what is written."""

    code: str
    word: str


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows a sheet got and how many it had no room for."""

    rows: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Paper:
    """The formats of a workbook and what may stand in a cell."""

    formats: Mapping[str, Any]
    guard: GlyphGuard

    def text(self, sheet: Sheet, at: tuple[int, int], text: str, form: str = TEXT) -> None:
        """Write a text that stays a text: never a formula, a link or a number."""
        shown = text if _is_plain(text) else self.guard.printable(text, LONGEST_CELL)
        _checked(sheet.write_string(*at, shown, self.formats[form]), at)

    def cell(self, sheet: Sheet, at: tuple[int, int], value: object, kind: str) -> None:
        """Write a value as its column wants it; what is not there stays blank."""
        if value is None or value == "":
            if kind == INPUT:
                _checked(sheet.write_blank(*at, None, self.formats[kind]), at)
        elif isinstance(value, State):
            self.text(sheet, at, value.word, _colour(value.code))
        elif isinstance(value, bool):
            self.text(sheet, at, "yes" if value else "no", kind)
        elif isinstance(value, int | float) and math.isfinite(value):
            form = "whole" if float(value).is_integer() else NUMBER
            _checked(sheet.write_number(*at, value, self.formats[form]), at)
        elif isinstance(value, date) and _first_day(value) >= _FIRST_DAY:
            form = MOMENT if isinstance(value, datetime) else DAY
            _checked(sheet.write_datetime(*at, _as_moment(value), self.formats[form]), at)
        else:
            self.text(sheet, at, str(value), kind)

    def table(
        self,
        sheet: Sheet,
        columns: Sequence[Column],
        rows: Iterable[Sequence[object]],
    ) -> Written:
        """Fill a sheet with one table, its header frozen and filtered."""
        self._head(sheet, columns)
        room = MOST_ROWS - 2
        written = left_out = 0
        for row in rows:
            if written == room:
                left_out += 1
                continue
            written += 1
            lines = _lines(columns, row)
            if lines > 1:
                sheet.set_row(written, lines * _LINE_POINTS + 2)
            for place, (column, value) in enumerate(zip(columns, row, strict=True)):
                self.cell(sheet, (written, place), value, column.kind)
        sheet.autofilter(0, 0, written, len(columns) - 1)
        if left_out:
            told = f"{left_out:,} more rows are left out: a sheet holds {MOST_ROWS:,} rows."
            self.text(sheet, (written + 1, 0), f"{told} results.json holds every item.", "marking")
        return Written(written, left_out)

    def _head(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        sheet.set_row(0, 30)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            self.text(sheet, (0, place), column.head, "head")


def paper(book: Book) -> Paper:
    """Return the paper of a new workbook."""
    formats = {name: book.add_format({**_BASE, **shape}) for name, shape in _SHAPES.items()}
    return Paper(formats, GlyphGuard(_EveryCharacter()))


def _lines(columns: Sequence[Column], row: Sequence[object]) -> int:
    """Return how many lines the longest wrapped text of a row takes, about one sign a unit wide."""
    texts = (
        (column.width, str(value))
        for column, value in zip(columns, row, strict=True)
        if column.kind in (WRAPPED, INPUT) and value
    )
    needed = (
        sum(1 + len(part) // max(1, int(width)) for part in text.split("\n"))
        for width, text in texts
    )
    return min(max(needed, default=1), _MOST_LINES)


def _checked(code: int, at: tuple[int, int]) -> None:
    """Raise RenderError for what the writer says only by its return value."""
    if code:
        raise RenderError(f"The workbook could not take the cell {at} (code {code}).")


def _is_plain(text: str) -> bool:
    """Say whether the guard would leave a text as it is; most texts are so."""
    return len(text) <= LONGEST_CELL and text.isascii() and text.isprintable()


def _colour(code: str) -> str:
    if code in _GRAVE:
        return "grave"
    if code in _MIDDLING:
        return "middling"
    return "good" if code in _GOOD else STATE


def _first_day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _as_moment(value: date) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time())
