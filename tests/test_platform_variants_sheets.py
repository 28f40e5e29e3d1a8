"""Hand-kept sheets as they are really kept: what is not of the contract is set aside, never guessed."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from ecrl_audit import load
from ecrl_audit.database import opened
from tests import evidence

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from ecrl_audit.model import SourceReport

ACT = {
    "action_no": "a1",
    "acted": "2026-07-01 10:00",
    "channel": "fb",
    "action": "delete",
    "source": "staff",
}


def of_csv(folder: Path, sheet: str, rows: list[dict[str, str]]) -> SourceReport:
    evidence.write_sheet(folder / "e", sheet, rows)
    (source,) = load.load(folder / "e", folder / "a.duckdb").sources
    return source


def of_workbook(folder: Path, sheet: str, rows: list[list[Any]]) -> tuple[SourceReport, Worksheet]:
    """Write rows, the header first, into a workbook and return what the load makes of it."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(row)
    return _saved(folder, book), page


def _saved(folder: Path, book: openpyxl.Workbook) -> SourceReport:
    (folder / "e").mkdir(parents=True, exist_ok=True)
    book.save(folder / "e" / "logbook.xlsx")
    (source,) = load.load(folder / "e", folder / "a.duckdb").sources
    return source


def kept(folder: Path, query: str) -> list[tuple[object, ...]]:
    with opened(folder / "a.duckdb") as connection:
        return connection.execute(query).fetchall()


TIMES = (
    "3/4/26", "3/4/2026", "3/4/2026 2:15p", "3-4-26", "Mar 4", "Tues", "46085", "46085.59375", '"', "same", "〃",
    "N/A", "?", "n.a.", "20107-05-22 10:00", "26-03-04", "2026-03", "2026-02-30", "2026-03-04 2:15 pm",
    "2026-03-04 14:15 CST",
)  # fmt: skip
DAYS = ("3/4/26", "Tues", "46085", "20107-05-22", "?", "same", "2026-02-30", "2026-03-04 10:00")
NUMBERS = ("Duplicate", "?", "N/A", "1.5", "two", "1,000", '"')
WORDS = (
    ("severe", "N/A"),
    ("severe", "?"),
    ("severe", "same"),
    ("action", "removed"),
    ("action", '"'),
    ("source", "staff/automation"),
    ("source", "N/A"),
)


def acts(*changes: dict[str, str]) -> list[dict[str, str]]:
    """Return one act per change, and a sound one at the end."""
    numbered = [{**ACT, "action_no": f"a{n}", **change} for n, change in enumerate(changes)]
    return [*numbered, {**ACT, "action_no": "sound"}]


def set_aside(source: SourceReport) -> list[tuple[int, str]]:
    assert source.seen == source.loaded + source.quarantined
    return [(reject.row, reject.column) for reject in source.rejects]


def test_a_time_that_is_not_of_the_contract_sets_its_row_aside_with_what_is_wanted(
    tmp_path: Path,
) -> None:
    source = of_csv(tmp_path, "actions", acts(*({"acted": written} for written in TIMES)))
    assert set_aside(source) == [(row, "acted") for row in range(1, len(TIMES) + 1)]
    assert all("YYYY-MM-DD" in reject.why for reject in source.rejects)


def test_a_day_that_is_not_of_the_contract_sets_its_row_aside(tmp_path: Path) -> None:
    rows = [{"person": f"p{n}", "kind": "employee", "start": day} for n, day in enumerate(DAYS)]
    source = of_csv(tmp_path, "people", rows)
    assert set_aside(source) == [(row, "start") for row in range(1, len(DAYS) + 1)]


@pytest.mark.parametrize("column", ["revision", "sequence"], ids=str)
def test_a_word_in_a_column_of_numbers_sets_its_row_aside(tmp_path: Path, column: str) -> None:
    source = of_csv(tmp_path, "actions", acts(*({column: written} for written in NUMBERS)))
    assert set_aside(source) == [(row, column) for row in range(1, len(NUMBERS) + 1)]


def test_a_word_outside_a_list_is_set_aside_and_never_another_word(tmp_path: Path) -> None:
    source = of_csv(tmp_path, "actions", acts(*({column: word} for column, word in WORDS)))
    assert set_aside(source) == [(row, column) for row, (column, _) in enumerate(WORDS, start=1)]


def test_initials_are_kept_as_they_stand_and_two_people_are_not_made_of_one_cell(
    tmp_path: Path,
) -> None:
    initials = ["ml", "M.L.", "ML", "M L", "ML/JT", "ML & JT"]
    of_csv(tmp_path, "actions", acts(*({"login": f" {login} "} for login in initials)))
    found = kept(tmp_path, "select login from record_actions where login is not null order by rec")
    assert found == [(login,) for login in initials]


def test_a_row_of_totals_is_set_aside_and_the_rows_above_are_not(tmp_path: Path) -> None:
    rows = [
        ACT,
        {**ACT, "action_no": "a2"},
        dict.fromkeys(ACT, "") | {"action_no": "Total", "acted": "2"},
    ]
    source = of_csv(tmp_path, "actions", rows)
    assert (source.seen, source.loaded, source.quarantined) == (3, 2, 1)
    assert source.rejects[0].row == 3


def test_a_title_above_the_header_refuses_the_sheet_and_names_what_is_missing(
    tmp_path: Path,
) -> None:
    path = evidence.write_sheet(tmp_path / "e", "actions", [ACT])
    path.write_text("Removals 2026,,,,\n" + path.read_text("utf-8"), "utf-8")
    (source,) = load.load(tmp_path / "e", tmp_path / "a.duckdb").sources
    assert (source.status, source.loaded) == ("refused", 0)
    assert "action_no" in source.why
    assert "Removals 2026" in source.why
    source, _ = of_workbook(
        tmp_path / "w", "actions", [["Removals 2026"], list(ACT), list(ACT.values())]
    )
    assert (source.status, "Removals 2026" in source.why) == ("refused", True)


def test_cells_of_a_workbook_are_days_and_times_only_where_they_are_such(tmp_path: Path) -> None:
    cells: list[Any] = [
        datetime(2026, 7, 1, 14, 15),
        date(2026, 7, 1),
        46204.59375,
        46204,
        time(14, 15),
        "7/1/26 2:15p",
        True,
    ]
    rows = [[*list(ACT.values())[:1], "", "fb", "delete", "staff"] for _ in cells]
    for number, (row, cell) in enumerate(zip(rows, cells, strict=True), start=1):
        row[:2] = [f"a{number}", cell]
    source, _ = of_workbook(tmp_path, "actions", [list(ACT), *rows])
    assert [reject.row for reject in source.rejects] == [3, 4, 5, 6, 7]
    assert kept(tmp_path, "select acted_on, acted_quality from record_actions order by rec") == [
        (date(2026, 7, 1), "zone_assumed"),
        (date(2026, 7, 1), "date_only"),
    ]


def test_merged_cells_leave_the_lower_rows_blank_and_hidden_rows_are_read(tmp_path: Path) -> None:
    values = list(ACT.values())
    rows = [["a1", *values[1:]], ["a2", *values[1:]], ["a3", *values[1:]]]
    _, page = of_workbook(tmp_path, "actions", [list(ACT), *rows])
    page.merge_cells("C2:C3")
    page.row_dimensions[4].hidden = True
    book = page.parent
    assert isinstance(book, openpyxl.Workbook)
    source = _saved(tmp_path, book)
    assert (source.seen, source.loaded) == (3, 2)
    assert [(reject.row, reject.column) for reject in source.rejects] == [(2, "channel")]
    assert kept(tmp_path, "select action_no from record_actions order by 1") == [("a1",), ("a3",)]


def test_a_blank_is_unknown_and_never_the_value_of_the_row_above(tmp_path: Path) -> None:
    rows = [
        {**ACT, "login": "maria", "severe": "yes"},
        {**ACT, "action_no": "a2", "login": "", "severe": ""},
    ]
    of_csv(tmp_path, "actions", rows)
    assert kept(tmp_path, "select login, severe from record_actions order by action_no") == [
        ("maria", "yes"),
        (None, None),
    ]
