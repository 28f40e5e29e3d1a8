"""Written times become the instants zoneinfo says, in one place, with their quality."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecrl_audit import statements, zone
from ecrl_audit.database import append, open_writable
from ecrl_audit.records import type_all
from tests import cases

CHICAGO = ZoneInfo("America/Chicago")
SHEET = statements.sheets()["monitoring"]


def _typed_times(texts: list[str]) -> list[tuple[datetime | None, datetime | None, str | None]]:
    """Return earliest, latest and quality of written times, through the real typing."""
    connection = cases.base()
    connection.execute("begin")
    try:
        names = [column.name for column in SHEET.columns]
        rows = [
            (
                1,
                n,
                None,
                *({"channel": "fb", "reviewer": f"p{n}", "reviewed": t}.get(k) for k in names),
            )
            for n, t in enumerate(texts, start=1)
        ]
        append(connection, "raw_monitoring", rows)
        append(connection, "source", [(1, True)])
        type_all(connection, [SHEET])
        found = connection.execute(
            "select rec % 1000000, reviewed_at, reviewed_until, reviewed_quality from record_monitoring"
        ).fetchall()
    finally:
        connection.execute("rollback")
    by_row = {row[0]: (row[1], row[2], row[3]) for row in found}
    return [by_row.get(n, (None, None, None)) for n in range(1, len(texts) + 1)]


def _candidates(wall: datetime) -> set[datetime]:
    """Return every instant a Chicago wall clock can mean, in UTC without a zone."""
    return {
        wall.replace(tzinfo=CHICAGO, fold=fold).astimezone(UTC).replace(tzinfo=None)
        for fold in (0, 1)
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(st.datetimes(datetime(1970, 1, 1), datetime(2060, 1, 1)), min_size=1, max_size=30))
def test_a_local_time_means_what_zoneinfo_says(walls: list[datetime]) -> None:
    walls = [wall.replace(microsecond=0) for wall in walls]
    for wall, (at, until, _) in zip(walls, _typed_times([str(w) for w in walls]), strict=True):
        assert {at, until} == _candidates(wall)


CHANGE_HOURS = {
    "2026-03-08 01:59:59": "zone_assumed",
    "2026-03-08 02:00": "nonexistent",
    "2026-03-08 02:59:59": "nonexistent",
    "2026-03-08 03:00": "zone_assumed",
    "2026-11-01 00:59:59": "zone_assumed",
    "2026-11-01 01:00": "ambiguous",
    "2026-11-01 01:59:59": "ambiguous",
    "2026-11-01 02:00": "zone_assumed",
    "2026-11-01": "date_only",
    "2026-11-01T06:30:00Z": "exact",
    "2026-11-01T01:30:00-05:00": "exact",
    "2026-11-01T01:30-0600": "exact",
}


def test_the_hours_of_the_change_are_marked() -> None:
    found = _typed_times(list(CHANGE_HOURS))
    assert [quality for _, _, quality in found] == list(CHANGE_HOURS.values())
    assert found[5][:2] == (datetime(2026, 11, 1, 6), datetime(2026, 11, 1, 7))
    assert found[1][:2] == (datetime(2026, 3, 8, 7), datetime(2026, 3, 8, 8))
    assert found[8][:2] == (datetime(2026, 11, 1, 5), datetime(2026, 11, 2, 5, 59, 59, 999999))
    assert [at for at, _, _ in found[9:]] == [
        datetime(2026, 11, 1, 6, 30),
        datetime(2026, 11, 1, 6, 30),
        datetime(2026, 11, 1, 7, 30),
    ]


@pytest.mark.parametrize(
    "text",
    ["3/4/2026", "2026-02-30", "2026-13-01", "2026-07-01 24:00", "2026-07-01 23:59:60", "infinity",
     "0001-01-01", "9999-12-31", "10000-01-01", "2026-07-01 9:00", "1751328000", "20260701", "now",
     "2026-07-01T10:00:00+25:99x", "2026-07-01 10:00 CST"],
)  # fmt: skip
def test_anything_else_is_no_time(text: str) -> None:
    assert _typed_times([text]) == [(None, None, None)]


@pytest.mark.parametrize(
    "name", ["America/Chicago", "Europe/Berlin", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu"]
)
def test_each_day_begins_and_ends_where_zoneinfo_says(name: str) -> None:
    connection = open_writable(":memory:")
    zone.create_local_day(connection, name)
    here = ZoneInfo(name)
    for day, starts_at, ends_at in connection.execute(
        "select day, starts_at, ends_at from local_day where day between date '1990-01-01' and date '2060-01-01'"
    ).fetchall():
        following = day + timedelta(days=1)
        for wanted, got in ((day, starts_at), (following, ends_at)):
            midnight = datetime(wanted.year, wanted.month, wanted.day, tzinfo=here)
            assert midnight.astimezone(UTC).replace(tzinfo=None) == got
    connection.close()
