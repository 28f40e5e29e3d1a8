"""Tables: aligned columns for the terminal, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.guard import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Document = dict[str, Any]
_WIDTH = 60
_HEADS = ("control", "conclusion", "n", "exc", "obs", "review", "gap", "pend", "title")
_COUNTED = ("exception", "observation", "needs_review", "not_evidenced", "pending")
_ITEM_COLUMNS = (
    "item",
    "outcome",
    "subtype",
    "severity",
    "channel",
    "occurred",
    "reason",
    "waived",
)


def rows(entries: Iterable[Document], names: Sequence[str], form: str) -> str:
    """Return chosen values of entries as CSV or as a table."""
    cells = [[_cell(entry.get(name)) for name in names] for entry in entries]
    return _csv(names, cells) if form == "csv" else _table(names, cells)


def of_run(document: Document) -> str:
    """Return a run as a table with one line per control."""
    cells = [
        [
            c["id"],
            c["conclusion"],
            str(c["population"]),
            *(str(c["outcomes"][k]) for k in _COUNTED),
            c["title"],
        ]
        for c in document["controls"]
    ]
    period = document["run"]["period"]
    head = f"{period['first']} to {period['last']}, as of {document['run']['as_of']}\n\n"
    return head + _table(_HEADS, cells)


def csv_of_run(document: Document) -> str:
    """Return a run as CSV with one line per item."""
    cells = [
        [c["id"], c["conclusion"], *(_cell(item.get(n)) for n in _ITEM_COLUMNS)]
        for c in document["controls"]
        for item in c["items"] or [{}]
    ]
    return _csv(("control", "conclusion", *_ITEM_COLUMNS), cells)


def page(entry: Document) -> str:
    """Return one entry as a page of its values."""
    return "\n".join(_page_line(key, value) for key, value in entry.items()) + "\n"


def _page_line(key: str, value: object) -> str:
    text = ", ".join(str(v) for v in value) if isinstance(value, list) else str(value or "-")
    return f"{key.replace('_', ' ')}:\n    " + text.replace("\n", "\n    ")


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)


def _csv(names: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([guarded(cell) for cell in row] for row in cells)
    return stream.getvalue()


def _table(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    shown = [[_visible(cell) for cell in row] for row in [list(names), *cells]]
    widths = [max(len(row[n]) for row in shown) for n in range(len(names))]
    lines = [
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in shown
    ]
    lines.insert(1, "  ".join("-" * w for w in widths))
    return "\n".join(lines) + "\n"


def _visible(text: str) -> str:
    safe = "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in text)
    return safe if len(safe) <= _WIDTH else safe[: _WIDTH - 1] + "…"
