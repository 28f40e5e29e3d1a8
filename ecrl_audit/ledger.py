"""The ledger of runs: a run begun, finished or aborted, with everything it came to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit import __version__, statements, world
from ecrl_audit.database import append, dictionaries, opened, scalar, transaction
from ecrl_audit.model import Period

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ecrl_audit.conclude import Tally
    from ecrl_audit.database import Connection
    from ecrl_audit.model import Control, ParameterValue, RunRequest, Settings


_OF_A_RUN = (
    "control_result",
    "item_result",
    "restatement",
    "sensitivity_line",
    "run_parameter",
    "run_source",
    "run_response",
    "figure",
)


@dataclass(frozen=True, slots=True)
class ControlResult:
    """One control of a run: its items (with the waived mark last) and what they amount to."""

    control: Control
    rows: tuple[tuple[object, ...], ...]
    tally: Tally
    conclusion: str
    reason: str
    proposed_threshold: bool
    covered_days: int
    total_days: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a run stores: results, what changed in issued periods, sensitivity lines."""

    results: tuple[ControlResult, ...]
    restatements: tuple[tuple[object, ...], ...]
    sensitivity: tuple[tuple[object, ...], ...]


def run_id_of(connection: Connection, request: RunRequest, settings: Settings) -> str:
    """Return the name of a run: the same for the same evidence, request, thresholds and queries."""
    sources = connection.execute(
        "select file, sheet, sha256, status from source_file order by all"
    ).fetchall()
    asked = [request.period, request.as_of, request.issued, request.select, request.exclude]
    queries = sorted(control.sql for control in statements.controls())
    told = [__version__, asked, settings, sources, queries]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


def begin(connection: Connection, run_id: str, request: RunRequest, settings: Settings) -> None:
    """Write a run as started; one that an earlier process left started is aborted.

    A finished run of the same name stays until this one is stored in its place.
    """
    started = _started(connection, run_id, request, settings)
    with transaction(connection):
        connection.execute("update audit_run set status = 'aborted' where status = 'started'")
        connection.execute(
            "delete from audit_run where run_id = ? and status = 'aborted'", [run_id]
        )
        append(connection, "audit_run", [started])


def _started(
    connection: Connection, run_id: str, request: RunRequest, settings: Settings
) -> tuple[object, ...]:
    """Return the row of a run that begins, in the order of the columns of audit_run."""
    issued = request.issued or request.as_of
    return (
        run_id,
        request.period.label,
        request.period.first,
        request.period.last,
        world.utc_naive(request.as_of),
        world.utc_naive(issued),
        "started",
        __version__,
        "",
        settings.library_name,
        settings.time_zone,
        settings.engagement,
        bool(scalar(connection, "select count(*) from source_file where file = 'SAMPLE.txt'")),
        scalar(connection, "select max(load_no) from row_version") or 0,
        1 + (scalar(connection, "select max(ordinal) from audit_run") or 0),
    )


def abort(database: Path, run_id: str) -> None:
    """Mark a run that did not finish; it is never shown and never a baseline."""
    with opened(database) as connection:
        connection.execute(
            "update audit_run set status = 'aborted' where run_id = ? and status = 'started'",
            [run_id],
        )


def earlier_periods(connection: Connection, period: Period) -> list[Period]:
    """Return every period with a finished run that ended before this one begins."""
    rows = connection.execute(
        "select period_label, first_on, last_on from audit_run where status = 'finished' and last_on < ?"
        " group by all order by first_on, last_on, period_label",
        [period.first],
    ).fetchall()
    return [Period(first, last, label) for label, first, last in rows]


def issued_figures(database: Path, label: str) -> dict[str, tuple[int, int]]:
    """Return exceptions and tested by control of the newest finished run of a period."""
    with opened(database) as connection:
        rows = connection.execute(
            "select control, n_exception, n_pass + n_observation + n_exception from control_result"
            " where conclusion not in ('error', 'not_tested') and run_id = ("
            "select run_id from audit_run where status = 'finished' and period_label = ?"
            " order by ordinal desc limit 1)",
            [label],
        ).fetchall()
    return {control: (exceptions, tested) for control, exceptions, tested in rows}


def store(
    database: Path, run_id: str, outcome: Outcome, settings: Settings, period: Period
) -> None:
    """Write everything a run came to and mark it finished, in one transaction."""
    digest = content_digest(outcome.results, period)
    with opened(database) as connection:
        with transaction(connection):
            _forget(connection, run_id)
            _append_results(connection, run_id, outcome)
            append(
                connection,
                "run_parameter",
                [(run_id, *parameter_row(p)) for p in settings.parameters],
            )
            _keep_what_was_loaded(connection, run_id)
            _store_figures(connection, run_id)
            connection.execute(
                "update audit_run set status = 'finished', content_digest = ?"
                " where run_id = ? and status = 'started'",
                [digest, run_id],
            )
        connection.execute("checkpoint")


def _keep_what_was_loaded(connection: Connection, run_id: str) -> None:
    """Keep the files and management's responses as they stand now."""
    connection.execute(
        "insert into run_source select ?, source_id, file, sheet, sha256 from source_file order by all",
        [run_id],
    )
    connection.execute(
        "insert into run_response select ?, control, item, cause, response, action, owner, due, responded"
        " from response order by all",
        [run_id],
    )


def _forget(connection: Connection, run_id: str) -> None:
    """Drop what an earlier run of the same name stored: this one takes its place."""
    for table in _OF_A_RUN:
        connection.execute(f"delete from {table} where run_id = ?", [run_id])
    connection.execute("delete from audit_run where run_id = ? and status = 'finished'", [run_id])


def _append_results(connection: Connection, run_id: str, outcome: Outcome) -> None:
    results = outcome.results
    append(connection, "control_result", [_control_row(run_id, result) for result in results])
    items = [_item_row(run_id, result, row) for result in results for row in result.rows]
    append(connection, "item_result", items)
    append(connection, "restatement", [(run_id, *entry) for entry in outcome.restatements])
    append(connection, "sensitivity_line", [(run_id, *entry) for entry in outcome.sensitivity])


def parameter_row(p: ParameterValue) -> tuple[object, ...]:
    """Return a threshold in the order of the columns of parameter_value."""
    head = (p.name, p.code, p.value, p.unit, p.clause, p.set_by, p.words)
    return (*head, p.status, p.approved_by, p.approved_on, p.changed)


def _control_row(run_id: str, result: ControlResult) -> tuple[object, ...]:
    c, t = result.control, result.tally
    head = (run_id, c.id, c.family, c.title, list(c.clauses), c.tier, c.severity)
    said = (list(c.basis), c.criterion, c.effect, c.remedy, list(c.parameters))
    came_to = (result.conclusion, result.reason, result.proposed_threshold, t.population, *t.counts)
    covered = (t.waived, result.covered_days, result.total_days)
    return (*head, *said, *came_to, *covered, hashlib.sha256(c.sql.encode()).hexdigest())


def _item_row(run_id: str, result: ControlResult, row: tuple[object, ...]) -> tuple[object, ...]:
    *head, evidence, waived = row
    return (run_id, result.control.id, *head, waived, evidence)


def content_digest(results: Sequence[ControlResult], period: Period) -> str:
    """Return the digest of conclusions and items: not of hashes, row numbers or run ids."""
    digest = hashlib.sha256()
    for result in sorted(results, key=lambda r: r.control.id):
        digest.update(_line([period.first, period.last, result.control.id, result.conclusion]))
        for row in result.rows:
            *told, _evidence, waived = row
            told.pop(3)
            digest.update(_line([*told, waived]))
    return f"sha256:{digest.hexdigest()}"


def _line(values: list[object]) -> bytes:
    return json.dumps(values, default=str, ensure_ascii=False).encode() + b"\n"


def _store_figures(connection: Connection, run_id: str) -> None:
    connection.execute(f"create or replace temp view this_run as select '{run_id}' as run_id")
    for file in statements.sql_files("figures"):
        rows = dictionaries(connection, file.sql)
        bodies = [json.dumps(row, default=_plain, ensure_ascii=False) for row in rows]
        append(
            connection, "figure", [(run_id, file.name, n, body) for n, body in enumerate(bodies)]
        )


def _plain(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
