"""The clock sheet of a copyright case: what happened when, what was due, and the put-back window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import local_day
from ecrl_audit.documents.sections.case_kit import day_words
from ecrl_audit.documents.sections.labels import label, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.results import Record
    from ecrl_audit.documents.sections.case_kit import Kit

_OPENS = "window_opens"
_SETTLING = frozenset({"retracted", "court_notice_received", "counter_withdrawn"})


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event with its time in UTC and on the library's clock, and the duties it starts."""

    what: str
    subject: str
    utc: str
    local: str
    remark: str
    who: str
    following: str
    source: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty with its due day under each calendar."""

    what: str
    subject: str
    control: str
    days: str
    proposed: bool
    began: str
    weekdays: str
    federal: str
    library: str
    done: str
    difference: str
    state: str


def event_lines(kit: Kit, notice_no: str) -> tuple[EventLine, ...]:
    """Return every event of a case in time order."""
    duties = {row["duty"] for row in kit.of("case_duties", notice_no)}
    told: dict[tuple[str, ...], list[Record]] = {}
    for row in kit.of("case_steps", notice_no):
        key = row["step"], row["happened_at"], row["subject"] or ""
        told.setdefault(key, []).append(row)
    return tuple(_event(kit, rows, duties) for rows in told.values())


def _event(kit: Kit, rows: Sequence[Record], duties: set[str]) -> EventLine:
    """Return one event; the act and the step that record it twice are one line."""
    row = rows[0]
    who = next((one["by_person"] for one in rows if one["by_person"]), None)
    following = [d for d in kit.words["next_duty"].get(row["step"], ()) if d in duties]
    flags = dict.fromkeys(flag for one in rows for flag in (one["flags"] or "").split(", "))
    remarks = [plain(flag) for flag in flags if flag]
    remarks += [
        f"states the ten days: {one['states_ten_days']}" for one in rows if one["states_ten_days"]
    ]
    return EventLine(
        what=label(kit.words, "step", row["step"]),
        subject=row["subject"] or "",
        utc=row["happened_at"].replace("T", " ")[:16] + "Z",
        local=_without_year(kit.local(row["happened_at"]), row["on_day"]),
        remark="; ".join(remarks),
        who=kit.person(who),
        following="; ".join(label(kit.words, "duty", duty) for duty in following),
        source=", ".join(kit.place(one["rec"]) for one in rows),
    )


def _without_year(local: str, day: str | None) -> str:
    """Return a local time without the year, which its UTC time names."""
    return local.replace(f", {day[:4]},", ",") if day else local


def duty_lines(kit: Kit, notice_no: str) -> tuple[DutyLine, ...]:
    """Return every duty of a case with what became of it."""
    proposed = {row["name"] for row in kit.results.parameters if row["status"] != "approved"}
    happened = {row["step"] for row in kit.of("case_steps", notice_no)}
    is_settled = bool(happened & _SETTLING)
    return tuple(
        _duty(kit, row, proposed, is_settled=is_settled) for row in kit.of("case_duties", notice_no)
    )


def _duty(kit: Kit, row: Record, proposed: set[str], *, is_settled: bool) -> DutyLine:
    as_of = local_day(kit.results.run["as_of_at"], kit.results.run["time_zone"])
    difference, state = _difference(row, as_of, is_settled=is_settled)
    library = day_words(row["due_l"])
    if row["due_lc"] != row["due_l"]:
        library += f" or {day_words(row['due_lc'])}"
    return DutyLine(
        what=label(kit.words, "duty", row["duty"]),
        subject=row["subject"] or "",
        control=row["control"],
        days=f"{row['days']}",
        proposed=row["parameter"] in proposed,
        began=day_words(row["began_on"]),
        weekdays=day_words(row["due_w"]),
        federal=day_words(row["due_f"]),
        library=library,
        done=day_words(row["done_on"]),
        difference=difference,
        state=state,
    )


def _difference(row: Record, as_of: date, *, is_settled: bool) -> tuple[str, str]:
    """Return the calendar days between the due day (L) and the day done, and how it stands.

    Where the calendars disagree, a person decides.
    """
    if row["done_on"] is None:
        due = row["due_lc"] or row["due_l"]
        if is_settled:
            return "see the events", "not_applicable"
        if row["duty"] == _OPENS or (due and date.fromisoformat(due) >= as_of):
            return "open at the cut-off", "pending"
        return "not done", "exception"
    late = row["late_by"] or 0
    amount = "on the day" if not late else f"{abs(late)} {'day' if abs(late) == 1 else 'days'}"
    side = "" if not late else (" after" if late > 0 else " before")
    return amount + side, _state(row)


def _state(row: Record) -> str:
    """Return pass, exception, or needs_review where the calendars do not agree."""
    is_window = row["duty"].startswith("window_")
    used = ("due_w", "due_f", "due_l", "due_lc") if is_window else ("due_l", "due_lc")
    dues = [row[name] for name in used if row[name]]
    missed = {
        row["done_on"] < due if row["duty"] == _OPENS else row["done_on"] > due for due in dues
    }
    if len(missed) != 1:
        return "needs_review"
    return "exception" if missed.pop() else "pass"
