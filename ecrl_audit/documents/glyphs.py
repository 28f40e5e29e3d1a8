"""What may be drawn: characters our fonts have, everything else made visible."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 900
_SPACES = frozenset("\t\n\r\x0b\x0c")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_MOST_MARKS_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class GlyphGuard:
    """Turns any text into text that every reader of the document sees in full.

    A character that no font draws would become an empty box and break PDF/UA; one that
    draws nothing or reorders its neighbours could hide what was written.
    """

    covered: frozenset[int]

    def printable(self, text: str, longest: int = LONGEST_TEXT) -> str:
        """Return the text with unprintable characters spelled as [U+XXXX], cut to `longest`."""
        shown: list[str] = []
        marks = 0
        for character in text[:longest]:
            marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
            shown.append(self._shown(character, marks))
        left = len(text) - longest
        if left > 0:
            shown.append(f"… [{left:,} more characters]")
        return "".join(shown)

    def _shown(self, character: str, marks: int) -> str:
        if character in _SPACES:
            return " "
        hidden = unicodedata.category(character) in _INVISIBLE
        if hidden or marks > _MOST_MARKS_IN_A_ROW or ord(character) not in self.covered:
            return f"[U+{ord(character):04X}]"
        return character
