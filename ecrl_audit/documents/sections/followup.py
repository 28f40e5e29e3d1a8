"""What became of the exceptions of the period before, item by item, in sums by control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.results import records

if TYPE_CHECKING:
    from ecrl_audit.documents.results import Connection, Results

MOST_CONTROLS = 30
_OLDER = """
select run_id from audit_run where status = ? and last_on < ?
order by last_on desc, as_of_at desc, run_id desc limit 1"""
_CHANGES = """
with now as (select control, item, outcome from item_result where run_id = $now),
last as (
    select l.control, l.item, l.outcome from item_result as l
    inner join control_result as c on c.run_id = $now and c.control = l.control
    where l.run_id = $last),
older as (select control, item from item_result where run_id = $older and outcome = 'exception'),
judged as (
    select
        coalesce(now.control, last.control) as control,
        case
            when now.outcome = 'exception' and last.outcome = 'exception' then 'persisting'
            when now.outcome = 'exception' and older.item is not null then 'reopened'
            when now.outcome = 'exception' then 'new'
            when last.outcome = 'exception' and now.outcome in ('pass', 'observation') then 'resolved'
            when last.outcome = 'exception' and now.outcome is null then 'left'
            when last.outcome = 'exception' then 'undecided'
        end as change
    from now
    full join last on last.control = now.control and last.item = now.item
    left join older on older.control = now.control and older.item = now.item)
select
    control,
    count(case when change = 'new' then 1 end) as new,
    count(case when change = 'persisting' then 1 end) as persisting,
    count(case when change = 'reopened' then 1 end) as reopened,
    count(case when change = 'resolved' then 1 end) as resolved,
    count(case when change = 'undecided' then 1 end) as undecided,
    count(case when change = 'left' then 1 end) as outside
from judged where change is not null group by control order by control"""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """How many exceptions of one control are new, stayed, came back or went."""

    control: str
    new: int
    persisting: int
    reopened: int
    resolved: int
    undecided: int
    outside: int

    @property
    def weight(self) -> tuple[int, int, str]:
        """Return the sorting key: what stayed or came back first, then what is new."""
        return -(self.persisting + self.reopened), -self.new, self.control


@dataclass(frozen=True, slots=True)
class ItemChanges:
    """The controls shown, how many more there are, and the sums over all of them."""

    lines: tuple[ItemChange, ...]
    more: int
    total: ItemChange


def item_changes(connection: Connection, results: Results) -> ItemChanges | None:
    """Return the comparison with the newest run of the period before; None without one.

    Reopened needs a third period: an exception now and then, but not in between.
    """
    if results.previous is None:
        return None
    last = results.previous
    older = records(connection, _OLDER, last["status"], last["first_on"])
    values = {
        "now": results.run["run_id"],
        "last": last["run_id"],
        "older": older[0]["run_id"] if older else "",
    }
    cursor = connection.execute(_CHANGES, values)
    found = [ItemChange(*row) for row in cursor.fetchall()]
    shown = sorted(found, key=lambda one: one.weight)[:MOST_CONTROLS]
    counted = [one for one in ItemChange.__dataclass_fields__ if one != "control"]
    sums = [sum(getattr(one, name) for one in found) for name in counted]
    shown.sort(key=lambda one: one.control)
    return ItemChanges(tuple(shown), len(found) - len(shown), ItemChange("All", *sums))
