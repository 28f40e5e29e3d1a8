"""Local times of the invented library, its business days, and the ways staff write a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Chicago")
FIRST_DAY = date(2026, 1, 1)
LAST_DAY = date(2026, 9, 30)
LAST_REVIEW_DAY = date(2026, 10, 14)
CLOSED = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-01-01",
        "2026-01-19",
        "2026-05-08",
        "2026-05-25",
        "2026-06-19",
        "2026-07-03",
        "2026-09-07",
        "2026-09-18",
    )
)
_SATURDAY = 5
_MORNING_ENDS = 13


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a local moment of a day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def is_business_day(day: date) -> bool:
    """Tell whether the library is open: a weekday that is neither a holiday nor a closed day."""
    return day.weekday() < _SATURDAY and day not in CLOSED


def business_day(day: date, number: int) -> date:
    """Return the n-th business day after a day, that day itself not counted."""
    while number:
        day += timedelta(days=1)
        number -= is_business_day(day)
    return day


def days(first: date, last: date) -> list[date]:
    """Return every day from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def next_shift(moment: datetime, minutes: int) -> datetime:
    """Return when staff get to something: the same afternoon, or the next business morning.

    `minutes` (0 to 100) spreads the answers over the shift.
    """
    day = moment.date()
    if is_business_day(day) and moment.hour < _MORNING_ENDS:
        return at(day, 15) + timedelta(minutes=minutes)
    return at(business_day(day, 1), 9, 20) + timedelta(minutes=minutes)


def utc_text(moment: datetime) -> str:
    """Return a moment in UTC, to the second, with Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def written(moment: datetime, style: str) -> str:
    """Return a moment as staff or a program wrote it down: local, offset or zulu."""
    seconds = ":%S" if moment.second else ""
    if style == "zulu":
        return moment.astimezone(UTC).strftime(f"%Y-%m-%dT%H:%M{seconds}Z")
    if style == "offset":
        return moment.strftime(f"%Y-%m-%dT%H:%M{seconds}") + _offset(moment)
    return moment.strftime(f"%Y-%m-%d %H:%M{seconds}")


def _offset(moment: datetime) -> str:
    text = moment.strftime("%z")
    return f"{text[:3]}:{text[3:]}"
