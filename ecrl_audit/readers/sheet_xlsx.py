"""One workbook of hand-kept sheets into text tables: real dates become ISO text, ids stay text."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.sheet_table import TextTable, header_positions, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ecrl_audit.model import Sheet

_EXACT = 2**53


def read(
    sheets: Mapping[str, Sheet], content: bytes, file: str
) -> tuple[dict[str, TextTable], list[str]]:
    """Read every sheet of a workbook that the contract knows; return also the names it does not know.

    Raises InputRefusedError when the file is no workbook or a known sheet lacks a column.
    """
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except Exception as error:
        raise InputRefusedError(
            file, "is not a workbook that can be read.", "Save it again as .xlsx."
        ) from error
    tables: dict[str, TextTable] = {}
    unknown: list[str] = []
    for name in workbook.sheet_names:
        if normal(name) in sheets:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            tables[normal(name)] = _table(sheets[normal(name)], rows, f"{file} sheet {name}")
        else:
            unknown.append(name)
    return tables, unknown


def _table(sheet: Sheet, cells: Iterable[Sequence[object]], file: str) -> TextTable:
    iterator = iter(cells)
    header = [cell_text(cell) or "" for cell in next(iterator, [])]
    while header and not header[-1]:
        header.pop()
    if not header:
        raise InputRefusedError(
            file, "has no header row.", "Put the column names in the first row."
        )
    positions, ignored = header_positions(sheet, header, file)
    rows: list[tuple[int, list[str | None]]] = []
    for number, cells_of_row in enumerate(iterator, start=1):
        values = [cell_text(cell) for cell in cells_of_row]
        if any(values):
            rows.append(
                (number, [None if p is None or p >= len(values) else values[p] for p in positions])
            )
    return TextTable(rows, [], len(rows), ignored, "xlsx")


def cell_text(cell: object) -> str | None:
    """Return a cell as the text the sheet contract wants; a blank cell is None."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        whole_day = cell.time() == time(0)
        return cell.date().isoformat() if whole_day else cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta | time):
        return str(cell)
    if isinstance(cell, float | int):
        return _number_text(float(cell))
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), str(cell))


def _number_text(number: float) -> str:
    if number.is_integer() and abs(number) < _EXACT:
        return str(int(number))
    return f"{number:.2E}" if abs(number) >= _EXACT else repr(number)
