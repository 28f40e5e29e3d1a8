"""What management answered to a finding, as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import day, local_day
from ecrl_audit.documents.sections.labels import words

if TYPE_CHECKING:
    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.items import Reader


@dataclass(frozen=True, slots=True)
class Answer:
    """One response; `about` names the item it is about, nothing for the whole finding."""

    about: str
    word: str
    cause: str
    action: str
    terms: str


def received(results: Results, control: str) -> tuple[Record, ...]:
    """Return the responses to a control's finding that had come by the issue of the report."""
    issued_on = local_day(results.run["issued_at"], results.run["time_zone"])
    return tuple(
        row
        for row in results.responses
        if row["control"] == control and (row["responded"] is None or row["responded"] <= issued_on)
    )


def answers(reader: Reader, control: str) -> tuple[Answer, ...]:
    """Return the responses to a control's finding, that to the whole finding first."""
    said = words("answers")["response"]
    return tuple(
        Answer(
            about=reader.names.item(row["item"], reader.shape(row)) if row["item"] else "",
            word=said.get(row["response"], ""),
            cause=reader.names.text(row["cause"]),
            action=reader.names.text(row["action"]),
            terms=_terms(row, reader.names.text(row["owner"])),
        )
        for row in received(reader.results, control)
    )


def _terms(row: Record, owner: str) -> str:
    """Return who acts, by when, and when the response was given."""
    parts = []
    if owner:
        parts.append(f"Owner: {owner}")
    if row["response"]:
        parts.append(f"due {day(row['due'])}" if row["due"] else "no due date given")
    if row["responded"]:
        parts.append(f"answered {day(row['responded'])}")
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def public_terms(results: Results, control: str) -> str:
    """Return what the board reads of the response to a whole finding: no owner, no free text."""
    whole = [row for row in received(results, control) if not row["item"] and row["response"]]
    if not whole:
        return "Due: to be set by management"
    said = words("answers")["response"][whole[0]["response"]]
    due = whole[0]["due"]
    return f"{said.rstrip('.')}. Due: {day(due) if due else 'to be set by management'}"
