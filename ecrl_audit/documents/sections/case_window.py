"""The put-back window drawn day by day on each calendar, its holidays named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.drawing import Circle, Drawing, Line, Rectangle, Shape, Text, triangle
from ecrl_audit.documents.phrases import listed, month_name, short_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecrl_audit.documents.results import Record
    from ecrl_audit.documents.sections.case_kit import Kit

_LEFT, _TOP, _ROW, _WIDTH, _FOOT = 104.0, 26.0, 20.0, 662.0, 18.0
_FIRST, _LAST = 10, 14
_SATURDAY = 5
_CALENDARS = ("W", "F", "L", "LC")


@dataclass(frozen=True, slots=True)
class Window:
    """One counter-notice with its window: drawn, in words, and its holidays."""

    counter_no: str
    drawing: Drawing
    alternative: str
    holidays: str


@dataclass(frozen=True, slots=True)
class _Day:
    """One day of one calendar."""

    day: date
    number: int
    is_business: bool


def windows(kit: Kit, notice_no: str) -> tuple[Window, ...]:
    """Return the window of each valid counter-notice of a case."""
    rows = kit.of("case_window_days", notice_no)
    counters = dict.fromkeys(row["counter_no"] for row in rows)
    back = _restored(kit, notice_no)
    return tuple(
        _window(kit, number, [row for row in rows if row["counter_no"] == number], back)
        for number in counters
    )


def _restored(kit: Kit, notice_no: str) -> list[date]:
    days = [row["restored_on"] for row in kit.of("case_items", notice_no) if row["restored_on"]]
    return sorted({date.fromisoformat(day) for day in days})


def _window(kit: Kit, counter_no: str, rows: Sequence[Record], back: Sequence[date]) -> Window:
    bars: dict[str, list[_Day]] = {}
    for row in rows:
        one = _Day(date.fromisoformat(row["day"]), row["number"], row["is_business"])
        bars.setdefault(row["calendar"], []).append(one)
    if bars.get("LC") == bars.get("L"):
        bars.pop("LC", None)
    kept = {calendar: bars[calendar] for calendar in _CALENDARS if calendar in bars}
    names = {code: kit.words["calendar"][code] for code in kept}
    return Window(counter_no, _drawn(kept, names, back), _told(kept, names, back), _holidays(rows))


def _drawn(
    bars: Mapping[str, Sequence[_Day]], names: Mapping[str, str], back: Sequence[date]
) -> Drawing:
    days = [one.day for one in next(iter(bars.values()))]
    unit = (_WIDTH - _LEFT) / len(days)
    shapes: list[Shape] = []
    for place, day in enumerate(days):
        if day.weekday() == 0 or place == 0:
            x = _LEFT + place * unit
            shapes.append(Text(x + 1, 9, f"{month_name(day)} {day.day}", palette.MUTED, 9.4))
            shapes.append(Line(x, 13, x, _TOP - 3, palette.OUTLINE, 0.6))
    for index, (calendar, bar) in enumerate(bars.items()):
        top = _TOP + index * _ROW
        shapes.append(Text(0, top + 12, names[calendar], palette.INK, 9.8, 500))
        shapes += _bar(bar, top, unit)
    bottom = _TOP + len(bars) * _ROW
    for day in back:
        if day in days:
            shapes += _mark(bars, day, _LEFT + (days.index(day) + 0.5) * unit, bottom)
    return Drawing(_WIDTH, bottom + _FOOT, tuple(shapes))


def _bar(bar: Sequence[_Day], top: float, unit: float) -> list[Shape]:
    first, last = edges(bar)
    shapes: list[Shape] = []
    for place, one in enumerate(bar):
        x = _LEFT + place * unit
        inside = first <= one.day <= last
        fill = palette.TEAL if inside else palette.MIST
        if not one.is_business:
            fill = "#b9d4d0" if inside else palette.WHITE
        stroke = "none" if one.is_business or inside else palette.OUTLINE
        shapes.append(Rectangle(x + 0.7, top, unit - 1.4, _ROW - 4, fill, stroke, 0.5))
        word = str(one.number) if one.is_business else _closed(one.day)
        ink = palette.WHITE if inside and one.is_business else palette.INK
        weight = 700 if inside and one.is_business else 400
        shapes.append(Text(x + unit / 2, top + 11.4, word, ink, 8.8, weight, "middle"))
    return shapes


def _closed(day: date) -> str:
    """Return what stands on a day that does not count: nothing on a weekend, H on a holiday."""
    return "" if day.weekday() >= _SATURDAY else "H"


def edges(bar: Sequence[_Day]) -> tuple[date, date]:
    """Return the local days of the tenth and the fourteenth business day."""
    by_number = {one.number: one.day for one in bar if one.is_business}
    return by_number[_FIRST], by_number[_LAST]


def _mark(bars: Mapping[str, Sequence[_Day]], day: date, x: float, y: float) -> list[Shape]:
    inside = any(edges(bar)[0] <= day <= edges(bar)[1] for bar in bars.values())
    ink = palette.OCHRE if inside else palette.BRICK
    shape: Shape = Circle(x, y + 5, 3.6, ink) if inside else triangle(x, y + 5, 9, ink)
    word = "put back" if inside else "put back outside the window"
    anchor_left = x + 130 < _WIDTH
    text_ink = palette.OCHRE_TEXT if inside else palette.BRICK
    label = Text(
        x + (8 if anchor_left else -8),
        y + 8.4,
        f"{word}, {month_name(day)} {day.day}",
        text_ink,
        9.4,
        600,
        "start" if anchor_left else "end",
    )
    return [shape, label]


def _told(
    bars: Mapping[str, Sequence[_Day]], names: Mapping[str, str], back: Sequence[date]
) -> str:
    spans = [
        f"{names[code]}: {short_day(edges(bar)[0])} to {short_day(edges(bar)[1])}"
        for code, bar in bars.items()
    ]
    returned = listed([short_day(day) for day in back]) if back else "not put back"
    return f"Put-back window. {'; '.join(spans)}. Put back: {returned}."


def _holidays(rows: Sequence[Record]) -> str:
    named: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row["holiday"] and row["calendar"] in ("F", "L"):
            named.setdefault((row["day"], row["holiday"]), []).append(row["calendar"])
    parts = [
        f"{name}, {short_day(date.fromisoformat(day))} ({', '.join(sorted(calendars))})"
        for (day, name), calendars in sorted(named.items())
    ]
    return "; ".join(parts)
