"""What the board sees: public, two pages, no person, no post, no weak account.

Nothing of a single item reaches this context: no key, no channel, no reason, no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.phrases import count, quoted_words, title_of
from ecrl_audit.documents.sections.answers import public_terms
from ecrl_audit.documents.sections.axis import time_axis
from ecrl_audit.documents.sections.clauses import Clauses, clause_lines
from ecrl_audit.documents.sections.controls import ControlLine, Counts, control_lines, total
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
class Number:
    """One of the eight numbers: what, how many, of how many."""

    value: str
    of: str
    what: str
    note: str


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
    decisions: tuple[str, ...]
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


def eight_numbers(
    results: Results, lines: Sequence[ControlLine], clauses: Clauses
) -> tuple[Number, ...]:
    """Return the eight numbers of the first page, each with what it is counted from."""
    known = {line.control: line for line in lines}
    removals, blocks = known.get("RM-01"), known.get("BL-01")
    among_removals = f"{_exceptions(lines, 'RM-')} in tests of removals"
    cases, windows = known.get("DM-06"), known.get("DM-16")
    reports, statement = known.get("MO-03"), _statement(results)
    access = _sum(lines, "AU-").exception
    unable = total(line.counts for line in lines).unable
    return (
        _number(removals, "removals looked at", among_removals),
        _number(blocks, "blocks recorded", f"{_exceptions(lines, 'BL-')} in tests of blocks"),
        _number(cases, "copyright complaints", _missed(windows)),
        Number(count(access), "", "access exceptions", "details under not-public classification"),
        _rate(reports, "user reports outside the threshold †"),
        Number(count(statement[0]), f"of {count(statement[1])}",
               "accounts with the statement posted", "at the last check of each"),
        Number(count(clauses.tested), f"of {count(clauses.numbered)}",
               "clauses tested", "in full or in part"),
        Number(count(unable), "", "items unable to determine", "evidence missing, or a judgement"),
    )  # fmt: skip


def _sum(lines: Sequence[ControlLine], family: str) -> Counts:
    return total(line.counts for line in lines if line.control.startswith(family))


def _exceptions(lines: Sequence[ControlLine], family: str) -> str:
    found = _sum(lines, family).exception
    return f"{count(found)} exception{'' if found == 1 else 's'}"


def _number(line: ControlLine | None, what: str, note: str) -> Number:
    if line is None or line.conclusion == "not_tested":
        return Number("–", "", what, "not tested")
    return Number(count(line.counts.population), "", what, note)


def _missed(windows: ControlLine | None) -> str:
    if windows is None or not windows.counts.tested:
        return "no put-back window to keep"
    return f"{windows.counts.exception} of {windows.counts.tested} put-back windows missed"


def _rate(line: ControlLine | None, what: str) -> Number:
    if line is None or line.conclusion == "not_tested":
        return Number("–", "", what.rstrip(" †"), "not tested")
    shown = what if line.proposed else what.rstrip(" †")
    counts = line.counts
    return Number(count(counts.exception), f"of {count(counts.tested)}", shown, "clause 4.19")


def _statement(results: Results) -> tuple[int, int]:
    """Return on how many channels the last check found the statement, and of how many."""
    last = {
        row["channel"]: row["outcome"]
        for row in sorted(results.last_statement, key=lambda row: row["channel"])
    }
    tested = [
        outcome for outcome in last.values() if outcome in ("pass", "observation", "exception")
    ]
    return sum(1 for outcome in tested if outcome != "exception"), len(tested)


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
            rate=line.counts.rate,
            criterion=_cut(line.criterion, labels, longest),
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
    return title_of(without_titles(text or "", labels), longest)


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
) -> tuple[str, ...]:
    proposed = {one.code for one in settings.lines if one.proposed}
    asked = {"policy", *proposed}
    known = {line.control: line.conclusion for line in lines}
    if known.get("RC-01") != "no_exceptions_noted":
        asked.add("retention")
    return tuple(words for key, words in labels["decision"].items() if key in asked)


def _untested(clauses: Clauses) -> tuple[tuple[str, int, str], ...]:
    return tuple(
        (group.word, len(group.lines), ", ".join(line.clause for line in group.lines))
        for group in clauses.groups
        if group.state in _UNTESTED_STATES and group.lines
    )
