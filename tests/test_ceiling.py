"""Which data-quality finding lowers which conclusion (the fact `ceiling`)."""

from __future__ import annotations

import pytest

from ecrl_audit import statements
from tests import cases

LOWERED_FAMILIES = {"RM", "BL", "NT", "DM", "AU", "MO", "ST", "OO"}
SHEETS = sorted(
    {need for c in statements.controls() for need in c.needs} - {"attestations", "coverage"}
)
INCIDENT = {"incident": "n1", "aware": "2026-11-25 10:00"}


def ceilings(tables: dict[str, cases.Table]) -> set[tuple[str, str, int]]:
    """Return control, by_control and min_percent of each ceiling in the world of some tables."""
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("", tables), ["select control from ceiling"])
        rows = connection.execute("select control, by_control, min_percent from ceiling").fetchall()
    finally:
        connection.execute("rollback")
    return {(control, by_control, percent) for control, by_control, percent in rows}


def miscounted(sheet: str, declared: str) -> dict[str, cases.Table]:
    """Return the tables of a file of one sheet of which a number of rows is declared."""
    file = "logbook/sheet.csv"
    source = {"source_id": "99", "sheet": sheet, "status": "loaded", "seen": "2", "loaded": "2"}
    coverage = {
        "source": "all",
        "channel": "all",
        "covers_from": "2026-07-01",
        "covers_to": "2026-07-31",
    }
    return {
        "source_file": [{"file": file, **source}],
        "coverage": [{**coverage, "rows_declared": declared, "file": file}],
    }


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_miscounted_file_lowers_the_controls_that_need_its_sheet(sheet: str) -> None:
    needing = {
        control.id
        for control in statements.controls()
        if sheet in control.needs and control.family in LOWERED_FAMILIES
    }
    lowered = {c for c, by, _ in ceilings(miscounted(sheet, "3")) if by == "DQ-02"}
    assert lowered == needing


def test_a_file_that_holds_what_is_declared_lowers_nothing() -> None:
    assert {row for row in ceilings(miscounted("actions", "2")) if row[1] == "DQ-02"} == set()


def test_every_ceiling_is_of_a_control_that_is_there() -> None:
    known = {control.id for control in statements.controls()}
    found = ceilings({"incidents": [INCIDENT], "run": [{"period": "2026-10-01..2026-12-31"}]})
    assert {control for control, _, _ in found} | {by for _, by, _ in found} <= known
    assert {(c, b) for c, b, _ in found if c == b} == set()


def test_the_roster_lowers_the_access_tests_and_two_more() -> None:
    lowered = {control for control, by, _ in ceilings({}) if by == "AU-14"}
    access = {c.id for c in statements.controls() if c.family == "AU"} - {"AU-14", "AU-15"}
    assert lowered == access | {"RM-04", "BL-04"}


def test_gaps_of_the_log_lower_removals_and_blocks() -> None:
    found = ceilings({})
    removals = {c.id for c in statements.controls() if c.family == "RM"}
    blocks = {c.id for c in statements.controls() if c.family == "BL"}
    assert {control for control, by, _ in found if by == "DQ-05"} == removals | blocks
    assert {control for control, by, _ in found if by == "DQ-13"} == removals | blocks
    assert {control for control, by, _ in found if by == "DQ-08"} == removals


def test_only_more_than_five_percent_of_unknown_actors_lower_authority() -> None:
    found = {(control, percent) for control, by, percent in ceilings({}) if by == "DQ-07"}
    wanted = {"RM-04", "BL-04", "AU-01", "AU-02", "AU-08", "ST-01"}
    assert found == {(control, 5) for control in wanted}


@pytest.mark.parametrize(
    ("setting", "lowered"),
    [
        ({}, {"ST-04"}),
        ({"day_after_thanksgiving": "open"}, set()),
        ({"day_after_thanksgiving": "closed"}, set()),
    ],
    ids=["unset", "open", "closed"],
)
def test_an_unset_holiday_lowers_the_control_whose_deadline_it_moves(
    setting: dict[str, str], lowered: set[str]
) -> None:
    tables: dict[str, cases.Table] = {
        "incidents": [INCIDENT],
        "run": [{"period": "2026-10-01..2026-12-31"}],
        "parameters": [{"name": name, "value": value} for name, value in setting.items()],
    }
    assert {control for control, by, _ in ceilings(tables) if by == "DQ-17"} == lowered


def test_a_deadline_beyond_the_confirmed_calendar_lowers_its_control() -> None:
    tables: dict[str, cases.Table] = {
        "incidents": [{"incident": "n1", "aware": "2026-07-06 10:00"}],
        "concerns": [{"concern": "c1", "received": "2026-07-06 10:00", "via": "email"}],
        "parameters": [{"name": "confirmed_through", "value": "2026-07-09"}],
    }
    assert {control for control, by, _ in ceilings(tables) if by == "DQ-17"} == {"MO-04"}
