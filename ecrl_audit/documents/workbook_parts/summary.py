"""The first sheet: what the run is, its sums, its thresholds, and what the other sheets hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.workbook_parts.items import local_moment, utc_text
from ecrl_audit.documents.workbook_parts.paper import TEXT, WRAPPED, State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecrl_audit.documents.restricted import Restricted
    from ecrl_audit.documents.workbook_parts.paper import Paper, Sheet, Written

_WIDTHS = (30, 44, 14, 14, 14, 14, 14, 14, 14, 24)
_HOLDS = {
    "Controls": "One row per control: its outcomes, conclusion and criterion",
    "Findings": "One row per item that did not pass, with a disposition and a note to fill in",
    "Populations": "One row per item of every control, passes included",
    "Evidence index": "One row per file: what became of its records, and its digest",
    "Data quality": "What was set aside, what no source covers, what an export cannot show",
    "Clauses": "Every clause of the policy and whether a test reached it",
}
_READ = (
    "Users of the library appear under keyed pseudonyms, staff as Staff-A, as in the director’s "
    "report. Evidence file and row lead to the record itself. Moments stand twice: as a date of "
    "the library’s own clock, and as text in UTC."
)


@dataclass(slots=True)
class _Pen:
    """Writes block below block, row by row."""

    paper: Paper
    sheet: Sheet
    row: int = 0

    def line(self, *values: object, form: str = TEXT) -> None:
        """Write one row; the first cell is its label."""
        for place, value in enumerate(values):
            kind = "label" if place == 0 and form == TEXT else form
            self.paper.cell(self.sheet, (self.row, place), value, kind)
        self.row += 1

    def wide(self, text: str, form: str = WRAPPED, height: float | None = None) -> None:
        """Write a sentence over the first columns."""
        if height is not None:
            self.sheet.set_row(self.row, height)
        shown = self.paper.guard.printable(text)
        formats = self.paper.formats
        self.sheet.merge_range(self.row, 0, self.row, 4, "", formats[form])
        self.paper.text(self.sheet, (self.row, 0), shown, form)
        self.row += 1

    def block(self, title: str, *heads: str) -> None:
        """Begin a block with its title and its column heads."""
        self.row += 1
        self.line(title, form="block")
        if heads:
            self.line(*heads, form="head")


def summary_sheet(
    paper: Paper,
    sheet: Sheet,
    run: Restricted,
    written: Mapping[str, Written],
) -> None:
    """Fill the first sheet, once the others are written and counted."""
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    pen = _Pen(paper, sheet)
    _head(pen, run.context)
    _facts(pen, run)
    _sheets(pen, written)
    _sums(pen, run.context)
    _families(pen, run.context["families"])
    _thresholds(pen, run.context["thresholds"].lines)


def _head(pen: _Pen, context: Mapping[str, Any]) -> None:
    pen.wide("Social media policy: the auditor’s workbook", "title", 26)
    pen.wide(context["classification"], "marking")
    if context["run"]["is_sample"]:
        pen.wide("Sample. Invented data.", "marking")
    pen.wide(context["assurance"], WRAPPED, 42)
    pen.wide(_READ, WRAPPED, 42)


def _facts(pen: _Pen, run: Restricted) -> None:
    stored, context = run.results.run, run.context
    zone = stored["time_zone"]
    pen.block("The run")
    pen.line("Library", stored["library_name"])
    pen.line("Engagement", context["engagement"])
    pen.line("", context["engagement_meaning"])
    pen.line("First day of the period", stored["first_on"])
    pen.line("Last day of the period", stored["last_on"])
    for words, at in (("Evidence cut-off", "as_of_at"), ("Issued", "issued_at")):
        pen.line(f"{words} ({zone})", local_moment(stored[at], zone))
        pen.line(f"{words} (UTC)", utc_text(stored[at]))
    pen.line("Policy", context["policy_words"])
    pen.line("Run", stored["run_id"])
    pen.line("Program", f"ecrl-audit {stored['tool_version']}")
    pen.line("Digest of the results", stored["content_digest"])


def _sheets(pen: _Pen, written: Mapping[str, Written]) -> None:
    pen.block("Sheets of this workbook", "Sheet", "What it holds", "Rows", "Left out")
    for name, count in written.items():
        pen.line(name, _HOLDS[name], count.rows, count.left_out)


def _sums(pen: _Pen, context: Mapping[str, Any]) -> None:
    glance = context["glance"]
    pen.block("Exceptions by severity", "Severity", "Meaning", "Findings", "Exceptions")
    for one in glance.severities:
        pen.line(State(one.code, one.word), one.meaning, one.findings, one.exceptions)
    pen.line("All", None, len(context["findings"]), glance.counts.exception)
    pen.block("Controls by conclusion", "Conclusion", "Meaning", "Controls")
    for code, word, meaning, number in glance.by_conclusion:
        pen.line(State(code, word), meaning, number)
    pen.line("All", None, glance.controls)


def _families(pen: _Pen, families: Sequence[Any]) -> None:
    pen.block("Families of controls", "Family", "Gravest result", "Controls", "With exceptions",
              "Items", "Exceptions", "Observations", "Undecided", "Pending")  # fmt: skip
    for family in families:
        counts = family.counts
        pen.line(
            family.name,
            State(family.conclusion, family.conclusion_word),
            len(family.controls),
            family.with_exceptions,
            counts.population,
            counts.exception,
            counts.observation,
            counts.unable,
            counts.pending,
        )


def _thresholds(pen: _Pen, lines: Sequence[Any]) -> None:
    pen.block("Thresholds", "Setting", "Status", "Value", "Unit", "Code", "Clause", "Set by",
              "Changed", "", "The policy says")  # fmt: skip
    for one in lines:
        pen.line(
            one.name,
            one.status,
            one.value,
            one.unit,
            one.code,
            one.clause,
            one.set_by,
            "yes" if one.changed else "",
            None,
            one.policy_words,
        )
