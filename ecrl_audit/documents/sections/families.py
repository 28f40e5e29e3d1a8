"""Results by family: the sum of the controls that ask one kind of question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts.strips import EXCEPTION, NOTHING, TESTED
from ecrl_audit.documents.sections.controls import ControlLine, Counts, total
from ecrl_audit.documents.sections.labels import FAMILIES, Words, label

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORST_FIRST = (
    "exceptions_noted", "error", "limited", "no_exceptions_noted",
    "no_instances", "not_tested", "not_applicable",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One family: the sum of its controls."""

    code: str
    name: str
    short: str
    controls: tuple[ControlLine, ...]
    counts: Counts
    conclusion: str
    conclusion_word: str
    states: tuple[str, ...]

    @property
    def with_exceptions(self) -> int:
        """Return the number of its controls that have exceptions."""
        return sum(1 for line in self.controls if line.counts.exception)


def family_lines(
    lines: Sequence[ControlLine], labels: Words, states: dict[str, tuple[str, ...]], columns: int
) -> tuple[FamilyLine, ...]:
    """Return the families that have controls, in the order of the catalogue."""
    codes = [code for code in FAMILIES if any(line.family == code for line in lines)]
    codes += sorted({line.family for line in lines} - set(codes))
    return tuple(
        _family(code, [line for line in lines if line.family == code], labels, states, columns)
        for code in codes
    )


def _family(
    code: str,
    lines: list[ControlLine],
    labels: Words,
    states: dict[str, tuple[str, ...]],
    columns: int,
) -> FamilyLine:
    conclusion = min((line.conclusion for line in lines), key=_WORST_FIRST.index)
    return FamilyLine(
        code=code,
        name=label(labels, "family", code),
        short=label(labels, "family_short", code),
        controls=tuple(lines),
        counts=total(line.counts for line in lines),
        conclusion=conclusion,
        conclusion_word=label(labels, "conclusion", conclusion),
        states=_joined([states.get(line.control, ()) for line in lines], columns),
    )


def _joined(rows: Sequence[Sequence[str]], columns: int) -> tuple[str, ...]:
    """Return the gravest state of each column."""
    order = (EXCEPTION, TESTED, NOTHING)
    return tuple(
        min((row[column] for row in rows if row), key=order.index, default=NOTHING)
        for column in range(columns)
    )
