"""Written periods and moments into days and instants: 2026-Q3, 2026-07, 2026, FY2026, A..B."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from ecrl_audit.errors import UsageError
from ecrl_audit.model import Period
from ecrl_audit.zone import zone

_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_FISCAL = re.compile(r"FY(\d{4})", re.IGNORECASE)
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")
_FORMS = "2026-Q3, 2026-07, 2026, FY2026 or 2026-07-01..2026-09-30"


def parse_period(text: str, fiscal_year_start: str = "01-01") -> Period:
    """Return the first and last local day of a written period; anything else is a UsageError.

    FY2026 is the fiscal year that ends in 2026, unless it begins on 1 January.
    """
    try:
        first, last = _days(text.strip(), fiscal_year_start)
    except ValueError as error:
        raise UsageError(f"--period {text!r} is not a period; write {_FORMS}.") from error
    if last < first:
        raise UsageError(f"--period {text!r} ends before it begins.")
    if not 1990 <= first.year <= last.year <= 2090:  # noqa: PLR2004 - what the calendars hold
        raise UsageError(f"--period {text!r} lies outside the years 1990 to 2090.")
    return Period(first, last, text.strip())


def _days(text: str, fiscal_year_start: str) -> tuple[date, date]:
    if match := _QUARTER.fullmatch(text):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := _MONTH.fullmatch(text):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _YEAR.fullmatch(text):
        return _months(int(match[1]), 1, 12)
    if match := _FISCAL.fullmatch(text):
        return _fiscal(int(match[1]), fiscal_year_start)
    if match := _SPAN.fullmatch(text):
        return date.fromisoformat(match[1]), date.fromisoformat(match[2])
    raise ValueError(text)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    after = year * 12 + month - 1 + count
    return first, date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _fiscal(year: int, start: str) -> tuple[date, date]:
    month, day = (int(part) for part in start.split("-"))
    begins = date(year, month, day) if (month, day) == (1, 1) else date(year - 1, month, day)
    return begins, date(begins.year + 1, month, day) - timedelta(days=1)


def parse_moment(text: str, time_zone: str) -> datetime:
    """Return a written moment in UTC: with Z or an offset, local, or a date (the end of that day)."""
    here = zone(time_zone)
    try:
        if len(text) == len("2026-01-01"):
            day = date.fromisoformat(text)
            end = datetime.combine(day + timedelta(days=1), time(0), tzinfo=here)
            return end.astimezone(UTC) - timedelta(seconds=1)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"{text!r} is not a moment; write 2026-10-15 or 2026-10-15T17:00:00Z."
        ) from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=here)).astimezone(UTC)
