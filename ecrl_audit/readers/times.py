"""The ways platforms write a moment, brought to the one way a sheet wants it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DISCORD_EPOCH_MS = 1_420_070_400_000
_CTIME = re.compile(r"\w{3} (\w{3}) (\d\d?) (\d\d:\d\d:\d\d) ([+-]\d\d):?(\d\d) (\d{4})")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d|)")
_SLASHES = re.compile(r"(\d\d?)/(\d\d?)/(\d{4}),? (\d\d?):(\d\d)(?::(\d\d))? ?([AaPp][Mm])?")
_YEAR_FIRST = re.compile(r"(\d{4})[/-](\d\d)[/-](\d\d) (\d\d?):(\d\d):(\d\d) ?([AaPp][Mm])? ?(.*)")
_NOON = 12


def written(text: str, form: str) -> str | None:
    """Return a moment as a sheet wants it: ISO with Z or offset, or local without one.

    A blank or an all-zero moment is None. Text that does not parse comes back as it is, so that
    the row is set aside with what really stood there.

    >>> written("Wed Aug 09 16:19:22 +0000 2023", "ctime")
    '2023-08-09T16:19:22+00:00'
    """
    text = text.strip()
    if not text or text.startswith("0000-00-00"):
        return None
    try:
        return FORMS[form](text)
    except (ValueError, OverflowError):
        return text


def _iso(text: str) -> str:
    found = _ISO.fullmatch(text)
    if not found:
        return text
    day, clock, offset = found.groups()
    if not offset:
        return f"{day} {clock}"
    offset = "Z" if offset in ("Z", "UTC") else f"{offset[:3]}:{offset[-2:]}"
    return f"{day}T{clock}{offset}"


def _utc(text: str) -> str:
    found = _ISO.fullmatch(text)
    return text if not found or found[3] else f"{found[1]}T{found[2]}Z"


def _ctime(text: str) -> str:
    found = _CTIME.fullmatch(text)
    if not found or found[1] not in _MONTHS:
        return _iso(text)
    month = _MONTHS.index(found[1]) // 3 + 1
    return f"{found[6]}-{month:02}-{int(found[2]):02}T{found[3]}{found[4]}:{found[5]}"


def _unix(text: str) -> str:
    return _after_epoch(float(text) * 1000)


def _unix_ms(text: str) -> str:
    return _after_epoch(float(text))


def _unix_or_iso(text: str) -> str:
    return _unix(text) if re.fullmatch(r"\d+(\.\d+)?", text) else _iso(text)


def _snowflake(text: str) -> str:
    return _after_epoch((int(text) >> 22) + _DISCORD_EPOCH_MS)


def _after_epoch(milliseconds: float) -> str:
    moment = _EPOCH + timedelta(milliseconds=milliseconds)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _rfc2822(text: str) -> str:
    return parsedate_to_datetime(text).isoformat()


def _slashes(text: str) -> str:
    found = _SLASHES.fullmatch(text)
    if not found:
        return _iso(text)
    month, day, year, hour, minute, second, half = found.groups()
    return f"{year}-{int(month):02}-{int(day):02} {_hour(hour, half)}:{minute}:{second or '00'}"


def _year_first(text: str) -> str:
    found = _YEAR_FIRST.fullmatch(text)
    if not found:
        return _iso(text)
    year, month, day, hour, minute, second, half, zone = found.groups()
    local = f"{year}-{month}-{day} {_hour(hour, half)}:{minute}:{second}"
    return local.replace(" ", "T") + "Z" if zone in ("UTC", "GMT", "Z") else local


def _hour(hour: str, half: str | None) -> str:
    if not half:
        return f"{int(hour):02}"
    return f"{int(hour) % _NOON + (_NOON if half.lower() == 'pm' else 0):02}"


def _stamp(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", text)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else _iso(text)


FORMS: Mapping[str, Callable[[str], str]] = {
    "ctime": _ctime,
    "iso": _iso,
    "rfc2822": _rfc2822,
    "slashes": _slashes,
    "snowflake": _snowflake,
    "stamp": _stamp,
    "unix": _unix,
    "unix_ms": _unix_ms,
    "unix_or_iso": _unix_or_iso,
    "utc": _utc,
    "year_first": _year_first,
}
"""Each form of a moment by the name a format header uses in `field (form)`."""
