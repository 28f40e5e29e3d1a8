"""The workbook: every item once, text that stays text, real dates, room for the auditor."""

from __future__ import annotations

import functools
import re
import tempfile
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from ecrl_audit.documents.restricted import restricted
from ecrl_audit.documents.sections.director import CLASSIFICATION
from ecrl_audit.documents.workbook import write_workbook
from ecrl_audit.documents.workbook_parts import paper as paper_module
from ecrl_audit.documents.workbook_parts.items import DISPOSITIONS, LISTED
from ecrl_audit.errors import RenderError
from tests.fake_results import RUN, SIZES, ZONE, Row, fake_database, insert
from tests.rendered import ASSURANCE
from tests.test_words import hits

if TYPE_CHECKING:
    import duckdb

SHEETS = ["Summary", "Controls", "Findings", "Populations", "Evidence index", "Data quality",
          "Clauses"]  # fmt: skip
SIZES_READ = ["ordinary", "almost_empty"]
Rows = list[dict[str, Any]]


@functools.cache
def content(size: str) -> bytes:
    return made(fake_database(SIZES[size]))


def made(connection: duckdb.DuckDBPyConnection) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "findings.xlsx")
        write_workbook(connection, RUN, target)
        assert list(Path(folder).iterdir()) == [target]
        return target.read_bytes()


def book(data: bytes) -> Any:  # noqa: ANN401 - the reader's own
    return openpyxl.load_workbook(BytesIO(data))


def rows(data: bytes, sheet: str) -> Rows:
    head, *body = [[cell.value for cell in row] for row in book(data)[sheet].iter_rows()]
    return [dict(zip(head, row, strict=True)) for row in body]


def everything(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())


def test_the_same_results_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = content("ordinary")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert made(fake_database(SIZES["ordinary"])) == before


@pytest.mark.parametrize("size", SIZES_READ)
def test_every_sheet_is_there_with_its_header_frozen_and_filtered(size: str) -> None:
    opened = book(content(size))
    assert opened.sheetnames == SHEETS
    for name in SHEETS[1:]:
        sheet = opened[name]
        assert sheet.freeze_panes in ("B2", "C2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(sheet.column_dimensions[cell.column_letter].width > 6 for cell in sheet[1])
        assert sheet.oddFooter.left.text.strip() == CLASSIFICATION


@pytest.mark.parametrize("size", SIZES_READ)
def test_every_item_is_on_the_sheet_it_belongs_to(size: str) -> None:
    connection = fake_database(SIZES[size])
    sql = "select control, outcome, count(*) from item_result where run_id = ? group by all"
    stored = {
        (control, outcome): n for control, outcome, n in connection.execute(sql, [RUN]).fetchall()
    }
    words = restricted(connection, RUN, None).reader.labels["outcome"]
    for name, outcomes in (("Findings", LISTED), ("Populations", tuple(words))):
        listed = [(row["Control"], row["Outcome"]) for row in rows(content(size), name)]
        wanted = {(c, words[o]): n for (c, o), n in stored.items() if o in outcomes}
        assert {one: listed.count(one) for one in set(listed)} == wanted


def test_the_controls_add_up() -> None:
    listed = [row["Control"] for row in rows(content("ordinary"), "Populations")]
    for row in rows(content("ordinary"), "Controls"):
        parts = ("Pass", "Exception", "Observation", "Needs judgement", "Not evidenced",
                 "Pending", "Does not apply")  # fmt: skip
        assert row["Items"] == sum(row[part] for part in parts) == listed.count(row["Control"])


def test_no_cell_is_a_formula_or_a_link() -> None:
    connection = fake_database(SIZES["almost_empty"])
    formula = '=HYPERLINK("https://example.org","x")'
    for place, key in enumerate((formula, "+1", "{=1}", "@SUM(1)", "https://example.org", "007")):
        tail = (datetime(2026, 7, 1, 5), None, None, False, [1_000_000_000 + place])
        item: Row = (RUN, "RM-01", key, "exception", "late", formula, "=c", "high", [])
        insert(connection, "item_result", [(*item, *tail)])
    data = made(connection)
    found = rows(data, "Findings")
    assert {row["Item"] for row in found} == {formula, "+1", "{=1}", "@SUM(1)",
                                              "https://example.org", "007"}  # fmt: skip
    assert {row["What the record shows"] for row in found} == {formula}
    assert not re.search(r"<f[ >]|<hyperlink|calcChain", everything(data))


def test_text_from_outside_is_shown_in_full_and_nothing_hides_in_it() -> None:
    told = {row["What the record shows"] for row in rows(content("ordinary"), "Findings")
            if row["Control"] == "RM-02"}  # fmt: skip
    assert len(told) == 1
    assert told.pop().startswith("[U+202E]evil[U+200B] text 図書館 🙂 <b>x</b> {{ 7*7 }}")


def test_moments_are_real_dates_beside_their_text_in_utc() -> None:
    dated = [row for row in rows(content("ordinary"), "Findings") if row["Occurred (UTC)"]]
    assert len(dated) > 50
    for row in dated:
        local = row[f"Occurred ({ZONE})"].replace(tzinfo=ZoneInfo(ZONE))
        assert local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") == row["Occurred (UTC)"]


def test_the_auditor_chooses_a_disposition_for_every_item() -> None:
    sheet = book(content("ordinary"))["Findings"]
    heads = [cell.value for cell in sheet[1]]
    letter = sheet.cell(1, heads.index("Disposition") + 1).column_letter
    choice = sheet.data_validations.dataValidation[0]
    assert choice.type == "list"
    assert choice.formula1 == f'"{",".join(DISPOSITIONS)}"'
    assert str(choice.sqref) == f"{letter}2:{letter}{sheet.max_row}"
    assert {row["Disposition"] for row in rows(content("ordinary"), "Findings")} == {None}
    assert {row["Note"] for row in rows(content("ordinary"), "Findings")} == {None}


def test_evidence_is_named_by_file_and_row() -> None:
    for row in rows(content("ordinary"), "Findings"):
        assert row["All evidence (file#row)"].startswith(
            f"{row['Evidence file']}#{row['Evidence row']}"
        )
    files = {row["File"] for row in rows(content("ordinary"), "Evidence index")}
    assert {row["Evidence file"] for row in rows(content("ordinary"), "Findings")} <= files


def test_what_management_answered_stands_beside_its_items() -> None:
    connection = fake_database(SIZES["ordinary"])
    key = "rm-01-0"
    for about, action in ((key, "Ask user.name.3."), ("", "Train everybody.")):
        tail = (action, "Director", date(2026, 12, 1), date(2026, 10, 20))
        insert(connection, "run_response", [(RUN, "RM-01", about, "", "agree", *tail)])
    connection.execute(
        "update item_result set outcome = 'exception' where control = 'RM-01' and item = ?", [key]
    )
    told = {
        row["Item"]: row["Management’s response"] or ""
        for row in rows(made(connection), "Findings")
        if row["Control"] == "RM-01"
    }
    assert all("Train everybody." in text for text in told.values())
    assert ["Ask U-" in text for item, text in told.items() if item == key] == [True]
    assert ["Ask" in text for item, text in told.items() if item != key] == [False] * (
        len(told) - 1
    )


@pytest.mark.parametrize("raw", ["user.name.", "login-", "person-", "U-unknown", "Staff-unknown"])
def test_people_appear_under_pseudonyms_only(raw: str) -> None:
    assert raw not in everything(content("ordinary"))


def test_people_have_the_names_of_the_director_s_report() -> None:
    connection = fake_database(SIZES["ordinary"])
    stranger: Row = (RUN, "AU-14", "person-stranger", "pass", None, "", None, "high", [])
    insert(connection, "item_result", [(*stranger, None, None, None, False, [1_000_000_001])])
    names = restricted(connection, RUN, None).context["names"]
    assert "person-stranger" not in names.staff
    items = [
        row["Item"] for row in rows(made(connection), "Populations") if row["Control"] == "AU-14"
    ]
    assert set(items) & set(names.staff.values())
    assert [item for item in items if re.fullmatch(r"Staff-\d+", item)]
    assert len(set(items)) == len(items)
    assert "person-stranger" not in " ".join(items)


def test_rows_beyond_the_limit_are_counted_where_they_are_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    total = len(rows(content("ordinary"), "Populations"))
    monkeypatch.setattr(paper_module, "MOST_ROWS", 12)
    data = made(fake_database(SIZES["ordinary"]))
    sheet = book(data)["Populations"]
    assert sheet.max_row == 12
    assert sheet["A12"].value.startswith(f"{total - 10:,} more rows are left out")
    summary = [[cell.value for cell in row[:4]] for row in book(data)["Summary"].iter_rows()]
    assert [row[2:] for row in summary if row[0] == "Populations"] == [[10, total - 10]]


def test_the_summary_says_what_the_run_is() -> None:
    cells = [cell.value for row in book(content("ordinary"))["Summary"].iter_rows() for cell in row]
    assert ASSURANCE in cells
    assert CLASSIFICATION in cells
    assert RUN in cells
    assert datetime(2026, 7, 1) in cells
    assert "2026-10-31T04:59:00Z" in cells
    assert "Sample. Invented data." in cells


def test_the_properties_are_fixed_to_the_issue_time() -> None:
    found = book(content("ordinary")).properties
    assert found.created == found.modified == datetime(2026, 10, 31, 4, 59)
    assert found.subject == CLASSIFICATION


def test_another_issue_time_is_another_document(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    issued = datetime(2026, 11, 5, 12, tzinfo=ZoneInfo(ZONE))
    write_workbook(fake_database(SIZES["almost_empty"]), RUN, target, issued)
    assert book(target.read_bytes()).properties.created == datetime(2026, 11, 5, 18)


@pytest.mark.parametrize("size", SIZES_READ)
def test_no_banned_word_is_written(size: str) -> None:
    cells = [
        str(cell.value)
        for sheet in book(content(size))
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert hits("\n".join(cells)) == []


def test_an_unknown_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="no run nowhere"):
        write_workbook(fake_database(SIZES["almost_empty"]), "nowhere", tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []
