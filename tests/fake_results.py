"""An invented database of results, in three sizes, for tests of the documents.

The rows are invented; the shapes are those that a run stores. Figures are computed by the
real files of `queries/figures` on invented sheets.
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

import duckdb

HERE = Path(__file__).resolve().parent
FIGURES = HERE.parent / "queries" / "figures"
TABLES = HERE.parent / "queries" / "tables"
PARAMETERS = HERE.parent / "queries" / "policy" / "parameters.toml"
RUN = "run-2026q3-7c1e"
PREVIOUS_RUN = "run-2026q2-51ab"
SECRET = "a secret of the series, for tests only"  # noqa: S105 - invented
CHANNELS = ("fb-main", "ig-main", "x-main", "blog", "website", "yt-main")
OUTCOMES = (
    "pass",
    "exception",
    "observation",
    "needs_review",
    "not_evidenced",
    "pending",
    "not_applicable",
)
HOSTILE = "‮evil\u200b text 図書館 🙂 <b>x</b> {{ 7*7 }}"


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a database holds."""

    name: str
    controls: tuple[str, ...]
    items: int
    exceptions: int
    cases: int
    concerns: int
    with_previous: bool


TITLES = {
    "RM-01": "Every removal has a recorded reason",
    "RM-02": "Every reason is a ground of the policy in force",
    "RM-04": "Only authorized people remove posts",
    "RM-05": "A copy is kept before a post is removed",
    "RM-07": "Content that must go is acted on in time",
    "RM-08": "One copy of a duplicate stays, the rest goes",
    "RM-09": "The duplicate rule is used on one individual only",
    "RM-12": "Equal content is treated equally",
    "RM-14": "Filters are approved and their catch is reviewed",
    "RM-16": "Replies are archived before a thread is deleted",
    "RM-17": "No post disappears without an act",
    "BL-01": "Every block follows an investigation",
    "BL-02": "Every block rests on a found violation",
    "BL-03": "A blocked user posted against the rules continuously",
    "BL-04": "Only named positions and their designees block",
    "BL-05": "The statement was posted when a user was blocked",
    "BL-06": "The block list and the log agree",
    "BL-09": "A block without support is lifted",
    "NT-01": "The statement stands word for word on each account",
    "NT-02": "The statement stands without a gap",
    "DM-01": "The designation of the agent is current",
    "DM-02": "The site and the directory name the same agent",
    "DM-06": "Every copyright complaint has a case",
    "DM-07": "The six elements are assessed at once",
    "DM-09": "A complete notice leads to a prompt removal",
    "DM-10": "The sender of a curable notice is contacted",
    "DM-13": "The author is told of a removal",
    "DM-16": "An item returns within the statutory window",
    "AU-01": "Only authorized people change accounts",
    "AU-02": "Who has access is who should have it",
    "AU-03": "Nobody keeps access after the last day",
    "AU-05": "Designations are written, dated and valid",
    "AU-06": "Nobody shares a login",
    "AU-07": "Every account has two full administrators",
    "AU-14": "The roster of roles has no holes",
    "MO-01": "Every open account is looked at each business day",
    "MO-02": "Every public item is covered by a review",
    "MO-03": "A concern is reviewed as soon as possible",
    "MO-05": "An upheld concern is acted on",
    "ST-01": "Only administrators create posts",
    "ST-02": "Staff posts hold no protected data",
    "ST-04": "Incidents are reported in time",
    "OO-01": "Partner promotion has a category",
    "AT-02": "The director attests the aims of the policy",
    "RC-01": "A retention schedule is adopted",
    "PV-01": "No output names a user",
    "DQ-01": "Every open account-day is covered by the sources",
    "DQ-02": "Rows declared, loaded and refused add up",
    "DQ-04": "No key stands for two different rows",
    "DQ-07": "Every act has an actor on the roster",
}
SEVERE = {
    "DM-01": "critical",
    "DM-09": "critical",
    "DM-16": "critical",
    "AU-03": "critical",
    "BL-09": "critical",
    "ST-02": "critical",
    "RM-08": "low",
    "OO-01": "low",
}
SUBTYPES = {
    "exception": ("late", "missing_record", "not_on_list"),
    "needs_review": ("unexplained_difference", "calendar_dependent"),
    "not_evidenced": ("coverage_missing", "tz_uncertain"),
}
SIZES = {
    "ordinary": Size("ordinary", tuple(TITLES), 24, 2, 9, 26, with_previous=True),
    "almost_empty": Size(
        "almost_empty", ("RM-01", "BL-01", "NT-01", "DQ-01"), 0, 0, 0, 0, with_previous=False
    ),
    "large": Size("large", tuple(TITLES), 260, 104, 40, 400, with_previous=True),
}

_SHEETS = """
create table pseudonym_secret (secret varchar);
create table period (first_on date, last_on date, starts_at timestamp, ends_at timestamp,
    as_of_at timestamp, as_of_on date, label varchar, time_zone varchar);
create table this_run (run_id varchar);
create table coverage_day (source varchar, channel varchar, day date, is_covered boolean);
create table channels (channel varchar, platform varchar, kind varchar, opened_on date,
    closed_on date, comments varchar);
create table actions (action_no varchar, acted_on date, channel varchar, action varchar,
    source varchar, reason_code varchar, user_key varchar);
create table people (person varchar);
create table investigations (user_key varchar);
create table posts (author_kind varchar, author varchar);
create table reason_codes (code varchar, clause varchar);
create table concerns (concern varchar, received_on date, first_reviewed_on date, via varchar,
    user_key varchar);
create table dmca_notices (notice_no varchar, venue varchar, channel varchar, received_on date,
    received_by_agent_on date);
create table dmca_events (notice_no varchar, event varchar, happened_on date);
create table dmca_counter_notices (notice_no varchar, received_by_agent_on date);
create table block_lists (channel varchar, checked_at timestamp, user_key varchar);
create table block_reviews (user_key varchar, channel varchar, reviewed_on date);
create table appeals (appeal varchar, received_on date, decided_at timestamp);
create table roles (person varchar, role varchar, acting varchar, start_on date, end_on date);
create table access_checks (check_id varchar, checked_at timestamp, checked_on date,
    channel varchar, login varchar, level varchar);
create table logins (login varchar, person varchar);
create table attestations (clause varchar, attested_on date);
create table partner_posts (direction varchar, category varchar, posted_on date);
"""
FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)


def fake_database(size: Size, file: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Return a database of that size, the same rows every time."""
    connection = duckdb.connect(file)
    connection.execute("set TimeZone='UTC'")
    for table in sorted(TABLES.glob("*.sql")):
        connection.execute(table.read_text("utf-8"))
    connection.execute(_SHEETS)
    draw = random.Random(f"fake {size.name}")  # noqa: S311 - invented rows, not secrets
    _runs(connection, size)
    _sources(connection, size)
    _policy(connection)
    _sheets(connection, size, draw)
    for control in size.controls:
        _control(connection, size, control, RUN, draw)
        if size.with_previous:
            _control(connection, size, control, PREVIOUS_RUN, draw)
    _figures(connection)
    return connection


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple]) -> None:
    """Append rows; columns that the rows do not reach get an empty text."""
    if rows:
        width = len(connection.execute(f"describe {table}").fetchall())
        rows = [(*row, *[""] * (width - len(row))) for row in rows]
        appender = connection.appender(table)
        appender.append_rows(rows)
        appender.flush()


def _runs(connection: duckdb.DuckDBPyConnection, size: Size) -> None:
    def run(run_id: str, label: str, first: date, last: date) -> tuple:
        cut = datetime.combine(last, datetime.min.time()) + timedelta(days=31, hours=4, minutes=59)
        return (
            run_id,
            label,
            first,
            last,
            cut,
            cut,
            "finished",
            "0.1.0",
            "sha256:" + "5fd1c07a" * 8,
            "East Central Regional Library",
            "America/Chicago",
            "management self-assessment",
            True,
            1,
            1 + (run_id == RUN),
        )

    rows = [run(RUN, "2026-Q3", FIRST, LAST)]
    if size.with_previous:
        rows.append(run(PREVIOUS_RUN, "2026-Q2", date(2026, 4, 1), date(2026, 6, 30)))
    _insert(connection, "audit_run", rows)
    _insert(connection, "this_run", [(RUN,)])
    _insert(connection, "pseudonym_secret", [(SECRET,)])
    cut = rows[0][4]
    _insert(
        connection,
        "period",
        [
            (
                FIRST,
                LAST,
                datetime(2026, 7, 1, 5),
                datetime(2026, 10, 1, 5),
                cut,
                cut.date(),
                "2026-Q3",
                "America/Chicago",
            )
        ],
    )


def _sources(connection: duckdb.DuckDBPyConnection, size: Size) -> None:
    names = (
        "actions",
        "posts",
        "people",
        "roles",
        "concerns",
        "investigations",
        "dmca_notices",
        "access_checks",
        "statement_checks",
        "coverage",
        "monitoring",
    )
    chosen = names if size.items else names[:3]
    rows = []
    for i, name in enumerate(chosen, start=1):
        seen = 40 + 17 * i if size.items else 0
        quarantined, duplicate = (i % 3, i % 2) if size.items else (0, 0)
        rows.append(
            (
                i,
                f"logbook/{name}.csv",
                name,
                f"logbook.{name}",
                None,
                f"{i:02x}" * 32,
                900,
                "loaded",
                "",
                seen,
                seen - quarantined - duplicate,
                quarantined,
                duplicate,
                0,
                "utf-8",
            )
        )
    rows.append(
        (
            90,
            "exports/fb-main/ads_information/" + "x" * 60 + ".json",
            "",
            "",
            "fb-main",
            "aa" * 32,
            10,
            "ignored",
            "holds nothing the controls use",
            0,
            0,
            0,
            0,
            0,
            "",
        )
    )
    _insert(connection, "source_file", rows)
    rejects = [
        (i, 10 + i, "acted", f"is not a date: {HOSTILE}" if i == 1 else "is not a date and a time")
        for i, row in enumerate(rows[:-1], start=1)
        for _ in range(row[11])
    ]
    _insert(connection, "source_reject", rejects)


def _policy(connection: duckdb.DuckDBPyConnection) -> None:
    with PARAMETERS.open("rb") as file:
        parameters = tomllib.load(file)["parameter"]
    rows = []
    for i, (name, one) in enumerate(parameters.items()):
        value = str(one["value"]).lower()
        approved = name == "concern_review_limit"
        rows.append(
            (
                RUN,
                name,
                one["code"],
                value,
                one["unit"],
                one["clause"],
                one["set_by"],
                one["words"],
                "approved" if approved else "proposed",
                "Board" if approved else "",
                "2026-03-09" if approved else "",
                i == 7,
            )
        )
    _insert(connection, "run_parameter", rows)
    with (HERE / "fake_clauses.csv").open(encoding="utf-8", newline="") as file:
        clauses = [
            (
                r["clause"],
                r["clause"].split(".")[0],
                r["quotation"],
                r["gist"],
                "E",
                "will",
                r["mark"],
                "",
                "",
                r["controls"].split(),
            )
            for r in csv.DictReader(file)
        ]
    _insert(connection, "clause", clauses)


def _outcomes(size: Size, control: str, draw: random.Random) -> list[str]:
    if not size.items or (control in ("OO-01", "DM-16") and size.name == "almost_empty"):
        return []
    if control in ("PV-01", "RC-01", "AT-02"):
        return ["pass"]
    total = max(3, int(size.items * draw.uniform(0.4, 1.4)))
    quiet = control in (
        "RM-09",
        "RM-17",
        "BL-09",
        "DM-01",
        "DM-02",
        "DM-10",
        "NT-02",
        "MO-05",
        "DQ-02",
    )
    exceptions = 0 if quiet else min(int(size.exceptions * draw.uniform(0.3, 1.9)), total)
    rest = ["observation"] * draw.randint(0, 3) + ["needs_review"] * (
        draw.randint(0, 2) if not quiet else 0
    )
    rest += ["not_evidenced"] * draw.randint(0, 2) + ["pending"] * draw.randint(0, 1)
    rest += ["not_applicable"] * draw.randint(0, 2)
    return ["exception"] * exceptions + rest + ["pass"] * max(total - exceptions - len(rest), 1)


def _key(control: str, i: int, channel: str) -> str:
    if control in ("BL-06",):
        return f"check-{i % 4}/{channel}/user.name.{i}"
    if control in ("AU-02", "AU-03"):
        return f"chk-{i % 3}/login-{i}/{channel}"
    if control in ("AU-14", "AU-06"):
        return f"person-{i}"
    if control in ("NT-01",):
        return f"s{i}/{channel}"
    if control in ("MO-01", "NT-02"):
        return f"{channel}/{FIRST + timedelta(days=i % 92)}-{i}"
    if control == "MO-03":
        return f"K-{i:04d}"
    if control == "DM-09":
        return f"N-{i:03d}"
    if control == "DM-16":
        return f"N-{i:03d}/post-{i}"
    return f"{control.lower()}-{10_000 + i}"


def _control(
    connection: duckdb.DuckDBPyConnection, size: Size, control: str, run: str, draw: random.Random
) -> None:
    outcomes = _outcomes(size, control, draw)
    start = FIRST if run == RUN else date(2026, 4, 1)
    severity = SEVERE.get(control, "high" if int(control[-1]) % 2 else "medium")
    items = [
        _item(run, control, i, outcome, severity, start, draw) for i, outcome in enumerate(outcomes)
    ]
    _insert(connection, "item_result", items)
    n = Counter(outcomes)
    conclusion = _conclusion(control, n, size)
    with_limit = control in ("RM-07", "MO-03", "DM-09", "BL-05", "MO-02")
    names = {
        "RM-07": ["removal_limit"],
        "MO-03": ["concern_review_target", "concern_review_limit"],
        "DM-09": ["dmca_removal_limit"],
        "BL-05": ["snapshot_max_gap"],
        "MO-02": ["interaction_review_limit"],
    }
    reason = {
        "limited": "Sources cover 71 of 92 days of the channel blog.",
        "not_tested": "The sheet incidents was not supplied.",
    }.get(conclusion, "")
    _insert(
        connection,
        "control_result",
        [
            (
                run,
                control,
                control[:2].lower(),
                TITLES[control],
                _clauses_of(control),
                1,
                severity,
                ["P", "M"] if with_limit else ["P"],
                f"{TITLES[control]}: each item in the period has the record or the act that the policy asks "
                "for, at the time of the act, by a person with the authority.",
                "A person who asks why cannot be shown a record, and the library cannot show that it treated people alike.",
                "Complete the listed records, mark them as completed later, and make the field required from now on.",
                names.get(control, []),
                conclusion,
                reason,
                with_limit and control != "MO-03",
                len(outcomes),
                *(n[o] for o in OUTCOMES),
                1 if n["exception"] > 3 and control == "RM-05" else 0,
                71 if conclusion == "limited" else 92,
                92,
            )
        ],
    )


def _clauses_of(control: str) -> list[str]:
    return {
        "RM": ["3.2a", "3.3b"],
        "BL": ["4.17a", "4.17b"],
        "NT": ["5.1"],
        "DM": ["4.13"],
        "AU": ["6.7a"],
        "MO": ["3.2b", "4.19"],
        "ST": ["6.2b"],
        "OO": ["7.2a"],
        "AT": ["1.1"],
    }.get(control[:2], [])


def _conclusion(control: str, n: Counter[str], size: Size) -> str:
    if control in ("ST-04",) or (size.name == "almost_empty" and control == "NT-01"):
        return "not_tested"
    if n["exception"]:
        return "exceptions_noted"
    if control in ("DM-02", "MO-05"):
        return "limited"
    if not sum(n.values()):
        return "no_instances" if control != "DQ-01" else "limited"
    return "no_exceptions_noted"


def _item(  # noqa: PLR0913 - the columns of a row
    run: str, control: str, i: int, outcome: str, severity: str, start: date, draw: random.Random
) -> tuple:
    channel = CHANNELS[i % len(CHANNELS)]
    at = datetime.combine(start + timedelta(days=draw.randrange(91)), datetime.min.time())
    at += timedelta(hours=draw.randrange(13, 24), minutes=draw.randrange(60))
    key = _key(control, i, channel)
    subtype = draw.choice(SUBTYPES[outcome]) if outcome in SUBTYPES else None
    reason = ""
    if outcome == "exception":
        reason = (
            f"{key} has no record dated before the act."
            if control != "RM-02"
            else HOSTILE + " by user.name.3"
        )
    measured = float(draw.randint(1, 12)) if control in ("RM-07", "MO-03", "DM-09") else None
    dated = None if control in ("RC-01", "AT-02", "PV-01", "AU-14") else at
    return (
        run,
        control,
        key,
        outcome,
        subtype,
        reason,
        channel,
        severity,
        ["date_only"] if i % 9 == 0 else [],
        dated,
        measured,
        3.0 if measured else None,
        False,
        [1_000_000_000 + i + 1, 2_000_000_000 + i + 5],
    )


def _sheets(connection: duckdb.DuckDBPyConnection, size: Size, draw: random.Random) -> None:
    if not size.items:
        return
    _insert(
        connection,
        "channels",
        [
            (c, p, k, date(2019, 1, 1), None, "open")
            for c, p, k in zip(
                CHANNELS,
                ("facebook", "instagram", "x", "wordpress", "website", "youtube"),
                ("platform_hosted",) * 3 + ("self_hosted",) * 2 + ("platform_hosted",),
                strict=True,
            )
        ],
    )
    days = [FIRST + timedelta(days=i) for i in range(92)]
    _insert(
        connection,
        "coverage_day",
        [
            (
                s,
                c,
                d,
                not (
                    (c == "blog" and 30 < d.toordinal() - FIRST.toordinal() < 52)
                    or (c == "x-main" and s == "posts" and d.day < 9)
                ),
            )
            for s in ("actions", "posts")
            for c in CHANNELS
            for d in days
        ],
    )
    kinds = (
        "delete",
        "delete",
        "delete",
        "hide",
        "hide",
        "hold_reject",
        "block",
        "restore",
        "warn",
    )
    _insert(
        connection,
        "actions",
        [
            (
                f"a{i}",
                draw.choice(days),
                draw.choice(CHANNELS),
                draw.choice(kinds),
                draw.choice(("staff", "staff", "automation", "platform")),
                draw.choice(("4.8-spam", "4.3", None)),
            )
            for i in range(size.items * 12)
        ],
    )
    _insert(connection, "reason_codes", [("4.8-spam", "4.8a"), ("4.3", "4.3")])
    _insert(
        connection,
        "concerns",
        [
            (
                f"K-{i:04d}",
                d := draw.choice(days),
                None
                if i % 13 == 0
                else d + timedelta(days=draw.choice((0, 0, 1, 1, 2, 3, 5, 8, 25))),
                "email",
            )
            for i in range(size.concerns)
        ],
    )
    _cases(connection, size, draw)
    _people(connection)
    _insert(
        connection,
        "block_lists",
        [("fb-main", datetime(2026, 9, 20, 15), f"user.name.{i}") for i in range(7)],
    )
    _insert(connection, "block_reviews", [("user.name.1", "fb-main", date(2026, 8, 4))])
    _insert(
        connection,
        "appeals",
        [("ap1", date(2026, 8, 2), None), ("ap2", date(2026, 8, 9), datetime(2026, 8, 12, 15))],
    )
    _insert(
        connection,
        "attestations",
        [("1.1", date(2026, 10, 5)), ("6.1", date(2026, 10, 5)), ("AU-15", date(2026, 10, 6))],
    )
    _insert(
        connection,
        "partner_posts",
        [
            (
                draw.choice(("by_partner", "by_library")),
                draw.choice(("hosted", "partner", None)),
                draw.choice(days),
            )
            for _ in range(14)
        ],
    )


def _cases(connection: duckdb.DuckDBPyConnection, size: Size, draw: random.Random) -> None:
    notices, events, counters = [], [], []
    for i in range(size.cases):
        received = FIRST + timedelta(days=draw.randrange(80))
        number, venue = f"N-{i:03d}", ("A", "A2", "A2", "A3")[i % 4]
        notices.append((number, venue, "blog", received, received))
        if i % 8 != 5:
            removed = received + timedelta(days=draw.choice((0, 1, 1, 2, 2, 7)))
            events.append((number, "disabled", removed))
            if i % 4 == 0:
                counters.append((number, removed + timedelta(days=2)))
                events.append((number, "restored", removed + timedelta(days=16)))
    _insert(connection, "dmca_notices", notices)
    _insert(connection, "dmca_events", events)
    _insert(connection, "dmca_counter_notices", counters)


def _people(connection: duckdb.DuckDBPyConnection) -> None:
    named = (
        "executive_director",
        "assistant_director",
        "resource_librarian",
        "programming_librarian",
    )
    roles = [(f"person-{i}", role, "no", date(2020, 1, 1), None) for i, role in enumerate(named)]
    roles[2] = ("person-2", "resource_librarian", "no", date(2020, 1, 1), date(2026, 8, 14))
    roles.append(("person-9", "resource_librarian", "yes", date(2026, 8, 17), None))
    _insert(connection, "roles", roles)
    _insert(connection, "people", [(f"person-{i}",) for i in range(12)])
    _insert(connection, "posts", [("public", f"user.name.{i}") for i in range(20)])
    _insert(connection, "logins", [(f"login-{i}", f"person-{i}") for i in range(9)])
    levels = ("full", "full", "content", "community", "messages", "partial")
    checks = [
        (
            "chk-1",
            datetime(2026, 9, 15, 15),
            date(2026, 9, 15),
            channel,
            f"login-{i}",
            levels[(i + j) % 6],
        )
        for j, channel in enumerate(CHANNELS[:4])
        for i in range(9)
        if (i + j) % 3
    ]
    _insert(connection, "access_checks", checks)


def _figures(connection: duckdb.DuckDBPyConnection) -> None:
    for file in sorted(FIGURES.glob("*.sql")):
        sql = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        _insert(
            connection,
            "figure",
            [
                (RUN, file.stem, i, json.dumps(row, default=str))
                for i, row in enumerate(rows, start=1)
            ],
        )
    count = connection.execute(
        "select count(*) from item_result where run_id = ?", [RUN]
    ).fetchall()[0][0]
    if count:
        _insert(connection, "restatement", [(RUN, "2026-Q2", "RM-01", 2, 40, 3, 41)])
        _insert(
            connection,
            "figure",
            [
                (
                    RUN,
                    "sensitivity",
                    1,
                    json.dumps(
                        {
                            "control": "RM-07",
                            "parameter": "removal_limit",
                            "half": 9,
                            "default": 4,
                            "double": 1,
                        }
                    ),
                ),
                (
                    RUN,
                    "open_deadlines",
                    1,
                    json.dumps(
                        {
                            "control": "DM-16",
                            "item": "N-004",
                            "what": "Put-back window of a copyright case ends",
                            "due_on": "Nov 6, 2026",
                        }
                    ),
                ),
            ],
        )
