"""Names for people that only the holder of the series' secret can turn back.

Users of the library become `U-7F3K`, keyed, so that the same person has the same name in
every report of a series; staff become `Staff-A` in the order of one report.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHORTEST = 4
_ALPHABET = 26
_SHORTEST_KEY = 3
_SHORTEST_NUMBER = 6
USER, STAFF = "user", "staff"


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What to print for each raw key of a user or a member of staff."""

    users: Mapping[str, str]
    staff: Mapping[str, str]
    pattern: re.Pattern[str]

    def item(self, key: str, shape: tuple[str, ...]) -> str:
        """Return an item key with its parts that name people replaced."""
        if not shape:
            return key
        parts = key.split("/", len(shape) - 1)
        kinds = shape[: len(parts)]
        return "/".join(self.name(part, kind) for part, kind in zip(parts, kinds, strict=True))

    def name(self, key: str, kind: str) -> str:
        """Return the printed name of a key of that kind; other kinds stay as they are."""
        if kind == USER:
            return self.users.get(key, "U-unknown")
        if kind == STAFF:
            return self.staff.get(key, "Staff-unknown")
        return key

    def text(self, text: str) -> str:
        """Return a sentence with every known raw key replaced by its printed name."""
        return self.pattern.sub(lambda found: self._any(found.group()), text)

    def _any(self, key: str) -> str:
        return self.users.get(key) or self.staff.get(key) or key


def named_people(users: Mapping[str, str], staff: Mapping[str, str]) -> Pseudonyms:
    """Return the names with the pattern that finds raw keys in sentences, longest first."""
    keys = sorted((key for key in {*users, *staff} if _telling(key)), key=len, reverse=True)
    pattern = "|".join(map(re.escape, keys)) or r"(?!)"
    return Pseudonyms(users, staff, re.compile(rf"(?<![\w.])(?:{pattern})(?![\w])"))


def _telling(key: str) -> bool:
    """Say whether a key is long enough not to be an ordinary word or number by chance."""
    return len(key) >= (_SHORTEST_NUMBER if key.isdigit() else _SHORTEST_KEY)


def pseudonyms(secret: bytes, users: Iterable[str], staff: Iterable[str]) -> Pseudonyms:
    """Name every key: users by a keyed digest, staff by letters in the order of their keys."""
    return named_people(
        users=_keyed(secret, sorted(set(users))),
        staff={key: f"Staff-{_letters(i)}" for i, key in enumerate(sorted(set(staff)))},
    )


def _keyed(secret: bytes, keys: list[str]) -> dict[str, str]:
    """Shorten each digest to four signs, and further only where two keys would collide."""
    digests = {
        key: base64.b32encode(hmac.digest(secret, key.encode(), hashlib.sha256)).decode()
        for key in keys
    }
    length = _SHORTEST
    while len({digest[:length] for digest in digests.values()}) < len(digests):
        length += 1
    return {key: f"U-{digest[:length]}" for key, digest in digests.items()}


def _letters(index: int) -> str:
    letters = ""
    while index >= 0:
        letters = chr(ord("A") + index % _ALPHABET) + letters
        index = index // _ALPHABET - 1
    return letters
