"""Findings in the parts an auditor expects, and what needs a person's judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import local_day, quoted_words
from ecrl_audit.documents.sections.items import ItemLine, Part, Reader, parts_of
from ecrl_audit.documents.sections.controls import ControlLine, severity_rank
from ecrl_audit.documents.sections.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.thresholds import ThresholdLine, Thresholds

MOST_ITEMS = 25
MOST_UNDECIDED_ITEMS = 5
_MOST_QUOTED_WORDS = 30


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
    recommendation: str
    line: ControlLine
    severity: str
    severity_word: str
    quotations: tuple[Quotation, ...]
    basis: tuple[str, ...]
    criterion: str
    parts: tuple[Part, ...]
    first_on: date | None
    last_on: date | None
    channels: tuple[Part, ...]
    effect: str
    remedy: str
    thresholds: tuple[ThresholdLine, ...]
    items: tuple[ItemLine, ...]
    measured_unit: str
    with_measures: bool
    more: int


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
    worst = _worst_severities(reader.results)
    chosen = [line for line in lines if line.counts.exception]
    chosen.sort(
        key=lambda line: (
            severity_rank(worst.get(line.control, line.severity)),
            -line.counts.exception,
            line.control,
        )
    )
    stored = {record["control"]: record for record in reader.results.controls}
    return tuple(
        _finding(number, reader, line, stored[line.control], items, thresholds, worst)
        for number, line in enumerate(chosen, start=1)
    )


def _worst_severities(results: Results) -> dict[str, str]:
    worst: dict[str, str] = {}
    for row in results.severities:
        known = worst.get(row["control"])
        if known is None or severity_rank(row["severity"]) < severity_rank(known):
            worst[row["control"]] = row["severity"]
    return worst


def _finding(
    number: int, reader: Reader, line: ControlLine, shown: list[Record], source: _Source
) -> Finding:
    record = source.record
    days = _days(reader.results, line.control)
    severity = worst.get(line.control, line.severity)
    used = thresholds.of(record["parameters"] or ())
    return Finding(
        number=f"F-{number}",
        recommendation=f"R-{number}",
        line=line,
        severity=severity,
        severity_word=label(reader.labels, "severity", severity),
        quotations=_quotations(reader.results, line.clauses),
        basis=tuple(f"{code}, {label(reader.labels, 'basis', code)}" for code in line.basis),
        criterion=record["criterion"],
        parts=parts_of(reader.results, line.control, ("exception",)),
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
        channels=_channels(reader.results, line.control),
        effect=record["effect"],
        remedy=record["remedy"],
        thresholds=used,
        items=tuple(reader.line(item) for item in shown),
        measured_unit=used[0].unit if used else "",
        with_measures=any(item["measured"] is not None for item in shown),
        more=line.counts.exception - len(shown),
    )


def _quotations(results: Results, clauses: Sequence[str]) -> tuple[Quotation, ...]:
    known = {record["clause"]: record for record in results.clauses}
    return tuple(
        Quotation(
            clause,
            quoted_words(known[clause]["quotation"] or "", _MOST_QUOTED_WORDS),
            known[clause]["gist"] or "",
        )
        for clause in clauses
        if clause in known
    )


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
