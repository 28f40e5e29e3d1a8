"""One control into judged items: the contract of its output is enforced by the database.

A control is one SELECT. Its rows go into a temporary table whose types and checks are the
contract; whatever breaks it is that control's `error` and hides no other control.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.database import DatabaseError, scalar, single_select

if TYPE_CHECKING:
    from ecrl_audit.database import Connection
    from ecrl_audit.model import Control

_JUDGED = """
create or replace temp table judged_item (
    item varchar not null primary key check (item <> ''),
    outcome varchar not null check (outcome in (
        'pass', 'exception', 'observation', 'needs_review', 'not_evidenced', 'pending', 'not_applicable'
    )),
    subtype varchar check (subtype is null or regexp_matches(subtype, '^[a-z][a-z0-9_]*$')),
    reason varchar not null check (reason <> ''),
    channel varchar,
    severity varchar check (severity is null or severity in ('critical', 'high', 'medium', 'low', 'info')),
    flags varchar[],
    occurred_at timestamp,
    measured double,
    threshold double,
    evidence bigint[] not null
)
"""
ITEM_COLUMNS = (
    "item",
    "outcome",
    "subtype",
    "reason",
    "channel",
    "severity",
    "flags",
    "occurred_at",
    "measured",
    "threshold",
    "evidence",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows of one control in the order of ITEM_COLUMNS, or the reason why there are none."""

    rows: tuple[tuple[object, ...], ...]
    error: str = ""


def judge(connection: Connection, control: Control) -> Judged:
    """Run one control on the world of the run and return its items in item order."""
    wrong = single_select(control.sql)
    if wrong is not None:
        return Judged((), f"the statement {wrong}")
    try:
        connection.execute(_JUDGED)
        connection.execute(f"insert into judged_item by name {control.sql}")
        _mark_conflicts(connection, control)
        return Judged(_rows(connection, control))
    except DatabaseError as error:
        return Judged((), first_line(error))


def first_line(error: Exception) -> str:
    """Return the first line of an error without the record it may quote."""
    return str(error).splitlines()[0][:300]


def _mark_conflicts(connection: Connection, control: Control) -> None:
    """An item that rests on a record with two contradicting versions is not evidenced (DQ-04)."""
    if control.family == "DQ" or not scalar(
        connection,
        "select count(*) from judged_item where list_has_any(evidence,"
        " (select list(kept_rec) from conflicting_record))",
    ):
        return
    connection.execute(
        "update judged_item set outcome = 'not_evidenced', subtype = 'conflicting_records',"
        " reason = 'the record stands twice with different values; neither was used',"
        " measured = null, threshold = null, evidence = (select list(distinct rec order by rec) from ("
        " select unnest(judged_item.evidence) as rec union all select c.rec from conflicting_record as c"
        " where list_contains(judged_item.evidence, c.kept_rec)))"
        " where outcome <> 'not_applicable' and exists (select 1 from conflicting_record as c"
        " where list_contains(judged_item.evidence, c.kept_rec))"
    )


def _rows(connection: Connection, control: Control) -> tuple[tuple[object, ...], ...]:
    rows = connection.execute(
        "select item, outcome, subtype, reason, channel, coalesce(severity, ?),"
        " coalesce(list_sort(list_distinct(list_filter(flags, lambda x: x is not null))), []),"
        " occurred_at, measured, threshold,"
        " coalesce(list_sort(list_distinct(list_filter(evidence, lambda x: x is not null))), [])"
        " from judged_item order by item",
        [control.severity],
    ).fetchall()
    return tuple(rows)


def applies(connection: Connection, control: Control) -> bool:
    """Say whether the control's criterion can apply to this library; True when it does not say."""
    return not control.applies or bool(scalar(connection, f"select {control.applies}"))


def is_tested(connection: Connection, control: Control) -> bool:
    """Say whether the evidence the control rests on was supplied; True when it does not say."""
    return not control.tested_when or bool(scalar(connection, f"select {control.tested_when}"))
