"""Findings in the parts an auditor expects, and what needs a person's judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import local_day, quantity, quoted_words, short_day
from ecrl_audit.documents.results import Record, Results, evidence_places
from ecrl_audit.documents.sections.controls import ControlLine, severity_rank
from ecrl_audit.documents.sections.labels import Words, label, plain
from ecrl_audit.documents.sections.thresholds import ThresholdLine, Thresholds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ecrl_audit.documents.pseudonyms import Pseudonyms

MOST_ITEMS = 25
MOST_UNDECIDED_ITEMS = 5
_MOST_QUOTED_WORDS = 30
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of the policy that a criterion rests on."""

    clause: str
    words: str
    gist: str


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item, its people under pseudonyms."""

    key: str
    channel: str
    day: str
    what: str
    measured: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of exception and how often it occurred."""

    words: str
    items: int


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


@dataclass(frozen=True, slots=True)
class Reader:
    """What turning stored items into printed lines needs."""

    results: Results
    labels: Words
    names: Pseudonyms
    shapes: Mapping[str, tuple[str, ...]]
    sheets: Mapping[str, str]

    def line(self, item: Record) -> ItemLine:
        """Return an item as it is printed."""
        occurred = item["occurred_at"]
        zone = self.results.run["time_zone"]
        what = self.names.text(item["reason"] or "") or plain(item["subtype"])
        return ItemLine(
            key=self.names.item(item["item"], self.shape(item)),
            channel=item["channel"] or "–",
            day=short_day(local_day(occurred, zone)) if occurred else "–",
            what=what or label(self.labels, "outcome", item["outcome"]),
            measured=_measured(item),
            evidence=_places(evidence_places(self.results.sources, item["evidence"] or [])),
        )

    def shape(self, item: Record) -> tuple[str, ...]:
        """Return the kinds of the parts of an item's key."""
        if item["control"] in self.shapes:
            return self.shapes[item["control"]]
        sheet, slash, _ = item["item"].partition("/")
        return ("sheet", self.sheets[sheet]) if slash and sheet in self.sheets else ()


def _measured(item: Record) -> str:
    if item["measured"] is None:
        return "–"
    if item["threshold"] is None:
        return quantity(item["measured"])
    return f"{quantity(item['measured'])} / {quantity(item['threshold'])}"


def _places(places: Sequence[tuple[str, int]]) -> str:
    shown = [f"{file}#{row}" for file, row in places[:_MOST_PLACES]]
    left = len(places) - _MOST_PLACES
    return ", ".join(shown) + (f" and {left} more" if left > 0 else "") if shown else "–"


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


def _finding(  # noqa: PLR0913 - the parts of a finding come from as many places
    number: int,
    reader: Reader,
    line: ControlLine,
    record: Record,
    items: Mapping[str, list[Record]],
    thresholds: Thresholds,
    worst: Mapping[str, str],
) -> Finding:
    shown = items.get(line.control, [])
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
        parts=_parts(reader.results, line.control, ("exception",)),
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


def _parts(results: Results, control: str, outcomes: Sequence[str]) -> tuple[Part, ...]:
    return tuple(
        Part(plain(row["subtype"]) or "no further kind", row["items"])
        for row in results.subtypes
        if row["control"] == control and row["outcome"] in outcomes
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
            parts = _parts(reader.results, line.control, outcomes)
            more = line.counts.unable - len(shown)
            found.append(Undecided(line, parts, tuple(map(reader.line, shown)), more))
    return tuple(found)
