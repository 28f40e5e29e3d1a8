"""The auditor's case files: one PDF per copyright notice and an index over them.

They are made of stored results only. Contact data is masked (redaction level R1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents import pdf
from ecrl_audit.documents.attachments import case_list_file, case_results_file, with_manifest
from ecrl_audit.documents.html import render_html
from ecrl_audit.documents.restricted import restricted
from ecrl_audit.documents.sections.case import case_context, notices
from ecrl_audit.documents.sections.case_index import gravest, index_context
from ecrl_audit.documents.sections.case_kit import Kit, case_kit
from ecrl_audit.errors import UsageError
from ecrl_audit.policy import nearest

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from ecrl_audit.database import Connection

INDEX = "index.pdf"
MOST_FILES = 100
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class _Cases:
    """What all case files of a run share."""

    kit: Kit
    connection: Connection
    dated: datetime


def render_case(
    connection: Connection,
    run_id: str,
    notice_no: str,
    target: Path,
    issued: datetime | None = None,
) -> None:
    """Write the case file of one notice.

    Raises UsageError naming the nearest notice when the run knows none of that number.
    """
    cases = _cases(connection, run_id, issued)
    with pdf.printing_room():
        _write_case(cases, _known(cases.kit, notice_no), target)


def render_cases(
    connection: Connection,
    run_id: str,
    folder: Path,
    issued: datetime | None = None,
    *,
    of_the_run: bool = False,
) -> list[Path]:
    """Write the case file of every notice, and the index, into a folder.

    `of_the_run` leaves out what has no result in this run, and of more than MOST_FILES cases
    the less grave ones; the index says so. Returns the files; without a case only the index.
    """
    cases = _cases(connection, run_id, issued)
    known = notices(cases.kit)
    chosen = gravest(cases.kit, MOST_FILES) if of_the_run else known
    names = file_names([notice["notice_no"] for notice in known])
    written = []
    with pdf.printing_room():
        for notice in chosen:
            target = folder / names[notice["notice_no"]]
            _write_case(cases, notice, target)
            written.append(target)
        context = {**index_context(cases.kit, connection, chosen), "file_names": names}
        listed = case_list_file(cases.kit.results, context["cases"])
        _write(cases, "case_index.html.j2", context, folder / INDEX, listed)
    return [*written, folder / INDEX]


def file_names(numbers: list[str]) -> dict[str, str]:
    """Return a safe file name for each number; no two are alike, none is the index."""
    taken = {INDEX}
    names: dict[str, str] = {}
    for number in dict.fromkeys(numbers):
        stem = _UNSAFE.sub("_", number).strip("._")[:_LONGEST_NAME] or "case"
        name, place = f"{stem}.pdf", 2
        while name.lower() in taken:
            name, place = f"{stem}-{place}.pdf", place + 1
        taken.add(name.lower())
        names[number] = name
    return names


def _cases(connection: Connection, run_id: str, issued: datetime | None) -> _Cases:
    run = restricted(connection, run_id, issued)
    dated = run.results.run["issued_at"].replace(tzinfo=UTC)
    return _Cases(case_kit(run), connection, dated)


def _known(kit: Kit, notice_no: str) -> dict[str, Any]:
    known = {notice["notice_no"]: notice for notice in notices(kit)}
    if notice_no not in known:
        hint = nearest(notice_no, known) if known else "the run knows no notice."
        raise UsageError(f"The notice {notice_no} is unknown; {hint}")
    return known[notice_no]


def _write_case(cases: _Cases, notice: dict[str, Any], target: Path) -> None:
    context = case_context(cases.kit, notice)
    found = case_results_file(cases.kit.results, notice["notice_no"], context["results"])
    _write(cases, "case.html.j2", context, target, found)


def _write(
    cases: _Cases, template: str, context: dict[str, Any], target: Path, found: pdf.AttachedFile
) -> None:
    carried = with_manifest(cases.kit.results, found, is_public=False)
    pdf.write(pdf.lay_out(render_html(template, context)), target, carried, cases.dated)
