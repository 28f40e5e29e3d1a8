"""The index over all copyright cases of a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.phrases import count, share
from ecrl_audit.documents.results import items
from ecrl_audit.documents.sections.case import notices, status_words
from ecrl_audit.documents.sections.case_kit import Kit, day_words
from ecrl_audit.documents.sections.director import CLASSIFICATION, frame
from ecrl_audit.documents.sections.labels import label, plain
from ecrl_audit.documents.sections.tables import cross_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.results import Connection, Record

_MOST_LINES = 200
_MOST_GAPS = 40
_NONE = "none"
_WINDOW = "DM-16"
_WORST = ("exception", "needs_review", "not_evidenced", "pending", "observation", "pass")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in the index."""

    notice_no: str
    received: str
    venue: str
    channel: str
    class_word: str
    status: str
    outcome: str
    outcome_word: str
    exceptions: str
    window: str
    has_file: bool


def gravest(kit: Kit, most: int) -> tuple[Record, ...]:
    """Return the notices with a result in this run in the order of the register.

    When there are more than `most`, the ones with the graver results.
    """
    worst = {number: _worst(rows) for number, rows in _results_of_cases(kit).items()}
    numbers = [one["notice_no"] for one in notices(kit)]
    with_result = [number for number in numbers if worst.get(number, _NONE) != _NONE]
    chosen = set(sorted(with_result, key=lambda number: _WORST.index(worst[number]))[:most])
    return tuple(one for one in notices(kit) if one["notice_no"] in chosen)


def index_context(kit: Kit, connection: Connection, with_file: Sequence[Record]) -> dict[str, Any]:
    """Return the one context of the index; `with_file` are the notices that have a file.

    Of a long register only what has a file is listed; the rest is counted.
    """
    files = {notice["notice_no"] for notice in with_file}
    results = _results_of_cases(kit)
    lines = tuple(
        _line(kit, notice, results.get(notice["notice_no"], []), files) for notice in notices(kit)
    )
    shown = lines if len(lines) <= _MOST_LINES else [one for one in lines if one.has_file]
    windows = [row for row in kit.results.figure("case_results") if row["control"] == _WINDOW]
    counted = [{"class": line.class_word, "outcome": line.outcome, "cases": 1} for line in lines]
    heads = {**kit.labels["outcome"], _NONE: "Not in this run"}
    return {
        **frame(kit.results, kit.labels),
        "classification": CLASSIFICATION,
        "cases": lines,
        "shown": shown[:_MOST_LINES],
        "unwritten": len(lines) - len(files),
        "by_class": cross_table(counted, ("class", "outcome", "cases"), ("Class", heads)),
        "windows": _windows(windows),
        "gaps": _gaps(kit, connection),
        "designation": _designation(kit),
        "limits": kit.words["limits"]["texts"],
    }


def _results_of_cases(kit: Kit) -> dict[str, list[Record]]:
    """Return the results of this run by case."""
    found: dict[str, list[Record]] = {}
    for row in kit.results.figure("case_results"):
        found.setdefault(row["notice_no"], []).append(row)
    return found


def _worst(rows: Sequence[Record]) -> str:
    """Return the gravest outcome among the results of a case."""
    outcomes = {row["outcome"] for row in rows}
    return next((one for one in _WORST if one in outcomes), _NONE)


def _line(kit: Kit, notice: Record, rows: Sequence[Record], files: set[str]) -> CaseLine:
    outcome = _worst(rows)
    found = dict.fromkeys(row["control"] for row in rows if row["outcome"] == "exception")
    window = {row["outcome"] for row in rows if row["control"] == _WINDOW}
    return CaseLine(
        notice_no=notice["notice_no"],
        received=day_words(notice["agent_on"]),
        venue=notice["venue"],
        channel=notice["channel"] or "–",
        class_word=label(kit.words, "class", notice["class_in_force"]),
        status=status_words(kit, notice),
        outcome=outcome,
        outcome_word="Not in this run"
        if outcome == _NONE
        else label(kit.labels, "outcome", outcome),
        exceptions=", ".join(found) or "–",
        window=", ".join(label(kit.labels, "outcome", one) for one in sorted(window)) or "–",
        has_file=notice["notice_no"] in files,
    )


def _windows(rows: list[Record]) -> tuple[tuple[str, str], ...]:
    counted = {
        "Met": sum(1 for row in rows if row["outcome"] == "pass"),
        "Missed": sum(1 for row in rows if row["outcome"] == "exception"),
        "Pending at the cut-off": sum(1 for row in rows if row["outcome"] == "pending"),
    }
    counted["Not decided, or the clock is not the library’s"] = len(rows) - sum(counted.values())
    return tuple((word, count(number)) for word, number in counted.items())


def _gaps(kit: Kit, connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return what the test of the register found: gaps in the numbers, complaints without one."""
    found = items(connection, kit.results.run["run_id"], ("exception",), _MOST_GAPS)
    return tuple(
        (kit.text(row["item"]), kit.text(row["reason"]) or plain(row["subtype"]))
        for row in found.get("DM-06", ())
    )


def _designation(kit: Kit) -> str:
    rows = kit.results.figure("case_designation")
    if not rows:
        return "No self-hosted channel took part in interaction on a day of the period."
    covered, days = rows[0]["covered"], rows[0]["days"]
    return f"A designation was in force on {share(covered, days)} days with a self-hosted channel."
