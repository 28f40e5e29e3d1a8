"""A second opinion on authority: plain Python over the same rosters, agreeing with the SQL.

Hypothesis makes small worlds of people, positions, team, designations and logins, with several
acts each; some worlds at a time share a database, told apart by their keys. The judge below
reads the rules on actors and authority with nothing but `datetime`; the table `authority` must
give the same answer and subtype for every act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import cases

_ZONE = ZoneInfo("America/Chicago")
_FIRST = date(2026, 7, 6)
_OPEN = date(9999, 12, 31)
_TEAM_POWERS = {"post", "respond", "review", "remove"}
_POWER_OF = {"hide": "remove", "delete": "remove", "block": "block", "unblock": "block"}
_PLACES = (
    "valid",
    "unconfirmed",
    "non_employee",
    "designation_unclear",
    "retroactive",
    "sub_delegation",
    "out_of_scope",
    "expired_delegation",
    "not_on_list",
)
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Moment:
    """A written time as the span of UTC instants it can mean, and its local day."""

    at: datetime
    until: datetime
    day: date


def moment(text: str) -> Moment:
    """Resolve a written local time, or a bare date, which stands for the whole local day."""
    if len(text) == len("2026-07-06"):
        day = date.fromisoformat(text)
        start, end = (_midnight(day + timedelta(days=n)) for n in (0, 1))
        return Moment(start, end - timedelta(microseconds=1), day)
    exact = datetime.fromisoformat(text).replace(tzinfo=_ZONE).astimezone(UTC)
    return Moment(exact, exact, date.fromisoformat(text[:10]))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=_ZONE).astimezone(UTC)


def covers(row: Row, day: date) -> bool:
    """Say whether a row's days, both inclusive, hold the day; blank is open."""
    return _day(row["start"], date.min) <= day <= _day(row["end"], _OPEN)


def _day(text: str, blank: date) -> date:
    return date.fromisoformat(text) if text else blank


@dataclass(frozen=True, slots=True)
class Question:
    """Had the person the power on the channel then?"""

    person: str
    power: str
    channel: str
    when: Moment


class Judge:
    """Answers questions of authority from the tables of one case."""

    def __init__(self, tables: dict[str, list[Row]], *, team_may: bool, reconfirm: int) -> None:
        """Keep the tables and the two settings that CS-8 reads."""
        self._tables = tables
        self._team_may = team_may
        self._reconfirm = reconfirm

    def act(self, act: Row) -> tuple[str, str | None]:
        """Return answer and subtype for one act of the moderation log (CS-7)."""
        when = moment(act["acted"])
        rows = [
            row
            for row in self._tables["logins"]
            if row["login"] == act["login"]
            and row["channel"] in {"", act["channel"]}
            and covers(row, when.day)
        ]
        kinds = {row["kind"] for row in rows}
        if kinds in ({"platform"}, {"automation"}):
            return "not_applicable", kinds.pop()
        if not rows or kinds & {"platform", "automation", "unknown"}:
            return "unknown", "unknown_actor"
        if any(not row["person"] for row in rows):
            return "unknown", "unknown_actor"
        power = _POWER_OF[act["action"]]
        answers = {
            self.person(Question(row["person"], power, act["channel"], when)) for row in rows
        }
        return _agreed(answers)

    def person(self, asked: Question) -> tuple[str, str | None]:
        """Return answer and subtype for one person (CS-8): employment first, then the grounds."""
        rows = [row for row in self._tables["people"] if row["person"] == asked.person]
        employed = [row for row in rows if covers(row, asked.when.day)]
        if rows and not employed:
            left = any(_day(row["end"], _OPEN) < asked.when.day for row in rows)
            return "no", "after_employment" if left else "not_on_list"
        place = self._best_ground(asked)
        if not rows and place in _PLACES[:4]:
            return "unknown", "employment_not_recorded"
        if place == "valid":
            return "yes", None
        if place in {"unconfirmed", "non_employee"}:
            return "observation", place
        return ("unknown" if place == "designation_unclear" else "no"), place

    def _best_ground(self, asked: Question) -> str:
        if any(
            row["person"] == asked.person and row["role"] != "other" and covers(row, asked.when.day)
            for row in self._tables["roles"]
        ):
            return "valid"
        on_team = any(
            row["person"] == asked.person and covers(row, asked.when.day)
            for row in self._tables["team"]
        )
        if on_team and self._team_may and asked.power in _TEAM_POWERS:
            return "valid"
        found = [
            self._designation(row, asked)
            for row in self._tables["designations"]
            if row["designee"] == asked.person
        ]
        return min([*found, "not_on_list"], key=_PLACES.index)

    def _designation(self, row: Row, asked: Question) -> str:
        failure = self._failure(row, asked)
        if failure:
            return failure
        if self._is_unclear(row, asked.when):
            return "designation_unclear"
        if not self._in_position(row["designated_by"], asked.when.day):
            return "unconfirmed"
        employed = [
            person["kind"]
            for person in self._tables["people"]
            if person["person"] == asked.person and covers(person, asked.when.day)
        ]
        return "non_employee" if employed and "employee" not in employed else "valid"

    def _failure(self, row: Row, asked: Question) -> str | None:
        """Return why the designation cannot have held, whatever is unknown about it."""
        when = asked.when
        if _day(row["start"], date.min) > when.day:
            return "not_on_list"
        if _day(row["end"], _OPEN) < when.day:
            return "expired_delegation"
        if row["revoked"] and moment(row["revoked"]).until <= when.at:
            return "expired_delegation"
        if moment(row["recorded"]).at > when.until:
            return "retroactive"
        if not self._in_position(row["designated_by"], date.fromisoformat(row["start"])):
            return "sub_delegation"
        if _outside(row["powers"], asked.power) or _outside(row["channels"], asked.channel):
            return "out_of_scope"
        if self._days_since_leaving(row["designated_by"], when.day) > self._reconfirm:
            return "expired_delegation"
        return None

    @staticmethod
    def _is_unclear(row: Row, when: Moment) -> bool:
        if not row["powers"] or not row["channels"]:
            return True
        revoked = bool(row["revoked"]) and moment(row["revoked"]).at <= when.until
        return revoked or moment(row["recorded"]).until > when.at

    def _in_position(self, person: str, day: date) -> bool:
        return self._days_since_leaving(person, day) == 0

    def _days_since_leaving(self, person: str, day: date) -> int:
        """Return the days since the person last held a position, 0 while holding one."""
        held = [row for row in self._tables["roles"] if row["person"] == person]
        named = [row for row in held if row["role"] != "other"]
        rows = [row for row in self._tables["people"] if row["person"] == person]
        for back in range((day - _FIRST).days + 400):
            then = day - timedelta(days=back)
            employed = not rows or any(covers(row, then) for row in rows)
            if employed and any(covers(row, then) for row in named):
                return back
        return (_OPEN - day).days


def _outside(listed: str, wanted: str) -> bool:
    parts = set(listed.split(";")) if listed else {"all"}
    return not parts & {wanted, "all"}


def _agreed(answers: set[tuple[str, str | None]]) -> tuple[str, str | None]:
    """Return the answer of all possible persons, or that they differ (CS-7)."""
    words = {answer for answer, _ in answers}
    subtypes = sorted(subtype for _, subtype in answers if subtype)
    if len(words) == 1:
        return words.pop(), subtypes[0] if subtypes else None
    if words == {"yes", "observation"}:
        return "observation", subtypes[-1]
    return "unknown", "several_persons"


_persons = st.sampled_from(["ann", "bob", "cat"])
_days = st.integers(0, 70).map(lambda n: (_FIRST + timedelta(days=n)).isoformat())
_early_days = st.integers(-60, 40).map(lambda n: (_FIRST + timedelta(days=n)).isoformat())
_ends = st.one_of(st.just(""), _days)
_clocks = st.sampled_from([" 00:00", "", " 09:00", " 23:59:59"])
_times = st.builds(lambda day, clock: day + clock, _days, _clocks)
_early_times = st.builds(lambda day, clock: day + clock, _early_days, _clocks)
_people = st.fixed_dictionaries(
    {
        "person": _persons,
        "kind": st.sampled_from(["employee", "employee", "volunteer"]),
        "start": _early_days,
        "end": _ends,
    }
)
_roles = st.fixed_dictionaries(
    {
        "person": _persons,
        "role": st.sampled_from(["executive_director", "assistant_director", "other"]),
        "start": _early_days,
        "end": _ends,
    }
)
_team = st.fixed_dictionaries({"person": _persons, "start": _early_days, "end": _ends})
_designations = st.fixed_dictionaries(
    {
        "designee": _persons,
        "designated_by": _persons,
        "powers": st.sampled_from(["remove", "block;remove", "all", "post", ""]),
        "channels": st.sampled_from(["fb", "fb;x", "all", ""]),
        "start": _early_days,
        "end": _ends,
        "revoked": st.one_of(st.just(""), st.just(""), _times),
        "recorded": _early_times,
    }
)
_logins = st.fixed_dictionaries(
    {
        "login": st.sampled_from(["l1", "l2", "l3", "l4"]),
        "channel": st.sampled_from(["", "", "", "fb"]),
        "kind": st.sampled_from(["human"] * 8 + ["shared", "third_party_app", "platform"]),
        "person": st.sampled_from(["ann", "bob", "cat"] * 3 + ["dan", ""]),
        "start": st.one_of(st.just(""), st.just(""), st.just(""), _early_days),
        "end": st.one_of(st.just(""), st.just(""), _days),
    }
)
_machines = st.fixed_dictionaries(
    {"login": st.just("l5"), "kind": st.sampled_from(["automation", "platform", "unknown"])}
).map(lambda row: {**row, "channel": "", "person": "", "start": "", "end": ""})
_actions = st.fixed_dictionaries(
    {
        "acted": _times,
        "channel": st.sampled_from(["fb", "x"]),
        "action": st.sampled_from(sorted(_POWER_OF)),
        "login": st.sampled_from(["l1", "l1", "l2", "l2", "l3", "l4", "l5", ""]),
    }
)
_WORLD = st.fixed_dictionaries(
    {
        "people": st.lists(_people, min_size=4, max_size=6),
        "roles": st.lists(_roles, min_size=1, max_size=2),
        "team": st.lists(_team, max_size=1),
        "designations": st.lists(_designations, min_size=2, max_size=4),
        "logins": st.tuples(st.lists(_logins, min_size=4, max_size=6), _machines).map(
            lambda drawn: [*drawn[0], drawn[1]]
        ),
        "actions": st.lists(_actions, min_size=10, max_size=14),
    }
)
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


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(_WORLD, min_size=6, max_size=6), st.booleans())
def test_the_sql_agrees_with_a_plain_python_judge(
    drawn: list[dict[str, list[Row]]], team_may: bool
) -> None:
    worlds = [
        {name: _named_apart(n, name, rows) for name, rows in world.items()}
        for n, world in enumerate(drawn)
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
