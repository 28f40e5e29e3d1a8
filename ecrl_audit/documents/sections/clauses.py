"""Every clause of the policy in exactly one state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.sections.labels import Words, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.controls import ControlLine

STATES = ("full", "part", "attested", "no_evidence", "by_design", "no_instances")
TESTED_STATES = frozenset({"full", "part"})
_TESTED = frozenset({"exceptions_noted", "no_exceptions_noted"})
_NOTHING_THERE = frozenset({"no_instances", "not_applicable"})


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause and what was done about it."""

    clause: str
    gist: str
    state: str
    controls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """The clauses of one state."""

    state: str
    word: str
    meaning: str
    lines: tuple[ClauseLine, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """All clauses by state."""

    groups: tuple[ClauseGroup, ...]

    @property
    def total(self) -> int:
        """Return the number of clause parts listed."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def untested_parts(self) -> int:
        """Return the number of clause parts that no test reached."""
        return sum(len(group.lines) for group in self.groups if group.state not in TESTED_STATES)

    @property
    def numbered(self) -> int:
        """Return the number of clauses, parts of one sentence counted once."""
        return len({number_of(line.clause) for group in self.groups for line in group.lines})

    @property
    def tested(self) -> int:
        """Return how many numbered clauses were tested in full or in part."""
        return len(
            {
                number_of(line.clause)
                for group in self.groups
                if group.state in TESTED_STATES
                for line in group.lines
            }
        )

    @property
    def untested(self) -> int:
        """Return how many numbered clauses no test reached."""
        return self.numbered - self.tested


def number_of(clause: str) -> str:
    """Return the number of the sentence a part belongs to: 4.17 for 4.17a."""
    return clause.rstrip("abcdefghijklmnopqrstuvwxyz")


def clause_lines(results: Results, lines: Sequence[ControlLine], labels: Words) -> Clauses:
    """Put every clause into exactly one state, in the order of the policy."""
    conclusions = {line.control: line.conclusion for line in lines}
    attested = {row["clause"] for row in results.figure("attestations")}
    found = [
        ClauseLine(
            row["clause"],
            row["gist"] or "",
            state_of(row, _related(row["controls"] or (), conclusions), attested),
            tuple(row["controls"] or ()),
        )
        for row in sorted(results.clauses, key=lambda row: _order(row["clause"]))
    ]
    return Clauses(
        tuple(
            ClauseGroup(
                state,
                label(labels, "clause_state", state),
                label(labels, "clause_state_meaning", state),
                tuple(line for line in found if line.state == state),
            )
            for state in STATES
        )
    )


def _related(names: Iterable[str], conclusions: dict[str, str]) -> list[str | None]:
    """Return the conclusions behind a clause; a bare family name stands for all its controls."""
    found: list[str | None] = []
    for name in names:
        if "-" in name:
            found.append(conclusions.get(name))
        else:
            found += [c for control, c in conclusions.items() if control.startswith(f"{name}-")]
    return found


def state_of(clause: Record, conclusions: Sequence[str | None], attested: set[str]) -> str:
    """Return the state of one clause.

    `conclusions` holds None for a control that did not run.
    """
    if clause["mark"] == "X":
        return "by_design"
    if clause["mark"] == "A":
        return "attested" if clause["clause"] in attested else "no_evidence"
    if any(one in _TESTED for one in conclusions):
        whole = clause["mark"] == "M" and all(
            one in _TESTED | _NOTHING_THERE for one in conclusions
        )
        return "full" if whole else "part"
    if any(one == "limited" for one in conclusions):
        return "part"
    if conclusions and all(one in _NOTHING_THERE for one in conclusions):
        return "no_instances"
    return "attested" if clause["clause"] in attested else "no_evidence"


def _order(clause: str) -> tuple[int, int, str]:
    number = number_of(clause)
    section, _, sentence = number.partition(".")
    return int(section or 0), int(sentence or 0), clause[len(number) :]
