"""Outcomes add up to an independent count of the population, made in plain Python from the tables.

Keys for which the logbook holds two contradicting records, and acts that only an export brings,
are not compared: which of two records counts is not for this count to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from tests import plain_rows, worlds
from tests.plain_rows import Row

NAMES = [
    pytest.param("0"),
    *(
        pytest.param(name, marks=pytest.mark.slow)
        for name in (worlds.SAMPLE, *map(str, range(1, 40)))
    ),
]
FAR = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Population:
    """The rows of one sheet that are items: the time that decides, the key, and what else holds."""

    sheet: str
    trigger: str
    key: tuple[str, ...]
    holds: Callable[[Row], bool] = lambda _: True


def _is(column: str, *words: str) -> Callable[[Row], bool]:
    return lambda row: (row.get(column) or "").lower() in words


_OF_OTHERS, _SHOWN = _is("author_kind", "public", "partner"), _is("surface", "", "public")
ROWS = {
    "MO-02": Population("posts", "posted", ("post",), lambda r: _is("author_kind", "public")(r) and _SHOWN(r)),
    "MO-03": Population("concerns", "received", ("concern",)),
    "MO-04": Population("concerns", "received", ("concern",)),
    "MO-07": Population("message_threads", "received", ("thread",)),
    "NT-01": Population("statement_checks", "checked", ("check", "channel")),
    "AU-02": Population("access_checks", "checked", ("check", "login", "channel"), lambda r: bool(r.get("login"))),
    "AU-08": Population("access_checks", "checked", ("check", "login", "channel"), lambda r: bool(r.get("login"))),
    "OO-01": Population("partner_posts", "posted", ("partner_post",), _is("direction", "by_library")),
    "OO-02": Population("partner_posts", "posted", ("partner_post",), _is("direction", "by_partner")),
    "OO-03": Population("partner_posts", "breach_flagged", ("partner_post",)),
    "RM-04": Population("actions", "acted", ("action_no",), lambda r: r["source"] != "author"
                        and r["action"] in ("hide", "delete", "hold_reject", "comment_lock")),
    "BL-04": Population("actions", "acted", ("action_no",), lambda r: r["source"] != "author"
                        and r["action"] in ("block", "unblock", "remove_member")),
    "BL-11": Population("actions", "acted", ("action_no",), lambda r: r["source"] != "author" and (
                        r["action"] in ("restrict", "mute", "remove_member")
                        or (r["action"] == "comment_lock" and bool(r.get("user")) and not r.get("post")))),
    "DQ-07": Population("actions", "acted", ("action_no",)),
    "RM-19": Population("appeals", "received", ("appeal",)),
    "RM-21": Population("posts", "posted", ("post",), lambda r: _OF_OTHERS(r) and _is("surface", "held")(r)),
    "DM-24": Population("dmca_notices", "received", ("notice_no",), _is("venue", "c")),
    "ST-04": Population("incidents", "aware", ("incident",)),
    "ST-06": Population("incidents", "aware", ("incident",)),
}  # fmt: skip


def _counted(tables: worlds.Tables, population: Population) -> set[str]:
    run = plain_rows.asked(tables["run"][0])
    return {
        _item(population, row)
        for row in plain_rows.rows(tables, population.sheet)
        if run.holds(row.get(population.trigger) or "") and population.holds(row)
    }


def _item(population: Population, row: Row) -> str:
    return "/".join(row.get(name, "") for name in population.key)


def _not_compared(tables: worlds.Tables, population: Population) -> set[str]:
    """Return the items of contradicting rows and of rows without the time that decides."""
    undated = [
        r for r in plain_rows.rows(tables, population.sheet) if not r.get(population.trigger)
    ]
    torn = plain_rows.contradicted(tables, population.sheet)
    return {_item(population, row) for row in (*undated, *torn)}


def _agree(tables: worlds.Tables, population: Population, found: set[str]) -> bool:
    """Say whether the items found are those counted."""
    left_out = _not_compared(tables, population)
    items, counted = (
        {i for i in side if not i.startswith("x-")}
        for side in (found, _counted(tables, population))
    )
    return items - left_out == counted - left_out


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_the_period_is_an_item(name: str) -> None:
    tables, found = worlds.library(name), worlds.unchanged(name)
    for control, population in ROWS.items():
        if found.conclusions[control] != "not_tested":
            items = {item.removeprefix("actions/") for item in found.verdicts[control]}
            assert _agree(tables, population, items), control


@pytest.mark.parametrize("name", NAMES)
def test_every_counter_notice_of_a_notice_received_is_an_item(name: str) -> None:
    tables, found = worlds.library(name), worlds.unchanged(name).verdicts["DM-14"]
    sent = {r["notice_no"] for r in tables["dmca_notices"] if r["venue"] in ("B", "C")}
    counters = Population(
        "dmca_counter_notices", "received_by_agent", ("counter_no",),
        lambda row: row["notice_no"] not in sent,
    )  # fmt: skip
    assert _agree(tables, counters, set(found))


def _open_days(tables: worlds.Tables) -> list[tuple[Row, date]]:
    """Return each channel of the register on each of its open days up to the cut-off."""
    run = plain_rows.asked(tables["run"][0])
    return [
        (row, day)
        for row in plain_rows.rows(tables, "channels")
        for day in run.days()
        if row["opened"] <= day.isoformat() <= (row.get("closed") or FAR)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_day_of_the_period_is_an_item(name: str) -> None:
    tables, found = worlds.library(name), worlds.unchanged(name).verdicts
    open_days = _open_days(tables)
    talking = [(r, d) for r, d in open_days if (r.get("comments") or "open") != "closed"]
    weekdays = {f"{row['channel']}/{day}" for row, day in talking if day.weekday() < 5}
    assert set(found["MO-01"]) == weekdays
    public = {f"{r['channel']}/{d}" for r, d in open_days if r["kind"] != "community_joined"}
    assert set(found["NT-02"]) == public
    hosted = {day.isoformat() for row, day in talking if row["kind"] == "self_hosted"}
    assert set(found.get("DM-01", {})) == hosted
    assert set(found["AU-10"]) == {row["channel"] for row, _ in open_days}
