"""An invented database of results, in three sizes, for the tests of documents.

The rows are invented; the shapes are those a run stores, from `queries/tables`. Figures are
computed by the real files of `queries/figures` on the invented sheets of `fake_sheets.sql`.
"""

from __future__ import annotations

import csv
import json
import random
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

HERE = Path(__file__).resolve().parent
QUERIES = HERE.parent / "queries"
RUN, PREVIOUS_RUN = "run-2026q3-7c1e", "run-2026q2-51ab"
CHANNELS = ("fb-main", "ig-main", "x-main", "blog", "website", "yt-main")
FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)
ZONE = "America/Chicago"
HOSTILE = "\u202eevil\u200b text \u56f3\u66f8\u9928 \U0001f642 <b>x</b> {{ 7*7 }} by user.name.3"
OUTCOMES = (
    "pass",
    "exception",
    "observation",
    "needs_review",
    "not_evidenced",
    "pending",
    "not_applicable",
)
SUBTYPES = {
    "exception": ("late", "missing_record", "not_on_list"),
    "needs_review": ("unexplained_difference", "calendar_dependent"),
    "not_evidenced": ("coverage_missing", "tz_uncertain"),
}
QUIET = frozenset({"RM-09", "RM-17", "BL-09", "DM-01", "DM-02", "DM-10", "NT-02", "MO-05", "DQ-02"})
ONCE = frozenset({"PV-01", "RC-01", "AT-02"})
UNDATED = ONCE | {"AU-14"}
LIMITED = frozenset({"DM-02", "MO-05"})
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a database holds."""

    name: str
    only: tuple[str, ...]
    items: int
    exceptions: int


@dataclass(frozen=True, slots=True)
class Control:
    """One row of fake_controls.csv."""

    control: str
    title: str
    severity: str
    clauses: str
    parameter: str
    key: str


SIZES = {
    "ordinary": Size("ordinary", (), 24, 2),
    "almost_empty": Size("almost_empty", ("RM-01", "BL-01", "NT-01", "DQ-01"), 0, 0),
    "large": Size("large", (), 260, 118),
}


def fake_database(size: Size) -> duckdb.DuckDBPyConnection:
    """Return a database of that size in memory, the same rows every time."""
    connection = duckdb.connect()
    connection.execute("set TimeZone='UTC'")
    connection.execute(f"set variable items = {size.items}")
    for table in sorted((QUERIES / "tables").glob("*.sql")):
        connection.execute(table.read_text("utf-8"))
    connection.execute((HERE / "fake_sheets.sql").read_text("utf-8"))
    insert(connection, "audit_run", _runs(size))
    insert(connection, "source_file", _sources(size))
    insert(connection, "source_reject", _rejects(size))
    insert(connection, "run_parameter", _parameters())
    insert(connection, "clause", _clauses())
    for control in _controls(size):
        _store(connection, size, control, RUN)
        if size.items:
            _store(connection, size, control, PREVIOUS_RUN)
    _figures(connection, size)
    return connection


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    """Append rows; columns that the rows do not reach get an empty text."""
    if rows:
        width = len(connection.execute(f"describe {table}").fetchall())
        appender = connection.appender(table)
        appender.append_rows([(*row, *[""] * (width - len(row))) for row in rows])
        appender.flush()


def _runs(size: Size) -> list[Row]:
    runs = [(RUN, "2026-Q3", FIRST, LAST)]
    if size.items:
        runs.append((PREVIOUS_RUN, "2026-Q2", date(2026, 4, 1), date(2026, 6, 30)))
    rows: list[Row] = []
    for run_id, label, first, last in runs:
        cut = datetime.combine(last, datetime.min.time()) + timedelta(days=31, hours=4, minutes=59)
        digest = "sha256:" + "5fd1c07a" * 8
        library = ("East Central Regional Library", ZONE, "management self-assessment", True)
        rows.append(
            (run_id, label, first, last, cut, cut, "finished", "0.1.0", digest, *library, 1, 1)
        )
    return rows


def _sources(size: Size) -> list[Row]:
    names = ("actions", "posts", "people", "roles", "concerns", "investigations", "dmca_notices")
    rows: list[Row] = []
    for i, name in enumerate(names if size.items else names[:3], start=1):
        out, twice = (i % 3, i % 2) if size.items else (0, 0)
        seen = 40 + 17 * i if size.items else 0
        head = (i, f"logbook/{name}.csv", name, f"logbook.{name}", None, f"{i:02x}" * 32, 900)
        rows.append((*head, "loaded", "", seen, seen - out - twice, out, twice, 0, "utf-8"))
    long_name = "exports/fb-main/ads_information/" + "x" * 60 + ".json"
    aside = (90, long_name, "", "", "fb-main", "aa" * 32, 10, "ignored", "holds nothing used")
    return [*rows, (*aside, 0, 0, 0, 0, 0, "")]


def _rejects(size: Size) -> list[Row]:
    return [
        (row[0], 10 + n, "acted", f"is not a date: {HOSTILE}" if row[0] == 1 else "is not a date")
        for row in _sources(size)
        for n in range(row[11])
    ]


def _parameters() -> list[Row]:
    parameters = tomllib.loads((QUERIES / "policy" / "parameters.toml").read_text("utf-8"))
    rows: list[Row] = []
    for name, one in parameters["parameter"].items():
        adopted = name == "concern_review_limit"
        head = (RUN, name, one["code"], str(one["value"]).lower(), one["unit"], one["clause"])
        status = ("approved", "Board", "2026-03-09") if adopted else ("proposed", "", "")
        rows.append((*head, one["set_by"], one["words"], *status, name == "late_record"))
    return rows


def _clauses() -> list[Row]:
    with (HERE / "fake_clauses.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["clause"], row["clause"].split(".")[0], row["quotation"], row["gist"], "E", "will",
             row["mark"], "", "", row["controls"].split())
            for row in csv.DictReader(file)
        ]  # fmt: skip


def _controls(size: Size) -> list[Control]:
    with (HERE / "fake_controls.csv").open(encoding="utf-8", newline="") as file:
        found = [Control(**row) for row in csv.DictReader(file)]
    return [one for one in found if not size.only or one.control in size.only]


def _outcomes(size: Size, control: str, draw: random.Random) -> list[str]:
    if not size.items:
        return []
    if control in ONCE:
        return ["pass"]
    population = max(3, int(size.items * draw.uniform(0.4, 1.4)))
    exceptions = min(int(size.exceptions * draw.uniform(0.3, 1.9)), population)
    found = ["exception"] * (0 if control in QUIET else exceptions)
    for outcome, most in (("observation", 3), ("needs_review", 2), ("not_evidenced", 2)):
        found += [outcome] * draw.randint(0, most)
    found += ["pending"] * draw.randint(0, 1) + ["not_applicable"] * draw.randint(0, 2)
    return found + ["pass"] * max(population - len(found), 1)


def _conclusion(control: str, counts: Counter[str], size: Size) -> tuple[str, str]:
    if control == "ST-04" or (control == "NT-01" and not size.items):
        return "not_tested", "The sheet it needs was not supplied."
    if counts["exception"]:
        return "exceptions_noted", ""
    if control in LIMITED or (control == "DQ-01" and not size.items):
        return "limited", "Sources cover 71 of 92 days of the channel blog."
    return ("no_exceptions_noted" if sum(counts.values()) else "no_instances"), ""


def _store(connection: duckdb.DuckDBPyConnection, size: Size, one: Control, run: str) -> None:
    draw = random.Random(f"{size.name} {one.control} {run}")
    outcomes = [] if one.control == "ST-04" else _outcomes(size, one.control, draw)
    start = FIRST if run == RUN else date(2026, 4, 1)
    rows = [_item(run, one, i, (outcome, start, draw)) for i, outcome in enumerate(outcomes)]
    insert(connection, "item_result", rows)
    counts = Counter(outcomes)
    conclusion = _conclusion(one.control, counts, size)
    criterion = f"{one.title}: each item of the period has the record that the policy asks for."
    effect = "A person who asks why cannot be shown a record."
    remedy = "Complete the listed records, mark them as completed later, and require the field."
    head = (run, one.control, one.control[:2].lower(), one.title, one.clauses.split(), 1)
    texts = (one.severity, ["P", "M"], criterion, effect, remedy, one.parameter.split())
    proposed = bool(one.parameter) and one.control != "MO-03"
    numbers = (len(outcomes), *(counts[outcome] for outcome in OUTCOMES), 0, 92, 92)
    insert(connection, "control_result", [(*head, *texts, *conclusion, proposed, *numbers)])


def _item(run: str, one: Control, i: int, judged: tuple[str, date, random.Random]) -> Row:
    outcome, start, draw = judged
    channel = CHANNELS[i % len(CHANNELS)]
    key = one.key.format(i=i, j=i % 9 if i < 36 else i, channel=channel)
    subtype = draw.choice(SUBTYPES[outcome]) if outcome in SUBTYPES else None
    reason = HOSTILE if one.control == "RM-02" else f"{key} has no record dated before the act."
    measured = float(draw.randint(1, 12)) if one.parameter else None
    at = datetime.combine(start + timedelta(days=draw.randrange(91)), datetime.min.time())
    dated = None if one.control in UNDATED else at + timedelta(hours=draw.randrange(13, 24))
    evidence = [1_000_000_000 + i + 1, 2_000_000_000 + i + 5]
    tail = (dated, measured, 3.0 if one.parameter else None, False, evidence)
    return (run, one.control, key, outcome, subtype, reason, channel, one.severity, [], *tail)


def _figures(connection: duckdb.DuckDBPyConnection, size: Size) -> None:
    for file in sorted((QUERIES / "figures").glob("*.sql")):
        sql = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        _add_figure(connection, file.stem, rows)
    if size.items:
        insert(connection, "restatement", [(RUN, "2026-Q2", "RM-01", 2, 40, 3, 41)])
        sensitivity = {"control": "RM-07", "parameter": "removal_limit", "half": 9, "default": 4}
        _add_figure(connection, "sensitivity", [{**sensitivity, "double": 1}])
        due = {"control": "DM-16", "what": "A put-back window ends", "due_on": "2026-11-06"}
        _add_figure(connection, "open_deadlines", [due])


def _add_figure(
    connection: duckdb.DuckDBPyConnection, name: str, rows: list[dict[str, Any]]
) -> None:
    bodies = [json.dumps(row, default=str, ensure_ascii=False) for row in rows]
    insert(connection, "figure", [(RUN, name, i, body) for i, body in enumerate(bodies)])
