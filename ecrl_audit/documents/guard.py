"""Text cells safe for spreadsheets: what could be taken for a formula gets a leading apostrophe."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"^[+-]?\d+([.,]\d+)?$")
_STARTERS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 - the full-width forms count too


def guarded(text: str) -> str:
    """Return a cell with a leading apostrophe where a spreadsheet could run it; numbers stay.

    Taking one leading apostrophe off again restores every text that was guarded.
    """
    first = text.lstrip(" \xa0")[:1]
    if (
        (first and first in _STARTERS and not _NUMBER.match(text))
        or "\x00" in text
        or text.startswith("'")
    ):
        return "'" + text
    return text
