"""Records and settings into the world of one run: period, parameters, sheets at the cut-off, facts.

Everything a control can read is made here, as tables of the schema main, so that a control's
file runs unchanged in any DuckDB shell on the kept database.
"""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from ecrl_audit import assets, statements, typed
from ecrl_audit.database import append

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecrl_audit.database import Connection
    from ecrl_audit.model import ParameterValue, Period, Sheet

_YEARS_BACK = 15
_YEARS_AHEAD = 4
_FIXED_LIMITS = (1, 2, 10, 14, 20)


def utc_naive(moment: datetime) -> datetime:
    """Return an aware moment as the UTC wall clock that the database keeps."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def prepare(
    connection: Connection,
    period: Period,
    as_of: datetime,
    parameters: tuple[ParameterValue, ...],
    time_zone: str,
) -> None:
    """Make the tables every run starts from; `as_of` is the aware moment of the cut-off.

    Needs `local_day` and the `record_` tables of a load.
    """
    set_run(connection, period, as_of, parameters, time_zone)
    cut_off(connection, statements.sheets().values())


def set_run(
    connection: Connection,
    period: Period,
    as_of: datetime,
    parameters: tuple[ParameterValue, ...],
    time_zone: str,
) -> None:
    """Make what a run asks for: period, thresholds, days of the calendar, shipped lists."""
    set_period(connection, period, as_of, time_zone)
    set_parameters(connection, parameters, as_of)
    _set_calendar(connection, period)
    _set_lists(connection)


def cut_off(connection: Connection, sheets: Iterable[Sheet]) -> None:
    """Make the tables of sheets as they stood at the cut-off, and say which were supplied."""
    for sheet in sheets:
        connection.execute(_at_cut_off(sheet))
    connection.execute(
        "create or replace table supplied as select distinct sheet from ("
        " select sheet from source_file where status = 'loaded' and sheet <> ''"
        " union all select sheet from row_fate where sheet <> '')"
    )


def set_period(connection: Connection, period: Period, as_of: datetime, time_zone: str) -> None:
    """Make the one-row table `period`: local days, their UTC bounds (half-open) and the cut-off."""
    connection.execute(
        "create or replace table period as select f.day as first_on, l.day as last_on,"
        " f.starts_at as starts_at, l.ends_at as ends_at, $as_of::timestamp as as_of_at,"
        " cast($as_of::timestamp + to_seconds(case when u.utc_change_at is not null and"
        " $as_of::timestamp >= u.utc_change_at then u.utc_offset_after else u.utc_offset_before end) as date)"
        " as as_of_on, $label as label, $zone as time_zone"
        " from local_day as f, local_day as l, local_day as u"
        " where f.day = $first and l.day = $last and u.day = cast($as_of::timestamp as date)",
        {
            "first": period.first,
            "last": period.last,
            "as_of": utc_naive(as_of),
            "label": period.label,
            "zone": time_zone,
        },
    )


def set_parameters(
    connection: Connection, parameters: tuple[ParameterValue, ...], as_of: datetime
) -> None:
    """Make the one-row table `parameter` and the numbers of business days that deadlines need."""
    set_parameter_table(connection, parameters, as_of)
    limits = {int(p.value) for p in parameters if p.unit == "bd"}
    wanted = sorted(
        limits | {2 * n for n in limits} | {n // 2 for n in limits} | set(_FIXED_LIMITS)
    )
    connection.execute("create or replace table business_limit (n bigint not null)")
    append(connection, "business_limit", [(n,) for n in wanted])


def set_parameter_table(
    connection: Connection,
    parameters: tuple[ParameterValue, ...],
    as_of: datetime,
    kind: str = "",
) -> None:
    """Make the one-row table `parameter`: a column for each threshold and calendar setting.

    Of the kind "temp" it stands before the table of the run until it is dropped.
    """
    columns = ", ".join(f"{_literal(value, as_of)} as {value.name}" for value in parameters)
    connection.execute(f"create or replace {kind} table parameter as select {columns}")


def _literal(parameter: ParameterValue, as_of: datetime) -> str:
    if parameter.unit == "day":
        default = date(as_of.year + 1, 12, 31).isoformat()
        return f"date '{parameter.value or default}'"
    if parameter.unit == "yes/no":
        return parameter.value
    if parameter.unit == "open/closed":
        return f"'{parameter.value}'"
    return f"cast({parameter.value} as bigint)"


def _set_calendar(connection: Connection, period: Period) -> None:
    first = date(period.first.year - _YEARS_BACK, 1, 1)
    last = date(period.last.year + _YEARS_AHEAD, 12, 31)
    connection.execute(
        "create or replace table calendar_range as select day, year(day) as day_year, month(day) as day_month,"
        " date_diff('day', date '1900-01-01', day) % 7 + 1 as weekday from local_day"
        " where day between ? and ? order by day",
        [first, last],
    )


def _set_lists(connection: Connection) -> None:
    """Make the shipped lists of queries/policy into tables."""
    days = _csv_rows("statutory_days.csv")
    connection.execute(
        "create or replace table statutory_day_rule (name varchar, calendar varchar, kind varchar,"
        " month integer, day integer, weekday integer, nth integer, first_year integer, optional varchar,"
        " observed varchar, follows varchar)"
    )
    append(connection, "statutory_day_rule", [_day_rule(row) for row in days])
    connection.execute(
        "create or replace table default_reason_code (code varchar, clause varchar, grants_removal varchar,"
        " grants_block varchar, context_dependent varchar)"
    )
    append(
        connection,
        "default_reason_code",
        [tuple(row.values()) for row in _csv_rows("reason_codes.csv")],
    )


def _day_rule(row: dict[str, str]) -> tuple[object, ...]:
    numbers = [
        int(row[k]) if row[k].isdigit() else None
        for k in ("month", "day", "weekday", "nth", "first_year")
    ]
    follows = row["day"] if row["kind"] == "day_after" else ""
    return (
        row["name"],
        row["calendar"],
        row["kind"],
        *numbers,
        row["optional"],
        row["observed"],
        follows,
    )


@cache
def _csv_rows(name: str) -> tuple[dict[str, str], ...]:
    path = assets.folder("queries") / "policy" / name
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


def _at_cut_off(sheet: Sheet) -> str:
    """Return the statement that makes a sheet's table as it stood at the cut-off (CS-3).

    A row that was logged, or else happened, later is left out; a later moment inside an
    earlier row was not known yet and is null.
    """
    columns = ["rec", "conflicted", "basis", "brought_by", "key_text"]
    whens = [typed.sql_name(c.name) for c in sheet.columns if c.kind == "when"]
    moments = {
        f"{when}_{part}": when for when in whens for part in ("at", "until", "on", "quality")
    }
    for name, _ in typed.typed_columns(sheet):
        when = moments.get(name)
        known = f"case when {when}_at <= period.as_of_at then {name} end as {name}"
        columns.append(known if when else name)
    return (
        f"create or replace table {sheet.name} as select {', '.join(columns)}"
        f" from record_{sheet.name} cross join (select as_of_at, as_of_on from period) as period"
        f" where {_is_known(sheet)} order by rec"
    )


def _is_known(sheet: Sheet) -> str:
    kinds = {c.name: c.kind for c in sheet.columns}
    moments = [
        f"{typed.sql_name(name)}_on <= period.as_of_on"
        if kinds[name] == "date"
        else f"{typed.sql_name(name)}_at <= period.as_of_at"
        for name in sheet.happened
    ]
    return f"coalesce({', '.join(moments)}, true)" if moments else "true"
