"""Findings in the parts an auditor expects, and what needs a person's judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import local_day, quoted_words
from ecrl_audit.documents.sections.answers import Answer, answers
from ecrl_audit.documents.sections.controls import ControlLine, severity_rank
from ecrl_audit.documents.sections.items import NO_KIND, ItemLine, Part, Reader, parts_of
from ecrl_audit.documents.sections.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.thresholds import ThresholdLine, Thresholds

MOST_ITEMS = 12
_MOST_BRIEF_ITEMS = 4
_LONGEST_BRIEF_ANSWERS = 900
_IN_FULL = ("critical",)
MOST_UNDECIDED_ITEMS = 5
_MOST_QUOTED_WORDS = 30
_SAME_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of the policy that a criterion rests on."""

    clause: str
    words: str
    gist: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One control with exceptions; every part of a finding has its place."""

    number: str
    line: ControlLine
    severity_word: str
    quotations: tuple[Quotation, ...]
    basis: tuple[str, ...]
    parts: tuple[Part, ...]
    days: tuple[date, ...]
    channels: tuple[Part, ...]
    thresholds: tuple[ThresholdLine, ...]
    items: tuple[ItemLine, ...]
    measured_unit: str
    with_measures: bool
    more: int
    answers: tuple[Answer, ...] = ()

    @property
    def first_on(self) -> date | None:
        """Return the first day with an exception."""
        return self.days[0] if self.days else None

    @property
    def last_on(self) -> date | None:
        """Return the last day with an exception."""
        return self.days[-1] if self.days else None

    @property
    def policy_words(self) -> tuple[str, ...]:
        """Return what the policy itself says where the thresholds stand."""
        return tuple(dict.fromkeys(one.policy_words for one in self.thresholds if one.policy_words))

    @property
    def severity(self) -> str:
        """Return the gravest severity among its exceptions."""
        return self.line.gravest

    @property
    def is_brief(self) -> bool:
        """Say whether the finding is printed small: every part, but fewer items.

        The small form never breaks over two pages, so it has no room for long answers.
        """
        said = sum(len(one.cause) + len(one.action) + len(one.terms) for one in self.answers)
        return self.severity not in _IN_FULL and said <= _LONGEST_BRIEF_ANSWERS

    @property
    def kinds(self) -> tuple[Part, ...]:
        """Return the kinds of exceptions, nothing where the control knows only one."""
        only_one = len(self.parts) == 1 and self.parts[0].words == NO_KIND
        return () if only_one else self.parts

    @property
    def causes(self) -> tuple[Answer, ...]:
        """Return the answers that state a cause."""
        return tuple(one for one in self.answers if one.cause)

    @property
    def replies(self) -> tuple[Answer, ...]:
        """Return the answers that agree or disagree."""
        return tuple(one for one in self.answers if one.word)

    @property
    def recommendation(self) -> str:
        """Return the number of its recommendation."""
        return self.number.replace("F", "R")


@dataclass(frozen=True, slots=True)
class Undecided:
    """One control with items that evidence alone cannot decide."""

    line: ControlLine
    parts: tuple[Part, ...]
    items: tuple[ItemLine, ...]
    more: int


def findings(
    reader: Reader,
    lines: Sequence[ControlLine],
    items: Mapping[str, list[Record]],
    thresholds: Thresholds,
) -> tuple[Finding, ...]:
    """Return a finding for each control with exceptions, the gravest first."""
    chosen = sorted((line for line in lines if line.counts.exception), key=gravest_first)
    return tuple(
        _finding(number, reader, line, items.get(line.control, []), thresholds)
        for number, line in enumerate(chosen, start=1)
    )


def gravest_first(line: ControlLine) -> tuple[int, int, str]:
    """Return the sorting key of findings: severity, then number of exceptions."""
    return severity_rank(line.gravest), -line.counts.exception, line.control


def _finding(
    number: int,
    reader: Reader,
    line: ControlLine,
    shown: list[Record],
    thresholds: Thresholds,
) -> Finding:
    used = thresholds.of(line.parameters)
    shown = shown if line.gravest in _IN_FULL else shown[:_MOST_BRIEF_ITEMS]
    return Finding(
        number=f"F-{number}",
        line=line,
        severity_word=label(reader.labels, "severity", line.gravest),
        quotations=_quotations(reader.results, line.clauses),
        basis=_basis(reader, line),
        parts=parts_of(reader.results, line.control, ("exception",)),
        days=tuple(_days(reader.results, line.control)),
        channels=_channels(reader.results, line.control),
        thresholds=used,
        items=tuple(reader.line(item) for item in shown),
        measured_unit=_common_unit(used),
        with_measures=any(item["measured"] is not None for item in shown),
        more=line.counts.exception - len(shown),
        answers=answers(reader, line.control),
    )


def _basis(reader: Reader, line: ControlLine) -> tuple[str, ...]:
    return tuple(f"{code}, {label(reader.labels, 'basis', code)}" for code in line.basis)


def _common_unit(used: Sequence[ThresholdLine]) -> str:
    """Return the unit of the measures, nothing where the thresholds have several."""
    units = {one.units for one in used}
    return units.pop() if len(units) == 1 else ""


def _quotations(results: Results, clauses: Sequence[str]) -> tuple[Quotation, ...]:
    """Return the words of each clause; parts of one sentence share one quotation."""
    known = {record["clause"]: record for record in results.clauses}
    found: dict[str, Quotation] = {}
    for clause in clauses:
        if clause in known:
            whole, gist = known[clause]["quotation"] or "", known[clause]["gist"] or ""
            start = " ".join(whole.split()[:_SAME_SENTENCE]) or clause
            one = found.get(start)
            words = one.words if one else quoted_words(whole, _MOST_QUOTED_WORDS)
            found[start] = Quotation(f"{one.clause}, {clause}" if one else clause, words, gist)
    return tuple(found.values())


def _channels(results: Results, control: str) -> tuple[Part, ...]:
    return tuple(
        Part(row["channel"], row["items"])
        for row in results.by_channel
        if row["control"] == control and row["outcome"] == "exception"
    )


def _days(results: Results, control: str) -> list[date]:
    zone = results.run["time_zone"]
    return sorted(
        local_day(row["hour"], zone)
        for row in results.moments
        if row["control"] == control and row["outcome"] == "exception"
    )


def undecided(
    reader: Reader, lines: Sequence[ControlLine], items: Mapping[str, list[Record]]
) -> tuple[Undecided, ...]:
    """Return the controls with items that need a person or more evidence."""
    outcomes = ("needs_review", "not_evidenced")
    found = []
    for line in lines:
        if line.counts.unable:
            shown = items.get(line.control, [])
            parts = parts_of(reader.results, line.control, outcomes)
            more = line.counts.unable - len(shown)
            found.append(Undecided(line, parts, tuple(map(reader.line, shown)), more))
    return tuple(found)
