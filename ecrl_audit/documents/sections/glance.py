"""The page a director reads first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ecrl_audit.documents.results import SEVERITIES, Record, Results
from ecrl_audit.documents.sections.controls import ControlLine, Counts, total
from ecrl_audit.documents.sections.labels import Words, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.sections.findings import Finding

MOST_URGENT = 5
MOST_DEADLINES = 3


@dataclass(frozen=True, slots=True)
class SeverityLine:
    """Exceptions of one severity, and how many there were in the run before."""

    code: str
    word: str
    meaning: str
    exceptions: int
    findings: int
    before: int | None


@dataclass(frozen=True, slots=True)
class Glance:
    """Sums over all controls of the run."""

    controls: int
    counts: Counts
    with_exceptions: int
    by_conclusion: tuple[tuple[str, str, str, int], ...]
    severities: tuple[SeverityLine, ...]
    waived: int
    urgent: tuple[Finding, ...]
    deadlines: tuple[Record, ...]


def glance(
    results: Results, lines: Sequence[ControlLine], found: Sequence[Finding], labels: Words
) -> Glance:
    """Return the summary; exceptions by severity add up to the exceptions of the controls."""
    return Glance(
        controls=len(lines),
        counts=total(line.counts for line in lines),
        with_exceptions=sum(1 for line in lines if line.counts.exception),
        by_conclusion=tuple(
            (code, word, labels["conclusion_meaning"][code], _concluding(lines, code))
            for code, word in labels["conclusion"].items()
        ),
        severities=severity_lines(results, found, labels),
        waived=sum(line.waived for line in lines),
        urgent=tuple(found[:MOST_URGENT]),
        deadlines=tuple(map(_deadline, results.figure("open_deadlines")[:MOST_DEADLINES])),
    )


def _deadline(row: Record) -> Record:
    return {**row, "due_on": date.fromisoformat(row["due_on"])}


def _concluding(lines: Sequence[ControlLine], code: str) -> int:
    return sum(1 for line in lines if line.conclusion == code)


def severity_lines(
    results: Results, found: Sequence[Finding], labels: Words
) -> tuple[SeverityLine, ...]:
    """Return one line per severity with exceptions now or before, the gravest first."""
    now, before = _summed(results.severities), _summed(results.previous_severities)
    return tuple(
        SeverityLine(
            code=code,
            word=label(labels, "severity", code),
            meaning=label(labels, "severity_meaning", code),
            exceptions=now.get(code, 0),
            findings=sum(1 for one in found if one.severity == code),
            before=before.get(code, 0) if results.previous else None,
        )
        for code in SEVERITIES
        if code != "info" or now.get(code) or before.get(code)
    )


def _summed(rows: Sequence[Record]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for row in rows:
        sums[row["severity"]] = sums.get(row["severity"], 0) + row["items"]
    return sums
