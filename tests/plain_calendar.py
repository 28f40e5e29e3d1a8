"""The library's calendar in plain Python: which days count, and where n of them end."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from tests import cases
from tests.test_put_back_window import nth_weekday, observed

CHICAGO = ZoneInfo("America/Chicago")
FIRST, LAST = date(2020, 1, 1), date(2035, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range(-400, (LAST - FIRST).days + 800)]


def holidays(year: int, juneteenth_since: int) -> set[date]:
    """Return a year's statutory days without the optional ones, on the days they are kept."""
    fixed = [(1, 1), (7, 4), (11, 11), (12, 25)] + [(6, 19)] * (year >= juneteenth_since)
    last_of_may = date(year, 5, 31)
    return {
        *(observed(date(year, month, day)) for month, day in fixed),
        nth_weekday(year, 1, 0, 3),
        nth_weekday(year, 2, 0, 3),
        last_of_may - timedelta(days=last_of_may.weekday()),
        nth_weekday(year, 9, 0, 1),
        nth_weekday(year, 11, 3, 4),
    }


YEARS = range(FIRST.year - 2, LAST.year + 4)
OCTOBER_DAYS = {nth_weekday(year, 10, 0, 2) for year in YEARS}
FRIDAYS = {nth_weekday(year, 11, 3, 4) + timedelta(days=1) for year in YEARS}
FEDERAL = OCTOBER_DAYS.union(*(holidays(year, 2021) for year in YEARS))
MINNESOTA = set[date]().union(*(holidays(year, 2023) for year in YEARS))


@dataclass(frozen=True)
class Library:
    """What a library decided about its calendar, and the limit it set itself."""

    october: str = "open"
    friday: str = "unset"
    decided: dict[date, str] = field(default_factory=dict)
    confirmed: date = date(2039, 12, 31)
    limit: int = 3

    def is_business(self, calendar: str, day: date) -> bool:
        """Say whether a day counts: W weekdays, F federal, L the library's, LC with unset closed."""
        if day.weekday() >= 5 or calendar == "W":
            return day.weekday() < 5
        if calendar == "F":
            return day not in FEDERAL
        if day in self.decided:
            return self.decided[day] == "open"
        shut = {"closed"} if calendar == "L" else {"closed", "unset"}
        is_shut = (day in OCTOBER_DAYS and self.october in shut) or (
            day in FRIDAYS and self.friday in shut
        )
        return not is_shut and day not in MINNESOTA

    @cached_property
    def open_days(self) -> dict[str, list[date]]:
        """Return the business days of both variants of the library's calendar."""
        return {c: [day for day in DAYS if self.is_business(c, day)] for c in ("L", "LC")}

    def due(self, day: date, n: int) -> tuple[date, date]:
        """Return the n-th business day after a day, in both variants: the first is never later."""
        found = sorted(days[bisect_right(days, day) + n - 1] for days in self.open_days.values())
        return found[0], found[1]

    def tables(self) -> dict[str, cases.Table]:
        """Return the settings as a case writes them."""
        values = {
            "indigenous_peoples_day": self.october,
            "day_after_thanksgiving": self.friday,
            "confirmed_through": self.confirmed.isoformat(),
        }
        closed = [{"day": day.isoformat(), "status": s} for day, s in self.decided.items()]
        parameters = [{"name": name, "value": value} for name, value in values.items()]
        return {"parameters": parameters, "closed_days": closed}


def library(seed: int) -> Library:
    """Return a library of its own settings, some of its days decided against the rule."""
    dice = random.Random(seed)
    known = sorted(OCTOBER_DAYS | FRIDAYS | MINNESOTA)
    decided = [*dice.sample(DAYS, 200), *dice.sample(known, 60)]
    return Library(
        october=("open", "closed", "unset")[seed % 3],
        friday=("unset", "unset", "open", "closed")[seed % 4],
        decided={day: dice.choice(("open", "closed")) for day in decided},
        confirmed=dice.choice(DAYS[2000:]),
        limit=1 + seed % 20,
    )


def midnight_after(day: date) -> datetime:
    """Return the instant at which a local day ends."""
    following = day + timedelta(days=1)
    return datetime.combine(following, datetime.min.time(), CHICAGO).astimezone(UTC)
