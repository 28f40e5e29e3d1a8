"""The chance behind a generated library: its period, its moments and how they are written."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

CHICAGO = ZoneInfo("America/Chicago")
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
Row = dict[str, str]
Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Run:
    """What a generated library is asked: the period, and how many days after its end the cut-off is."""

    first: date
    last: date
    cut_off_after: int
    turn: datetime | None = None

    @property
    def starts_at(self) -> datetime:
        """Return the first moment of the period."""
        return midnight(self.first)

    @property
    def ends_at(self) -> datetime:
        """Return the first moment after the period."""
        return midnight(self.last + DAY)

    @property
    def as_of(self) -> datetime:
        """Return the cut-off."""
        return midnight(self.last + DAY * (1 + self.cut_off_after)) - SECOND


RUNS = (
    Run(date(2026, 10, 1), date(2026, 12, 31), 16, datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
    Run(date(2026, 1, 1), date(2026, 3, 31), 3, datetime(2026, 3, 8, 8, 30, tzinfo=UTC)),
    Run(date(2026, 7, 1), date(2026, 9, 30), 30),
    Run(date(2026, 11, 1), date(2026, 12, 15), -4, datetime(2026, 11, 1, 7, 30, tzinfo=UTC)),
)
_LATER = (
    timedelta(0), SECOND, timedelta(minutes=5), timedelta(minutes=40), timedelta(hours=3),
    timedelta(hours=16), DAY, 2 * DAY, 3 * DAY, 6 * DAY, 15 * DAY, 40 * DAY,
)  # fmt: skip


def midnight(day: date) -> datetime:
    """Return the first moment of a local day."""
    return datetime(day.year, day.month, day.day, tzinfo=CHICAGO).astimezone(UTC)


def local_day(moment: datetime) -> date:
    """Return the local day of a moment."""
    return moment.astimezone(CHICAGO).date()


class Maker:
    """Draws what happens and writes it down; the same seed makes the same library."""

    def __init__(self, seed: int) -> None:
        """Start with empty sheets."""
        self.dice = random.Random(seed)
        self.run = RUNS[seed % len(RUNS)]
        self.tables: Tables = {}
        self._count = 0

    def add(self, name: str, /, **row: str) -> Row:
        """Write one row of a sheet and return it."""
        self.tables.setdefault(name, []).append(row)
        return row

    def key(self, prefix: str) -> str:
        """Return the next number of something."""
        self._count += 1
        return f"{prefix}{self._count}"

    def chance(self, share: float) -> bool:
        """Say yes in a share of the times asked."""
        return self.dice.random() < share

    def one(self, options: Sequence[str]) -> str:
        """Draw one of some words."""
        return self.dice.choice(options)

    def mostly(self, usual: str, *others: str) -> str:
        """Draw the usual word in four of five times, else one of the others."""
        return usual if self.chance(0.8) or not others else self.one(others)

    def some(self, options: Sequence[str], most: int = 2) -> str:
        """Draw one or more of some words, written as a list."""
        return ";".join(self.dice.sample(list(options), self.dice.randint(1, most)))

    def moment(self) -> datetime:
        """Draw a moment: mostly in the period, some at its edges, some outside."""
        run = self.run
        edges = [run.starts_at, run.starts_at - SECOND, run.ends_at - SECOND, run.ends_at]
        edges += [run.turn, run.turn + 30 * SECOND, run.turn - DAY / 48] if run.turn else []
        draw = self.dice.random()
        if draw < 0.1:
            return self.dice.choice(edges)
        if draw < 0.2:
            return run.starts_at - self.dice.randint(1, 120) * DAY + self._clock()
        days = self.dice.randint(0, (run.last - run.first).days)
        return run.starts_at + days * DAY + self._clock()

    def _clock(self) -> timedelta:
        return timedelta(minutes=self.dice.randint(0, 23 * 60 + 59))

    def later(self, moment: datetime, *, soon: bool = False) -> datetime:
        """Draw a moment at or after another: at once, soon, or at the end of a day."""
        if self.chance(0.1):
            end = midnight(local_day(moment) + self.dice.randint(1, 5) * DAY)
            return end - self.dice.choice((SECOND, timedelta(0)))
        return moment + self.dice.choice(_LATER[:7] if soon else _LATER)

    def when(self, moment: datetime, *, exact: float = 0.75) -> str:
        """Write a moment in one of the ways a logbook may: exact, local, a day, a span."""
        draw = self.dice.random()
        local = moment.astimezone(CHICAGO)
        if self._is_turning(moment) and draw < 0.7:
            return local.strftime("%Y-%m-%d %H:%M:%S")
        if draw < exact:
            return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        if draw < exact + (1 - exact) * 0.3:
            return local.isoformat(timespec="seconds")
        if draw < exact + (1 - exact) * 0.65:
            return local.strftime("%Y-%m-%d %H:%M:%S")
        if draw < exact + (1 - exact) * 0.92:
            return local.date().isoformat()
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}/{moment + DAY / 4:%Y-%m-%dT%H:%M:%SZ}"

    def _is_turning(self, moment: datetime) -> bool:
        return self.run.turn is not None and abs(moment - self.run.turn) < timedelta(hours=1)

    def perhaps(self, share: float, moment: datetime) -> str:
        """Write a moment in a share of the times, nothing otherwise."""
        return self.when(moment) if self.chance(share) else ""

    def before(self, most: int) -> date:
        """Draw a day before the period."""
        return self.run.first - self.dice.randint(1, most) * DAY

    def within(self) -> date:
        """Draw a day of the period, often its first or last."""
        span = (self.run.last - self.run.first).days
        return self.run.first + self.dice.choice((0, span, self.dice.randint(0, span))) * DAY
