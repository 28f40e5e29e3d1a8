"""The frozen values that modules hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date, datetime

OUTCOMES = (
    "pass",
    "exception",
    "observation",
    "needs_review",
    "not_evidenced",
    "pending",
    "not_applicable",
)
CONCLUSIONS = (
    "exceptions_noted",
    "no_exceptions_noted",
    "no_instances",
    "limited",
    "not_tested",
    "not_applicable",
    "error",
)
SEVERITIES = ("critical", "high", "medium", "low", "info")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a hand-kept sheet; `kind` is id, text, date, when, yesno, int or list."""

    name: str
    kind: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The contract of one hand-kept sheet."""

    name: str
    purpose: str
    required: tuple[str, ...]
    key: tuple[str, ...]
    happened: tuple[str, ...]
    columns: tuple[Column, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """One control: its header and its statement."""

    id: str
    family: str
    title: str
    clauses: tuple[str, ...]
    tier: int
    severity: str
    basis: tuple[str, ...]
    subject: str
    needs: tuple[str, ...]
    parameters: tuple[str, ...]
    criterion: str
    counts: str
    effect: str
    remedy: str
    path: str
    sql: str
    applies: str = ""
    not_applicable: str = ""
    tested_when: str = ""
    not_tested: str = ""
    covers: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The audited local days, first and last inclusive, with the label they were asked by."""

    first: date
    last: date
    label: str


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """One threshold as used in a run; `value` is text and `unit` says how to read it."""

    name: str
    code: str
    value: str
    unit: str
    clause: str
    set_by: str
    words: str
    status: str = "proposed"
    approved_by: str = ""
    approved_on: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class ExportSetting:
    """What audit.toml says about an export that cannot say it itself."""

    path: str
    time_zone: str | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    exported: str | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one library: audit.toml over the defaults."""

    library_name: str
    time_zone: str
    fiscal_year_start: str
    engagement: str
    parameters: tuple[ParameterValue, ...]
    exports: tuple[ExportSetting, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """One record that was set aside: record number, column and reason in plain words."""

    row: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What became of one file: every record seen is accounted for."""

    file: str
    sheet: str
    format: str
    channel: str | None
    sha256: str
    status: str
    why: str
    seen: int
    loaded: int
    quarantined: int
    duplicate: int
    out_of_scope: int
    rejects: tuple[Reject, ...] = ()


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What one run of the controls is asked to do."""

    period: Period
    as_of: datetime
    issued: datetime | None = None
    changes: tuple[tuple[str, str], ...] = ()
    select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SqlFile:
    """A .sql file: the TOML of its leading comment and the statement below it."""

    path: str
    name: str
    header: dict[str, Any] = field(default_factory=dict)
    sql: str = ""
