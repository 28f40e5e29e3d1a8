"""The auditor's workbook: every item with its evidence, and room for the auditor's own words.

It is made of stored results only, and the same results give the same bytes.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ecrl_audit.documents.restricted import restricted
from ecrl_audit.documents.workbook_parts.items import findings_sheet, populations_sheet
from ecrl_audit.documents.workbook_parts.paper import paper
from ecrl_audit.documents.workbook_parts.registers import (
    clauses_sheet,
    controls_sheet,
    evidence_sheet,
    quality_sheet,
)
from ecrl_audit.documents.workbook_parts.summary import summary_sheet
from ecrl_audit.errors import EnvironmentLacksError

if TYPE_CHECKING:
    from datetime import datetime

    from ecrl_audit.documents.restricted import Restricted
    from ecrl_audit.documents.results import Connection
    from ecrl_audit.documents.workbook_parts.paper import Book, Sheet

SUMMARY = "Summary"
_SHEETS = {
    "Controls": controls_sheet,
    "Findings": findings_sheet,
    "Populations": populations_sheet,
    "Evidence index": evidence_sheet,
    "Data quality": quality_sheet,
    "Clauses": clauses_sheet,
}
_LETTER = 1
_EVERY_CELL = "A1:XFD1048576"


def write_workbook(
    connection: Connection, run_id: str, target: Path, issued: datetime | None = None
) -> None:
    """Write the workbook of a run, restricted; `issued` replaces the stored issue time.

    Raises RenderError when the run is unknown or a cell cannot be written,
    EnvironmentLacksError when the folder of the target cannot be written to.
    """
    run = restricted(connection, run_id, issued)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".workbook-", dir=target.parent) as room:
            partial = Path(room, "workbook.xlsx")
            _write(run, partial, room)
            partial.replace(target)
    except OSError as error:
        raise EnvironmentLacksError(f"{target} cannot be written: {error.strerror}.") from error


def _write(run: Restricted, target: Path, room: str) -> None:
    """Write every sheet, row by row, so that memory does not grow with the rows.

    What the writer lays aside meanwhile is as restricted as the workbook and stays beside it.
    """
    import xlsxwriter

    options = {
        "constant_memory": True,
        "tmpdir": room,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties(_properties(run))
        sheets = {name: _sheet(book, name, run) for name in (SUMMARY, *_SHEETS)}
        written_on = paper(book)
        counts = {name: fill(written_on, sheets[name], run) for name, fill in _SHEETS.items()}
        summary_sheet(written_on, sheets[SUMMARY], run, counts)


def _properties(run: Restricted) -> dict[str, object]:
    stored, context = run.results.run, run.context
    return {
        "title": f"Social media policy of {stored['library_name']}, {context['period_words']}",
        "subject": context["classification"],
        "author": stored["library_name"],
        "comments": f"ecrl-audit {stored['tool_version']}, run {stored['run_id']}",
        "created": stored["issued_at"],
    }


def _sheet(book: Book, name: str, run: Restricted) -> Sheet:
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(_LETTER)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
    sheet.ignore_errors({"number_stored_as_text": _EVERY_CELL})
    if name != SUMMARY:
        sheet.repeat_rows(0)
    library = str(run.results.run["library_name"])[:80].replace("&", "&&")
    sheet.set_header(f"&L&8 {library}&R&8 {name}")
    sheet.set_footer(f"&L&8 {run.context['classification']}&R&8 Page &P of &N")
    return sheet
