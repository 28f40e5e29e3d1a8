"""Thresholds, who set them, and what other values would have given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import short_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecrl_audit.documents.results import Record, Results
    from ecrl_audit.documents.sections.labels import Words


@dataclass(frozen=True, slots=True)
class ThresholdLine:
    """One setting of the tests."""

    name: str
    code: str
    value: str
    unit: str
    units: str
    clause: str
    policy_words: str
    set_by: str
    proposed: bool
    status: str
    changed: bool


@dataclass(frozen=True, slots=True)
class SensitivityLine:
    """How many exceptions a control has at half, at the set and at double the value."""

    control: str
    parameter: str
    half: str
    default: str
    double: str

    @property
    def moves(self) -> bool:
        """Say whether another value gives another number of exceptions."""
        return not self.half == self.default == self.double


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every setting of the run."""

    lines: tuple[ThresholdLine, ...]
    sensitivity: tuple[SensitivityLine, ...]

    @property
    def proposed(self) -> int:
        """Return how many nobody has adopted."""
        return sum(1 for line in self.lines if line.proposed)

    @property
    def approved(self) -> int:
        """Return how many have been adopted."""
        return len(self.lines) - self.proposed

    @property
    def moving(self) -> tuple[SensitivityLine, ...]:
        """Return the limits whose half or double value changes the number of exceptions."""
        return tuple(line for line in self.sensitivity if line.moves)

    @property
    def still(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return for each control the limits whose value changes nothing."""
        found: dict[str, list[str]] = {}
        for line in self.sensitivity:
            if not line.moves:
                found.setdefault(line.control, []).append(line.parameter.replace("_", " "))
        return tuple((control, tuple(names)) for control, names in found.items())

    def of(self, names: Iterable[str]) -> tuple[ThresholdLine, ...]:
        """Return the settings with these names."""
        wanted = set(names)
        return tuple(line for line in self.lines if line.name in wanted)


def thresholds(results: Results, labels: Words) -> Thresholds:
    """Return the settings in the order of their codes, with their sensitivity."""
    rows = sorted(results.parameters, key=lambda row: (row["clause"] in ("-", ""), row["name"]))
    return Thresholds(
        lines=tuple(_line(row, labels) for row in rows),
        sensitivity=tuple(_sensitivity(row) for row in results.figure("sensitivity")),
    )


def _line(row: Record, labels: Words) -> ThresholdLine:
    proposed = row["status"] != "approved"
    status = "proposed"
    if not proposed:
        when = (
            f", {short_day(date.fromisoformat(row['approved_on']))}" if row["approved_on"] else ""
        )
        status = f"adopted by {row['approved_by'] or 'unnamed'}{when}"
    clause = row["clause"] or "-"
    return ThresholdLine(
        name=row["name"],
        code=row["code"] or "",
        value=_value(row["value"]),
        unit=_unit(row, labels),
        units=labels["unit"].get(row["unit"], ""),
        clause="none" if clause == "-" else clause,
        policy_words=row["words"] or "",
        set_by=row["set_by"] or "",
        proposed=proposed,
        status=status,
        changed=bool(row["changed"]),
    )


def setting_value(row: Record, labels: Words) -> tuple[str, str]:
    """Return the value of a setting and its unit, in words."""
    return _value(row["value"]), _unit(row, labels)


def _unit(row: Record, labels: Words) -> str:
    """Return the unit in words; a choice among words has none."""
    unit: str = labels["unit"].get(row["unit"], "")
    return labels["unit_of_one"].get(row["unit"], unit) if row["value"] == "1" else unit


def _value(value: str | None) -> str:
    return {"true": "yes", "false": "no", None: "unset"}.get(value, value or "")


def _sensitivity(row: Record) -> SensitivityLine:
    return SensitivityLine(
        control=row["control"],
        parameter=row["parameter"],
        half=_number(row["half"]),
        default=_number(row["default"]),
        double=_number(row["double"]),
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{int(value):,}"
