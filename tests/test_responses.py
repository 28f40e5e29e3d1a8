"""Management's responses: read or refused as a whole, kept per run, printed in their slots."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ecrl_audit import load, responses, statements
from ecrl_audit.database import open_sealed
from ecrl_audit.documents.html import render_html
from ecrl_audit.documents.results import read_results
from ecrl_audit.documents.sections.board import board_context
from ecrl_audit.documents.sections.director import director_context
from ecrl_audit.documents.sections.room import SECOND_PAGE, second_page_rooms
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.start import RESPONSE_COLUMNS
from tests import evidence
from tests.fake_results import RUN, SIZES, fake_database, insert

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = [control.id for control in statements.controls()]
HEADER = ",".join(responses.COLUMNS)
GOOD = "RM-01,,No field for it,agree,Add the field,Assistant Director,2026-12-01,2026-10-20"


def _read(*lines: str) -> tuple[responses.Response, ...]:
    content = "\n".join([HEADER, *lines, ""]).encode()
    return responses.read(content, "responses.csv", KNOWN)


def test_the_columns_are_those_of_the_template() -> None:
    assert responses.COLUMNS == RESPONSE_COLUMNS


def test_a_row_is_read_with_its_days() -> None:
    (one,) = _read(GOOD, ",,,,,,,")
    assert (one.control, one.item, one.response) == ("RM-01", "", "agree")
    assert (one.due, one.responded) == (date(2026, 12, 1), date(2026, 10, 20))


@pytest.mark.parametrize(
    ("line", "row", "column"),
    [
        ("RM-99,,,agree,,,,", 2, "control"),
        (",,,agree,,,,", 2, "control"),
        ("BL-01,,,maybe,,,,", 2, "response"),
        ("BL-01,,,,Do it,,,", 2, "response"),
        ("BL-01,,,agree,,,soon,", 2, "due"),
        ("BL-01,,,agree,,,,2026-02-30", 2, "responded"),
        ("BL-01,,,agree", 2, "the row"),
        ("rm-01,,,partly,,,,", 2, "control"),
        (f"BL-01,,{'x' * 2001},agree,,,,", 2, "cause"),
    ],
)
def test_a_bad_row_refuses_the_file_with_row_and_column(line: str, row: int, column: str) -> None:
    with pytest.raises(InputRefusedError) as refused:
        _read(GOOD, line)
    assert f"row {row}, column {column}" in str(refused.value).replace("(the row)", "the row")


def test_a_cause_without_an_answer_is_kept() -> None:
    (one,) = _read("BL-01,,Nobody knew,,,,,")
    assert (one.cause, one.response) == ("Nobody knew", "")


def test_a_refused_file_ends_the_load_and_nothing_of_it_is_stored(tmp_path: Path) -> None:
    folder = evidence.small_library(tmp_path / "evidence")
    (folder / "responses.csv").write_text(f"{HEADER}\n{GOOD}\nRM-1,,,agree,,,,\n", "utf-8")
    (refused,) = load.load(folder, tmp_path / "a.duckdb").refused
    assert refused.file == "responses.csv"
    assert "row 2, column control" in refused.why
    connection = open_sealed(tmp_path / "a.duckdb")
    assert connection.execute("select count(*) from response").fetchall() == [(0,)]
    connection.close()


def test_loading_again_replaces_the_responses_and_a_run_keeps_its_own(tmp_path: Path) -> None:
    folder, database = evidence.small_library(tmp_path / "evidence"), tmp_path / "a.duckdb"
    for owner in ("Director", "Board"):
        text = f"{HEADER}\nRM-01,,,agree,,{owner},,\n"
        (folder / "responses.csv").write_text(text, "utf-8")
        assert not load.load(folder, database).refused
        evidence.checked(database, "--period", "2026-Q3", "--select", "RM-01")
    connection = open_sealed(database)
    assert connection.execute("select owner from response").fetchall() == [("Board",)]
    kept = connection.execute("select owner from run_response order by owner").fetchall()
    connection.close()
    assert kept == [("Board",), ("Director",)]


def _answered(*rows: tuple[object, ...]) -> tuple[str, str]:
    """Return the findings of the director's report and the board's second page as HTML."""
    connection = fake_database(SIZES["ordinary"])
    insert(connection, "run_response", [(RUN, *row) for row in rows])
    results = read_results(connection, RUN)
    director = render_html(
        "director.html.j2", {**director_context(connection, results), "urgent_shown": 5}
    )
    room = next(second_page_rooms(3))
    board = render_html("board.html.j2", board_context(results, room, (SECOND_PAGE,)))
    return director, board


def test_a_response_stands_in_its_slots_and_the_board_sees_no_owner() -> None:
    said = ("No field for it", "agree", "Add the field", "Assistant Director")
    days = (date(2026, 12, 1), date(2026, 10, 20))
    controls = [row[0] for row in _gravest()]
    director, board = _answered(*((control, "", *said, *days) for control in controls))
    assert "No field for it" in director
    assert "Management agrees. Add the field" in director
    assert "Owner: Assistant Director, due December 1, 2026, answered October 20, 2026." in director
    assert "No response received by" not in director
    assert "Management agrees. Due: December 1, 2026" in board
    assert "Assistant Director" not in board
    assert "Add the field" not in board


def _gravest() -> list[tuple[str]]:
    connection = fake_database(SIZES["ordinary"])
    found: list[tuple[str]] = connection.execute(
        "select control from control_result where run_id = ? and n_exception > 0", [RUN]
    ).fetchall()
    return found


def test_an_answer_after_the_issue_of_the_report_is_not_in_it() -> None:
    control = _gravest()[0][0]
    late = (control, "", "Too late", "agree", "", "", None, date(2027, 1, 5))
    director, board = _answered(late)
    assert "Too late" not in director
    assert "No response received by" in director
    assert "Management agrees" not in board


def test_a_response_to_one_item_names_it() -> None:
    control = _gravest()[0][0]
    row = (control, "p7/x", "", "disagree", "It was not ours", "", None, date(2026, 10, 1))
    director, _ = _answered(row)
    assert "p7/x" in director
    assert "Management disagrees. It was not ours" in director
