"""The fonts that travel with the program, and nothing else, for every document."""

from __future__ import annotations

import contextlib
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ecrl_audit.assets import folder
from ecrl_audit.errors import EnvironmentLacksError

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
_VARIABLE = "FONTCONFIG_FILE"


def font_files() -> tuple[Path, ...]:
    """Return every font file of the package, in a fixed order."""
    fonts = folder("report_templates") / "fonts"
    files = tuple(sorted(fonts.glob("*/*.ttf")))
    if not files:
        message = f"No font lies in {fonts}: install the program again."
        raise EnvironmentLacksError(message)
    return files


@cache
def covered_characters() -> frozenset[int]:
    """Return the code points that at least one of our fonts can draw."""
    from fontTools.ttLib import TTFont

    covered: set[int] = set()
    for file in font_files():
        with TTFont(file, lazy=True) as font:
            covered.update(font.getBestCmap())
    return frozenset(covered)


@contextlib.contextmanager
def only_our_fonts() -> Iterator[None]:
    """Hide every font of the machine while a document is laid out.

    A face missing from ours would otherwise be taken silently from the system, and the
    same results would give different pages on another machine.
    """
    before = os.environ.get(_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="ecrl-audit-fonts-") as room:
        file = Path(room, "fonts.conf")
        fonts = font_files()[0].parent.parent
        file.write_text(_CONFIGURATION.format(fonts=fonts, cache=Path(room, "cache")), "utf-8")
        os.environ[_VARIABLE] = str(file)
        try:
            yield
        finally:
            _restore(before)


def _restore(before: str | None) -> None:
    if before is None:
        os.environ.pop(_VARIABLE, None)
    else:
        os.environ[_VARIABLE] = before
