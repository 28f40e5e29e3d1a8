"""The sections on one subject each: removals, blocks, copyright, permissions and so on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts import palette
from ecrl_audit.documents.charts.bars import Column, Series, stacked_bars
from ecrl_audit.documents.charts.matrix import Cell, MatrixRow, matrix
from ecrl_audit.documents.charts.timeline import Case, case_timeline
from ecrl_audit.documents.phrases import count, local_day, month_name
from ecrl_audit.documents.sections.labels import Words, label
from ecrl_audit.documents.sections.tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecrl_audit.documents.drawing import Drawing
    from ecrl_audit.documents.pseudonyms import Pseudonyms
    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.axis import TimeAxis

MOST_CASES = 25
_MOST_ROWS = 24
_MOST_CHECKS = 6
_ACTIONS = {
    "delete": (palette.PINE, palette.PINE),
    "hide": (palette.SEA, "#3f7773"),
    "hold": (palette.OCHRE, palette.OCHRE_TEXT),
    "block": (palette.SLATE, palette.SLATE),
    "restore": (palette.STONE, palette.STONE_TEXT),
}
_AGES = {
    "pass": (palette.SEA, "#3f7773"),
    "observation": (palette.OCHRE, palette.OCHRE_TEXT),
    "exception": (palette.BRICK, palette.BRICK),
    "undecided": (palette.STONE, palette.STONE_TEXT),
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, its numbers and the words for who cannot see it."""

    drawing: Drawing
    table: Table


def acts_chart(results: Results, labels: Words, axis: TimeAxis) -> Chart | None:
    """Return the acts of the library over time by kind; None when there was none."""
    counted: dict[tuple[int, str], int] = {}
    for row in results.figure("actions_by_day"):
        key = (axis.index_of(date.fromisoformat(row["day"])), row["action"])
        counted[key] = counted.get(key, 0) + row["acts"]
    return _chart(counted, axis.labels, _ACTIONS, labels["action"], axis.unit.capitalize())


def ages_chart(results: Results, labels: Words) -> Chart | None:
    """Return how long concerns waited for their first review, by the outcome of the test."""
    rows = results.figure("concern_ages")
    ages = tuple(dict.fromkeys(row["age"] for row in sorted(rows, key=lambda r: r["place"])))
    counted: dict[tuple[int, str], int] = {}
    for row in rows:
        key = (ages.index(row["age"]), row["outcome"])
        counted[key] = counted.get(key, 0) + row["concerns"]
    names = {**labels["outcome"], "undecided": "Undecided"}
    return _chart(counted, ages, _AGES, names, "Calendar days")


def _chart(
    counted: Mapping[tuple[int, str], int],
    columns: Sequence[str],
    colours: Mapping[str, tuple[str, str]],
    names: Mapping[str, str],
    first_head: str,
) -> Chart | None:
    if not counted:
        return None
    kinds = [kind for kind in colours if any(key[1] == kind for key in counted)]
    bars = [
        Column(name, tuple(counted.get((i, kind), 0) for kind in kinds))
        for i, name in enumerate(columns)
    ]
    series = [Series(names[kind], *colours[kind]) for kind in kinds]
    body = [(bar.label, *map(count, bar.parts), count(bar.total)) for bar in bars]
    sums = [sum(bar.parts[i] for bar in bars) for i in range(len(kinds))]
    body.append(("All", *map(count, sums), count(sum(sums))))
    head = (first_head, *(one.name for one in series), "All")
    return Chart(stacked_bars(bars, series), Table(head, tuple(body), sum(sums)))


@dataclass(frozen=True, slots=True)
class Copyright:
    """The cases of the period on one axis."""

    drawing: Drawing | None
    cases: tuple[Case, ...]
    drawn: int
    total: int
    late: int


def copyright_cases(results: Results) -> Copyright:
    """Return the cases; more than fit are drawn late ones first and counted in full."""
    cases = [_case(row) for row in results.figure("dmca_cases")]
    chosen = sorted(cases, key=lambda case: not case.late)[:MOST_CASES]
    shown = [case for case in cases if case in chosen]
    return Copyright(
        drawing=case_timeline(shown) if shown else None,
        cases=tuple(shown),
        drawn=len(shown),
        total=len(cases),
        late=sum(1 for case in cases if case.late),
    )


def _case(row: Record) -> Case:
    late = "exception" in (row["removal_outcome"], row["putback_outcome"])
    received = date.fromisoformat(row["received_on"])
    remark = ""
    if row["removal_outcome"] == "exception":
        removed = row["removed_after"]
        remark = "not removed" if removed is None else f"removed on day {removed}"
    elif late:
        remark = "put back outside the window"
    return Case(
        number=row["notice_no"],
        received=f"{month_name(received)} {received.day}",
        venue=row["venue"],
        removed=row["removed_after"],
        countered=row["countered_after"],
        restored=row["restored_after"],
        open_days=row["open_for"],
        late=late,
        remark=remark,
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn matrix and the same facts as a table."""

    drawing: Drawing
    table: Table
    left_out: int


def access_grid(results: Results, labels: Words, names: Pseudonyms) -> Grid | None:
    """Return staff by channel at the latest check of each channel, judged by the roster."""
    rows = results.figure("access_matrix")
    channels = tuple(sorted({row["channel"] for row in rows}))
    staff = sorted({names.name(row["staff_key"], "staff") for row in rows}, key=_by_letters)
    cells: dict[tuple[str, str], list[Cell]] = {}
    for row in rows:
        key = names.name(row["staff_key"], "staff"), row["channel"]
        level = label(labels, "level", row["level"])
        cells.setdefault(key, []).append(Cell(row["outcome"], level))
    return _grid(("Who", channels), staff, {key: _worst(one) for key, one in cells.items()}, labels)


def _by_letters(name: str) -> tuple[int, str]:
    return len(name), name


def _worst(cells: Sequence[Cell]) -> Cell:
    """Return the gravest of a person's logins on one channel."""
    return min(cells, key=lambda cell: (cell.outcome != "exception", cell.outcome, cell.word))


def _grid(
    heads: tuple[str, tuple[str, ...]],
    rows: Sequence[str],
    cells: Mapping[tuple[str, str], Cell],
    labels: Words,
) -> Grid | None:
    if not rows:
        return None
    first, columns = heads
    ordered = sorted(rows, key=lambda row: not _has_exception(row, columns, cells))[:_MOST_ROWS]
    kept = [row for row in rows if row in ordered]
    drawn = [MatrixRow(row, tuple(cells.get((row, c)) for c in columns)) for row in kept]
    body = tuple((row.label, *(_told(cell, labels) for cell in row.cells)) for row in drawn)
    table = Table((first, *columns), body, len(body))
    return Grid(matrix(drawn, columns), table, len(rows) - len(kept))


def _told(cell: Cell | None, labels: Words) -> str:
    if cell is None:
        return "–"
    return f"{cell.word}: {label(labels, 'outcome', cell.outcome).lower()}"


def _has_exception(row: str, columns: Sequence[str], cells: Mapping[tuple[str, str], Cell]) -> bool:
    found = (cells.get((row, column)) for column in columns)
    return any(cell is not None and cell.outcome == "exception" for cell in found)


def statement_grid(results: Results, labels: Words, items: Sequence[Record]) -> Grid | None:
    """Return channels by check of the mandatory statement, the latest checks of each."""
    zone = results.run["time_zone"]
    by_channel: dict[str, list[Record]] = {}
    for item in items:
        if item["occurred_at"] is not None and item["channel"]:
            by_channel.setdefault(item["channel"], []).append(item)
    most = min(max([len(checks) for checks in by_channel.values()], default=0), _MOST_CHECKS)
    columns = tuple(f"Check {place}" for place in range(1, most + 1))
    cells: dict[tuple[str, str], Cell] = {}
    for channel, checks in by_channel.items():
        for place, item in zip(columns, checks[-_MOST_CHECKS:], strict=False):
            day = local_day(item["occurred_at"], zone)
            cells[channel, place] = Cell(item["outcome"], f"{month_name(day)} {day.day}")
    return _grid(("Channel", columns), sorted(by_channel), cells, labels)
