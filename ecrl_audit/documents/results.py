"""The stored results of one run, read once; evidence itself is never queried here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from ecrl_audit.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SEVERITIES = ("critical", "high", "medium", "low", "info")
OUTCOMES = (
    "pass",
    "exception",
    "observation",
    "needs_review",
    "not_evidenced",
    "pending",
    "not_applicable",
)
ROWS_OF_ONE_SOURCE = 1_000_000_000
Record = dict[str, Any]


class Cursor(Protocol):
    """What a statement returns."""

    @property
    def description(self) -> Sequence[tuple[Any, ...]] | None:
        """Return one tuple per column, its name first."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return every row."""


class Connection(Protocol):
    """The part of a database connection that documents use."""

    def execute(self, query: str, parameters: object = None) -> Cursor:
        """Run one statement."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything the documents are made of, as plain records."""

    run: Record
    controls: tuple[Record, ...]
    subtypes: tuple[Record, ...]
    severities: tuple[Record, ...]
    moments: tuple[Record, ...]
    by_channel: tuple[Record, ...]
    sources: tuple[Record, ...]
    rejects: tuple[Record, ...]
    clauses: tuple[Record, ...]
    parameters: tuple[Record, ...]
    restatements: tuple[Record, ...]
    responses: tuple[Record, ...]
    figures: Mapping[str, tuple[Record, ...]]
    last_statement: tuple[Record, ...]
    previous: Record | None
    previous_controls: tuple[Record, ...]
    previous_severities: tuple[Record, ...]

    def figure(self, name: str) -> tuple[Record, ...]:
        """Return the rows of a figure; a figure that was not computed has none."""
        return self.figures.get(name, ())


def records(connection: Connection, sql: str, *values: object) -> list[Record]:
    """Run one statement and return its rows by column name."""
    cursor = connection.execute(sql, list(values))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


_RUN = "select * from audit_run where run_id = ?"
_CONTROLS = "select * from control_result where run_id = ? order by control"
_SUBTYPES = """
select control, outcome, coalesce(subtype, '') as subtype, count(*) as items
from item_result where run_id = ? group by all order by control, outcome, items desc, subtype"""
_SEVERITIES = """
select control, severity, count(*) as items
from item_result where run_id = ? and outcome = 'exception'
group by all order by control, severity"""
_MOMENTS = """
select control, date_trunc('hour', occurred_at) as hour, outcome, count(*) as items
from item_result where run_id = ? and occurred_at is not null group by all
order by control, hour, outcome"""
_BY_CHANNEL = """
select control, channel, outcome, count(*) as items
from item_result where run_id = ? and channel is not null group by all
order by control, channel, outcome"""
_PREVIOUS = """
select * from audit_run where run_id <> ? and status = ? and last_on < ?
order by last_on desc, as_of_at desc, run_id desc limit 1"""
_LAST_STATEMENT = """
select channel, outcome from (
    select channel, outcome, row_number() over (
        partition by channel order by occurred_at desc nulls last, item desc) as place
    from item_result where run_id = ? and control = 'NT-01' and channel is not null) as ranked
where place = 1 order by channel"""
_SOURCES = "select * from source_file order by file, sheet"
_REJECTS = "select * from source_reject order by source_id, row, column_name"
_CLAUSES = "select * from clause"
_PARAMETERS = "select * from run_parameter where run_id = ?"
_RESTATEMENTS = "select * from restatement where run_id = ? order by period_label, control"
_RESPONSES = "select * from run_response where run_id = ? order by control, item"
_FIGURES = "select name, body from figure where run_id = ? order by name, ordinal"
_ITEMS = """
select * from (
    select *, row_number() over (
        partition by control
        order by list_position(?, severity) nulls last, occurred_at nulls last, item) as place
    from item_result where run_id = ? and list_contains(?, outcome)) as ranked
where place <= ? order by control, place"""

_OF_RUN = {
    "controls": _CONTROLS,
    "subtypes": _SUBTYPES,
    "severities": _SEVERITIES,
    "moments": _MOMENTS,
    "by_channel": _BY_CHANNEL,
    "parameters": _PARAMETERS,
    "restatements": _RESTATEMENTS,
    "responses": _RESPONSES,
    "last_statement": _LAST_STATEMENT,
}


def read_results(connection: Connection, run_id: str) -> Results:
    """Read the results of a run.

    Raises RenderError when the database holds no such run.
    """
    found = records(connection, _RUN, run_id)
    if not found:
        message = f"The database holds no run {run_id}."
        raise RenderError(message)
    run = found[0]
    earlier = records(connection, _PREVIOUS, run_id, run["status"], run["first_on"])
    previous = earlier[0] if earlier else None
    before = previous["run_id"] if previous else ""

    return Results(
        run=run,
        sources=tuple(records(connection, _SOURCES)),
        rejects=tuple(records(connection, _REJECTS)),
        clauses=tuple(records(connection, _CLAUSES)),
        figures=_figures(records(connection, _FIGURES, run_id)),
        previous=previous,
        previous_controls=tuple(records(connection, _CONTROLS, before)),
        previous_severities=tuple(records(connection, _SEVERITIES, before)),
        **{name: tuple(records(connection, sql, run_id)) for name, sql in _OF_RUN.items()},
    )


def _figures(rows: Sequence[Record]) -> dict[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(row["name"], []).append(json.loads(row["body"]))
    return {name: tuple(bodies) for name, bodies in found.items()}


def items(
    connection: Connection, run_id: str, outcomes: Sequence[str], most: int
) -> dict[str, list[Record]]:
    """Return the gravest `most` items of each control that have one of the outcomes."""
    found: dict[str, list[Record]] = {}
    for row in records(connection, _ITEMS, list(SEVERITIES), run_id, list(outcomes), most):
        found.setdefault(row["control"], []).append(row)
    return found


def evidence_places(sources: Sequence[Record], recs: Sequence[int | None]) -> list[tuple[str, int]]:
    """Return (file, row) of each evidence reference; a null is left out."""
    files = {source["source_id"]: source["file"] for source in sources}
    places = []
    for rec in recs:
        if rec is not None:
            source_id, row = divmod(rec, ROWS_OF_ONE_SOURCE)
            places.append((files.get(source_id, f"source {source_id}"), row))
    return places


_CONTROL_ITEMS = """
select item, channel, occurred_at, outcome from item_result
where run_id = ? and control = ? order by occurred_at nulls last, item limit ?"""


def control_items(connection: Connection, run_id: str, control: str, most: int) -> list[Record]:
    """Return the items of one control in time order, at most `most`."""
    return records(connection, _CONTROL_ITEMS, run_id, control, most)
