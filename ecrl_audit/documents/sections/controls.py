"""Results by control and by family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.charts.strips import EXCEPTION, NOTHING, TESTED, result_strip
from ecrl_audit.documents.phrases import local_day, share
from ecrl_audit.documents.results import OUTCOMES, SEVERITIES, Record, Results
from ecrl_audit.documents.sections.labels import Words, label
from ecrl_audit.documents.sections.setting_words import SettingWords, setting_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ecrl_audit.documents.drawing import Drawing
    from ecrl_audit.documents.sections.axis import TimeAxis

_STRIP_WIDTH = 90.0
_TAKEN_AS_STORED = (
    "control",
    "title",
    "criterion",
    "effect",
    "remedy",
    "severity",
    "conclusion",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Items by outcome; the population is their sum."""

    passed: int
    exception: int
    observation: int
    needs_review: int
    not_evidenced: int
    pending: int
    not_applicable: int

    @property
    def population(self) -> int:
        """Return the number of items looked at."""
        return self.tested + self.unable + self.pending + self.not_applicable

    @property
    def tested(self) -> int:
        """Return the items with a result: met, observation or exception."""
        return self.passed + self.observation + self.exception

    @property
    def unable(self) -> int:
        """Return the items about which nothing could be said."""
        return self.needs_review + self.not_evidenced

    @property
    def rate(self) -> str:
        """Return the exceptions as x of n tested."""
        return share(self.exception, self.tested)

    @property
    def rate_of_items(self) -> str:
        """Return the exceptions as `x of n items (p%)`."""
        counted, opened, percent = self.rate.partition(" (")
        return f"{counted} item{'' if self.tested == 1 else 's'}{opened}{percent}"

    @property
    def worst_case(self) -> str:
        """Return x of n if every undecided item were an exception."""
        return share(self.exception + self.unable, self.tested + self.unable)


@dataclass(frozen=True, slots=True)
class ControlLine:
    """One control as it is printed in a table."""

    control: str
    family: str
    title: str
    clauses: tuple[str, ...]
    basis: tuple[str, ...]
    criterion: str
    effect: str
    remedy: str
    parameters: tuple[str, ...]
    severity: str
    gravest: str
    counts: Counts
    waived: int
    conclusion: str
    conclusion_word: str
    conclusion_reason: str
    previous_word: str
    proposed: bool
    covered: str
    strip: Drawing | None
    strip_text: str


def counts_of(record: Record) -> Counts:
    """Return the counts stored for one control."""
    return Counts(*(record[f"n_{outcome}"] or 0 for outcome in OUTCOMES))


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum, outcome by outcome."""
    rows = [
        (one.passed, one.exception, one.observation, one.needs_review,
         one.not_evidenced, one.pending, one.not_applicable)
        for one in counts
    ]  # fmt: skip
    return (
        Counts(*(sum(column) for column in zip(*rows, strict=True))) if rows else Counts(*[0] * 7)
    )


@dataclass(frozen=True, slots=True)
class _Context:
    """What the lines of one run share."""

    labels: Words
    axis: TimeAxis
    states: dict[str, tuple[str, ...]]
    before: dict[str, str]
    gravest: dict[str, str]
    settings: SettingWords


def control_lines(results: Results, labels: Words, axis: TimeAxis) -> tuple[ControlLine, ...]:
    """Return a line for every control of the run."""
    context = _Context(
        labels,
        axis,
        control_states(results, axis),
        {one["control"]: one["conclusion"] for one in results.previous_controls},
        _gravest(results),
        setting_words(results, labels),
    )
    return tuple(_line(record, context) for record in results.controls)


def _gravest(results: Results) -> dict[str, str]:
    """Return the gravest severity among the exceptions of each control."""
    found: dict[str, str] = {}
    for row in sorted(results.severities, key=lambda row: -severity_rank(row["severity"])):
        found[row["control"]] = row["severity"]
    return found


def _line(record: Record, context: _Context) -> ControlLine:
    labels, control = context.labels, record["control"]
    states = context.states.get(control, ())
    before = context.before.get(control)
    return ControlLine(
        **{name: context.settings.in_words(record[name]) for name in _TAKEN_AS_STORED},
        family=control.split("-")[0],
        clauses=tuple(record["clauses"] or ()),
        basis=tuple(record["basis"] or ()),
        parameters=tuple(record["parameters"] or ()),
        gravest=context.gravest.get(control) or record["severity"],
        counts=counts_of(record),
        waived=record["waived"] or 0,
        conclusion_word=label(labels, "conclusion", record["conclusion"]),
        conclusion_reason=record["conclusion_reason"] or "",
        previous_word=label(labels, "conclusion", before) if before else "",
        proposed=bool(record["proposed_threshold"]),
        covered=_covered(record),
        strip=result_strip(states, _STRIP_WIDTH) if states else None,
        strip_text=_strip_text(control, states, context.axis),
    )


def _covered(record: Record) -> str:
    if record["total_days"]:
        return share(record["covered_days"] or 0, record["total_days"])
    return "–"


def _strip_text(control: str, states: Sequence[str], axis: TimeAxis) -> str:
    marked = [axis.names[index] for index, state in enumerate(states) if state == EXCEPTION]
    if marked:
        return f"{control}: exceptions in {', '.join(marked)}."
    return f"{control}: no exception in any {axis.unit} tested."


def control_states(results: Results, axis: TimeAxis) -> dict[str, tuple[str, ...]]:
    """Return for each control with dated items one state per column of the axis."""
    zone = results.run["time_zone"]
    found: dict[str, list[str]] = {}
    for moment in results.moments:
        states = found.setdefault(moment["control"], [NOTHING] * len(axis.starts))
        column = axis.index_of(local_day(moment["hour"], zone))
        if moment["outcome"] == "exception":
            states[column] = EXCEPTION
        elif moment["outcome"] in ("pass", "observation") and states[column] != EXCEPTION:
            states[column] = TESTED
    return {control: tuple(states) for control, states in found.items()}


def severity_rank(severity: str | None) -> int:
    """Return the place of a severity, the gravest first, an unknown one last."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
