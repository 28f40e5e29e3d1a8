"""What the count of exceptions would be with a threshold at half and at double its value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ecrl_audit import facts, world
from ecrl_audit.database import scalar, side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from ecrl_audit.database import Connection
    from ecrl_audit.ledger import ControlResult
    from ecrl_audit.model import Control, ParameterValue

Line = tuple[object, ...]
_NUMBERS = (
    "bd",
    "days",
    "minutes",
    "occurrences",
    "dates",
    "characters",
    "notices",
    "months",
    "people",
)


def sensitivity_lines(
    connection: Connection,
    results: Sequence[ControlResult],
    parameters: tuple[ParameterValue, ...],
    as_of: datetime,
) -> tuple[Line, ...]:
    """Return control, parameter and exceptions at half, as set and double (controls.md 2.4).

    A line is due for every threshold of a control with an exception, or whose exceptions
    differ between half and double. The world of the run is read, never changed.
    """
    tested = [r for r in results if r.tally.population and r.control.family != "DQ"]

    def lines(cursor: Connection, parameter: ParameterValue) -> list[Line]:
        using = [r for r in tested if parameter.name in r.control.parameters]
        return _lines_of(cursor, parameter, using, parameters, as_of) if using else []

    numbers = [parameter for parameter in parameters if parameter.unit in _NUMBERS]
    return tuple(line for found in side_by_side(connection, lines, numbers) for line in found)


def _lines_of(
    connection: Connection,
    parameter: ParameterValue,
    results: Sequence[ControlResult],
    parameters: tuple[ParameterValue, ...],
    as_of: datetime,
) -> list[Line]:
    value = int(parameter.value)
    touched = facts.touched_by(parameter.name) & facts.needed([r.control.sql for r in results])
    counts = []
    for other in (value // 2, value * 2):
        changed = replace(parameter, value=str(other))
        as_if = tuple(changed if p.name == parameter.name else p for p in parameters)
        world.set_parameter_table(connection, as_if, as_of, "temp")
        facts.make(connection, touched, "temp")
        counts.append([_exceptions(connection, r.control) for r in results])
    connection.execute("drop table temp.parameter")
    for fact in touched:
        connection.execute(f"drop table temp.{fact}")
    lines: list[Line] = []
    for r, half, double in zip(results, *counts, strict=True):
        found = (value // 2, half, value, r.tally.exceptions, 2 * value, double)
        if r.tally.exceptions or half != double:
            lines.append((r.control.id, parameter.name, *found))
    return lines


def _exceptions(connection: Connection, control: Control) -> int:
    """Count the exceptions of a control, without items that rest on contradicting records."""
    count = scalar(
        connection,
        f"select count(*) from ({control.sql}) as judged where outcome = 'exception'"
        " and not exists (select 1 from conflicting_record as c where list_contains(evidence, c.kept_rec))",
    )
    return int(count)
