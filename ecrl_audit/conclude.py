"""Counts of outcomes into the conclusion of a control, and the sentence that says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.database import scalar
from ecrl_audit.judge import applies, is_tested
from ecrl_audit.model import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.database import Connection
    from ecrl_audit.judge import Judged
    from ecrl_audit.model import Control


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items had each outcome, in the order of OUTCOMES, and how many were waived."""

    counts: tuple[int, ...]
    waived: int

    @property
    def population(self) -> int:
        """Return the number of items: always the sum of the seven outcomes."""
        return sum(self.counts)

    def of(self, outcome: str) -> int:
        """Return the number of items with one outcome."""
        return self.counts[OUTCOMES.index(outcome)]

    @property
    def exceptions(self) -> int:
        """Return the number of exceptions, waived ones included."""
        return self.of("exception")

    @property
    def tested(self) -> int:
        """Return the denominator of the exception rate: pass, observation and exception."""
        return self.of("pass") + self.of("observation") + self.of("exception")


def tally(rows: Sequence[tuple[object, ...]]) -> Tally:
    """Count judged rows: the outcome is their second cell, the waived mark their last."""
    outcomes = [row[1] for row in rows]
    return Tally(tuple(outcomes.count(o) for o in OUTCOMES), sum(1 for row in rows if row[-1]))


def conclude(
    connection: Connection,
    control: Control,
    judged: Judged,
    counted: Tally,
    coverage: tuple[int, int],
) -> tuple[str, str]:
    """Return the conclusion of a control and the reason for it.

    A proven exception stands whatever else is missing; nothing to examine is never a pass.
    """
    if not applies(connection, control):
        return "not_applicable", control.not_applicable
    why_not = untested(connection, control)
    if why_not:
        return "not_tested", why_not
    if judged.error:
        return "error", judged.error
    if counted.exceptions:
        met = f"{counted.exceptions} of {counted.tested} items did not meet the criterion"
        return "exceptions_noted", met
    if coverage[0] < coverage[1]:
        days = f"{coverage[0]} of {coverage[1]} channel-days of the period"
        return "limited", f"{days} are covered by the records needed"
    conclusion, reason = _without_exceptions(connection, counted)
    absent = unheard(connection, control)
    if absent:
        return "limited", f"{reason}; not supplied: {', '.join(absent)}"
    return conclusion, reason


def untested(connection: Connection, control: Control) -> str:
    """Return why a control cannot be tested on what was supplied; blank when it can."""
    missing = _not_supplied(connection, control.needs)
    if missing:
        return f"not supplied: {', '.join(missing)}"
    return "" if is_tested(connection, control) else control.not_tested


def unheard(connection: Connection, control: Control) -> tuple[str, ...]:
    """Return the sheets that could speak against an item of a control and were not supplied.

    A sheet with a header and no rows was supplied: it says that nothing happened.
    """
    return tuple(_not_supplied(connection, control.witnesses)) if control.witnesses else ()


def _without_exceptions(connection: Connection, counted: Tally) -> tuple[str, str]:
    unable = counted.of("not_evidenced") + counted.of("needs_review")
    ceiling = scalar(connection, "select not_evidenced_ceiling from parameter")
    if unable * 100 > ceiling * (unable + counted.tested):
        return "limited", f"{unable} of {unable + counted.tested} items could not be determined"
    if counted.tested:
        return (
            "no_exceptions_noted",
            f"no exceptions were noted in the {counted.tested} items tested",
        )
    if counted.of("pending"):
        return "limited", f"{counted.of('pending')} items are pending at the cut-off"
    return "no_instances", "no instances were recorded in the sources supplied"


def _not_supplied(connection: Connection, sheets: Sequence[str]) -> list[str]:
    supplied = {row[0] for row in connection.execute("select sheet from supplied").fetchall()}
    return [name for name in sheets if name not in supplied]
