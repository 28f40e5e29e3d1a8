"""The statutory days, from the shipped rules through the fact that every deadline rests on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import holidays
import pytest

from tests import cases

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def statutory_days() -> Iterator[list[tuple[str, str, date]]]:
    """Every row of the fact, built from the shipped rules: calendar, optional, day."""
    connection = cases.base()
    connection.execute("begin")
    case = cases.Case("calendar", {"run": [{"period": "2021-01-01..2029-12-31"}]})
    cases.build_world(connection, case, ["statutory_day"])
    rows = connection.execute("select calendar, coalesce(optional, ''), day from statutory_day")
    yield rows.fetchall()
    connection.execute("rollback")


def weekdays(found: list[tuple[str, str, date]], calendar: str, year: int) -> set[date]:
    """Return the days of a calendar that are no choice of the library and fall on a weekday."""
    return {
        day
        for name, optional, day in found
        if (name, optional) == (calendar, "") and day.year == year and day.weekday() < 5
    }


def package_weekdays(year: int, subdivision: str | None = None) -> set[date]:
    """Return the weekdays, observed ones included, that the holidays package lists."""
    return {day for day in holidays.country_holidays("US", subdivision, year) if day.weekday() < 5}


@pytest.mark.parametrize("year", range(2021, 2033))
def test_federal_days_are_those_of_the_holidays_package(
    statutory_days: list[tuple[str, str, date]], year: int
) -> None:
    assert weekdays(statutory_days, "F", year) == package_weekdays(year)


@pytest.mark.parametrize("year", range(2021, 2033))
def test_minnesota_days_differ_only_by_juneteenth_before_its_law(
    statutory_days: list[tuple[str, str, date]], year: int
) -> None:
    """The package lists Juneteenth from 2021, when it became federal; Minnesota's list from 2023.

    It also leaves out both optional days, which are compared by date below.
    """
    before_the_law = {2021: {date(2021, 6, 18)}, 2022: {date(2022, 6, 20)}}
    expected = package_weekdays(year, "MN") - before_the_law.get(year, set())
    assert weekdays(statutory_days, "L", year) == expected


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2022, "01-17 02-21 05-30 07-04 09-05 11-11 11-24 12-26"),
        (2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 11-10 11-23 12-25"),
        (2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 11-11 11-26 12-25"),
        (2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 11-11 11-25 12-24 12-31"),
    ],
)
def test_minnesota_days_by_date(
    statutory_days: list[tuple[str, str, date]], year: int, days: str
) -> None:
    expected = {date.fromisoformat(f"{year}-{day}") for day in days.split()}
    assert weekdays(statutory_days, "L", year) == expected


@pytest.mark.parametrize(
    ("setting", "year", "day"),
    [
        ("indigenous_peoples_day", 2023, "10-09"),
        ("indigenous_peoples_day", 2026, "10-12"),
        ("day_after_thanksgiving", 2024, "11-29"),
        ("day_after_thanksgiving", 2026, "11-27"),
        ("day_after_thanksgiving", 2028, "11-24"),
    ],
)
def test_optional_days_wait_for_the_setting_that_decides(
    statutory_days: list[tuple[str, str, date]], setting: str, year: int, day: str
) -> None:
    found = [(c, d) for c, optional, d in statutory_days if optional == setting and d.year == year]
    assert found == [("L", date.fromisoformat(f"{year}-{day}"))]


def test_a_saturday_new_year_is_observed_in_the_year_before(
    statutory_days: list[tuple[str, str, date]],
) -> None:
    assert date(2028, 1, 1).isoweekday() == 6
    eve = date(2028, 1, 1) - timedelta(days=1)
    assert {c for c, _, day in statutory_days if day == eve} == {"F", "L"}
