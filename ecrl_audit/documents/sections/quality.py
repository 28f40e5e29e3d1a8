"""The evidence behind the numbers: files, what was refused, what earlier reports said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import count, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.pseudonyms import Pseudonyms
    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.controls import ControlLine

MOST_REJECTS = 20
MOST_DIFFERENCES = 100
_DIGEST_SHOWN = 16


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One file of the evidence folder."""

    file: str
    what: str
    seen: str
    loaded: str
    quarantined: str
    duplicate: str
    out_of_scope: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Every file and the sums over those that were loaded."""

    lines: tuple[SourceLine, ...]
    ignored: tuple[SourceLine, ...]
    refused: tuple[SourceLine, ...]
    seen: int
    loaded: int
    quarantined: int
    duplicate: int
    out_of_scope: int


@dataclass(frozen=True, slots=True)
class RejectLine:
    """One row that could not be used."""

    place: str
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class LedgerDifference:
    """One row of a ledger of notices without its file, or one file without its row."""

    place: str
    what: str
    name: str
    cause: str
    counterpart: str


@dataclass(frozen=True, slots=True)
class LimitedReason:
    """One reason why results are limited, and the controls it holds for, with the days covered."""

    conclusion: str
    word: str
    reason: str
    controls: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One control whose result differs from the run before."""

    control: str
    title: str
    before: str
    now: str
    exceptions_before: str
    exceptions_now: str


def evidence(results: Results) -> Evidence:
    """Return the files by status; seen is the sum of the four other counts, file by file."""
    loaded = [row for row in results.sources if row["status"] == "loaded"]
    refused = [row for row in results.sources if row["status"] == "refused"]
    aside = [row for row in results.sources if row["status"] not in ("loaded", "refused")]

    def summed(name: str) -> int:
        return sum(row[name] or 0 for row in loaded)

    return Evidence(
        lines=tuple(_line(row) for row in loaded),
        ignored=tuple(_line(row) for row in aside),
        refused=tuple(_line(row) for row in refused),
        seen=summed("seen"),
        loaded=summed("loaded"),
        quarantined=summed("quarantined"),
        duplicate=summed("duplicate"),
        out_of_scope=summed("out_of_scope"),
    )


def _line(row: Record) -> SourceLine:
    numbers = {
        name: count(row[name] or 0)
        for name in ("seen", "loaded", "quarantined", "duplicate", "out_of_scope")
    }
    what = row["sheet"] or row["format"]
    if row["status"] != "loaded":
        what = row["why"] or row["status"]
    return SourceLine(
        file=row["file"], what=what or "", sha256=(row["sha256"] or "")[:_DIGEST_SHOWN], **numbers
    )


def rejects(results: Results, names: Pseudonyms) -> tuple[tuple[RejectLine, ...], int]:
    """Return the first rows that could not be used, and how many more there are."""
    files = {row["source_id"]: row["file"] for row in results.sources}
    lines = tuple(
        RejectLine(
            f"{files.get(row['source_id'], '–')}#{row['row']}",
            row["column_name"] or "–",
            names.text(row["why"]),
        )
        for row in results.rejects[:MOST_REJECTS]
    )
    return lines, len(results.rejects) - len(lines)


def ledger_differences(results: Results) -> tuple[tuple[LedgerDifference, ...], int]:
    """Return the first rows and files of ledgers that do not meet, and how many more there are."""
    rows = results.figure("ledger_differences")
    lines = tuple(
        LedgerDifference(
            f"{row['file']}#{row['row']}" if row["file"] else "–",
            "row without a file" if row["side"] == "row" else "file without a row",
            row["name"],
            row["cause"] or "–",
            row["counterpart"] or "–",
        )
        for row in rows[:MOST_DIFFERENCES]
    )
    return lines, len(rows) - len(lines)


def limited_reasons(limited: Sequence[ControlLine]) -> tuple[LimitedReason, ...]:
    """Return the reasons, each with its controls, those of most controls first."""
    found: dict[tuple[str, str, str], list[ControlLine]] = {}
    for line in limited:
        reason = (line.conclusion, line.conclusion_word, line.conclusion_reason)
        found.setdefault(reason, []).append(line)
    ordered = sorted(found.items(), key=lambda one: (-len(one[1]), one[1][0].control))
    return tuple(
        LimitedReason(*reason, tuple((line.control, _covered_in_part(line)) for line in lines))
        for reason, lines in ordered
    )


def _covered_in_part(line: ControlLine) -> str:
    """Return the days covered where some are and some are not."""
    covered, _, total = line.covered.partition(" of ")
    return "" if covered in ("0", total) or not total else line.covered


def attested_together(results: Results) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """Return the clauses and controls attested, those with one latest day and number as one."""
    found: dict[tuple[str, int], list[str]] = {}
    for row in results.figure("attestations"):
        found.setdefault((row["attested_on"], row["statements"]), []).append(row["clause"])
    return tuple(
        (short_day(date.fromisoformat(latest)), statements, tuple(names))
        for (latest, statements), names in sorted(found.items(), reverse=True)
    )


def changes(results: Results, lines: Sequence[ControlLine]) -> tuple[Change, ...]:
    """Return the controls whose conclusion or exceptions differ from the run before."""
    before = {row["control"]: row for row in results.previous_controls}
    found = []
    for line in lines:
        old = before.get(line.control)
        if old is None:
            continue
        same = old["conclusion"] == line.conclusion
        if not same or old["n_exception"] != line.counts.exception:
            found.append(_change(line, old))
    return tuple(found)


def _change(line: ControlLine, old: Record) -> Change:
    tested = (old["n_pass"] or 0) + (old["n_observation"] or 0) + (old["n_exception"] or 0)
    return Change(
        control=line.control,
        title=line.title,
        before=line.previous_word,
        now=line.conclusion_word,
        exceptions_before=f"{count(old['n_exception'] or 0)} of {count(tested)}",
        exceptions_now=f"{count(line.counts.exception)} of {count(line.counts.tested)}",
    )
