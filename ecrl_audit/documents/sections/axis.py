"""The columns of everything drawn over time: weeks of a short period, months of a long one."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from datetime import date, timedelta

from ecrl_audit.documents.phrases import month_name, short_day

_LONGEST_IN_WEEKS = 126
_LONGEST_IN_MONTHS = 550


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The first day of each column, in order, and what one column is called."""

    starts: tuple[date, ...]
    last_on: date
    unit: str

    def index_of(self, day: date) -> int:
        """Return the column of a day; a day outside the period goes to its nearest end."""
        return max(bisect.bisect_right(self.starts, day) - 1, 0)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return a short label for each column."""
        if self.unit == "week":
            return tuple(f"{month_name(start)} {start.day}" for start in self.starts)
        if self.unit == "month":
            return tuple(month_name(start) for start in self.starts)
        return tuple(f"Q{(start.month + 2) // 3} {start.year}" for start in self.starts)

    @property
    def names(self) -> tuple[str, ...]:
        """Return each column as words for a text alternative."""
        if self.unit == "week":
            return tuple(f"the week of {short_day(start)}" for start in self.starts)
        if self.unit == "month":
            return tuple(f"{month_name(start)} {start.year}" for start in self.starts)
        return self.labels


def time_axis(first_on: date, last_on: date) -> TimeAxis:
    """Return the columns of a period (both days inclusive)."""
    days = (last_on - first_on).days + 1
    if days <= _LONGEST_IN_WEEKS:
        starts = [first_on, *_stepped(_next_monday(first_on), last_on)]
        return TimeAxis(tuple(starts), last_on, "week")
    months = 1 if days <= _LONGEST_IN_MONTHS else 3
    unit = "month" if months == 1 else "quarter"
    return TimeAxis(tuple(_months(first_on, last_on, months)), last_on, unit)


def _next_monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


def _stepped(start: date, last_on: date) -> list[date]:
    return [start + timedelta(days=7 * i) for i in range(((last_on - start).days + 7) // 7)]


def _months(first_on: date, last_on: date, step: int) -> list[date]:
    starts = [first_on]
    month = first_on.year * 12 + first_on.month - 1
    month = month - month % step + step
    while (start := date(month // 12, month % 12 + 1, 1)) <= last_on:
        starts.append(start)
        month += step
    return starts
