"""A library's audit.toml into checked settings; an unknown key is an error that names the nearest."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ecrl_audit.errors import UsageError
from ecrl_audit.model import ExportSetting, ParameterValue, Settings
from ecrl_audit.policy import apply_change, default_parameters, nearest
from ecrl_audit.zone import zone

if TYPE_CHECKING:
    from pathlib import Path

_ENGAGEMENTS = ("management self-assessment", "internal audit", "prepared for an external auditor")
_CALENDAR = ("indigenous_peoples_day", "day_after_thanksgiving", "confirmed_through")
_KNOWN = {
    "": ("schema", "library", "engagement", "calendar", "parameters", "export"),
    "library": ("name", "time_zone", "fiscal_year_start"),
    "engagement": ("type",),
    "calendar": _CALENDAR,
    "export": ("path", "time_zone", "covers_from", "covers_to", "exported", "account"),
}


def default_settings() -> Settings:
    """Return the settings of a library without an audit.toml."""
    return _settings({})


def read_settings(path: Path) -> Settings:
    """Read audit.toml, or the defaults where it does not exist.

    Raises UsageError naming the unknown key and the nearest known one, or the bad value.
    """
    document: dict[str, Any] = {}
    if path.exists():
        try:
            document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except ValueError as error:
            raise UsageError(f"audit.toml is not TOML: {error}.") from error
    return _settings(document)


def _settings(document: dict[str, Any]) -> Settings:
    _check_keys("", document)
    if document.get("schema", 1) != 1:
        raise UsageError("audit.toml: schema is 1.")
    library = _table(document, "library")
    calendar = _table(document, "calendar")
    engagement = _table(document, "engagement").get("type", _ENGAGEMENTS[0])
    if engagement not in _ENGAGEMENTS:
        raise UsageError(f"audit.toml: engagement.type is one of: {'; '.join(_ENGAGEMENTS)}.")
    given = _table(document, "parameters", known=False)
    for name in _CALENDAR:
        if name in given:
            raise UsageError(f"audit.toml: {name} stands in [calendar], not in [parameters].")
    parameters = _apply_all({**given, **calendar})
    return Settings(
        library_name=_string(library, "name", "East Central Regional Library"),
        time_zone=zone(_string(library, "time_zone", "America/Chicago")).key,
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
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UsageError("audit.toml: exports are written as [[export]].")
    for entry in entries:
        _check_keys("export", entry)
        if not isinstance(entry.get("path"), str) or not entry["path"]:
            raise UsageError("audit.toml: an [[export]] needs a path, as text.")
    return entries


def _check_keys(table: str, document: dict[str, Any]) -> None:
    for key in document:
        if key not in _KNOWN[table]:
            where = f"{table}.{key}" if table else key
            raise UsageError(f"audit.toml: {where} is unknown; {nearest(key, _KNOWN[table])}")


def _string(table: dict[str, Any], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"audit.toml: {key} is text in quotation marks.")
    return value


def _month_day(text: str) -> str:
    try:
        return date.fromisoformat(f"2023-{text}").strftime("%m-%d")
    except ValueError as error:
        raise UsageError(
            "audit.toml: fiscal_year_start is a day of the year, such as 07-01."
        ) from error


def _export(entry: dict[str, Any]) -> ExportSetting:
    first, last = _day(entry, "covers_from"), _day(entry, "covers_to")
    if first and last and last < first:
        raise UsageError(
            f"audit.toml: the export {entry['path']} covers no day: covers_to is before covers_from."
        )
    return ExportSetting(
        path=entry["path"],
        time_zone=zone(_string(entry, "time_zone", "")).key if "time_zone" in entry else None,
        covers_from=first,
        covers_to=last,
        exported=None if entry.get("exported") is None else str(entry["exported"]),
        account=_string(entry, "account", "") if "account" in entry else None,
    )


def _day(entry: dict[str, Any], key: str) -> date | None:
    value = entry.get(key)
    if value is None:
        return None
    if isinstance(value, datetime):
        raise UsageError(f"audit.toml: export.{key} is a date without a time.")
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise UsageError(f"audit.toml: export.{key} is a date, YYYY-MM-DD.") from error


def _apply_all(changes: dict[str, Any]) -> tuple[ParameterValue, ...]:
    values = default_parameters()
    for name, change in changes.items():
        values = apply_change(values, name, change, where="audit.toml: ")
    return values
