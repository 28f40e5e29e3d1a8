"""The policy's clauses, the thresholds and a library's audit.toml into checked values."""

from __future__ import annotations

import difflib
import tomllib
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from ecrl_audit import assets
from ecrl_audit.errors import UsageError
from ecrl_audit.model import ExportSetting, ParameterValue, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

POLICY_TEXT = "social_media_policy_2021-02-08.txt"
_ENGAGEMENTS = ("management self-assessment", "internal audit", "prepared for an external auditor")
_KNOWN = {
    "": ("schema", "library", "engagement", "calendar", "parameters", "export"),
    "library": ("name", "time_zone", "fiscal_year_start"),
    "engagement": ("type",),
    "calendar": ("indigenous_peoples_day", "day_after_thanksgiving", "confirmed_through"),
    "export": ("path", "time_zone", "covers_from", "covers_to", "exported"),
    "parameter": ("value", "status", "approved_by", "approved_on"),
}
_CALENDAR_WORDS = ("open", "closed", "unset")


@cache
def policy_text() -> str:
    """Return the policy word for word."""
    return (assets.folder("queries") / "policy" / POLICY_TEXT).read_text(encoding="utf-8")


@cache
def clauses() -> dict[str, dict[str, Any]]:
    """Return the clause register by id; a quotation that is not in the policy stops the run."""
    path = assets.folder("queries") / "policy" / "clauses.toml"
    register = tomllib.loads(path.read_text(encoding="utf-8"))["clause"]
    words = _flat(policy_text())
    for clause, entry in register.items():
        if _flat(entry["quotation"]) not in words:
            raise UsageError(f"clauses.toml: the quotation of {clause} is not in the policy text.")
    return register


def _flat(text: str) -> str:
    return " ".join(text.split())


@cache
def default_parameters() -> tuple[ParameterValue, ...]:
    """Return every threshold and calendar setting at its proposed default, in file order."""
    path = assets.folder("queries") / "policy" / "parameters.toml"
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    thresholds = [
        ParameterValue(
            name=name,
            code=entry["code"],
            value=_text(entry["value"]),
            unit=entry["unit"],
            clause=entry["clause"],
            set_by=entry["set_by"],
            words=entry["words"],
        )
        for name, entry in document["parameter"].items()
    ]
    calendar = [
        ParameterValue(
            name=name,
            code="P-OPTHOL",
            value="" if name == "confirmed_through" else _text(entry["value"]),
            unit="day" if name == "confirmed_through" else "open/closed",
            clause="-",
            set_by="Board",
            words="",
        )
        for name, entry in document["calendar"].items()
    ]
    return tuple(thresholds + calendar)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def read_settings(path: Path) -> Settings:
    """Read audit.toml, or the defaults where it does not exist.

    Raises UsageError naming the unknown key and the nearest known one, or the bad value.
    """
    document: dict[str, Any] = {}
    if path.exists():
        try:
            document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"audit.toml is not TOML: {error}.") from error
    _check_keys("", document)
    library = _table(document, "library")
    calendar = _table(document, "calendar")
    engagement = _table(document, "engagement").get("type", _ENGAGEMENTS[0])
    if engagement not in _ENGAGEMENTS:
        raise UsageError(f"audit.toml: engagement.type is one of: {'; '.join(_ENGAGEMENTS)}.")
    parameters = _apply_all({**_table(document, "parameters", known=False), **calendar})
    return Settings(
        library_name=_string(library, "name", "East Central Regional Library"),
        time_zone=_string(library, "time_zone", "America/Chicago"),
        fiscal_year_start=_month_day(_string(library, "fiscal_year_start", "01-01")),
        engagement=engagement,
        parameters=parameters,
        exports=tuple(_export(entry) for entry in _exports(document)),
    )


def _table(document: dict[str, Any], name: str, *, known: bool = True) -> dict[str, Any]:
    table = document.get(name, {})
    if not isinstance(table, dict):
        raise UsageError(f"audit.toml: [{name}] is a table.")
    if known:
        _check_keys(name, table)
    return table


def _exports(document: dict[str, Any]) -> list[dict[str, Any]]:
    entries = document.get("export", [])
    if not isinstance(entries, list):
        raise UsageError("audit.toml: exports are written as [[export]].")
    for entry in entries:
        _check_keys("export", entry)
        if "path" not in entry:
            raise UsageError("audit.toml: an [[export]] needs a path.")
    return entries


def _check_keys(table: str, document: dict[str, Any]) -> None:
    for key in document:
        if key not in _KNOWN[table]:
            where = f"{table}.{key}" if table else key
            raise UsageError(f"audit.toml: {where} is unknown; {nearest(key, _KNOWN[table])}")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a sentence that names the known word nearest to an unknown one."""
    known = list(known)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.0)
    return f"the nearest known one is {close[0]}." if close else f"known are {', '.join(known)}."


def _string(table: dict[str, Any], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"audit.toml: {key} is text in quotation marks.")
    return value


def _month_day(text: str) -> str:
    try:
        datetime.strptime(f"2023-{text}", "%Y-%m-%d")  # noqa: DTZ007 - a day of the year, no time
    except ValueError as error:
        raise UsageError("audit.toml: fiscal_year_start is a day of the year, such as 07-01.") from error
    return text


def _export(entry: dict[str, Any]) -> ExportSetting:
    return ExportSetting(
        path=str(entry["path"]),
        time_zone=entry.get("time_zone"),
        covers_from=_day(entry, "covers_from"),
        covers_to=_day(entry, "covers_to"),
        exported=None if entry.get("exported") is None else str(entry["exported"]),
    )


def _day(entry: dict[str, Any], key: str) -> date | None:
    value = entry.get(key)
    if value is None:
        return None
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise UsageError(f"audit.toml: export.{key} is a date, YYYY-MM-DD.") from error


def _apply_all(changes: dict[str, Any]) -> tuple[ParameterValue, ...]:
    values = default_parameters()
    for name, change in changes.items():
        values = apply_change(values, name, change, where="audit.toml: ")
    return values


def apply_change(
    values: tuple[ParameterValue, ...], name: str, change: object, *, where: str = ""
) -> tuple[ParameterValue, ...]:
    """Return the thresholds with one of them changed.

    `change` is a bare value (changed, still proposed) or a table with value, status,
    approved_by and approved_on. Raises UsageError for an unknown name or an impossible value.
    """
    known = {value.name: value for value in values}
    if name not in known:
        raise UsageError(f"{where}parameter {name} is unknown; {nearest(name, known)}")
    entry = change if isinstance(change, dict) else {"value": change}
    for key in entry:
        if key not in _KNOWN["parameter"]:
            raise UsageError(f"{where}{name}.{key} is unknown; {nearest(key, _KNOWN['parameter'])}")
    old = known[name]
    text = old.value if "value" not in entry else checked_value(old, entry["value"], where)
    new = ParameterValue(
        name=old.name,
        code=old.code,
        value=text,
        unit=old.unit,
        clause=old.clause,
        set_by=old.set_by,
        words=old.words,
        status=_status(entry, where),
        approved_by=str(entry.get("approved_by", "")),
        approved_on=_approved_on(entry, where),
        changed=old.changed or text != old.value,
    )
    return tuple(new if value.name == name else value for value in values)


def _status(entry: dict[str, Any], where: str) -> str:
    status = str(entry.get("status", "proposed"))
    if status not in ("proposed", "approved"):
        raise UsageError(f"{where}a parameter's status is proposed or approved.")
    if status == "approved" and not (entry.get("approved_by") and entry.get("approved_on")):
        raise UsageError(f"{where}an approved parameter names approved_by and approved_on.")
    return status


def _approved_on(entry: dict[str, Any], where: str) -> str:
    value = entry.get("approved_on", "")
    if value and not isinstance(value, date):
        try:
            date.fromisoformat(str(value))
        except ValueError as error:
            raise UsageError(f"{where}approved_on is a date, YYYY-MM-DD.") from error
    return str(value)


def checked_value(parameter: ParameterValue, value: object, where: str = "") -> str:
    """Return a new value of a parameter as text; a value outside its unit is a UsageError."""
    text = _text(value).strip()
    name, unit = parameter.name, parameter.unit
    if unit == "yes/no":
        words = {"true": "true", "yes": "true", "false": "false", "no": "false"}
        if text.lower() not in words:
            raise UsageError(f"{where}{name} is true or false.")
        return words[text.lower()]
    if unit == "open/closed":
        if text not in _CALENDAR_WORDS:
            raise UsageError(f"{where}{name} is open, closed or unset.")
        return text
    if unit == "day":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise UsageError(f"{where}{name} is a date, YYYY-MM-DD.") from error
    if not text.isascii() or not text.isdigit() or int(text) > 100_000:
        raise UsageError(f"{where}{name} is a whole number of {unit}, not {text!r}.")
    if unit == "percent" and int(text) > 100:
        raise UsageError(f"{where}{name} is a percentage from 0 to 100.")
    return text
