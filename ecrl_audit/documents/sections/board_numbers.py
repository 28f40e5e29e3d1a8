"""The eight numbers on the first page of the board packet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import count
from ecrl_audit.documents.sections.controls import ControlLine, Counts, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.results import Results
    from ecrl_audit.documents.sections.clauses import Clauses


@dataclass(frozen=True, slots=True)
class Number:
    """One of the eight numbers: what, how many, of how many."""

    value: str
    of: str
    what: str
    note: str


def eight_numbers(
    results: Results, lines: Sequence[ControlLine], clauses: Clauses
) -> tuple[Number, ...]:
    """Return the eight numbers of the first page, each with what it is counted from."""
    known = {line.control: line for line in lines}
    removals, blocks = known.get("RM-01"), known.get("BL-01")
    among_removals = f"{_exceptions(lines, 'RM-')} in tests of removals"
    cases, windows = known.get("DM-06"), known.get("DM-16")
    reports = known.get("MO-03")
    access = _sum(lines, "AU-").exception
    unable = total(line.counts for line in lines).unable
    return (
        _number(removals, "removals looked at", among_removals),
        _number(blocks, "blocks recorded", f"{_exceptions(lines, 'BL-')} in tests of blocks"),
        _number(cases, "copyright complaints", _missed(windows)),
        Number(count(access), "", "access exceptions", "details under not-public classification"),
        _rate(reports, "user reports outside the threshold †"),
        _posted(*_statement(results)),
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


def _posted(found: int, checked: int) -> Number:
    what = "accounts with the statement posted"
    if not checked:
        return Number("–", "", what, "not tested")
    return Number(count(found), f"of {count(checked)}", what, "at the last check of each")


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
