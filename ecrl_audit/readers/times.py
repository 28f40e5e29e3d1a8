"""The ways platforms write a moment, brought to the one way a sheet wants it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DISCORD_EPOCH_MS = 1_420_070_400_000
_CTIME = re.compile(r"\w{3} (\w{3}) (\d\d?) (\d\d:\d\d:\d\d) ([+-]\d\d):?(\d\d) (\d{4})")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d|)")
_CLOCK = r",? (\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?"
_LOCAL = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d(\.\d{1,6})?)?")
_SLASHES = re.compile(rf"(\d\d?)/(\d\d?)/(\d{{4}}){_CLOCK}")
_YEAR_FIRST = re.compile(
    rf"(\d{{4}})[/-](\d\d)[/-](\d\d){_CLOCK}(?: ?([A-Z]{{1,5}}|[+-]\d\d(?::?\d\d)?))?"
)
_MONTH_NAMED = re.compile(rf"([A-Z][a-z]{{2}})[a-z]*\.? (\d\d?), (\d{{4}}){_CLOCK}")
_OFFSET = re.compile(r"([+-]\d\d):?(\d\d)?")
_ZONES = {
    **dict.fromkeys(("UTC", "GMT", "Z"), "Z"),
    **dict.fromkeys(("CDT", "EST"), "-05:00"),
    **dict.fromkeys(("CST", "MDT"), "-06:00"),
    **dict.fromkeys(("MST", "PDT"), "-07:00"),
    "EDT": "-04:00",
    "PST": "-08:00",
}
"""The abbreviations that a message's date may carry (RFC 2822); any other says nothing for sure."""
_NOON = 12


def written(text: str, form: str, zone: str | None = None) -> str | None:
    """Return a moment as a sheet wants it: ISO with Z or offset, or local without one.

    A moment without an offset is one of `zone`, where that is given; in the hours of the change
    it is a span. A blank or an all-zero moment is None. Text that does not parse comes back as it is, so that
    the row is set aside with what really stood there.

    >>> written("Wed Aug 09 16:19:22 +0000 2023", "ctime")
    '2023-08-09T16:19:22+00:00'
    """
    text = text.strip()
    if not text or text.startswith("0000-00-00"):
        return None
    try:
        moment = FORMS[form](text)
        return _in_zone(moment, zone) if zone and _LOCAL.fullmatch(moment) else moment
    except (ValueError, OverflowError):
        return text


def _in_zone(moment: str, zone: str) -> str:
    """Return the instant, or the two ends, that a wall clock of a zone can mean."""
    local = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))
    can_mean = {local.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}
    return "/".join(one.isoformat().replace("+00:00", "Z") for one in sorted(can_mean))


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
    month, day, year, *clock = found.groups()
    return f"{year}-{int(month):02}-{int(day):02} {_time(*clock)}"


def _year_first(text: str) -> str:
    found = _YEAR_FIRST.fullmatch(text)
    if not found:
        return _iso(text)
    year, month, day, *clock, zone = found.groups()
    offset = _zone(zone)
    return f"{year}-{month}-{day}{'T' if offset else ' '}{_time(*clock)}{offset}"


def _localised(text: str) -> str:
    found = _MONTH_NAMED.fullmatch(text)
    if found and found[1] in _MONTHS:
        month = _MONTHS.index(found[1]) // 3 + 1
        return f"{found[3]}-{month:02}-{int(found[2]):02} {_time(*found.groups()[3:])}"
    return _slashes(text) if "/" in text[:3] else _year_first(text)


def _zone(text: str | None) -> str:
    """Return what is sure of a zone: an offset, or nothing."""
    found = _OFFSET.fullmatch(text or "")
    return f"{found[1]}:{found[2] or '00'}" if found else _ZONES.get(text or "", "")


def _time(hour: str, minute: str, second: str | None, half: str | None) -> str:
    counted = int(hour)
    if half:
        counted = counted % _NOON + (_NOON if half in "Pp" else 0)
    return f"{counted:02}:{minute}:{second or '00'}"


def _stamp(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", text)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else _iso(text)


FORMS: Mapping[str, Callable[[str], str]] = {
    "ctime": _ctime,
    "iso": _iso,
    "localised": _localised,
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
