"""Element sheets, results, documents and the agent: the parts of a case file besides its clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ecrl_audit.documents.sections.case_kit import day_words
from ecrl_audit.documents.sections.labels import label, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.results import Record
    from ecrl_audit.documents.sections.case_kit import Kit
    from ecrl_audit.documents.sections.thresholds import ThresholdLine, Thresholds

_FIRST_CONTROL, _LAST_CONTROL = 6, 21
_ALSO = {"A2": ("DM-27", "DM-29"), "B": ("DM-23",), "C": ("DM-24",)}
_PROCEDURE = ("A2", "A3")
_YARDSTICKS = {"L": "Statute", "P": "Policy", "R": "Library’s records duty"}
_WITHOUT_DOCUMENT = (
    "received",
    "received_by_agent",
    "assessed",
    "counter_received",
    "counter_assessed",
    "counter_withdrawn",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The six elements of a notice or counter-notice."""

    number: str
    elements: tuple[tuple[str, str, str], ...]
    assessed: str
    by: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ResultLine:
    """What one control came to for one item of the case."""

    control: str
    title: str
    item: str
    outcome: str
    outcome_word: str
    reason: str
    basis: str
    yardstick: str
    proposed: bool
    waived: bool


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of the case with its digest where a copy lies in the evidence folder."""

    name: str
    what: str
    day: str
    sha256: str
    state: str


def notice_sheet(kit: Kit, notice: Record) -> Sheet:
    """Return the element sheet of the notice."""
    recorded = label(kit.words, "class", notice["recorded_class"]) or "not recorded"
    computed = notice["computed_class"]
    meaning = label(kit.words, "class_meaning", computed)
    verdict = f"Computed class: {label(kit.words, 'class', computed)} ({meaning}). "
    verdict += f"Recorded class: {recorded}."
    if notice["override_reason"]:
        verdict += f" Override with reason: {kit.text(notice['override_reason'])}."
    elif notice["recorded_class"] and notice["recorded_class"] != computed:
        verdict += " The two differ, and no reason for an override is recorded."
    return Sheet(
        number=notice["notice_no"],
        elements=_elements(kit, notice, "notice_element"),
        assessed=kit.local(notice["assessed_at"]),
        by=kit.person(notice["assessed_by"]),
        verdict=verdict,
    )


def counter_sheets(kit: Kit, notice_no: str) -> tuple[Sheet, ...]:
    """Return the element sheet of each counter-notice of a case."""
    return tuple(
        Sheet(
            number=row["counter_no"],
            elements=_elements(kit, row, "counter_element"),
            assessed=kit.local(row["assessed_at"]),
            by="–",
            verdict=f"Computed: {label(kit.words, 'validity', row['validity'])}.",
        )
        for row in kit.of("case_counters", notice_no)
    )


def _elements(kit: Kit, row: Record, group: str) -> tuple[tuple[str, str, str], ...]:
    answers = kit.words["answer"]
    outcomes = {"yes": "pass", "no": "exception", "unclear": "needs_review"}
    return tuple(
        (
            words,
            answers.get(row[name] or "", "Not recorded"),
            outcomes.get(row[name] or "", "not_evidenced"),
        )
        for name, words in kit.words[group].items()
    )


def result_lines(kit: Kit, notice: Record, thresholds: Thresholds) -> tuple[ResultLine, ...]:
    """Return what the controls came to for this case."""
    controls = {row["control"]: row for row in kit.results.controls}
    return tuple(
        _result(kit, notice, row, controls[row["control"]], thresholds)
        for row in kit.of("case_results", notice["notice_no"])
        if row["control"] in controls
    )


def _result(
    kit: Kit, notice: Record, row: Record, control: Record, thresholds: Thresholds
) -> ResultLine:
    used = thresholds.of(control["parameters"] or ())
    basis = tuple(control["basis"] or ())
    return ResultLine(
        control=row["control"],
        title=control["title"],
        item="" if row["item"] == notice["notice_no"] else _item(kit, row),
        outcome=row["outcome"],
        outcome_word=label(kit.labels, "outcome", row["outcome"]),
        reason=kit.text(row["reason"]) or plain(row["subtype"]),
        basis=", ".join(label(kit.labels, "basis", code) for code in basis),
        yardstick=_yardstick(notice["venue"], basis, used),
        proposed=any(one.proposed for one in used),
        waived=bool(row["waived"]),
    )


def _yardstick(venue: str, basis: Sequence[str], used: Sequence[ThresholdLine]) -> str:
    """Return what the case is measured against: statute, procedure of the library or threshold."""
    limits = ", ".join(f"{one.code} {one.value} {one.unit}".strip() for one in used)
    if venue in _PROCEDURE:
        return f"Library’s procedure{f', {limits}' if limits else ''}"
    if limits:
        return f"Threshold {limits}"
    return next((word for code, word in _YARDSTICKS.items() if code in basis), "Good practice")


def _item(kit: Kit, row: Record) -> str:
    if row["control"] == "DM-18":
        return kit.user(row["item"])
    number, slash, post = row["item"].partition("/")
    return kit.text(post if slash else number)


def without_item(kit: Kit, notice: Record, lines: tuple[ResultLine, ...]) -> str:
    """Return the controls of the case file that had no item in this case."""
    present = {line.control for line in lines}
    wanted = [f"DM-{number:02}" for number in range(_FIRST_CONTROL, _LAST_CONTROL + 1)]
    wanted += _ALSO.get(notice["venue"], ())
    known = {row["control"] for row in kit.results.controls}
    return ", ".join(one for one in wanted if one in known and one not in present)


def document_lines(kit: Kit, notice: Record) -> tuple[DocumentLine, ...]:
    """Return every document the records of the case name, and those they fail to name."""
    number = notice["notice_no"]
    copies = kit.of("case_items", number)
    known = {row["copy_no"] for row in copies}
    steps = [row for row in kit.of("case_steps", number) if row["step"] not in _WITHOUT_DOCUMENT]
    papers: dict[tuple[str, str], list[str]] = {}
    for row in steps:
        found = papers.setdefault((label(kit.words, "step", row["step"]), row["on_day"]), [])
        if row["document"] and row["document"] not in known:
            found.append(row["document"])
    lines = [_document(kit, notice["document"], "Notice, received", notice["agent_on"])]
    for (what, day), names in papers.items():
        lines += [_document(kit, name, what, day) for name in dict.fromkeys(names or [""])]
    return (*lines, *_counter_papers(kit, number), *(_copy(kit, row) for row in copies))


def _counter_papers(kit: Kit, number: str) -> list[DocumentLine]:
    return [
        _document(
            kit,
            row["document"],
            f"Counter-notice {row['counter_no']}, received",
            row["received_on"],
        )
        for row in kit.of("case_counters", number)
    ]


def _document(kit: Kit, name: str | None, what: str, day: str | None) -> DocumentLine:
    if not name:
        return DocumentLine("–", what, day_words(day), "–", "no document named")
    digest = _digest(kit, name)
    state = "copy in the evidence folder" if digest else "reference only"
    return DocumentLine(kit.text(name), what, day_words(day), digest or "–", state)


def _copy(kit: Kit, row: Record) -> DocumentLine:
    what = f"Copy of {row['post']} before removal"
    if not row["copy_no"]:
        return DocumentLine("–", what, "–", "–", "no copy recorded")
    digest = _digest(kit, row["copy_file"] or "")
    state = "copy in the evidence folder" if digest else "reference only; digest as recorded"
    name = f"{row['copy_no']} {row['copy_file'] or ''}".strip()
    shown = digest or (row["sha256"] or "")
    return DocumentLine(kit.text(name), what, day_words(row["copy_on"]), shown or "–", state)


def _digest(kit: Kit, name: str) -> str:
    """Return the digest of a file of the evidence folder that a record names."""
    wanted = name.removeprefix("./")
    for source in kit.results.sources:
        file = source["file"]
        if wanted and (file == wanted or file.rsplit("/", 1)[-1] == wanted):
            return str(source["sha256"])
    return ""


def agent_words(kit: Kit, notice: Record) -> str:
    """Return the designation of the agent as it stood on the day of receipt."""
    if notice["filed_on"] is None:
        return "No designation of a copyright agent had been filed by that day."
    kind = label(kit.words, "filing", notice["filing_kind"])
    told = f"Latest filing: {kind} of {day_words(notice['filed_on'])}. "
    if notice["expires_on"] is None:
        return told + "It ended the designation."
    expires = date.fromisoformat(notice["expires_on"])
    received = date.fromisoformat(notice["agent_on"]) if notice["agent_on"] else expires
    if received == expires:
        return told + "The notice came on its third anniversary: a person decides."
    state = "in force" if received < expires else "expired"
    shown = ("name", "address", "phone", "email")
    lacking = [part for part in shown if not notice[f"has_{part}"]]
    entry = f"It lacks: {', '.join(lacking)}." if lacking else "The entry has its four parts."
    return f"{told}On the day of receipt it was {state} (through {day_words(notice['expires_on'])}, exclusive). {entry}"
