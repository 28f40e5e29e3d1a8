"""A second opinion on authority: a judge in plain Python agrees with the SQL on every act.

Small worlds of people, positions, team, designations and logins are made by chance, most of each
sound so that every edge is met, with several acts each. Some worlds at a time share a database,
told apart by their keys. The table `authority` must give the same answer and subtype as the judge.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import cases
from tests.authority_judge import FIRST_DAY, POWER_OF, Judge, Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_PERSONS = ("ann", "bob", "cat", "dan")
_DAYS = (-60, -4, 0, 1, 2, 3, 30, 31, 32, 33, 34)
_CLOCKS = ("", " 00:00", " 09:00", " 23:59:59")


class Roster:
    """Makes the rows of one small world: most of it sound, so that every edge is met."""

    def __init__(self, chance: Random) -> None:
        """Keep the source of chance."""
        self._chance = chance

    def world(self) -> dict[str, list[Row]]:
        """Return the tables of one world."""
        return {
            "people": [self._span(person=p, kind=self._kind()) for p in self._some(_PERSONS, 0.8)],
            "roles": self._roles(),
            "team": [self._span(person=p) for p in self._some(_PERSONS, 0.2)],
            "designations": [self._designation() for _ in range(self._chance.randint(2, 5))],
            "logins": self._logins(),
            "actions": [self._action() for _ in range(12)],
        }

    def _some(self, things: Sequence[str], share: float) -> list[str]:
        return [thing for thing in (*things, *things) if self._chance.random() < share]

    def _date(self, first: int, last: int) -> str:
        """Return a day within bounds, one of few, so that edges coincide."""
        days = [day for day in _DAYS if first <= day <= last]
        return (FIRST_DAY + timedelta(days=self._chance.choice(days))).isoformat()

    def _blank_or(self, text: str, share: float) -> str:
        return text if self._chance.random() < share else ""

    def _span(self, **row: str) -> Row:
        end = self._blank_or(self._date(-5, 60), 0.3)
        return {**row, "start": self._date(-60, 10), "end": end}

    def _kind(self) -> str:
        return self._chance.choice(("employee", "employee", "volunteer", "board"))

    def _roles(self) -> list[Row]:
        names = ("executive_director", "executive_director", "assistant_director", "other")
        return [
            self._span(person=person, role=self._chance.choice(names))
            for person in ("ann", *self._some(_PERSONS, 0.1))
        ]

    def _designation(self) -> Row:
        choose = self._chance.choice
        span = self._span(
            designee=choose(_PERSONS[1:]), designated_by=choose(("ann", "ann", "ann", "bob"))
        )
        recorded = self._date(-60, 5) if self._chance.random() < 0.8 else self._date(0, 60)
        return {
            **span,
            "powers": choose(("remove", "block;remove", "all", "all", "post", "")),
            "channels": choose(("fb", "fb;x", "all", "all", "")),
            "revoked": self._blank_or(self._date(0, 60) + choose(_CLOCKS), 0.2),
            "recorded": recorded + choose(_CLOCKS),
        }

    def _logins(self) -> list[Row]:
        rows = [self._login(f"l{n}", person) for n, person in enumerate(_PERSONS)]
        more = [self._login("l4", person) for person in self._some(_PERSONS, 0.2)]
        kind = self._chance.choice(("automation", "platform", "unknown", "human"))
        machine = {"login": "l5", "channel": "", "kind": kind, "person": "", "start": "", "end": ""}
        odd = [self._login(login, person) for login, person in (("l3", ""), ("l5", "bob"))]
        return [*rows, *more, machine, *odd[: self._chance.choice((0, 0, 1, 2))]]

    def _login(self, login: str, person: str) -> Row:
        return {
            "login": login,
            "channel": self._blank_or("fb", 0.1),
            "kind": self._chance.choice(
                ("human", "human", "human", "human", "shared", "third_party_app")
            ),
            "person": person,
            "start": self._blank_or(self._date(-60, 30), 0.1),
            "end": self._blank_or(self._date(0, 60), 0.1),
        }

    def _action(self) -> Row:
        choose = self._chance.choice
        return {
            "acted": self._date(0, 60) + choose(_CLOCKS),
            "channel": choose(("fb", "x")),
            "action": choose(sorted(POWER_OF)),
            "login": choose(("l0", "l1", "l1", "l1", "l2", "l2", "l2", "l3", "l4", "l5", "l6")),
        }


_KEYS = {
    "people": ("person", "start"),
    "roles": ("person", "role", "start"),
    "team": ("person", "start"),
    "logins": ("login", "channel", "person", "start"),
}


_IDS = ("person", "designee", "designated_by", "login")


def _named_apart(world: int, name: str, rows: list[Row]) -> list[Row]:
    """Return the rows with the world in every key, one row of each key, numbered where needed."""
    renamed = [
        {key: f"w{world}-{value}" if key in _IDS and value else value for key, value in row.items()}
        for row in rows
    ]
    if name == "designations":
        return [{"designation": f"w{world}-d{n}", **row} for n, row in enumerate(renamed)]
    if name == "actions":
        return [
            {"action_no": f"w{world}-a{n}", "source": "staff", **row}
            for n, row in enumerate(renamed)
        ]
    return list({tuple(row[key] for key in _KEYS[name]): row for row in renamed}.values())


def _chosen(examples: int) -> settings:
    """Return how many databases are made, the same ones each time."""
    checks = [HealthCheck.too_slow]
    return settings(
        max_examples=examples, deadline=None, derandomize=True, suppress_health_check=checks
    )


@_chosen(6)
@given(chance=st.randoms(use_true_random=True), team_may=st.booleans())
def test_the_sql_agrees_with_a_plain_python_judge(chance: Random, *, team_may: bool) -> None:
    _agree(chance, 50, team_may=team_may)


@pytest.mark.slow
@_chosen(50)
@given(chance=st.randoms(use_true_random=True), team_may=st.booleans())
def test_the_sql_agrees_on_thousands_of_worlds(chance: Random, *, team_may: bool) -> None:
    _agree(chance, 80, team_may=team_may)


def _agree(chance: Random, size: int, *, team_may: bool) -> None:
    worlds = [
        {name: _named_apart(n, name, rows) for name, rows in Roster(chance).world().items()}
        for n in range(size)
    ]
    wanted = {
        act["action_no"]: Judge(world, team_may=team_may, reconfirm=30).act(act)
        for world in worlds
        for act in world["actions"]
    }
    tables = {name: [row for world in worlds for row in world[name]] for name in worlds[0]}
    parameters = [{"name": "team_may_moderate", "value": str(team_may).lower()}]
    assert _answers_of_sql({**tables, "parameters": parameters}) == wanted


def _answers_of_sql(tables: dict[str, list[Row]]) -> dict[str, tuple[str, str | None]]:
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("", tables), ["select answer from authority"])
        rows = connection.execute(
            "select a.action_no, u.answer, u.subtype from actions as a"
            " left join authority as u on u.topic = 'act' and u.rec = a.rec"
        ).fetchall()
    finally:
        connection.execute("rollback")
    return {action: (answer, subtype) for action, answer, subtype in rows}
