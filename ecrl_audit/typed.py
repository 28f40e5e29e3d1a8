"""The sheet contract into SQL that types text rows: every value in its type, or a reason why not.

A raw table `raw_<sheet>` holds text as delivered. The statement made here gives each raw row
its typed columns, and `bad_column`/`bad_why` where a value cannot stand. Written times are
resolved by the table `local_day`, which Python's zoneinfo filled: never by DuckDB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecrl_audit import written_time

if TYPE_CHECKING:
    from ecrl_audit.model import Column, Sheet

RENAMED = {"check": "check_id", "user": "user_key", "by": "by_person"}
WHEN_PARTS = {"at": "timestamp", "until": "timestamp", "on": "date", "quality": "varchar"}
RECORD_FACTOR = 1_000_000_000
_YES = "('yes', 'y', 'true', '1')"
_NO = "('no', 'n', 'false', '0')"
_UNREADABLE = {
    "date": "is not a date of the form YYYY-MM-DD between 1900 and 2099",
    "int": "is not a whole number",
    "yesno": "is not yes, no or unclear",
}
_NO_TIME = (
    "is not a time of the form YYYY-MM-DD HH:MM (local), YYYY-MM-DDTHH:MM with Z or an offset,"
    " or a date, between 1900 and 2099"
)


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
        return [(f"{name}_{part}", kind) for part, kind in WHEN_PARTS.items()]
    if column.kind == "int":
        return [(name, "bigint")]
    if column.kind == "list":
        return [(name, "varchar[]")]
    return [(name, "varchar")]


def typing_select(sheet: Sheet) -> str:
    """Return a SELECT that gives every raw row of a sheet its typed values and its first fault."""
    text = ", ".join(
        f"nullif(trim(\"{c.name}\", ' \t\r\n\u00a0'), '') as \"{c.name}\"" for c in sheet.columns
    )
    values = ", ".join(_value(column) for column in sheet.columns)
    faults = "".join(
        _fault(column, required=column.name in sheet.required) for column in sheet.columns
    )
    key = " || '/' || ".join(f"coalesce(\"{sheet_key}\", '')" for sheet_key in sheet.key)
    whole = " || chr(31) || ".join(f'coalesce("{c.name}", chr(30))' for c in sheet.columns)
    return (
        f"with trimmed as (select source_id, row, basis, {text} from raw_{sheet.name}), "
        f"whole as (select *, {key} as key_text, {whole} as row_text from trimmed), "
        f"{_time_stages(sheet)}"
        f"select source_id, row, basis, key_text, row_text, {values}, "
        f"case {faults} end as bad from dated"
    )


def _time_stages(sheet: Sheet) -> str:
    """Return the CTEs that resolve every written time of a sheet, one step for all at once."""
    whens = [(f'"{c.name}"', sql_name(c.name)) for c in sheet.columns if c.kind == "when"]
    split = "".join(written_time.split(raw, n) for raw, n in whens)
    parsed = "".join(written_time.parsed(n) for _, n in whens)
    placed = "".join(written_time.placed(n) for _, n in whens)
    joins = "".join(written_time.day_joins(n) for _, n in whens)
    dated = "".join(written_time.local_on(n) for _, n in whens)
    second = "".join(written_time.reverse_join(n) for _, n in whens)
    return (
        f"split as (select *{split} from whole), "
        f"parsed as (select *{parsed} from split), "
        f"placed as (select parsed.*{placed} from parsed{joins}), "
        f"dated as (select placed.*{dated} from placed{second}) "
    )


def _value(column: Column) -> str:
    raw, n = f'"{column.name}"', sql_name(column.name)
    if column.kind == "date":
        return f"case when regexp_matches({raw}, '{written_time.DATE}') then try_cast({raw} as date) end as {n}_on"
    if column.kind == "when":
        known = f"case when {n}_at is not null and {n}_until is not null then {n}"
        return ", ".join(f"{known}_{part} end as {n}_{part}" for part in WHEN_PARTS)
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
    raw = f'"{column.name}"'
    arms = f" when {raw} is null then {_why(column, 'is required and blank')}" if required else ""
    if column.kind == "id":
        return arms + _id_fault(column)
    if column.kind == "when":
        return arms + _when_fault(column)
    if column.kind in _UNREADABLE:
        why = _why(column, _UNREADABLE[column.kind])
        return f"{arms} when {raw} is not null and {_bare_value(column)} is null then {why}"
    return arms + _coded_fault(column) if column.codes else arms


def _id_fault(column: Column) -> str:
    raw = f'"{column.name}"'
    return (
        f" when length({raw}) > 128 then {_why(column, 'is longer than 128 characters')}"
        f" when regexp_matches({raw}, '^[+-]?\\d([.,]\\d+)?[eE]\\+?\\d+$')"
        f" then {_why(column, 'was turned into a number by a spreadsheet: paste the id as text')}"
    )


def _when_fault(column: Column) -> str:
    raw, n = f'"{column.name}"', sql_name(column.name)
    return (
        f" when {raw} is not null and ({n}_at is null or {n}_until is null)"
        f" then {_why(column, _NO_TIME)}"
        f" when {n}_until < {n}_at then {_why(column, 'is an interval that ends before it begins')}"
    )


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
