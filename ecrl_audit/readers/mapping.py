"""Any other CSV, described by the library in a mapping.toml instead of by a format file.

schema = 1
[[csv]]
files   = "civicplus-*.csv"          # names of the files it is for
title   = "CivicPlus archive"        # optional
sheet   = "posts"                    # the sheet it fills
columns = { post = "Record ID", posted = "Captured", text = "Content", author = "Author" }
always  = { author_kind = "public" } # columns with one value, optional
times   = { posted = "slashes" }     # how a time is written, optional
only    = { "Type" = "^Comment$" }   # rows to read; the others are counted, optional
values  = { author_kind = { Page = "staff", Visitor = "public" } }   # optional
"""

from __future__ import annotations

import re
import tomllib
from fnmatch import translate
from typing import TYPE_CHECKING, Any

from ecrl_audit import statements
from ecrl_audit.errors import UsageError
from ecrl_audit.readers.shapes import Clue, PlatformFormat, RecordRule, Section
from ecrl_audit.readers.times import FORMS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHEETS = (
    "posts",
    "revisions",
    "sightings",
    "actions",
    "block_lists",
    "access_checks",
    "access_changes",
    "concerns",
    "coverage",
    "dmca_notices",
    "dmca_items",
    "dmca_events",
    "dmca_counter_notices",
)
_NEEDED = ("files", "sheet", "columns")
_OPTIONAL = ("title", "always", "times", "only", "values")
_COLUMN = re.compile(r"[a-z][a-z_]*")


def mapped_formats(path: Path) -> tuple[PlatformFormat, ...]:
    """Return the formats that a mapping.toml describes; what is wrong in it is a UsageError."""
    try:
        entries = _tables(tomllib.loads(path.read_text(encoding="utf-8")))
        return tuple(_format(entry, number) for number, entry in enumerate(entries, start=1))
    except (ValueError, TypeError, KeyError, AttributeError, re.error) as error:
        raise UsageError(f"{path.name}: {error}") from error


def _tables(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    if set(content) - {"schema", "csv"} or content.get("schema") != 1:
        raise ValueError("a mapping holds `schema = 1` and [[csv]] tables, and nothing else")
    return list(content.get("csv", []))


def _format(entry: Mapping[str, Any], number: int) -> PlatformFormat:
    _check(entry, number)
    columns = {name: (known,) for name, known in entry["columns"].items()}
    only = {f"only_{n}": known for n, known in enumerate(entry.get("only", {}))}
    named = re.compile(translate(entry["files"].lower()))
    return PlatformFormat(
        id=f"mapping_{number}",
        title=entry.get("title", f"mapping.toml, table {number}"),
        platform="other",
        container="csv",
        versions=(),
        brings="What the library's mapping.toml names.",
        cannot_prove=("anything the mapped columns do not say",),
        sample="the library's own file",
        clues=(Clue(name=re.compile(named.pattern, re.IGNORECASE), columns=tuple(columns)),),
        records=_rules(entry, only),
        sections=(
            Section(entry["sheet"], _statement(entry)),
            Section("out_of_scope", _OTHERS),
        ),
        columns={**columns, **{name: (known,) for name, known in only.items()}},
    )


_OTHERS = """select
    rec_row as row,
    'a row that mapping.toml does not ask for' as why
from raw
where kind = 'other'"""


def _check(entry: Mapping[str, Any], number: int) -> None:
    missing = [name for name in _NEEDED if not entry.get(name)]
    unknown = sorted(set(entry) - {*_NEEDED, *_OPTIONAL})
    if missing or unknown:
        what = (
            f"lacks {', '.join(missing)}" if missing else f"has unknown keys {', '.join(unknown)}"
        )
        raise ValueError(f"[[csv]] table {number} {what}")
    if entry["sheet"] not in SHEETS:
        raise ValueError(
            f"sheet {entry['sheet']!r} cannot be filled; these can: {', '.join(SHEETS)}"
        )
    for name in (*entry["columns"], *entry.get("always", {})):
        if not _COLUMN.fullmatch(name):
            raise ValueError(f"{name!r} is not the name of a column of a sheet")
    forms = [form for form in entry.get("times", {}).values() if form not in FORMS]
    if forms:
        raise ValueError(f"unknown way to write a time: {forms[0]}; known: {', '.join(FORMS)}")


def _rules(entry: Mapping[str, Any], only: Mapping[str, str]) -> tuple[RecordRule, ...]:
    wanted = entry.get("only", {})
    where = {name: re.compile(wanted[known]) for name, known in only.items()}
    times = entry.get("times", {})
    sheet = statements.sheets()[entry["sheet"]]
    moments = {column.name for column in sheet.columns if column.kind == "when"}
    usual = {name: "iso" if name in moments else "" for name in entry["columns"]}
    fields = {name: times.get(name, form) for name, form in usual.items()}
    row = RecordRule(kind="row", at=((),), fields=fields, where=where)
    return (row, RecordRule(kind="other", at=((),), fields={})) if where else (row,)


def _statement(entry: Mapping[str, Any]) -> str:
    values = entry.get("values", {})
    listed = ["raw.rec_row as row", "'current_state' as basis"]
    if "channel" not in entry["columns"] and "channel" not in entry.get("always", {}):
        listed.append("this_file.channel")
    listed += [f"{_column(name, values.get(name, {}))} as {name}" for name in entry["columns"]]
    listed += [f"{_quoted(value)} as {name}" for name, value in entry.get("always", {}).items()]
    chosen = ",\n    ".join(listed)
    return f"select\n    {chosen}\nfrom raw\ncross join this_file\nwhere raw.kind = 'row'"


def _column(name: str, values: Mapping[str, str]) -> str:
    text = f"nullif(json_extract_string(raw.body, '$.{name}'), '')"
    cases = " ".join(f"when {_quoted(old)} then {_quoted(new)}" for old, new in values.items())
    return f"case {text} {cases} else {text} end" if cases else text


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"
