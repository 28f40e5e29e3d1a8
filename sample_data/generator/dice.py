"""Chance that falls the same way on every machine and in every version of Python."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
_HUNDRED = 100


class Dice:
    """A row of numbers that depends on a name alone."""

    def __init__(self, name: str) -> None:
        """Start the row of that name."""
        self._name = name
        self._throws = 0

    def below(self, limit: int) -> int:
        """Return a number from 0 to limit - 1."""
        self._throws += 1
        seed = f"lakes-and-pines/{self._name}/{self._throws}".encode()
        return int.from_bytes(hashlib.sha256(seed).digest()[:8], "big") % limit

    def between(self, low: int, high: int) -> int:
        """Return a number from low to high, both included."""
        return low + self.below(high - low + 1)

    def percent(self, share: int) -> bool:
        """Return true in about `share` of a hundred throws."""
        return self.below(_HUNDRED) < share

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices, each equally likely."""
        return choices[self.below(len(choices))]

    def weighted(self, choices: Sequence[tuple[T, int]]) -> T:
        """Return one of the choices, as likely as its weight."""
        throw = self.below(sum(weight for _, weight in choices))
        for choice, weight in choices:
            throw -= weight
            if throw < 0:
                return choice
        raise ValueError("the weights are not positive")

    def some(self, choices: Sequence[T], number: int) -> list[T]:
        """Return some of the choices without repetition, in the order drawn."""
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(min(number, len(left)))]
