"""A time zone into the table `local_day`: the one place where written local times get their UTC.

Python's zoneinfo finds the instants at which the offset changes; everything else is a join.
Columns: day; offset_before/offset_after (seconds; after is null without a change that day);
shift_from/shift_to (the wall-clock hour that is repeated or skipped) and shift_kind
(ambiguous, nonexistent); starts_at/ends_at (UTC, half-open); utc_change_at with
utc_offset_before/utc_offset_after for the way back from UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ecrl_audit.errors import UsageError

if TYPE_CHECKING:
    from ecrl_audit.database import Connection

_FIRST = datetime(1899, 12, 1, tzinfo=UTC)
_LAST = datetime(2101, 1, 1, tzinfo=UTC)
_LOCAL_DAY = """
create or replace table local_day as
with change(change_at, before, after) as (select * from ({changes}) as v(a, b, c)),
digit(n) as (select * from {digits} as v(n)),
day as (
    select date '1900-01-01' + cast(a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n as integer) as day
    from digit as a cross join digit as b cross join digit as c cross join digit as d cross join digit as e
    where a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n < 73050
),
local_change as (
    select cast(change_at + to_seconds(least(before, after)) as date) as day, *,
        change_at + to_seconds(least(before, after)) as shift_from,
        change_at + to_seconds(greatest(before, after)) as shift_to,
        case when after > before then 'nonexistent' else 'ambiguous' end as shift_kind
    from change
),
local_offset as (
    select day.day, coalesce(last_value(l.after ignore nulls) over earlier, {first}) as offset_before,
        l.after as offset_after, l.shift_from, l.shift_to, l.shift_kind
    from day left join local_change as l on l.day = day.day
    window earlier as (order by day.day rows between unbounded preceding and 1 preceding)
),
utc_offset as (
    select day.day, coalesce(last_value(c.after ignore nulls) over earlier, {first}) as utc_offset_before,
        c.change_at as utc_change_at, c.after as utc_offset_after
    from day left join change as c on cast(c.change_at as date) = day.day
    window earlier as (order by day.day rows between unbounded preceding and 1 preceding)
)
select l.day, l.offset_before, l.offset_after, l.shift_from, l.shift_to, l.shift_kind,
    cast(l.day as timestamp) - to_seconds(l.offset_before) as starts_at,
    cast(l.day + 1 as timestamp) - to_seconds(coalesce(l.offset_after, l.offset_before)) as ends_at,
    u.utc_offset_before, u.utc_change_at, u.utc_offset_after
from local_offset as l join utc_offset as u on u.day = l.day
order by l.day
"""
_DIGITS = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))"


def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; a name that does not exist is a UsageError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, IsADirectoryError) as error:
        raise UsageError(
            f"time_zone {name!r} is not an IANA time zone, such as America/Chicago."
        ) from error


def transitions(name: str) -> list[tuple[datetime, int, int]]:
    """Return each change of offset: UTC instant, seconds before, seconds after."""
    here = zone(name)
    found: list[tuple[datetime, int, int]] = []
    step, moment = timedelta(days=20), _FIRST
    while moment < _LAST:
        before, after = _offset(here, moment), _offset(here, moment + step)
        if before != after:
            found.append((_change(here, moment, moment + step), before, after))
        moment += step
    return found


def _offset(here: ZoneInfo, moment: datetime) -> int:
    offset = moment.astimezone(here).utcoffset()
    return int(offset.total_seconds()) if offset else 0


def _change(here: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = _offset(here, low)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        middle = middle.replace(microsecond=0)
        if _offset(here, middle) == before:
            low = middle
        else:
            high = middle
    return high


def create_local_day(connection: Connection, name: str) -> None:
    """Fill the table `local_day` for 1900-2099 in the zone of this IANA name."""
    changes = transitions(name)
    first = _offset(zone(name), _FIRST)
    rows = ", ".join(f"(timestamp '{at:%Y-%m-%d %H:%M:%S}', {b}, {a})" for at, b, a in changes)
    values = (
        f"values {rows}"
        if changes
        else "select cast(null as timestamp), cast(null as bigint), cast(null as bigint) where false"
    )
    connection.execute(_LOCAL_DAY.format(changes=values, digits=_DIGITS, first=first))
