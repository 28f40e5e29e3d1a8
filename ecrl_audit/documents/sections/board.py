"""What the board sees: public, two pages, no person, no post, no weak account.

Nothing of a single item reaches this context: no key, no channel, no reason, no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.phrases import quoted_words, sentence_part, whole_sentences
from ecrl_audit.documents.sections.answers import public_terms
from ecrl_audit.documents.sections.axis import time_axis
from ecrl_audit.documents.sections.board_numbers import Number, eight_numbers
from ecrl_audit.documents.sections.clauses import Clauses, clause_lines
from ecrl_audit.documents.sections.controls import ControlLine, control_lines, total
from ecrl_audit.documents.sections.director import frame
from ecrl_audit.documents.sections.findings import gravest_first
from ecrl_audit.documents.sections.glance import severity_lines
from ecrl_audit.documents.sections.labels import Words, label, words
from ecrl_audit.documents.sections.scope import scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.room import Room
    from ecrl_audit.documents.sections.thresholds import Thresholds

CLASSIFICATION = "Public"
WITHHELD_FAMILY = "AU-"
_MOST_QUOTED_WORDS = 10
_DECIDED = frozenset({"pass", "observation", "exception"})
_UNTESTED_STATES = ("no_evidence", "by_design", "no_instances", "attested")


@dataclass(frozen=True, slots=True)
class PublicFinding:
    """A finding without a person, an account or a day."""

    severity: str
    severity_word: str
    title: str
    dagger: bool
    rate: str
    criterion: str
    clause: str
    effect: str
    action: str
    due: str


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the packet can print; a `Room` says how much of it is."""

    numbers: tuple[Number, ...]
    findings: tuple[PublicFinding, ...]
    decisions: tuple[tuple[str, str], ...]
    clauses: Clauses


def board_context(results: Results, room: Room, pages: Sequence[str]) -> dict[str, Any]:
    """Return the one context of the board packet, for the pages named."""
    labels = words("labels")
    axis = time_axis(results.run["first_on"], results.run["last_on"])
    lines = control_lines(results, labels, axis)
    common = frame(results, labels)
    clauses = clause_lines(results, lines, labels)
    board = Board(
        numbers=eight_numbers(results, lines, clauses),
        findings=_findings(results, lines, labels, room.words),
        decisions=_decisions(common["thresholds"], lines, labels),
        clauses=clauses,
    )
    return {
        **common,
        **_sums(lines),
        "classification": CLASSIFICATION,
        "board": board,
        "room": room,
        "pages": tuple(pages),
        "severities": severity_lines(results, (), labels),
        "untested": _untested(clauses),
        "scope": scope(results, labels),
        "files": sum(1 for row in results.sources if row["status"] == "loaded"),
        "next_first": results.run["last_on"] + timedelta(days=1),
    }


def _sums(lines: Sequence[ControlLine]) -> dict[str, Any]:
    return {
        "controls": len(lines),
        "with_exceptions": sum(1 for line in lines if line.counts.exception),
        "counts": total(line.counts for line in lines),
        "access_exceptions": total(line.counts for line in lines if withheld(line)).exception,
        "limited": sum(1 for line in lines if line.conclusion == "limited"),
        "not_tested_controls": sum(1 for line in lines if line.conclusion == "not_tested"),
    }


def _findings(
    results: Results, lines: Sequence[ControlLine], labels: Words, longest: int
) -> tuple[PublicFinding, ...]:
    clauses = {row["clause"]: row for row in results.clauses}
    chosen = [one for one in lines if one.counts.exception and not withheld(one)]
    return tuple(
        PublicFinding(
            severity=line.gravest,
            severity_word=label(labels, "severity", line.gravest),
            title=without_titles(line.title, labels),
            dagger=line.proposed,
            rate=line.counts.rate_of_items,
            criterion=whole_sentences(without_titles(line.criterion, labels), longest),
            clause=_clause(line, clauses),
            effect=_cut(line.effect, labels, longest),
            action=_cut(line.remedy, labels, longest),
            due=public_terms(results, line.control),
        )
        for line in sorted(chosen, key=gravest_first)
    )


def withheld(line: ControlLine) -> bool:
    """Say whether a control would show which accounts are weakly secured."""
    return line.control.startswith(WITHHELD_FAMILY)


def without_titles(text: str, labels: Words) -> str:
    """Replace the four position titles: with four holders, a title names a person."""
    kept = labels["titles_kept_from_the_public"]
    pattern = "|".join(re.escape(title) for title in kept["titles"])
    return re.sub(rf"\b(the |an? )?({pattern})\b", kept["replacement"], text, flags=re.IGNORECASE)


def _cut(text: str | None, labels: Words, longest: int) -> str:
    return sentence_part(without_titles(text or "", labels), longest)


def _clause(line: ControlLine, clauses: dict[str, Record]) -> str:
    """Return the first clause with its own words if they are few, else with their gist."""
    for clause in line.clauses:
        if clause in clauses:
            quotation = clauses[clause]["quotation"] or ""
            short = quoted_words(quotation, _MOST_QUOTED_WORDS)
            if quotation and short == " ".join(quotation.split()):
                return f"{clause}, “{short}”"
            return clause
    return ""


def _decisions(
    settings: Thresholds, lines: Sequence[ControlLine], labels: Words
) -> tuple[tuple[str, str], ...]:
    """Return what the board is asked, each with the values proposed for it."""
    proposed: dict[str, list[str]] = {}
    for one in settings.lines:
        if one.proposed:
            value = [f"{one.value} {one.unit}"] if one.unit else []
            proposed.setdefault(one.code, []).extend(value)
    asked = {"policy", *proposed}
    known = {line.control: line.conclusion for line in lines}
    if known.get("RC-01") != "no_exceptions_noted":
        asked.add("retention")
    return tuple(
        (words, ", ".join(proposed.get(key, ())))
        for key, words in labels["decision"].items()
        if key in asked
    )


def _untested(clauses: Clauses) -> tuple[tuple[str, int, str], ...]:
    return tuple(
        (group.word, len(group.lines), ", ".join(line.clause for line in group.lines))
        for group in clauses.groups
        if group.state in _UNTESTED_STATES and group.lines
    )
