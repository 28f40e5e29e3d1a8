"""Business-day deadlines counted a second time, by plain calendar arithmetic.

The four calendars and every deadline of sixteen years are computed again under several settings
(optional days open, closed or unset; days the board closed or opened). Then incidents, concerns
and message threads are generated around the last second of their deadlines, each a world of its
own, and the control must give each of them the outcome that a judge with `datetime` gives.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from ecrl_audit import statements
from ecrl_audit.database import Connection
from ecrl_audit.judge import judge
from ecrl_audit.policy import default_parameters
from tests import cases
from tests.plain_calendar import CHICAGO, FIRST, LAST, Library, library, midnight_after

SECOND = timedelta(seconds=1)


@contextmanager
def world(tables: dict[str, cases.Table], wanted: list[str]) -> Iterator[Connection]:
    """Give a database with the facts that some statements need; nothing of it stays."""
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("generated", tables), wanted)
        yield connection
    finally:
        connection.execute("rollback")


SETTINGS = [
    pytest.param(seed, id=f"library-{seed}", marks=() if seed < 2 else pytest.mark.slow)
    for seed in range(12)
]


@pytest.mark.parametrize("seed", SETTINGS)
def test_every_deadline_of_sixteen_years_is_what_counting_by_hand_gives(seed: int) -> None:
    mine, tables = library(seed), library(seed).tables()
    limits = [p.name for p in default_parameters() if p.unit == "bd"]
    tables["parameters"] += [{"name": k, "value": str(n)} for n, k in enumerate(limits[:20], 1)]
    tables["run"] = [{"period": f"{FIRST}..{LAST}", "as_of": "2036-06-30T00:00:00Z"}]
    years = f"between date '{FIRST}' and date '{LAST}'"
    columns = "day, n, due_on, ends_at, latest_on, latest_ends_at, is_known"
    with world(tables, ["due business_day"]) as connection:
        kept = connection.execute(
            f"select calendar, day, is_business from business_day where day {years}"
        ).fetchall()
        due = connection.execute(
            f"select {columns} from due where n between 1 and 20 and day {years}"
        ).fetchall()
    assert len(kept) == 4 * ((LAST - FIRST).days + 1)
    assert [row for row in kept if row[2] != mine.is_business(row[0], row[1])] == []
    assert len({row[:2] for row in due}) == len(due) == 20 * ((LAST - FIRST).days + 1)
    assert [row for row in due if row[2:] != expected(mine, row[0], row[1])][:5] == []


def expected(mine: Library, day: date, n: int) -> tuple[object, ...]:
    """Return what the fact says of a day and a number of business days."""
    first, last = mine.due(day, n)
    ends = [midnight_after(d).replace(tzinfo=None) for d in (first, last)]
    return first, ends[0], last, ends[1], last <= mine.confirmed


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty with a clock: it starts in one column and is done in another."""

    control: str
    sheet: str
    key: str
    start: str
    done: str
    limit: str
    row: dict[str, str]
    when_done: dict[str, str]


DUTIES = {
    duty.control: duty
    for duty in (
        Duty("ST-04", "incidents", "incident", "aware", "reported", "incident_report_limit",
             {"employee": "e", "reported_to": "s"}, {}),
        Duty("MO-04", "concerns", "concern", "received", "closed", "concern_outcome_limit",
             {"via": "email", "channel": "fb"}, {"outcome": "rejected"}),
        Duty("MO-07", "message_threads", "thread", "received", "first_opened",
             "question_response_limit", {"channel": "fb"}, {}),
    )
}  # fmt: skip
PEOPLE = [{"person": "e", "kind": "employee", "start": "2010-01-01", "supervisor": "s"}]
CHANNELS = [{"channel": "fb", "platform": "facebook", "kind": "platform_hosted"}]
REGISTER = {"people": PEOPLE, "channels": [{**CHANNELS[0], "opened": "2010-01-01"}]}


@dataclass(frozen=True, slots=True)
class Matter:
    """One generated world: when its clock started, when it was done, None if it never was."""

    start: datetime | date
    done: datetime | date | None


def matter(dice: random.Random, mine: Library, cut_off: datetime) -> Matter:
    """Make a matter that is done just around its end, or not, often with the end near the cut-off."""
    back = dice.choice((30, 30, 2000)) + 2 * mine.limit
    day = cut_off.astimezone(CHICAGO).date() - timedelta(days=dice.randint(1, back))
    edges = (timedelta(0), SECOND, timedelta(hours=dice.randint(1, 22)), timedelta(days=1) - SECOND)
    exact = midnight_after(day - timedelta(days=1)) + dice.choice(edges)
    start = dice.choice((day, exact, exact))
    due_on = dice.choice(mine.due(local(start), mine.limit))
    near = midnight_after(due_on) + dice.choice((-SECOND, timedelta(0), SECOND))
    later = near + timedelta(days=dice.randint(-2, 4))
    done = max(dice.choice((near, near, later)), exact)
    return Matter(start, dice.choice((done, done, done, local(done), None)))


def local(moment: datetime | date) -> date:
    """Return the local day of an instant; a bare date is one."""
    return moment.astimezone(CHICAGO).date() if isinstance(moment, datetime) else moment


def begins(moment: datetime | date) -> datetime:
    """Return the first instant that a written time can mean."""
    return moment if isinstance(moment, datetime) else midnight_after(moment - timedelta(days=1))


def verdict(mine: Library, item: Matter, cut_off: datetime) -> tuple[str, str | None]:
    """Judge by the end of the due day in both variants (CS-3, CS-5, CS-6)."""
    first, last = mine.due(local(item.start), mine.limit)
    done = item.done if item.done is not None and begins(item.done) <= cut_off else None
    if done is not None and local(done) <= first:
        return "pass", None
    if done is None and cut_off < midnight_after(last):
        return "pending", None
    if last > mine.confirmed:
        return "not_evidenced", "calendar_unconfirmed"
    if done is not None and local(done) <= last:
        return "not_evidenced", "calendar_unset"
    return "exception", None


def text(moment: datetime | date | None) -> str:
    """Write a moment as the logbook does."""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat() if moment else ""


def judged_by_sql(
    duty: Duty, mine: Library, items: list[Matter], cut_off: datetime
) -> dict[str, tuple[str, str | None]]:
    """Return outcome and subtype of every matter as the control has them."""
    control = next(c for c in statements.controls() if c.id == duty.control)
    rows = [
        {
            **duty.row,
            **(duty.when_done if item.done is not None and begins(item.done) <= cut_off else {}),
            duty.key: str(n),
            duty.start: text(item.start),
            duty.done: text(item.done),
        }
        for n, item in enumerate(items)
    ]
    tables = {**mine.tables(), **REGISTER, duty.sheet: rows}
    tables["parameters"] += [{"name": duty.limit, "value": str(mine.limit)}]
    period = f"{cut_off.year - 9}-01-01..{cut_off.year}-12-31"
    tables["run"] = [{"period": period, "as_of": text(cut_off)}]
    with world(tables, [control.sql]) as connection:
        found = judge(connection, control)
    assert not found.error, found.error
    return {
        str(r[0]): (str(r[1]), str(r[2]) if r[1] == "not_evidenced" else None) for r in found.rows
    }


RUNS = [
    pytest.param(c, seed, id=f"{c}-{seed}", marks=() if seed < 2 else pytest.mark.slow)
    for c in DUTIES
    for seed in range(24)
]


@pytest.mark.parametrize(("control", "seed"), RUNS)
def test_a_control_judges_each_matter_as_plain_counting_does(control: str, seed: int) -> None:
    dice = random.Random(seed)
    cut_off = midnight_after(date(2029 + seed % 6, 11, 10) + timedelta(days=dice.randint(0, 60)))
    cut_off += dice.choice((-SECOND, timedelta(0), timedelta(hours=9)))
    near = cut_off.date() + timedelta(days=dice.choice((-6, 2, 400)))
    mine = replace(library(seed), confirmed=near)
    items = [matter(dice, mine, cut_off) for _ in range(200)]
    wanted = {str(n): verdict(mine, item, cut_off) for n, item in enumerate(items)}
    found = judged_by_sql(DUTIES[control], mine, items, cut_off)
    assert {n: (found.get(n), w) for n, w in wanted.items() if found.get(n) != w} == {}
    assert len(found) == len(items)
    assert {"pass", "exception"} <= {outcome for outcome, _ in wanted.values()}
