"""The sheets with one row per item: the findings, and the whole population of each control."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ecrl_audit.documents.results import SEVERITIES, evidence_places, records
from ecrl_audit.documents.sections.labels import label, plain
from ecrl_audit.documents.workbook_parts.paper import (
    INPUT,
    MOMENT,
    NUMBER,
    STATE,
    WRAPPED,
    Column,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from ecrl_audit.documents.restricted import Restricted
    from ecrl_audit.documents.results import Record
    from ecrl_audit.documents.sections.answers import Answer
    from ecrl_audit.documents.workbook_parts.paper import Paper, Sheet, Written

LISTED = ("exception", "observation", "needs_review", "not_evidenced", "pending")
DISPOSITIONS = (
    "Agreed",
    "Partly agreed",
    "Not agreed",
    "Explained by other evidence",
    "More evidence asked for",
    "Corrected",
)
_MOST_PLACES = 40
_FINDINGS = """
select control, item, outcome, subtype, reason, channel, severity, flags, occurred_at, measured,
    threshold, waived, evidence
from item_result where run_id = ? and control = ? and list_contains(?, outcome)
order by list_position(?, outcome), list_position(?, severity), occurred_at nulls last, item"""
_POPULATION = """
select control, item, outcome, subtype, channel, occurred_at, measured, threshold,
    evidence[1:1] as evidence, len(evidence) as places
from item_result where run_id = ? and control = ?
order by list_position(?, outcome), occurred_at nulls last, item"""
_ORDER = (*LISTED, "pass", "not_applicable")


def findings_sheet(paper: Paper, sheet: Sheet, run: Restricted) -> Written:
    """Fill the sheet of items that did not pass, with the auditor's own two columns."""
    columns = _finding_columns(run.results.run["time_zone"])
    written = paper.table(sheet, columns, _finding_rows(run))
    sheet.freeze_panes(1, 2)
    place = [column.head for column in columns].index("Disposition")
    if written.rows:
        sheet.data_validation(1, place, written.rows, place, _choices())
    return written


def _choices() -> dict[str, object]:
    return {
        "validate": "list",
        "source": list(DISPOSITIONS),
        "input_title": "Disposition",
        "input_message": "The auditor’s own conclusion on this item. Say why under Note.",
        "error_title": "Not on the list",
        "error_message": "Choose one of the list, and put anything else under Note.",
    }


def _finding_columns(zone: str) -> tuple[Column, ...]:
    return (
        Column("Control", 9),
        Column("Item", 34),
        Column("Outcome", 16, STATE),
        Column("Severity", 11, STATE),
        Column("Kind", 24, WRAPPED),
        Column("What the record shows", 52, WRAPPED),
        Column("Disposition", 24, INPUT),
        Column("Note", 40, INPUT),
        Column("Channel", 18),
        Column(f"Occurred ({zone})", 17, MOMENT),
        Column("Occurred (UTC)", 22),
        Column("Measured", 11, NUMBER),
        Column("Limit", 9, NUMBER),
        Column("Flags", 16),
        Column("Waived", 9),
        Column("Evidence file", 34),
        Column("Evidence row", 10, NUMBER),
        Column("All evidence (file#row)", 46, WRAPPED),
        Column("Clauses", 14),
        Column("What must hold", 44, WRAPPED),
        Column("Management’s response", 44, WRAPPED),
    )


def _finding_rows(run: Restricted) -> Iterator[tuple[object, ...]]:
    run_id = run.results.run["run_id"]
    answered = {one.line.control: one.answers for one in run.context["findings"]}
    for control in run.results.controls:
        answers = answered.get(control["control"], ())
        bound = (run_id, control["control"], list(LISTED), list(LISTED), list(SEVERITIES))
        for item in records(run.connection, _FINDINGS, *bound):
            yield (
                *_judged(run, item),
                State(item["severity"], label(run.reader.labels, "severity", item["severity"])),
                plain(item["subtype"]),
                run.reader.names.text(item["reason"] or ""),
                None,
                None,
                *_measured(run, item),
                ", ".join(item["flags"] or ()),
                "yes" if item["waived"] else "",
                *_evidence(run, item),
                ", ".join(control["clauses"] or ()),
                control["title"],
                _answer(answers, run.item_key(item)),
            )


def _evidence(run: Restricted, item: Record) -> tuple[object, ...]:
    """Return file and row of the first reference, and the first of all of them as text."""
    places = evidence_places(run.results.sources, item["evidence"] or [])
    told = "; ".join(f"{file}#{row}" for file, row in places[:_MOST_PLACES])
    left = len(places) - _MOST_PLACES
    return (
        *(places[0] if places else (None, None)),
        told + (f" and {left:,} more" if left > 0 else ""),
    )


def _answer(answers: Sequence[Answer], key: str) -> str:
    """Return what management answered to an item: for the whole finding, or for it alone."""
    ours = [one for one in answers if one.about in ("", key)]
    return " ".join(
        part for one in ours for part in (one.word, one.action, one.cause, one.terms) if part
    )


def populations_sheet(paper: Paper, sheet: Sheet, run: Restricted) -> Written:
    """Fill the sheet with every item of every control, passes included."""
    zone = run.results.run["time_zone"]
    columns = (
        Column("Control", 9),
        Column("Item", 40),
        Column("Outcome", 16, STATE),
        Column("Kind", 26),
        Column("Channel", 18),
        Column(f"Occurred ({zone})", 17, MOMENT),
        Column("Occurred (UTC)", 22),
        Column("Measured", 11, NUMBER),
        Column("Limit", 9, NUMBER),
        Column("Evidence file", 34),
        Column("Evidence row", 10, NUMBER),
        Column("References", 11, NUMBER),
    )
    written = paper.table(sheet, columns, _population_rows(run))
    sheet.freeze_panes(1, 2)
    return written


def _population_rows(run: Restricted) -> Iterator[tuple[object, ...]]:
    run_id = run.results.run["run_id"]
    for control in run.results.controls:
        bound = (run_id, control["control"], list(_ORDER))
        for item in records(run.connection, _POPULATION, *bound):
            places = evidence_places(run.results.sources, item["evidence"])
            yield (
                *_judged(run, item),
                plain(item["subtype"]),
                *_measured(run, item),
                *(places[0] if places else (None, None)),
                item["places"],
            )


def _judged(run: Restricted, item: Record) -> tuple[object, ...]:
    return (
        item["control"],
        run.item_key(item),
        State(item["outcome"], label(run.reader.labels, "outcome", item["outcome"])),
    )


def _measured(run: Restricted, item: Record) -> tuple[object, ...]:
    at = item["occurred_at"]
    return (
        item["channel"],
        local_moment(at, run.results.run["time_zone"]),
        utc_text(at),
        item["measured"],
        item["threshold"],
    )


def local_moment(at: datetime | None, zone: str) -> datetime | None:
    """Return a UTC moment as the wall clock of the library showed it."""
    if at is None:
        return None
    return at.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def utc_text(at: datetime | None) -> str:
    """Return a UTC moment as text that no spreadsheet changes."""
    return "" if at is None else at.strftime("%Y-%m-%dT%H:%M:%SZ")
