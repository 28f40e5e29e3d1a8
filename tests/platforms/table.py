"""The table of docs/platforms.md, made of the headers of the format files.

`python -m tests.platforms.table` writes it into the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.platforms.harness import FORMATS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecrl_audit.readers import PlatformFormat

DOCUMENT = ROOT / "docs" / "platforms.md"
START, END = "<!-- table: begin -->\n", "<!-- table: end -->"
_HIDDEN = ("out_of_scope", "declared_counts", "listed_files")


def platform_table(formats: Iterable[PlatformFormat]) -> str:
    """Return one row per format: versions, what it brings and fills, what it cannot prove."""
    lines = [
        "| Format | Versions | Brings | Fills | Cannot prove | Tried on |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [_row(fmt) for fmt in sorted(formats, key=lambda fmt: fmt.title.casefold())]
    return "\n".join(lines) + "\n"


def _row(fmt: PlatformFormat) -> str:
    fills = ", ".join(f"`{s.fills}`" for s in fmt.sections if s.fills not in _HIDDEN)
    cells = (
        f"**{fmt.title}** (`{fmt.id}`)",
        "; ".join(fmt.versions),
        fmt.brings,
        fills,
        "; ".join(fmt.cannot_prove),
        fmt.sample,
    )
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


if __name__ == "__main__":
    text = DOCUMENT.read_text("utf-8")
    before, rest = text.split(START)
    DOCUMENT.write_text(
        before + START + platform_table(FORMATS) + END + rest.split(END)[1], "utf-8"
    )
