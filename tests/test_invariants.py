"""Invariants: what may never change a verdict. Each runs on generated libraries and the sample.

How rows are ordered and files are split, how an instant is written, and what happens on accounts
that have nothing to do with an item must leave every item as it is.
"""

from __future__ import annotations

import random
import zlib
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from ecrl_audit import statements
from tests import evidence, worlds

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.model import Sheet

CHICAGO = ZoneInfo("America/Chicago")
NAMES = [
    pytest.param("0"),
    *(
        pytest.param(name, marks=pytest.mark.slow)
        for name in (worlds.SAMPLE, *map(str, range(1, 40)))
    ),
]
# One item per file, or per period about the files: other files, other items.
ABOUT_FILES = {"DQ-02", "DQ-03", "DQ-13", "DQ-15", "DQ-16", "RC-04"}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_rows_does_not_matter(name: str) -> None:
    tables = worlds.library(name)
    for table, rows in tables.items():
        if table != "run":
            random.Random(f"{name}/{table}").shuffle(rows)
    assert worlds.concluded(tables) == worlds.unchanged(name)


@pytest.mark.parametrize("name", [NAMES[0], *NAMES[3:5]])
def test_shuffled_rows_dealt_among_several_files_do_not_matter(name: str, tmp_path: Path) -> None:
    tables = worlds.library(name)
    assert not [table for table in tables if table.startswith("export_")]
    for sheet, rows in tables.items():
        if sheet != "run":
            _deal(tmp_path / "library", sheet, rows, random.Random(f"{name}/{sheet}"))
    found = worlds.loaded(tmp_path / "library", tmp_path / "audit.duckdb", tables["run"][0])
    before = worlds.unchanged(name)
    for control, items in before.verdicts.items():
        is_tested = before.conclusions[control] not in ("not_tested", "not_applicable")
        if is_tested and control not in ABOUT_FILES:
            assert found[control] == items, control


def _deal(library: Path, sheet: str, rows: list[dict[str, str]], dice: random.Random) -> None:
    """Write a sheet as three files, its rows shuffled; a file needs a row to have its columns."""
    dice.shuffle(rows)
    parts = min(3, len(rows))
    for part in range(parts):
        evidence.write_sheet(library, sheet, rows[part::parts], f".part{part}")


@pytest.mark.parametrize("name", NAMES)
def test_another_notation_of_the_same_instants_does_not_matter(name: str) -> None:
    tables = worlds.library(name)
    for sheet in statements.sheets().values():
        for row in (*tables.get(sheet.name, []), *tables.get(f"export_{sheet.name}", [])):
            _write_otherwise(sheet, row)
    before, after = worlds.unchanged(name), worlds.concluded(tables)
    assert after.conclusions == before.conclusions
    for control, items in before.verdicts.items():
        if control.startswith("DQ"):  # the key of a row without an id holds its written time
            assert Counter(after.verdicts[control].values()) == Counter(items.values()), control
        else:
            assert after.verdicts[control] == items, control


def _write_otherwise(sheet: Sheet, row: dict[str, str]) -> None:
    """Write the instants of a row with other offsets: the same in a copy of the row."""
    place = zlib.crc32("/".join(row.get(column, "") for column in sheet.key).encode())
    for column in sheet.columns:
        if column.kind == "when" and column.name in row:
            parts = row[column.name].split("/")
            row[column.name] = "/".join(_rewritten(part, place) for part in parts)


def _rewritten(text: str, place: int) -> str:
    """Return the same instant with another offset; a date alone or an odd hour stays as it is."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    if len(text) <= len("2026-07-01") or not text.strip():
        return text
    if moment.tzinfo is None:
        here = {moment.replace(tzinfo=CHICAGO, fold=fold).utcoffset() for fold in (0, 1)}
        if len(here) > 1:
            return text
        moment = moment.replace(tzinfo=CHICAGO)
    shift = timedelta(hours=(place % 25) - 12)
    local = (moment.astimezone(UTC) + shift).replace(tzinfo=None)
    sign = "-" if shift < timedelta(0) else "+"
    return f"{local.isoformat(sep='T')}{sign}{abs(place % 25 - 12):02d}:00"


@pytest.mark.parametrize("name", NAMES)
def test_unrelated_accounts_change_nothing(name: str) -> None:
    tables = worlds.library(name)
    first = date.fromisoformat(tables["run"][0]["period"].split("..")[0])
    for number in range(40):
        _lives_elsewhere(tables, number, f"{first + timedelta(days=number % 28)}T12:00:00Z")
    after = worlds.concluded(tables).verdicts
    for control, items in worlds.unchanged(name).verdicts.items():
        for item, verdict in items.items():
            assert after[control][item] == verdict, (control, item)


def _lives_elsewhere(tables: worlds.Tables, number: int, at: str) -> None:
    """Let people nobody else deals with post on an account that nobody else uses."""
    post = {"post": f"elsewhere-{number}", "posted": at, "channel": "elsewhere"}
    text = f"a post of its own, number {number}, on another account"
    author = {"author_kind": "public", "author": f"elsewhere-user-{number % 7}"}
    tables["posts"].append({**post, **author, "text": text})
    sighting = {"post": post["post"], "seen": at, "state": "visible"}
    tables.setdefault("sightings", []).append(sighting)
    thread = {"thread": f"elsewhere-{number}", "channel": "elsewhere", "received": at}
    tables.setdefault("message_threads", []).append({**thread, "first_opened": at})
