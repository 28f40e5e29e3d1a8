"""The policy's clauses and the thresholds into checked values."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ecrl_audit import assets
from ecrl_audit.errors import UsageError
from ecrl_audit.model import ParameterValue

if TYPE_CHECKING:
    from collections.abc import Iterable

POLICY_TEXT = "social_media_policy_2021-02-08.txt"
_PARAMETER_KEYS = ("value", "status", "approved_by", "approved_on")
_MOST = 100_000
_PERCENT = 100
_CALENDAR_WORDS = ("open", "closed", "unset")


@cache
def policy_text() -> str:
    """Return the policy word for word."""
    return (assets.folder("queries") / "policy" / POLICY_TEXT).read_text(encoding="utf-8")


@cache
def clauses() -> dict[str, dict[str, Any]]:
    """Return the clause register by id; a quotation that is not in the policy stops the run."""
    path = assets.folder("queries") / "policy" / "clauses.toml"
    register: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["clause"]
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
    thresholds = [_threshold(name, entry) for name, entry in document["parameter"].items()]
    calendar = [_calendar_day(name, entry) for name, entry in document["calendar"].items()]
    return tuple(thresholds + calendar)


def _threshold(name: str, entry: dict[str, Any]) -> ParameterValue:
    told = {key: entry[key] for key in ("code", "unit", "clause", "set_by", "words")}
    return ParameterValue(name=name, value=_text(entry["value"]), **told)


def _calendar_day(name: str, entry: dict[str, Any]) -> ParameterValue:
    is_day = name == "confirmed_through"
    return ParameterValue(
        name=name,
        code="P-OPTHOL",
        value="" if is_day else _text(entry["value"]),
        unit="day" if is_day else "open/closed",
        clause="-",
        set_by="Board",
        words="",
    )


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a sentence that names the known word nearest to an unknown one."""
    known = list(known)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.0)
    return f"the nearest known one is {close[0]}." if close else f"known are {', '.join(known)}."


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
        if key not in _PARAMETER_KEYS:
            raise UsageError(f"{where}{name}.{key} is unknown; {nearest(key, _PARAMETER_KEYS)}")
    old = known[name]
    text = old.value if "value" not in entry else checked_value(old, entry["value"], where)
    new = replace(
        old,
        value=text,
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
    if not text.isascii() or not text.isdigit() or len(text) > len(str(_MOST)) or int(text) > _MOST:
        raise UsageError(
            f"{where}{name} is a whole number of {unit} from 0 to {_MOST}, not {text[:40]!r}."
        )
    if unit == "percent" and int(text) > _PERCENT:
        raise UsageError(f"{where}{name} is a percentage from 0 to {_PERCENT}.")
    return str(int(text))
