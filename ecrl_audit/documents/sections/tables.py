"""Counts as printed tables, with the sums of rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ecrl_audit.documents.results import Record


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers behind a chart: a head and rows of printed cells, the last row the sums."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


def cross_table(
    rows: Iterable[Record], keys: tuple[str, str, str], heads: tuple[str, Mapping[str, str]]
) -> Table | None:
    """Return counts by a row key and a column key, with the sums of both."""
    row_key, column_key, value = keys
    counted: dict[str, dict[str, int]] = {}
    for row in rows:
        line = counted.setdefault(row[row_key], {})
        line[row[column_key]] = line.get(row[column_key], 0) + row[value]
    if not counted:
        return None
    title, names = heads
    columns = [c for c in names if any(c in line for line in counted.values())]
    body = [
        (name, *(count(line.get(c, 0)) for c in columns), count(sum(line.values())))
        for name, line in sorted(counted.items(), key=lambda kv: (-sum(kv[1].values()), kv[0]))
    ]
    sums = [sum(line.get(c, 0) for line in counted.values()) for c in columns]
    body.append(("All", *map(count, sums), count(sum(sums))))
    return Table((title, *(names[c] for c in columns), "All"), tuple(body), sum(sums))
