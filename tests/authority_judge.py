"""A judge of authority in plain Python: the rules on actors and authority with only `datetime`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("America/Chicago")
FIRST_DAY = date(2026, 7, 6)
_OPEN = date(9999, 12, 31)
_TEAM_POWERS = {"post", "respond", "review", "remove"}
POWER_OF = {"hide": "remove", "delete": "remove", "block": "block", "unblock": "block"}
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
        power = POWER_OF[act["action"]]
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
        untimely = _untimely(row, asked.when)
        if untimely:
            return untimely
        if not self._in_position(row["designated_by"], date.fromisoformat(row["start"])):
            return "sub_delegation"
        if _outside(row["powers"], asked.power) or _outside(row["channels"], asked.channel):
            return "out_of_scope"
        if self._days_since_leaving(row["designated_by"], asked.when.day) > self._reconfirm:
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
        for back in range((day - FIRST_DAY).days + 400):
            then = day - timedelta(days=back)
            employed = not rows or any(covers(row, then) for row in rows)
            if employed and any(covers(row, then) for row in named):
                return back
        return (_OPEN - day).days


def _untimely(row: Row, when: Moment) -> str | None:
    if _day(row["start"], date.min) > when.day:
        return "not_on_list"
    if _day(row["end"], _OPEN) < when.day:
        return "expired_delegation"
    if row["revoked"] and moment(row["revoked"]).until <= when.at:
        return "expired_delegation"
    if moment(row["recorded"]).at > when.until:
        return "retroactive"
    return None


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
