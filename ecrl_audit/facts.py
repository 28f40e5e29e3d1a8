"""The facts that controls share: which there are, what they rest on, and their tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecrl_audit import statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecrl_audit.database import Connection
    from ecrl_audit.model import SqlFile

_WORD = re.compile(r"[a-z_][a-z0-9_]*")


def files() -> tuple[SqlFile, ...]:
    """Return the facts in dependency order; the name of a fact is its file's without the number."""
    return statements.sql_files("facts")


def name_of(file: SqlFile) -> str:
    """Return the table that a fact's file makes."""
    return file.name.split("_", 1)[1]


def build(connection: Connection) -> None:
    """Make the tables of all facts."""
    make(connection, {name_of(file) for file in files()})


def make(connection: Connection, names: set[str], kind: str = "") -> None:
    """Make the tables of the facts of these names, in dependency order; of the kind "temp" or for good."""
    for file in files():
        if name_of(file) in names:
            connection.execute(f"create or replace {kind} table {name_of(file)} as {file.sql}")


def touched_by(parameter: str) -> set[str]:
    """Return the facts that read a threshold, and those that rest on them in turn."""
    touched: set[str] = set()
    for file in files():
        words = set(_WORD.findall(file.sql.lower()))
        if parameter in words or words & touched:
            touched.add(name_of(file))
    return touched


def needed(sql: Iterable[str]) -> set[str]:
    """Return the facts that statements name, and those that these need in turn."""
    by_name = {name_of(file): file.sql for file in files()}
    found: set[str] = set()
    waiting = [word for text in sql for word in _WORD.findall(text.lower()) if word in by_name]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(word for word in _WORD.findall(by_name[name].lower()) if word in by_name)
    return found
