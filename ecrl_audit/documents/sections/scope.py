"""What was examined: channels, and which of their days the sources cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts.strips import CLOSED, FULL, NONE, PART, Band, coverage_strip
from ecrl_audit.documents.phrases import month_name, share, short_day
from ecrl_audit.documents.sections.labels import Words, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.drawing import Drawing
    from ecrl_audit.documents.results import Record, Results

_MOST_BANDS = 24
_MOST_TICKS = 14


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One channel: its open days in the period by how far the sources cover them."""

    channel: str
    platform: str
    kind: str
    opened: str
    closed: str
    days: int
    full: int
    part: int
    none: int

    @property
    def covered(self) -> str:
        """Return the fully covered days as x of n."""
        return share(self.full, self.days)


@dataclass(frozen=True, slots=True)
class Scope:
    """The channels of the run and the picture of their coverage."""

    lines: tuple[CoverageLine, ...]
    drawing: Drawing | None
    drawn: int
    days: int
    full: int
    part: int
    none: int

    @property
    def covered(self) -> str:
        """Return the fully covered channel-days as x of n."""
        return share(self.full, self.days)


def scope(results: Results, labels: Words) -> Scope:
    """Return the coverage of every channel in the register or in the coverage figure."""
    run = results.run
    by_channel: dict[str, dict[date, str]] = {}
    for row in results.figure("coverage_by_day"):
        day = date.fromisoformat(row["day"])
        by_channel.setdefault(row["channel"], {})[day] = _state(row)
    register = {row["channel"]: row for row in results.figure("channel_register")}
    channels = sorted({*by_channel, *register})
    lines = tuple(_line(c, register.get(c), by_channel.get(c, {}), labels) for c in channels)
    days = [run["first_on"] + timedelta(days=i) for i in range(_length(run))]
    bands = [
        Band(c[:20], tuple(by_channel[c].get(day, CLOSED) for day in days))
        for c in channels
        if c in by_channel
    ][:_MOST_BANDS]
    return Scope(
        lines=lines,
        drawing=coverage_strip(bands, _ticks(days)) if bands else None,
        drawn=len(bands),
        days=sum(line.days for line in lines),
        full=sum(line.full for line in lines),
        part=sum(line.part for line in lines),
        none=sum(line.none for line in lines),
    )


def _length(run: Record) -> int:
    length: int = (run["last_on"] - run["first_on"]).days + 1
    return length


def _state(row: Record) -> str:
    if row["sources_covered"] == row["sources"]:
        return FULL
    return PART if row["sources_covered"] else NONE


def _line(channel: str, entry: Record | None, days: dict[date, str], labels: Words) -> CoverageLine:
    states = list(days.values())
    known = entry or {}
    return CoverageLine(
        channel=channel,
        platform=known.get("platform") or "not in the register",
        kind=label(labels, "channel_kind", known.get("kind")),
        opened=_date(known.get("opened_on")),
        closed=_date(known.get("closed_on")),
        days=len(states),
        full=states.count(FULL),
        part=states.count(PART),
        none=states.count(NONE),
    )


def _date(text: str | None) -> str:
    return short_day(date.fromisoformat(text)) if text else "–"


def _ticks(days: Sequence[date]) -> list[tuple[int, str]]:
    """Return the first day and every first of a month, thinned to what fits."""
    firsts = [i for i, day in enumerate(days) if i == 0 or day.day == 1]
    every = -(-len(firsts) // _MOST_TICKS)
    return [(i, f"{month_name(days[i])} {days[i].day}") for i in firsts[::every]]
