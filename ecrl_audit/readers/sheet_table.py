"""The text table of one hand-kept sheet, from whatever container: the shape both readers give."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.model import Reject, Sheet


@dataclass(frozen=True, slots=True)
class TextTable:
    """Rows of a sheet as text: record number and one value per contract column, in its order."""

    rows: list[tuple[int, list[str | None]]]
    rejects: list[Reject]
    seen: int
    ignored_columns: tuple[str, ...]
    encoding: str


_PERSONAL = re.compile(r"personal|private[ _]?account|off[ _]?duty", re.IGNORECASE)


def normal(name: str) -> str:
    """Return a column name for comparison: case, surrounding space and '_' against ' ' do not count."""
    return re.sub(r"[\s_]+", "_", name.strip().strip("\ufeff").strip().lower())


def header_positions(
    sheet: Sheet, header: Sequence[str], file: str
) -> tuple[list[int | None], tuple[str, ...]]:
    """Return where each contract column stands in a header, and the columns that are ignored.

    Raises InputRefusedError for a repeated or a missing required column.
    """
    names = [normal(name) for name in header]
    known = {normal(column.name): column.name for column in sheet.columns}
    _refuse_personal(file, header)
    _refuse_repeated(file, header, [name for name in names if name in known])
    missing = [name for name in sheet.required if normal(name) not in names]
    if missing:
        raise InputRefusedError(file, _missing(sheet, missing, header), "Correct the header row.")
    ignored = tuple(
        raw.strip() for raw, name in zip(header, names, strict=True) if name not in known
    )
    return [
        names.index(normal(c.name)) if normal(c.name) in names else None for c in sheet.columns
    ], ignored


def _refuse_repeated(file: str, header: Sequence[str], names: Sequence[str]) -> None:
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        twice = " and ".join(raw.strip() for raw in header if normal(raw) == repeated[0])
        what = f"the header names a column twice: {twice}."
        raise InputRefusedError(file, what, "Rename or remove one of them.")


def _missing(sheet: Sheet, missing: Sequence[str], header: Sequence[str]) -> str:
    found = ", ".join(name.strip() or "(blank)" for name in header[:30])
    near = difflib.get_close_matches(missing[0], [normal(name) for name in header], n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return (
        f"the sheet {sheet.name} needs the column {', '.join(missing)};"
        f" required are {', '.join(sheet.required)}; found are {found}.{hint}"
    )


def _refuse_personal(file: str, header: Sequence[str]) -> None:
    found = [name.strip() for name in header if _PERSONAL.search(name)]
    if found:
        raise InputRefusedError(
            file,
            f"the column {found[0]} looks like data about staff's personal accounts.",
            "Section 8 of the policy is not tested by design: take the column out.",
        )
