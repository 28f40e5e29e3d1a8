"""The articles of the page: a control with its items, each item with an address of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents import results as stored
from ecrl_audit.documents.sections.items import parts_of
from ecrl_audit.documents.sections.labels import label, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecrl_audit.documents.restricted import Restricted
    from ecrl_audit.documents.results import Record
    from ecrl_audit.documents.sections.controls import ControlLine
    from ecrl_audit.documents.sections.findings import Finding
    from ecrl_audit.documents.sections.items import ItemLine, Part

OTHERS = ("observation", "needs_review", "not_evidenced", "pending")
MOST_EXCEPTIONS = 100
MOST_OTHERS = 40
_UNFIT = re.compile(r"[^A-Za-z0-9._:/@+-]+")


@dataclass(frozen=True, slots=True)
class PageItem:
    """One item as a row of the page."""

    anchor: str
    line: ItemLine
    outcome: str
    outcome_word: str
    severity: str
    severity_word: str
    kind: str
    waived: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One control with the items that the page lists; `finding` only where it has exceptions."""

    line: ControlLine
    finding: Finding | None
    parts: tuple[Part, ...]
    items: tuple[PageItem, ...]
    shown: int
    total: int

    @property
    def with_measures(self) -> bool:
        """Say whether some item was measured."""
        return any(item.line.measured != "–" for item in self.items)


def articles(run: Restricted) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Return the findings, gravest first, and the controls with other items to look at."""
    run_id = run.results.run["run_id"]
    exceptions = stored.items(run.connection, run_id, ("exception",), MOST_EXCEPTIONS)
    others = stored.items(run.connection, run_id, OTHERS, MOST_OTHERS)
    listed = {
        control: [*exceptions.get(control, []), *others.get(control, [])]
        for control in (*exceptions, *others)
    }
    found = run.context["findings"]
    numbered = {finding.line.control for finding in found}
    lines = [line for family in run.context["families"] for line in family.controls]
    return (
        tuple(_article(run, one.line, one, listed) for one in found),
        tuple(
            _article(run, line, None, listed)
            for line in lines
            if line.control in listed and line.control not in numbered
        ),
    )


def _article(
    run: Restricted,
    line: ControlLine,
    finding: Finding | None,
    listed: Mapping[str, Sequence[Record]],
) -> Article:
    counts = line.counts
    rows = listed.get(line.control, ())
    return Article(
        line=line,
        finding=finding,
        parts=parts_of(run.results, line.control, OTHERS),
        items=_items(run, line.control, rows),
        shown=len(rows),
        total=counts.exception + counts.observation + counts.unable + counts.pending,
    )


def _items(run: Restricted, control: str, rows: Sequence[Record]) -> tuple[PageItem, ...]:
    taken: dict[str, int] = {}
    labels, found = run.reader.labels, []
    for row in rows:
        line = run.reader.line(row)
        found.append(
            PageItem(
                anchor=anchor(control, line.key, taken),
                line=line,
                outcome=row["outcome"],
                outcome_word=label(labels, "outcome", row["outcome"]),
                severity=row["severity"],
                severity_word=label(labels, "severity", row["severity"]),
                kind=plain(row["subtype"]),
                waived=bool(row["waived"]),
            )
        )
    return tuple(found)


def anchor(control: str, key: str, taken: dict[str, int]) -> str:
    """Return the address of an item within the page, never the same one twice."""
    address = f"{control}--{_UNFIT.sub('_', key)}"
    taken[address] = taken.get(address, 0) + 1
    return address if taken[address] == 1 else f"{address}~{taken[address]}"
