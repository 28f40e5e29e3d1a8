"""A new evidence folder: settings, notes and the templates of every sheet as CSV and workbook."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

from ecrl_audit import assets, statements
from ecrl_audit.errors import EnvironmentLacksError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from ecrl_audit.model import Column, Sheet

RESPONSE_COLUMNS = (
    "control",
    "item",
    "cause",
    "response",
    "action",
    "owner",
    "due",
    "responded",
)
_ROWS = 2000
_LONGEST_LIST = 255


def create(folder: Path) -> list[Path]:
    """Write a new evidence folder and return its files; a folder with content is a UsageError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not empty. Name a new folder.")
    try:
        return _write(folder)
    except OSError as error:
        raise EnvironmentLacksError(f"{folder} cannot be written: {error.strerror}.") from error


def _write(folder: Path) -> list[Path]:
    for name in ("logbook", "exports", "templates"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    written = []
    for name in ("README.md", "audit.toml"):
        shutil.copyfile(assets.folder("report_templates") / "start" / name, folder / name)
        written.append(folder / name)
    written.append(_header(folder / "responses.csv", RESPONSE_COLUMNS))
    for sheet in statements.sheets().values():
        columns = tuple(column.name for column in sheet.columns)
        written.append(_header(folder / "templates" / f"{sheet.name}.csv", columns))
    written.append(_workbook(folder / "templates" / "logbook.xlsx"))
    return written


def _header(path: Path, columns: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerow(columns)
    return path


def _workbook(path: Path) -> Path:
    """Write the workbook: a sheet each, required columns bold, coded columns with a list to choose from."""
    import xlsxwriter

    with xlsxwriter.Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for sheet in statements.sheets().values():
            _worksheet(book, sheet)
    return path


def _worksheet(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    bold = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"bottom": 1})
    text = book.add_format({"num_format": "@"})
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, max(12, len(column.name) + 3), text)
        page.write_string(0, place, column.name, bold if column.name in sheet.required else plain)
        _choices(page, place, column)
    page.freeze_panes(1, 0)


def _choices(page: Worksheet, place: int, column: Column) -> None:
    codes = list(column.codes) or (["yes", "no", "unclear"] if column.kind == "yesno" else [])
    if codes and column.kind != "list" and len(",".join(codes)) <= _LONGEST_LIST:
        page.data_validation(1, place, _ROWS, place, {"validate": "list", "source": codes})
