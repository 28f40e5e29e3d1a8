"""The put-back window of every receipt date of two years, computed again in plain Python."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ecrl_audit import statements
from tests import cases

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
ELEMENTS = (
    "signature", "material_located", "good_faith_under_perjury",
    "name_address_phone", "consent_to_jurisdiction", "accepts_service",
)  # fmt: skip
Window = tuple[date, date]
JOINED_PLATFORM = {"channel": "fb", "platform": "facebook", "kind": "platform_hosted"}
OWN_BLOG = {"channel": "blog", "platform": "wordpress", "kind": "self_hosted"}


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth given weekday (Monday is 0) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def observed(day: date) -> date:
    """Return the weekday on which a holiday of a fixed date is kept."""
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def common_holidays(year: int) -> set[date]:
    """Return the days that the federal and the Minnesota list share."""
    last_monday_of_may = date(year, 5, 31) - timedelta(days=date(year, 5, 31).weekday())
    fixed = (date(year, m, d) for m, d in ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25)))
    return {
        *(observed(day) for day in fixed),
        nth_weekday(year, 1, 0, 3),
        nth_weekday(year, 2, 0, 3),
        last_monday_of_may,
        nth_weekday(year, 9, 0, 1),
        nth_weekday(year, 11, 3, 4),
    }


def holidays(calendar: str) -> set[date]:
    """Return the holidays of a calendar; the October day is open by default in the library's."""
    if calendar == "W":
        return set()
    found: set[date] = set()
    for year in range(2025, 2030):
        found |= common_holidays(year)
        if calendar == "F":
            found.add(nth_weekday(year, 10, 0, 2))
        if calendar == "LC":
            found.add(nth_weekday(year, 11, 3, 4) + timedelta(days=1))
    return found


def window(receipt: date, closed: set[date]) -> Window:
    """Count business days from the day after receipt: the tenth and the fourteenth."""
    reached: list[date] = []
    day = receipt
    while len(reached) < 14:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in closed:
            reached.append(day)
    return reached[9], reached[13]


def world(counters: list[date], channels: cases.Table) -> cases.Case:
    """Return a case with one counter-notice per receipt date."""
    elements = dict.fromkeys(ELEMENTS, "yes")
    return cases.Case(
        "windows",
        {
            "channels": [{**channel, "opened": "2020-01-01"} for channel in channels],
            "dmca_notices": [{"notice_no": "n", "venue": "A2", "received": "2025-12-01"}],
            "dmca_counter_notices": [
                {
                    "counter_no": day.isoformat(),
                    "notice_no": "n",
                    "received_by_agent": day.isoformat(),
                    **elements,
                }
                for day in counters
            ],
            "run": [{"period": "2027-10-01..2027-12-31", "as_of": "2028-03-31T23:59:59Z"}],
        },
    )


@pytest.fixture(scope="module")
def windows() -> dict[tuple[str, date], Window]:
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, world(days, [OWN_BLOG]), ["put_back_window"])
        rows = connection.execute(
            "select calendar, counter_no, first_on, last_on from put_back_window"
        ).fetchall()
    finally:
        connection.execute("rollback")
    assert len(rows) == 4 * len(days)
    return {
        (calendar, date.fromisoformat(number)): (first, last)
        for calendar, number, first, last in rows
    }


@pytest.mark.parametrize("calendar", ["W", "F", "L", "LC"])
def test_every_window_of_two_years_is_the_one_that_plain_counting_gives(
    windows: dict[tuple[str, date], Window], calendar: str
) -> None:
    closed = holidays(calendar)
    wrong = {
        receipt: (found, window(receipt, closed))
        for (of, receipt), found in windows.items()
        if of == calendar and found != window(receipt, closed)
    }
    assert not wrong


@pytest.mark.parametrize(
    ("receipt", "calendar", "expected"),
    [
        ("2026-11-10", "W", ("2026-11-24", "2026-11-30")),
        ("2026-11-10", "F", ("2026-11-25", "2026-12-02")),
        ("2026-11-10", "L", ("2026-11-25", "2026-12-02")),
        ("2026-11-10", "LC", ("2026-11-25", "2026-12-03")),
        ("2026-09-28", "W", ("2026-10-12", "2026-10-16")),
        ("2026-09-28", "L", ("2026-10-12", "2026-10-16")),
        ("2026-09-28", "F", ("2026-10-13", "2026-10-19")),
        ("2027-12-20", "W", ("2028-01-03", "2028-01-07")),
        ("2027-12-20", "F", ("2028-01-05", "2028-01-11")),
        ("2027-12-20", "L", ("2028-01-05", "2028-01-11")),
    ],
)
def test_the_worked_dates_of_the_catalogue_hold(
    windows: dict[tuple[str, date], Window], receipt: str, calendar: str, expected: tuple[str, str]
) -> None:
    found = windows[calendar, date.fromisoformat(receipt)]
    assert tuple(day.isoformat() for day in found) == expected


@pytest.mark.parametrize(
    ("channels", "wanted"),
    [([OWN_BLOG], True), ([JOINED_PLATFORM], False), ([OWN_BLOG, JOINED_PLATFORM], True)],
)
@pytest.mark.parametrize("control_id", ["DM-01", "DM-16"])
def test_the_clock_applies_only_where_the_library_hosts_a_channel(
    channels: cases.Table, control_id: str, *, wanted: bool
) -> None:
    control = next(c for c in statements.controls() if c.id == control_id)
    connection = cases.base()
    connection.execute("begin")
    try:
        case = world([date(2027, 10, 4)], channels)
        cases.build_world(connection, case, [control.sql, control.applies])
        row = connection.execute(f"select {control.applies}").fetchone()
    finally:
        connection.execute("rollback")
    assert row == (wanted,)
