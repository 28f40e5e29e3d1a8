"""The sheet waivers into marks on items: the check still runs, the item keeps its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit import policy, statements
from ecrl_audit.database import dictionaries, scalar
from ecrl_audit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecrl_audit.database import Connection

_WAIVABLE = ("exception", "observation", "needs_review")


@dataclass(frozen=True, slots=True)
class Waivers:
    """The waivers in force at the cut-off: item keys by control; None waives the whole control."""

    items: Mapping[str, frozenset[str] | None]


def in_force(connection: Connection) -> Waivers:
    """Return the waivers in force at the cut-off; an impossible one is a UsageError.

    A waiver holds from start to expires (at most 366 days) once approved; one for a whole
    control has a second approver. Expired ones are listed by the report and ignored.
    """
    rows = dictionaries(
        connection,
        "select upper(control) as control, items, second_approver, start_on, expires_on,"
        " start_on <= as_of_on and expires_on >= as_of_on and approved_on <= as_of_on as holds"
        " from waivers cross join period order by rec",
    )
    known = {control.id for control in statements.controls()}
    items: dict[str, frozenset[str] | None] = {}
    for row in rows:
        _refuse_impossible(row, known)
        if row["holds"]:
            listed = frozenset(row["items"] or ())
            before = items.get(row["control"], frozenset())
            items[row["control"]] = None if not listed or before is None else before | listed
    return Waivers(items)


def _refuse_impossible(row: Mapping[str, object], known: set[str]) -> None:
    control = str(row["control"])
    if control not in known:
        raise UsageError(f"waivers: control {control} is unknown; {policy.nearest(control, known)}")
    if not row["items"] and not row["second_approver"]:
        raise UsageError(
            f"waivers: a waiver of the whole control {control} needs a second approver."
        )
    days = (row["expires_on"] - row["start_on"]).days  # type: ignore[operator]
    if not 0 <= days <= 366:  # noqa: PLR2004 - the contract's longest waiver
        raise UsageError(
            f"waivers: the waiver of {control} lasts {days} days; 0 to 366 are allowed."
        )


def mark(
    control: str, rows: tuple[tuple[object, ...], ...], waivers: Waivers
) -> tuple[tuple[object, ...], ...]:
    """Return the rows with a last cell that says whether the item is waived."""
    listed = waivers.items.get(control, frozenset())
    return tuple(
        (*row, row[1] in _WAIVABLE and (listed is None or row[0] in listed)) for row in rows
    )


def refuse_unknown(connection: Connection, items: Mapping[str, set[str]]) -> None:
    """Refuse a waiver in force that names an item nobody knows.

    An item is known when its control has it in this run or an earlier one, or when it is
    the key of a record.
    """
    for control, listed in in_force(connection).items.items():
        if control in items and listed is not None:
            for item in sorted(listed - items[control]):
                if not _is_known(connection, control, item):
                    near = policy.nearest(item, items[control] or {item})
                    raise UsageError(f"waivers: {control} has no item {item!r}; {near}")


def _is_known(connection: Connection, control: str, item: str) -> bool:
    keys = " union all ".join(f"select key_text from record_{name}" for name in statements.sheets())
    return bool(
        scalar(
            connection,
            "select exists (select 1 from item_result where control = $control and item = $item)"
            f" or exists (select 1 from ({keys}) as known where key_text = $item)",
            {"control": control, "item": item},
        )
    )
