"""Sheets read a second time, in plain Python: which rows stand, and the moments they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ecrl_audit import statements
from ecrl_audit.model import Column, Sheet

CHICAGO = ZoneInfo("America/Chicago")
YES_OR_NO = {"yes", "y", "true", "1", "no", "n", "false", "0", "unclear"}
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked: the first and the last day, and the cut-off."""

    first: date
    last: date
    as_of: datetime

    def holds(self, text: str) -> bool:
        """Say whether the earliest moment a cell can mean lies in the period."""
        at = earliest(text)
        if at is None or at > self.as_of:
            return False
        return self.first <= local_day(at) <= self.last

    def days(self) -> list[date]:
        """Return the days of the period up to the cut-off."""
        last = min(self.last, local_day(self.as_of))
        return [self.first + timedelta(days=n) for n in range((last - self.first).days + 1)]


def asked(run: Row) -> Asked:
    """Return what the row of a run asks."""
    first, last = run["period"].split("..")
    as_of = datetime.fromisoformat(run["as_of"])
    return Asked(date.fromisoformat(first), date.fromisoformat(last), as_of)


def local_day(moment: datetime) -> date:
    """Return the local day of a moment."""
    return moment.astimezone(CHICAGO).date()


def earliest(text: str) -> datetime | None:
    """Return the earliest moment a written time can mean; None when it is none."""
    try:
        moment = datetime.fromisoformat(text.split("/", maxsplit=1)[0])
    except ValueError:
        return None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    return min(moment.replace(tzinfo=CHICAGO, fold=fold).astimezone(UTC) for fold in (0, 1))


def _fits(column: Column, cell: str) -> bool:
    parts = cell.split(";") if column.kind == "list" else [cell]
    if column.codes:
        return all(part.lower() in {code.lower() for code in column.codes} for part in parts)
    if column.kind == "yesno":
        return cell.lower() in YES_OR_NO
    if column.kind == "int":
        return cell.lstrip("+-").isdigit()
    if column.kind == "date":
        return re.fullmatch(r"\d{4}-\d\d-\d\d", cell) is not None
    return column.kind != "when" or earliest(cell) is not None


def _stands(sheet: Sheet, row: Row) -> bool:
    if any(not row.get(name) for name in sheet.required):
        return False
    return all(_fits(c, row[c.name]) for c in sheet.columns if row.get(c.name))


def _is_known(sheet: Sheet, row: Row, run: Asked) -> bool:
    kinds = {column.name: column.kind for column in sheet.columns}
    for name in sheet.happened:
        if row.get(name):
            if kinds[name] == "date":
                return date.fromisoformat(row[name]) <= local_day(run.as_of)
            at = earliest(row[name])
            return at is not None and at <= run.as_of
    return True


def rows(tables: dict[str, list[Row]], name: str) -> list[Row]:
    """Return the rows of a sheet that stand and were known at the cut-off, each key once.

    Keys that stand for two records of the logbook are left out: see `contradicted`.
    """
    sheet, run = statements.sheets()[name], asked(tables["run"][0])
    by_key: dict[str, Row] = {}
    for row in (*tables.get(name, []), *tables.get(f"export_{name}", [])):
        if _stands(sheet, row):
            by_key.setdefault(_key(sheet, row), row)
    torn = {_key(sheet, row) for row in contradicted(tables, name)}
    return [r for key, r in by_key.items() if key not in torn and _is_known(sheet, r, run)]


def contradicted(tables: dict[str, list[Row]], name: str) -> list[Row]:
    """Return the rows of the logbook whose key stands in another of them with other values."""
    sheet = statements.sheets()[name]
    versions: dict[str, set[str]] = {}
    standing = [row for row in tables.get(name, []) if _stands(sheet, row)]
    for row in standing:
        text = "|".join(row.get(column.name, "") for column in sheet.columns)
        versions.setdefault(_key(sheet, row), set()).add(text)
    return [row for row in standing if len(versions[_key(sheet, row)]) > 1]


def _key(sheet: Sheet, row: Row) -> str:
    return "/".join(row.get(name, "") for name in sheet.key)
