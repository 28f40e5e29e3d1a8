"""The sheets with one row per control, file, fault or clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecrl_audit.documents.results import OUTCOMES, records
from ecrl_audit.documents.sections.clauses import number_of
from ecrl_audit.documents.sections.labels import label
from ecrl_audit.documents.sections.setting_words import setting_words
from ecrl_audit.documents.workbook_parts.paper import NUMBER, STATE, WRAPPED, Column, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecrl_audit.documents.restricted import Restricted
    from ecrl_audit.documents.workbook_parts.paper import Paper, Sheet, Written

_CONTROLS = (
    Column("Control", 9),
    Column("Family", 24),
    Column("What must hold", 46, WRAPPED),
    Column("Conclusion", 20, STATE),
    Column("Why", 40, WRAPPED),
    Column("Severity", 11, STATE),
    Column("Items", 9, NUMBER),
    Column("Pass", 9, NUMBER),
    Column("Exception", 10, NUMBER),
    Column("Observation", 11, NUMBER),
    Column("Needs judgement", 11, NUMBER),
    Column("Not evidenced", 11, NUMBER),
    Column("Pending", 9, NUMBER),
    Column("Does not apply", 10, NUMBER),
    Column("Waived", 9, NUMBER),
    Column("Days covered", 9, NUMBER),
    Column("Days in all", 9, NUMBER),
    Column("Proposed threshold", 11),
    Column("Thresholds", 26, WRAPPED),
    Column("Clauses", 16, WRAPPED),
    Column("Basis", 9),
    Column("Criterion", 60, WRAPPED),
    Column("Potential effect", 44, WRAPPED),
    Column("Recommendation", 44, WRAPPED),
)
_EVIDENCE = (
    Column("File", 48),
    Column("Sheet", 18),
    Column("Format", 24),
    Column("Channel", 18),
    Column("Status", 15, STATE),
    Column("Why", 36, WRAPPED),
    Column("Seen", 10, NUMBER),
    Column("Loaded", 10, NUMBER),
    Column("Set aside", 10, NUMBER),
    Column("Duplicate", 10, NUMBER),
    Column("Out of scope", 10, NUMBER),
    Column("Bytes", 13, NUMBER),
    Column("Encoding", 12),
    Column("SHA-256", 68),
)
_QUALITY = (
    Column("Kind", 30),
    Column("File, control or channel", 42),
    Column("Record", 10, NUMBER),
    Column("Column", 20),
    Column("What", 90, WRAPPED),
)
_CLAUSES = (
    Column("Clause", 9),
    Column("Section", 22),
    Column("State", 30),
    Column("Words of the policy", 64, WRAPPED),
    Column("In short", 40, WRAPPED),
    Column("Controls", 26, WRAPPED),
    Column("Whose conduct", 10),
    Column("Force", 12),
    Column("Mark", 8),
    Column("Note", 50, WRAPPED),
    Column("Why no test", 44, WRAPPED),
)
_LIMITS = """
select source_file.file, source_limit.sentence from source_limit
inner join source_file on source_file.source_id = source_limit.source_id
order by source_file.file, source_file.sheet, source_limit.place"""


def controls_sheet(paper: Paper, sheet: Sheet, run: Restricted) -> Written:
    """Fill the sheet of controls with their outcomes."""
    written = paper.table(sheet, _CONTROLS, _control_rows(run))
    sheet.freeze_panes(1, 1)
    return written


def _control_rows(run: Restricted) -> Iterator[tuple[object, ...]]:
    labels = run.reader.labels
    settings = setting_words(run.results, labels)
    for row in run.results.controls:
        yield (
            row["control"],
            label(labels, "family", row["control"].split("-")[0]),
            row["title"],
            State(row["conclusion"], label(labels, "conclusion", row["conclusion"])),
            row["conclusion_reason"],
            State(row["severity"], label(labels, "severity", row["severity"])),
            row["population"],
            *(row[f"n_{outcome}"] for outcome in OUTCOMES),
            row["waived"],
            row["covered_days"],
            row["total_days"],
            "yes" if row["proposed_threshold"] else "",
            ", ".join(row["parameters"] or ()),
            ", ".join(row["clauses"] or ()),
            ", ".join(row["basis"] or ()),
            *(settings.in_words(row[name]) for name in ("criterion", "effect", "remedy")),
        )


def evidence_sheet(paper: Paper, sheet: Sheet, run: Restricted) -> Written:
    """Fill the sheet of files with what became of each, and its digest in full."""
    written = paper.table(sheet, _EVIDENCE, _evidence_rows(run))
    sheet.freeze_panes(1, 1)
    return written


def _evidence_rows(run: Restricted) -> Iterator[tuple[object, ...]]:
    numbers = ("seen", "loaded", "quarantined", "duplicate", "out_of_scope", "bytes")
    for row in run.results.sources:
        yield (
            row["file"],
            row["sheet"],
            row["format"],
            row["channel"],
            _status(row["status"]),
            row["why"],
            *(row[name] for name in numbers),
            row["encoding"],
            row["sha256"],
        )


def _status(status: str) -> State:
    return State("pass" if status == "loaded" else status, status)


def quality_sheet(paper: Paper, sheet: Sheet, run: Restricted) -> Written:
    """Fill the sheet of what the evidence cannot say."""
    written = paper.table(sheet, _QUALITY, _quality_rows(run))
    sheet.freeze_panes(1, 1)
    return written


def _quality_rows(run: Restricted) -> Iterator[tuple[object, ...]]:
    for line in run.context["limited"]:
        yield (line.conclusion_word, line.control, None, None, line.conclusion_reason)
    for line in run.context["scope"].lines:
        if line.part or line.none:
            told = f"of {line.days} days {line.none} not covered, {line.part} covered in part"
            yield ("Days without full coverage", line.channel, None, None, told)
    files = {row["source_id"]: row["file"] for row in run.results.sources}
    for row in run.results.rejects:
        why = run.reader.names.text(row["why"])
        place = files.get(row["source_id"], "")
        yield ("Record set aside", place, row["row"], row["column_name"], why)
    for row in run.results.sources:
        if row["ignored_columns"]:
            yield ("Columns that no test reads", row["file"], None, None, row["ignored_columns"])
    for row in records(run.connection, _LIMITS):
        yield ("Not shown by the export", row["file"], None, None, row["sentence"])
    yield from _restated_rows(run)


def _restated_rows(run: Restricted) -> Iterator[tuple[object, ...]]:
    for row in run.results.restatements:
        told = (
            f"{row['period_label']}: {row['old_exceptions']} of {row['old_tested']} as issued, "
            f"{row['new_exceptions']} of {row['new_tested']} now"
        )
        yield ("Figure of an issued report restated", row["control"], None, None, told)


def clauses_sheet(paper: Paper, sheet: Sheet, run: Restricted) -> Written:
    """Fill the sheet of clauses, each in exactly one state."""
    written = paper.table(sheet, _CLAUSES, _clause_rows(run))
    sheet.freeze_panes(1, 1)
    return written


def _clause_rows(run: Restricted) -> Iterator[tuple[object, ...]]:
    groups = run.context["clauses"].groups
    states = {line.clause: group.word for group in groups for line in group.lines}
    for row in sorted(run.results.clauses, key=lambda row: _order(row["clause"])):
        yield (
            row["clause"],
            row["section"],
            states[row["clause"]],
            row["quotation"],
            row["gist"],
            ", ".join(row["controls"] or ()),
            row["who"],
            row["force"],
            row["mark"],
            row["note"],
            row["reason"],
        )


def _order(clause: str) -> tuple[int, int, str]:
    section, _, sentence = number_of(clause).partition(".")
    return int(section or 0), int(sentence or 0), clause
