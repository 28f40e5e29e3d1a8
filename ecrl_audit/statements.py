"""The .sql files of queries/ into headers and statements; the folder is the registry."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from ecrl_audit import assets
from ecrl_audit.errors import UsageError
from ecrl_audit.model import Column, Control, Sheet, SqlFile

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = re.compile(r"\A\s*/\*(.*?)\*/(.*)\Z", re.DOTALL)
_CODES = re.compile(r"\[(.*?)\]")
_DERIVED = {"family", "path", "sql"}


def read_sql(path: Path) -> SqlFile:
    """Split one file into the TOML of its leading comment and the statement below it."""
    match = _HEADER.match(path.read_text(encoding="utf-8"))
    if match is None:
        raise UsageError(f"{path.name}: the file must begin with a /* TOML */ header.")
    try:
        header = tomllib.loads(match.group(1))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path.name}: the header is not TOML: {error}.") from error
    return SqlFile(path=str(path), name=path.stem, header=header, sql=match.group(2).strip())


def read_control(path: Path) -> Control:
    """Read one control; a missing or misspelt header key is named."""
    file = read_sql(path)
    known = {f.name: f for f in fields(Control) if f.name not in _DERIVED}
    unknown = sorted(set(file.header) - set(known))
    missing = sorted(
        name for name, f in known.items() if f.default is MISSING and name not in file.header
    )
    if unknown or missing:
        raise UsageError(
            f"{path.name}: unknown header keys: {', '.join(unknown) or 'none'};"
            f" missing: {', '.join(missing) or 'none'}."
        )
    values: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in file.header.items()
    }
    return Control(**values, family=path.parent.name.upper(), path=file.path, sql=file.sql)


@cache
def controls() -> tuple[Control, ...]:
    """Return every control of queries/controls in id order; ids are unique."""
    found = sorted(
        (read_control(path) for path in assets.folder("queries").glob("controls/*/*.sql")),
        key=lambda control: control.id,
    )
    seen: set[str] = set()
    for control in found:
        if control.id in seen:
            raise UsageError(f"{control.path}: the id {control.id} is used twice.")
        seen.add(control.id)
    return tuple(found)


@cache
def sql_files(folder: str) -> tuple[SqlFile, ...]:
    """Return the .sql files of one folder of queries/ in name order."""
    return tuple(
        read_sql(path) for path in sorted(assets.folder("queries").glob(f"{folder}/*.sql"))
    )


@cache
def sheets() -> dict[str, Sheet]:
    """Return the contract of every hand-kept sheet by its name."""
    path = assets.folder("queries") / "logbook" / "sheets.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["sheet"]
    return {name: _sheet(name, entry) for name, entry in entries.items()}


def _sheet(name: str, entry: dict[str, object]) -> Sheet:
    columns = entry["columns"]
    assert isinstance(columns, dict)  # noqa: S101 - shape of a file of our own
    lists = {k: tuple(v) for k, v in entry.items() if isinstance(v, list)}
    key = lists["key"] if lists["key"] != ("*",) else tuple(columns)
    return Sheet(
        name=name,
        purpose=str(entry["purpose"]),
        required=lists["required"],
        key=key,
        happened=lists.get("happened", ()),
        columns=tuple(_column(column, kind) for column, kind in columns.items()),
        note=str(entry.get("note", "")),
    )


def _column(name: str, description: str) -> Column:
    kind = description.split(maxsplit=1)[0]
    codes = _CODES.search(description)
    listed = tuple(code.strip() for code in codes.group(1).split(",")) if codes else ()
    return Column(name=name, kind="one" if kind == "one" else kind, codes=listed)
