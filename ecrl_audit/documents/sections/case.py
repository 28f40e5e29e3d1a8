"""One copyright case as it is printed for the auditor: all parts of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.phrases import listed, plural
from ecrl_audit.documents.sections.case_clock import duty_lines, event_lines
from ecrl_audit.documents.sections.case_kit import Kit, day_words
from ecrl_audit.documents.sections.case_parts import (
    ResultLine,
    agent_words,
    counter_sheets,
    document_lines,
    notice_sheet,
    result_lines,
    without_item,
)
from ecrl_audit.documents.sections.case_window import windows
from ecrl_audit.documents.sections.director import CLASSIFICATION, frame
from ecrl_audit.documents.sections.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.results import Record

_DESIGNATION, _RULE = "DM-01", "DM-05"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a case."""

    post: str
    named: str
    author: str
    channel: str
    disabled: str
    told: str
    restored: str
    sha256: str


def notices(kit: Kit) -> tuple[Record, ...]:
    """Return every notice known at the cut-off."""
    return kit.results.figure("case_notices")


def case_context(kit: Kit, notice: Record) -> dict[str, Any]:
    """Return the one context of a case file."""
    number = notice["notice_no"]
    common = frame(kit.results, kit.labels)
    lines = result_lines(kit, notice, common["thresholds"])
    return {
        **common,
        "classification": CLASSIFICATION,
        "notice_no": number,
        "facts": _facts(kit, notice),
        "summary": summary(lines),
        "items": tuple(_item(kit, row) for row in kit.of("case_items", number)),
        "events": event_lines(kit, number),
        "duties": duty_lines(kit, number),
        "windows": windows(kit, number),
        "sheets": (notice_sheet(kit, notice), *counter_sheets(kit, number)),
        "results": lines,
        "without_item": without_item(kit, notice, lines),
        "documents": document_lines(kit, notice),
        "agent": agent_words(kit, notice),
        "authors": _authors(kit, number),
        "rule": _rule(kit),
        "questions": kit.words["counsel"][notice["venue"]],
        "limits": kit.words["limits"]["texts"],
        "venue": notice["venue"],
    }


def _facts(kit: Kit, notice: Record) -> tuple[tuple[str, str], ...]:
    kind = label(kit.labels, "channel_kind", notice["channel_kind"])
    venue = notice["venue"]
    received = day_words(notice["agent_on"])
    if not notice["agent_is_known"]:
        received += " (first receipt; the receipt by the agent is not recorded)"
    facts = [
        ("Venue", f"{venue}. {kit.words['venue'][venue]}"),
        ("Why", kit.words["venue_why"][venue]),
        ("Channel", f"{notice['channel'] or 'not recorded'}{f' ({kind.lower()})' if kind else ''}"),
        ("Received by the agent", received),
        ("Came by", kit.text(notice["via"]) or "not recorded"),
        ("Complainant", kit.text(notice["claimant"]) or "not recorded"),
        ("Work", kit.text(notice["work"]) or "not recorded"),
        ("Status", status_words(kit, notice)),
    ]
    if venue in ("B", "C"):
        facts.append(("Signed for the library by", kit.person(notice["signed_by"])))
    if venue == "C":
        facts.append(("Fair use considered", notice["fair_use_considered"] or "not recorded"))
    return tuple(facts)


def status_words(kit: Kit, notice: Record) -> str:
    """Return whether a case is open, closed or retracted at the cut-off."""
    steps = kit.of("case_steps", notice["notice_no"])
    closed = [row["on_day"] for row in steps if row["step"] == "closed"]
    retracted = "Retracted. " if notice["retracted_at"] else ""
    if closed:
        return f"{retracted}Closed {day_words(max(closed))}"
    return f"{retracted}Open at the cut-off"


def summary(lines: Sequence[ResultLine]) -> str:
    """Return the results of a case in one sentence or two."""
    tested = [line for line in lines if line.outcome in ("pass", "observation", "exception")]
    found = [line.control for line in lines if line.outcome == "exception"]
    pending = [line.control for line in lines if line.outcome == "pending"]
    if not lines:
        return "No control of this run looked at this case: it lies outside the period."
    said = f"No exceptions were noted in the {plural(len(tested), 'item')} tested."
    if found:
        names = listed(list(dict.fromkeys(found)))
        what = f"{len(found)} of {plural(len(tested), 'item')} tested"
        said = f"{what} did not meet the criterion: {names}."
    elif not tested:
        said = "No item of this case could be tested."
    if pending:
        said += f" Pending: {listed(list(dict.fromkeys(pending)))}."
    return said


def _item(kit: Kit, row: Record) -> Item:
    return Item(
        post=kit.text(row["post"]),
        named="named by the notice" if row["is_named"] else "not named",
        author=kit.user(row["user_key"]),
        channel=row["channel"] or "–",
        disabled=day_words(row["disabled_on"]),
        told=day_words(row["told_on"]),
        restored=day_words(row["restored_on"]),
        sha256=(row["sha256"] or "–")[:16],
    )


def _authors(kit: Kit, number: str) -> tuple[tuple[str, str, str], ...]:
    limits = {
        row["name"]: row["value"] + ("" if row["status"] == "approved" else " †")
        for row in kit.results.parameters
    }
    limit = limits.get("repeat_infringer_notices", "–")
    return tuple(
        (
            kit.user(row["user_key"]),
            f"{row['effective_notices']} of {limit}",
            day_words(row["terminated_on"]),
        )
        for row in kit.of("case_authors", number)
    )


def _rule(kit: Kit) -> str:
    """Return how the test of the repeat-infringer rule came out in this run."""
    controls = {row["control"]: row for row in kit.results.controls}
    parts = [
        f"{control}, {controls[control]['title'][:1].lower()}{controls[control]['title'][1:]}: "
        + label(kit.labels, "conclusion", controls[control]["conclusion"]).lower()
        for control in (_DESIGNATION, _RULE)
        if control in controls
    ]
    return "; ".join(parts)
