"""Numbers and dates in words, by the rules of the report.

x of n always; a percentage only from ten items on, with one decimal, and never 0 or 100.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

FEWEST_FOR_PERCENT = 10
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WHOLE = 1000
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)]\.) (?=[A-Z])")
_BRACKETS = re.compile(r" \((?:[^()]|\([^()]*\))*\)")
_PART_ENDS = re.compile(r"[,;:.] | (?=or |and |unless |where )")


def count(number: int) -> str:
    """Return a whole number with thousands separators."""
    return f"{number:,}"


def in_words(number: int) -> str:
    """Return small numbers as words for running text, others in digits."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else count(number)


def opening(number: int) -> str:
    """Return a number in words as the first word of a sentence."""
    return in_words(number).capitalize()


def plural(number: int, one: str, many: str = "") -> str:
    """Return the number with its noun."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def percent(part: int, whole: int) -> str | None:
    """Return a share as `7.5%`; None below ten items, for nothing and for everything."""
    if whole < FEWEST_FOR_PERCENT or part <= 0 or part >= whole:
        return None
    tenths = (2 * part * _WHOLE + whole) // (2 * whole)
    tenths = min(max(tenths, 1), _WHOLE - 1)
    return f"{tenths // 10}.{tenths % 10}%"


def share(part: int, whole: int) -> str:
    """Return `3 of 40 (7.5%)`, the percentage only where it says more."""
    shown = percent(part, whole)
    return f"{count(part)} of {count(whole)}" + (f" ({shown})" if shown else "")


def day(value: date) -> str:
    """Return `November 5, 2026`."""
    return f"{_MONTHS[value.month - 1]} {value.day}, {value.year}"


def short_day(value: date) -> str:
    """Return `Nov 5, 2026`."""
    return f"{month_name(value)} {value.day}, {value.year}"


def month_name(value: date) -> str:
    """Return the month in three letters."""
    return _MONTHS[value.month - 1][:3]


def span(first: date, last: date) -> str:
    """Return both ends of a period, the year once if it is the same."""
    if first == last:
        return day(first)
    if first.year == last.year:
        return f"{_MONTHS[first.month - 1]} {first.day} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def local_day(instant: datetime, time_zone: str) -> date:
    """Return the local day of a UTC instant that carries no zone."""
    return instant.replace(tzinfo=UTC).astimezone(ZoneInfo(time_zone)).date()


def quantity(value: float | None) -> str:
    """Return a measured value without needless decimals, a dash when there is none."""
    if value is None:
        return "–"
    return count(int(value)) if float(value).is_integer() else f"{value:,.1f}"


def title_of(text: str, longest: int) -> str:
    """Return a text cut at a word so that it has at most `longest` characters."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:.")
    return f"{head}…"


def sentence_part(text: str, longest: int) -> str:
    """Return a text of at most `longest` characters, cut where a part of the sentence ends."""
    if len(text) <= longest:
        return text
    ends = [found.start() for found in _PART_ENDS.finditer(text[: longest - 1])]
    if not ends or ends[-1] < longest // 2:
        return title_of(text, longest)
    return f"{text[: ends[-1]]}…"


def whole_sentences(text: str, longest: int) -> str:
    """Return the whole text, or its first sentence, or that without what stands in brackets.

    Nothing is cut within a sentence: when even the last is longer, nothing is returned.
    """
    first = _SENTENCE_END.split(text, maxsplit=1)[0]
    plainer = _BRACKETS.sub("", first)
    return next((said for said in (text, first, plainer) if len(said) <= longest), "")


def quoted_words(text: str, most: int) -> str:
    """Return the first words of a quotation, with an ellipsis when some are left out."""
    words = text.split()
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + " …"


def listed(parts: tuple[str, ...] | list[str]) -> str:
    """Return `a, b and c`."""
    if len(parts) < 2:  # noqa: PLR2004 - two is where "and" begins
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
