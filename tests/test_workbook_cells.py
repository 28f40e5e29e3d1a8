"""Single cells of the workbook: what is written for each kind of value."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from ecrl_audit.documents.workbook_parts import paper as paper_module
from ecrl_audit.documents.workbook_parts.paper import LONGEST_CELL, Column, paper
from ecrl_audit.errors import RenderError


def cell_of(stream: BytesIO) -> object:
    return openpyxl.load_workbook(stream)["one"]["A1"].value


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x00b\x1b", "a[U+0000]b[U+001B]"), ("\ud800", "[U+D800]"), ("\ufffe", "[U+FFFE]"),
     ("x" * 5_000, f"{'x' * LONGEST_CELL}… [1,000 more characters]"), ("a\nb\tc", "a b c")],
    ids=["control", "surrogate", "no character", "long", "lines"],
)  # fmt: skip
def test_a_text_is_written_as(text: str, shown: str) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as opened:
        sheet = opened.add_worksheet("one")
        paper(opened).cell(sheet, (0, 0), text, "text")
    assert cell_of(stream) == shown


@pytest.mark.parametrize(
    ("value", "read", "kind"),
    [(date(2026, 7, 1), datetime(2026, 7, 1), "day"),
     (datetime(2026, 7, 1, 9, 30), datetime(2026, 7, 1, 9, 30), "moment"),
     (date(1899, 5, 1), "1899-05-01", "day"), (2.5, 2.5, "number"), (3, 3, "number"),
     (float("nan"), "nan", "number"), (float("inf"), "inf", "number"), (None, None, "number")],
)  # fmt: skip
def test_a_value_is_written_as(value: object, read: object, kind: str) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as opened:
        paper(opened).cell(opened.add_worksheet("one"), (0, 0), value, kind)
    assert cell_of(stream) == read


def test_a_refused_cell_is_an_error() -> None:
    with xlsxwriter.Workbook(BytesIO()) as opened:
        sheet = opened.add_worksheet("one")
        with pytest.raises(RenderError, match="could not take the cell"):
            paper(opened).cell(sheet, (2_000_000, 0), "x", "text")


def test_a_full_sheet_says_nothing_of_rows_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_module, "MOST_ROWS", 5)
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as opened:
        sheet = opened.add_worksheet("one")
        written = paper(opened).table(sheet, [Column("A", 9)], [("x",)] * 3)
    assert (written.rows, written.left_out) == (3, 0)
    assert openpyxl.load_workbook(stream)["one"].max_row == 4
