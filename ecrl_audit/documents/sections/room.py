"""How much of each list the board packet prints, so that it keeps its two pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each list is printed, so that each page keeps its place."""

    decisions: int
    findings: int
    observations: int
    words: int
    clauses: bool


FIRST_PAGE, SECOND_PAGE = "first", "second"
_DECISIONS = (10, 8, 6, 5, 4, 3, 2, 1, 0)
_SECOND = (
    (5, 4, 260, True),
    (5, 4, 200, True),
    (5, 3, 200, True),
    (5, 4, 150, True),
    (5, 4, 120, True),
    (5, 4, 100, False),
    (5, 3, 85, False),
    (4, 3, 85, False),
    (3, 2, 80, False),
    (2, 2, 70, False),
    (1, 1, 60, False),
    (0, 0, 60, False),
)


def first_page_rooms() -> Iterator[Room]:
    """Yield ever tighter rooms for the first page."""
    for decisions in _DECISIONS:
        yield Room(decisions, 0, 0, 0, clauses=False)


def second_page_rooms(decisions: int) -> Iterator[Room]:
    """Yield ever tighter rooms for the second page, the first one being settled."""
    for findings, observations, longest, clauses in _SECOND:
        yield Room(decisions, findings, observations, longest, clauses=clauses)
