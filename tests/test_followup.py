"""The comparison with the period before: every exception of both runs is in exactly one column."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from ecrl_audit.documents.results import read_results
from ecrl_audit.documents.sections.followup import ItemChange, item_changes
from tests.fake_results import PREVIOUS_RUN, RUN, SIZES, Row, fake_database, insert

if TYPE_CHECKING:
    import duckdb

OLDER = "run-2026q1"
# item: outcome in the period before the last, in the last, now ("" = not looked at)
STORY = {
    "a": ("", "", "exception"),
    "b": ("", "pass", "exception"),
    "c": ("", "exception", "exception"),
    "d": ("exception", "pass", "exception"),
    "e": ("exception", "", "exception"),
    "f": ("", "exception", "pass"),
    "g": ("", "exception", "needs_review"),
    "h": ("", "exception", ""),
    "i": ("exception", "exception", "exception"),
    "j": ("exception", "pass", "pass"),
}


def _told(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("delete from item_result where control = 'RM-01'")
    run = connection.execute("select * from audit_run where run_id = ?", [RUN]).fetchall()[0]
    days = (date(2026, 1, 1), date(2026, 3, 31), datetime(2026, 4, 30, 4))
    insert(connection, "audit_run", [(OLDER, "2026-Q1", *days, *run[5:])])
    for item, outcomes in STORY.items():
        for run_id, outcome in zip((OLDER, PREVIOUS_RUN, RUN), outcomes, strict=True):
            if outcome:
                row: Row = (run_id, "RM-01", item, outcome, None, "", None, "high", [])
                insert(connection, "item_result", [(*row, None, None, None, False, [])])


def test_items_are_sorted_by_what_became_of_them() -> None:
    connection = fake_database(SIZES["ordinary"])
    _told(connection)
    found = item_changes(connection, read_results(connection, RUN))
    assert found is not None
    line = next(one for one in found.lines if one.control == "RM-01")
    assert line == ItemChange(
        "RM-01", new=2, persisting=2, reopened=2, resolved=1, undecided=1, outside=1
    )


def test_the_sums_hold_every_exception_of_the_run() -> None:
    connection = fake_database(SIZES["large"])
    connection.execute(
        "delete from item_result where control in ("
        "select control from item_result group by run_id, control, item having count(*) > 1)"
    )
    found = item_changes(connection, read_results(connection, RUN))
    assert found is not None
    sql = "select count(*) from item_result where run_id = ? and outcome = 'exception'"
    now = connection.execute(sql, [RUN]).fetchall()[0][0]
    total = found.total
    assert now > 1000
    assert total.new + total.persisting + total.reopened == now
    before = connection.execute(sql, [PREVIOUS_RUN]).fetchall()[0][0]
    gone = total.resolved + total.undecided + total.outside
    assert total.persisting + gone == before


def test_without_an_earlier_period_there_is_nothing_to_compare() -> None:
    connection = fake_database(SIZES["almost_empty"])
    assert item_changes(connection, read_results(connection, RUN)) is None
