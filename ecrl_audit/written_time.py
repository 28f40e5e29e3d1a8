"""SQL that turns a written time into the earliest and latest instant it can mean, and its quality.

Zones are resolved by the table `local_day`, which Python's zoneinfo filled: never by DuckDB.
In every function `raw` is the SQL of the text and `n` the name of the typed column.
"""

DAY = r"(?:19|20)\d\d-\d\d-\d\d"
DATE = rf"^{DAY}$"
_CLOCK = r"[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?"
_PARTS = rf"^(?:({DAY})|({DAY}{_CLOCK})(?: ?(Z|z|[+-]\d\d:?\d\d))?)$"
_NAMES = "['day', 'clock', 'zone']"


def split(raw: str, n: str) -> str:
    """Split the written text, or both ends of a span, into day or clock, and zone.

    Each pattern is applied once here: a pattern costs more to prepare than to use.
    """
    first, last = f"split_part({raw}, '/', 1)", f"split_part({raw}, '/', 2)"
    return (
        f", contains({raw}, '/') as {n}_span"
        f", regexp_extract({first}, '{_PARTS}', {_NAMES}) as {n}_first"
        f", regexp_extract({last}, '{_PARTS}', {_NAMES}) as {n}_last"
    )


def parsed(n: str) -> str:
    """Return the wall clock `_w` and the offset `_z` of both ends, and whether it is a bare date."""
    first, last = f"{n}_first", f"{n}_last"
    return (
        f", {first}.day <> '' and not {n}_span as {n}_bare"
        f", {_clock_of(first)} as {n}_w, {_offset_of(first)} as {n}_z"
        f", {_clock_of(last)} as {n}_w2, {_offset_of(last)} as {n}_z2"
    )


def _clock_of(parts: str) -> str:
    return f"try_cast(nullif({parts}.day || {parts}.clock, '') as timestamp)"


def _offset_of(parts: str) -> str:
    """Return SQL for the written offset in seconds, null when none is written."""
    zone = f"{parts}.zone"
    return (
        f"case when {zone} in ('Z', 'z') then 0 when {zone} <> '' then"
        f" (case when left({zone}, 1) = '-' then -1 else 1 end)"
        f" * (cast(substr({zone}, 2, 2) as integer) * 3600"
        f" + cast(right({zone}, 2) as integer) * 60) end"
    )


def day_joins(n: str) -> str:
    """Return the joins that give the local days a written clock falls on."""
    return (
        f" left join local_day as {n}_d on {n}_d.day = cast(parsed.{n}_w as date)"
        f" left join local_day as {n}_d2 on {n}_d2.day = cast(parsed.{n}_w2 as date)"
    )


def _instant(w: str, z: str, d: str, *, latest: bool) -> str:
    """Return SQL for the earliest or latest instant that a written wall clock can mean."""
    before, after = f"{d}.offset_before", f"{d}.offset_after"
    wider = f"{'least' if latest else 'greatest'}({before}, {after})"
    seconds = (
        f"case when {z} is not null then {z} when {after} is null or {w} < {d}.shift_from then {before}"
        f" when {w} >= {d}.shift_to then {after} else {wider} end"
    )
    return f"{w} - to_seconds({seconds})"


def placed(n: str) -> str:
    """Return the columns with earliest and latest instant and the quality of a time."""
    d, d2 = f"{n}_d", f"{n}_d2"
    at = _instant(f"{n}_w", f"{n}_z", d, latest=False)
    to = _instant(f"{n}_w", f"{n}_z", d, latest=True)
    span = _instant(f"{n}_w2", f"{n}_z2", d2, latest=True)
    return (
        f", case when {n}_bare then {d}.starts_at else {at} end as {n}_at"
        f", case when {n}_bare then {d}.ends_at - interval 1 microsecond"
        f" when {n}_span then {span} else {to} end as {n}_until"
        f", case when {n}_bare then 'date_only' when {n}_span then 'interval'"
        f" when {n}_z is not null then 'exact'"
        f" when {n}_w >= {d}.shift_from and {n}_w < {d}.shift_to then {d}.shift_kind"
        f" else 'zone_assumed' end as {n}_quality"
    )


def reverse_join(n: str) -> str:
    """Return the join that gives the UTC day of an instant."""
    return f" left join local_day as {n}_u on {n}_u.day = cast(placed.{n}_at as date)"


def local_on(n: str) -> str:
    """Return the column with the local day of an instant."""
    u = f"{n}_u"
    return (
        f", case when {n}_bare then cast({n}_w as date) else cast({n}_at + to_seconds("
        f"case when {u}.utc_change_at is not null and {n}_at >= {u}.utc_change_at"
        f" then {u}.utc_offset_after else {u}.utc_offset_before end) as date) end as {n}_on"
    )
