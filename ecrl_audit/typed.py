"""The sheet contract into SQL that types text rows: every value in its type, or a reason why not.

A raw table `raw_<sheet>` holds text as delivered. The statement made here gives each raw row
its typed columns, and `bad_column`/`bad_why` where a value cannot stand. Written times are
resolved by the table `local_day`, which Python's zoneinfo filled: never by DuckDB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecrl_audit.model import Column, Sheet

RENAMED = {"check": "check_id", "user": "user_key", "by": "by_person"}
RECORD_FACTOR = 1_000_000_000
_YES = "('yes', 'y', 'true', '1')"
_NO = "('no', 'n', 'false', '0')"
_CLOCK = r"[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?"
_DAY = r"(19|20)\d\d-\d\d-\d\d"
_LOCAL = rf"^{_DAY}{_CLOCK}$"
_ZONED = rf"^{_DAY}{_CLOCK} ?(Z|z|[+-]\d\d:?\d\d)$"
_DATE = rf"^{_DAY}$"


def sql_name(column: str) -> str:
    """Return the column's name in SQL: reserved words are renamed."""
    return RENAMED.get(column, column)


def raw_table(sheet: Sheet) -> str:
    """Return the statement that makes the raw table of a sheet: all text."""
    columns = ", ".join(f'"{column.name}" varchar' for column in sheet.columns)
    return (
        f"create table if not exists raw_{sheet.name}"
        f" (source_id bigint not null, row bigint not null, basis varchar, {columns})"
    )


def typed_columns(sheet: Sheet) -> list[tuple[str, str]]:
    """Return name and SQL type of each typed column of a sheet, in contract order."""
    result: list[tuple[str, str]] = []
    for column in sheet.columns:
        result.extend(_typed(column))
    return result


def _typed(column: Column) -> list[tuple[str, str]]:
    name = sql_name(column.name)
    if column.kind == "date":
        return [(f"{name}_on", "date")]
    if column.kind == "when":
        return [
            (f"{name}_at", "timestamp"),
            (f"{name}_until", "timestamp"),
            (f"{name}_on", "date"),
            (f"{name}_quality", "varchar"),
        ]
    if column.kind == "int":
        return [(name, "bigint")]
    if column.kind == "list":
        return [(name, "varchar[]")]
    return [(name, "varchar")]


def typing_select(sheet: Sheet) -> str:
    """Return a SELECT that gives every raw row of a sheet its typed values and its first fault."""
    text = ", ".join(
        f"nullif(trim(\"{c.name}\", ' \t\r\n' || chr(160)), '') as \"{c.name}\""
        for c in sheet.columns
    )
    whens = [column for column in sheet.columns if column.kind == "when"]
    parsed = "".join(_parsed_when(column) for column in whens)
    joins = "".join(_day_joins(column) for column in whens)
    second = "".join(_reverse_join(column) for column in whens)
    values = ", ".join(_value(column) for column in sheet.columns)
    faults = "".join(
        _fault(column, required=column.name in sheet.required) for column in sheet.columns
    )
    key = " || '/' || ".join(f"coalesce(\"{sheet_key}\", '')" for sheet_key in sheet.key)
    whole = " || chr(31) || ".join(f'coalesce("{c.name}", chr(30))' for c in sheet.columns)
    return (
        f"with trimmed as (select source_id, row, basis, {text} from raw_{sheet.name}), "
        f"parsed as (select *, {key} as key_text, {whole} as row_text{parsed} from trimmed), "
        f"placed as (select parsed.*{''.join(_placed(c) for c in whens)} from parsed{joins}), "
        f"dated as (select placed.*{''.join(_local_on(c) for c in whens)} from placed{second}) "
        f"select source_id, row, basis, key_text, row_text, {values}, "
        f"case {faults} end as bad from dated"
    )


def _parsed_when(column: Column) -> str:
    """Split the written text into a wall clock `_w`, an offset `_z` and whether it is a bare date."""
    raw, n = f'"{column.name}"', sql_name(column.name)
    first, last = f"split_part({raw}, '/', 1)", f"split_part({raw}, '/', 2)"
    return (
        f", regexp_matches({raw}, '{_DATE}') as {n}_bare"
        f", contains({raw}, '/') as {n}_span"
        f", {_clock_of(first)} as {n}_w, {_offset_of(first)} as {n}_z"
        f", {_clock_of(last)} as {n}_w2, {_offset_of(last)} as {n}_z2"
    )


def _clock_of(text: str) -> str:
    return (
        f"case when regexp_matches({text}, '{_DATE}') then try_cast({text} as timestamp)"
        f" when regexp_matches({text}, '{_LOCAL}') then try_cast({text} as timestamp)"
        f" when regexp_matches({text}, '{_ZONED}')"
        f" then try_cast(regexp_extract({text}, '^({_DAY}{_CLOCK})', 1) as timestamp) end"
    )


def _offset_of(text: str) -> str:
    """Return SQL for the written offset in seconds, null when none is written."""
    zone = f"regexp_extract({text}, '(Z|z|[+-]\\d\\d:?\\d\\d)$', 1)"
    return (
        f"case when regexp_matches({text}, '{_ZONED}') then"
        f" case when lower({zone}) = 'z' then 0 else"
        f" (case when left({zone}, 1) = '-' then -1 else 1 end)"
        f" * (cast(substr({zone}, 2, 2) as integer) * 3600"
        f" + cast(right({zone}, 2) as integer) * 60) end end"
    )


def _day_joins(column: Column) -> str:
    n = sql_name(column.name)
    return (
        f" left join local_day as {n}_d on {n}_d.day = cast(parsed.{n}_w as date)"
        f" left join local_day as {n}_d2 on {n}_d2.day = cast(parsed.{n}_w2 as date)"
    )


def _instant(w: str, z: str, d: str, *, latest: bool) -> str:
    """Return SQL for the earliest or latest instant that a written wall clock can mean."""
    before, after = f"{d}.offset_before", f"{d}.offset_after"
    wider = f"{'least' if latest else 'greatest'}({before}, {after})"
    seconds = (
        f"case when {z} is not null then {z} when {after} is null or {w} < {d}.shift_from then {before}"
        f" when {w} >= {d}.shift_to then {after} else {wider} end"
    )
    return f"{w} - to_seconds({seconds})"


def _placed(column: Column) -> str:
    n = sql_name(column.name)
    d, d2 = f"{n}_d", f"{n}_d2"
    at = _instant(f"{n}_w", f"{n}_z", d, latest=False)
    to = _instant(f"{n}_w", f"{n}_z", d, latest=True)
    span = _instant(f"{n}_w2", f"{n}_z2", d2, latest=True)
    return (
        f", case when {n}_bare then {d}.starts_at else {at} end as {n}_at"
        f", case when {n}_bare then {d}.ends_at - interval 1 microsecond"
        f" when {n}_span then {span} else {to} end as {n}_until"
        f", case when {n}_bare then 'date_only' when {n}_span then 'interval'"
        f" when {n}_z is not null then 'exact'"
        f" when {n}_w >= {d}.shift_from and {n}_w < {d}.shift_to then {d}.shift_kind"
        f" else 'zone_assumed' end as {n}_quality"
    )


def _reverse_join(column: Column) -> str:
    n = sql_name(column.name)
    return f" left join local_day as {n}_u on {n}_u.day = cast(placed.{n}_at as date)"


def _local_on(column: Column) -> str:
    n = sql_name(column.name)
    u = f"{n}_u"
    return (
        f", case when {n}_bare then cast({n}_w as date) else cast({n}_at + to_seconds("
        f"case when {u}.utc_change_at is not null and {n}_at >= {u}.utc_change_at"
        f" then {u}.utc_offset_after else {u}.utc_offset_before end) as date) end as {n}_on"
    )


def _value(column: Column) -> str:
    raw, n = f'"{column.name}"', sql_name(column.name)
    if column.kind == "date":
        return (
            f"case when regexp_matches({raw}, '{_DATE}') then try_cast({raw} as date) end as {n}_on"
        )
    if column.kind == "when":
        known = f"{n}_at is not null and {n}_until is not null"
        return (
            f"case when {known} then {n}_at end as {n}_at, case when {known} then {n}_until end as {n}_until,"
            f" case when {known} then {n}_on end as {n}_on,"
            f" case when {known} then {n}_quality end as {n}_quality"
        )
    if column.kind == "int":
        return f"case when regexp_matches({raw}, '^[+-]?\\d{{1,18}}$') then try_cast({raw} as bigint) end as {n}"
    if column.kind == "yesno":
        return (
            f"case when lower({raw}) in {_YES} then 'yes' when lower({raw}) in {_NO} then 'no'"
            f" when lower({raw}) = 'unclear' then 'unclear' end as {n}"
        )
    if column.kind == "list":
        item = "lower(trim(x))" if column.codes else "trim(x)"
        return (
            f"case when {raw} is not null then list_filter(list_transform(string_split({raw}, ';'),"
            f" lambda x: {item}), lambda x: x <> '') end as {n}"
        )
    if column.kind == "one":
        return f"{_coded(column)} as {n}"
    return f"{raw} as {n}"


def _coded(column: Column) -> str:
    lowered = f'lower("{column.name}")'
    if "x" in column.codes and "facebook" in column.codes:
        return f"case when {lowered} = 'twitter' then 'x' else {lowered} end"
    if "A2" in column.codes:
        return f'upper("{column.name}")'
    return lowered


def _fault(column: Column, *, required: bool) -> str:
    """Return the WHEN arms that say what is wrong with the column's text, if anything."""
    raw, n = f'"{column.name}"', sql_name(column.name)
    arms = ""
    if required:
        arms += f" when {raw} is null then {_why(column, 'is required and blank')}"
    if column.kind == "id":
        arms += (
            f" when length({raw}) > 128 then {_why(column, 'is longer than 128 characters')}"
            f" when regexp_matches({raw}, '^[+-]?\\d([.,]\\d+)?[eE]\\+?\\d+$')"
            f" then {_why(column, 'was turned into a number by a spreadsheet: paste the id as text')}"
        )
    elif column.kind == "date":
        why = _why(column, "is not a date of the form YYYY-MM-DD between 1900 and 2099")
        arms += f" when {raw} is not null and {_bare_value(column)} is null then {why}"
    elif column.kind == "when":
        why = _why(
            column,
            "is not a time of the form YYYY-MM-DD HH:MM (local), YYYY-MM-DDTHH:MM with Z or an offset,"
            " or a date, between 1900 and 2099",
        )
        arms += f" when {raw} is not null and ({n}_at is null or {n}_until is null) then {why}"
        arms += f" when {n}_until < {n}_at then {_why(column, 'is an interval that ends before it begins')}"
    elif column.kind == "int":
        why = _why(column, "is not a whole number")
        arms += f" when {raw} is not null and {_bare_value(column)} is null then {why}"
    elif column.kind == "yesno":
        why = _why(column, "is not yes, no or unclear")
        arms += f" when {raw} is not null and {_bare_value(column)} is null then {why}"
    elif column.codes:
        arms += _coded_fault(column)
    return arms


def _coded_fault(column: Column) -> str:
    raw = f'"{column.name}"'
    codes = ", ".join(f"'{code}'" for code in column.codes)
    why = _why(column, f"is not one of {', '.join(column.codes)}")
    if column.name == "surface":
        arm = f" when lower({raw}) = 'dm' then {_why(column, 'is dm: private messages are never loaded')}"
    else:
        arm = ""
    if column.kind == "list":
        listed = _bare_value(column)
        return f"{arm} when len(list_filter({listed}, lambda x: x not in ({codes}))) > 0 then {why}"
    return f"{arm} when {raw} is not null and {_coded(column)} not in ({codes}) then {why}"


def _bare_value(column: Column) -> str:
    return _value(column).rpartition(" as ")[0]


def _why(column: Column, words: str) -> str:
    return f"['{column.name}', '{words}']"
