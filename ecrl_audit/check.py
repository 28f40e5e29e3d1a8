"""A loaded database and a period into judged controls, stored in the ledger of runs."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ecrl_audit import __version__, load, policy, statements, typed, waivers, world
from ecrl_audit.conclude import Tally, conclude, tally
from ecrl_audit.database import append, dictionaries, open_sealed, open_writable, scalar, transaction
from ecrl_audit.errors import InputRefusedError, NothingToTestError
from ecrl_audit.judge import Judged, applies, judge
from ecrl_audit.model import Period
from ecrl_audit.selection import selected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.model import Control, ParameterValue, RunRequest, Settings

SCHEMA = 1


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
class RunReport:
    """What a run came to; `run_id` names it in the database."""

    run_id: str
    results: tuple[ControlResult, ...]


def check(
    database: Path, request: RunRequest, progress: Callable[[str], None] | None = None
) -> RunReport:
    """Judge the selected controls for a period and store the results.

    Raises InputRefusedError when there is no loaded database, UsageError for an unknown
    control, parameter or waiver, NothingToTestError when there is nothing to examine.
    """
    if not database.is_file():
        raise InputRefusedError(str(database), "does not exist.", "Run ecrl-audit load first.")
    chosen = selected(statements.controls(), request.select, request.exclude)
    run_id = uuid.uuid4().hex[:12]
    connection = open_writable(database)
    try:
        settings = _settings(connection, request)
        restated = _earlier_periods(connection, request.period)
        _begin_run(connection, run_id, request, settings)
    finally:
        connection.close()
    try:
        restatements = [
            entry
            for label, period in restated
            for entry in _restate(database, chosen, replace(request, period=period), settings, label)
        ]
        results = _judge_all(database, chosen, request, settings, progress)
        _refuse_nothing(database)
        _refuse_unknown_waivers(database, results)
        _store(database, run_id, request, settings, results, restatements)
    except BaseException:
        _mark_aborted(database, run_id)
        raise
    return RunReport(run_id, results)


def _mark_aborted(database: Path, run_id: str) -> None:
    """Mark a run that did not finish; it is never shown and never a baseline."""
    connection = open_writable(database)
    try:
        connection.execute("update audit_run set status = 'aborted' where run_id = ?", [run_id])
    finally:
        connection.close()


def _settings(connection: Connection, request: RunRequest) -> Settings:
    settings = load.settings_of(connection)
    parameters = settings.parameters
    for name, value in request.changes:
        parameters = policy.apply_change(parameters, name, value)
    return replace(settings, parameters=parameters)


def _begin_run(connection: Connection, run_id: str, request: RunRequest, settings: Settings) -> None:
    issued = request.issued or request.as_of
    ordinal = 1 + (scalar(connection, "select max(ordinal) from audit_run") or 0)
    load_no = scalar(connection, "select max(load_no) from row_version") or 0
    with transaction(connection):
        connection.execute("update audit_run set status = 'aborted' where status = 'started'")
        connection.execute(
            "insert into audit_run values (?, ?, ?, ?, ?, ?, 'started', ?, '', ?, ?, ?, ?, ?, ?)",
            [
                run_id,
                request.period.label,
                request.period.first,
                request.period.last,
                world.utc_naive(request.as_of),
                world.utc_naive(issued),
                __version__,
                settings.library_name,
                settings.time_zone,
                settings.engagement,
                _is_sample(connection),
                load_no,
                ordinal,
            ],
        )


def _is_sample(connection: Connection) -> bool:
    """Say whether the sample library's marker is among the sources (DQ-16)."""
    return bool(scalar(connection, "select count(*) from source_file where file = 'SAMPLE.txt'"))


def _judge_all(
    database: Path,
    controls: Sequence[Control],
    request: RunRequest,
    settings: Settings,
    progress: Callable[[str], None] | None,
) -> tuple[ControlResult, ...]:
    connection = open_writable(database)
    try:
        with transaction(connection):
            world.prepare(connection, request.period, request.as_of, settings.parameters, settings.time_zone)
            world.build_facts(connection)
        connection.execute("checkpoint")
    finally:
        connection.close()
    sealed = open_sealed(database)
    try:
        return judge_controls(sealed, controls, settings.parameters, progress)
    finally:
        sealed.close()


def judge_controls(
    connection: Connection,
    controls: Sequence[Control],
    parameters: tuple[ParameterValue, ...],
    progress: Callable[[str], None] | None = None,
) -> tuple[ControlResult, ...]:
    """Judge controls on a prepared world; one that breaks is its own error."""
    waived = waivers.in_force(connection)
    proposed = {p.name for p in parameters if p.status == "proposed"}
    ceilings = dictionaries(connection, "select control, by_control, min_percent, reason from ceiling order by all")
    results = []
    for control in (*controls, *_ceiling_controls(controls, ceilings)):
        if progress is not None:
            progress(control.id)
        judged = judge(connection, control) if applies(connection, control) else None
        results.append(_result(connection, control, judged, waived, proposed))
    return tuple(_lowered(result, results, ceilings) for result in results[: len(controls)])


def _ceiling_controls(
    controls: Sequence[Control], ceilings: list[dict[str, object]]
) -> tuple[Control, ...]:
    """Return the controls that are not selected but put a ceiling on a selected one."""
    chosen = {control.id for control in controls}
    wanted = {c["by_control"] for c in ceilings if c["control"] in chosen} - chosen
    return tuple(control for control in statements.controls() if control.id in wanted)


def _result(
    connection: Connection,
    control: Control,
    judged: Judged | None,
    waived: waivers.Waivers,
    proposed: set[str],
) -> ControlResult:
    covered, total = _coverage(connection, control)
    rows = () if judged is None else waivers.mark(control.id, judged.rows, waived)
    counted = tally(rows)
    conclusion, reason = conclude(connection, control, judged, counted, covered, total)
    if conclusion == "not_tested":
        rows, counted = (), tally(())
    return ControlResult(
        control=control,
        rows=rows,
        tally=counted,
        conclusion=conclusion,
        reason=reason,
        proposed_threshold=bool(proposed & set(control.parameters)),
        covered_days=covered,
        total_days=total,
    )


def _coverage(connection: Connection, control: Control) -> tuple[int, int]:
    sources = list(control.covers) or list(dict.fromkeys(COVERED_BY[n] for n in control.needs if n in COVERED_BY))
    row = connection.execute(
        "select count(*) filter (where is_covered), count(*) from coverage_day where list_contains(?, source)",
        [sources],
    ).fetchall()[0]
    return (row[0], row[1])


COVERED_BY = {
    "actions": "actions",
    "posts": "posts",
    "access_checks": "access_checks",
    "access_changes": "access_changes",
    "block_lists": "block_lists",
    "concerns": "concerns",
    "statement_checks": "statement_checks",
    "monitoring": "monitoring",
    "dmca_notices": "dmca",
    "dmca_items": "dmca",
    "dmca_events": "dmca",
    "dmca_counter_notices": "dmca",
    "incidents": "incidents",
    "partners": "partners",
    "partner_posts": "partners",
}


def _lowered(
    result: ControlResult, results: Sequence[ControlResult], ceilings: list[dict[str, object]]
) -> ControlResult:
    """Lower a conclusion to limited where a data-quality control puts a ceiling on it (2.13)."""
    if result.conclusion not in ("no_exceptions_noted", "no_instances"):
        return result
    shares = {r.control.id: (r.tally.exceptions, r.tally.tested) for r in results}
    for ceiling in ceilings:
        exceptions, tested = shares.get(str(ceiling["by_control"]), (0, 0))
        is_above = exceptions * 100 > int(str(ceiling["min_percent"])) * tested
        if ceiling["control"] == result.control.id and is_above:
            return replace(result, conclusion="limited", reason=f"{ceiling['by_control']}: {ceiling['reason']}")
    return result


def _refuse_nothing(database: Path) -> None:
    """Stop with NothingToTestError when the period has neither a record nor a day of coverage."""
    connection = open_writable(database)
    try:
        covered = scalar(connection, "select count(*) from coverage_day where is_covered")
        if not covered and not _records_in_period(connection):
            raise NothingToTestError("There is no record and no coverage in the period: nothing to test.")
    finally:
        connection.close()


def _refuse_unknown_waivers(database: Path, results: Sequence[ControlResult]) -> None:
    connection = open_writable(database)
    try:
        waivers.refuse_unknown(connection, {r.control.id: {str(row[0]) for row in r.rows} for r in results})
    finally:
        connection.close()


def _records_in_period(connection: Connection) -> bool:
    for sheet in statements.sheets().values():
        kinds = {c.name: c.kind for c in sheet.columns}
        for name in sheet.happened:
            column = f"{typed.sql_name(name)}_on"
            if kinds[name] in ("when", "date") and scalar(
                connection,
                f"select count(*) from {sheet.name}, period where {column} between first_on and last_on",
            ):
                return True
    return False


def _earlier_periods(connection: Connection, period: Period) -> list[tuple[str, Period]]:
    rows = connection.execute(
        "select period_label, first_on, last_on from audit_run where status = 'finished' and last_on < ?"
        " group by all order by first_on, last_on, period_label",
        [period.first],
    ).fetchall()
    return [(label, Period(first, last, label)) for label, first, last in rows]


def _restate(
    database: Path, controls: Sequence[Control], request: RunRequest, settings: Settings, label: str
) -> list[tuple[object, ...]]:
    """Judge an issued period again on what is known now and return what changed (CS-4)."""
    stored = _stored_figures(database, label)
    fresh = _judge_all(database, controls, request, settings, None)
    changed: list[tuple[object, ...]] = []
    for result in fresh:
        old = stored.get(result.control.id)
        new = (result.tally.exceptions, result.tally.tested)
        if old is not None and old != new:
            changed.append((label, result.control.id, *old, *new))
    return changed


def _stored_figures(database: Path, label: str) -> dict[str, tuple[int, int]]:
    connection = open_writable(database)
    try:
        rows = connection.execute(
            "select control, n_exception, n_pass + n_observation + n_exception from control_result"
            " where run_id = (select run_id from audit_run where status = 'finished' and period_label = ?"
            " order by ordinal desc limit 1)",
            [label],
        ).fetchall()
    finally:
        connection.close()
    return {control: (exceptions, tested) for control, exceptions, tested in rows}


def _store(
    database: Path,
    run_id: str,
    request: RunRequest,
    settings: Settings,
    results: Sequence[ControlResult],
    restatements: Sequence[tuple[object, ...]],
) -> None:
    connection = open_writable(database)
    try:
        with transaction(connection):
            append(connection, "control_result", [_control_row(run_id, r) for r in results])
            append(connection, "item_result", [_item_row(run_id, r, row) for r in results for row in r.rows])
            append(connection, "restatement", [(run_id, *entry) for entry in restatements])
            append(
                connection,
                "run_parameter",
                [(run_id, *_parameter_row(p)) for p in settings.parameters],
            )
            connection.execute(
                "insert into run_source select ?, source_id, file, sheet, sha256 from source_file order by all",
                [run_id],
            )
            _store_figures(connection, run_id)
            connection.execute(
                "update audit_run set status = 'finished', content_digest = ? where run_id = ?",
                [content_digest(results, request.period), run_id],
            )
        connection.execute("checkpoint")
    finally:
        connection.close()


def _parameter_row(p: ParameterValue) -> tuple[object, ...]:
    head = (p.name, p.code, p.value, p.unit, p.clause, p.set_by, p.words)
    return (*head, p.status, p.approved_by, p.approved_on, p.changed)


def _control_row(run_id: str, result: ControlResult) -> tuple[object, ...]:
    c, t = result.control, result.tally
    return (
        run_id,
        c.id,
        c.family,
        c.title,
        list(c.clauses),
        c.tier,
        c.severity,
        list(c.basis),
        c.criterion,
        c.effect,
        c.remedy,
        list(c.parameters),
        result.conclusion,
        result.reason,
        result.proposed_threshold,
        t.population,
        *t.counts,
        t.waived,
        result.covered_days,
        result.total_days,
        hashlib.sha256(c.sql.encode()).hexdigest(),
    )


def _item_row(run_id: str, result: ControlResult, row: tuple[object, ...]) -> tuple[object, ...]:
    *head, evidence, waived = row
    return (run_id, result.control.id, *head, waived, evidence)


def content_digest(results: Sequence[ControlResult], period: Period) -> str:
    """Return the digest of conclusions and items: not of hashes, row numbers or run ids."""
    digest = hashlib.sha256()
    for result in sorted(results, key=lambda r: r.control.id):
        digest.update(_line([period.first, period.last, result.control.id, result.conclusion]))
        for row in result.rows:
            item, outcome, subtype, _, channel, severity, flags, occurred, measured, threshold, _, waived = row
            digest.update(
                _line([item, outcome, subtype, channel, severity, flags, occurred, measured, threshold, waived])
            )
    return f"sha256:{digest.hexdigest()}"


def _line(values: list[object]) -> bytes:
    return json.dumps(values, default=str, ensure_ascii=False).encode() + b"\n"


def _store_figures(connection: Connection, run_id: str) -> None:
    connection.execute(f"create or replace temp view this_run as select '{run_id}' as run_id")
    for file in statements.sql_files("figures"):
        rows = dictionaries(connection, file.sql)
        body = [(run_id, file.name, n, json.dumps(row, default=_plain, ensure_ascii=False)) for n, row in enumerate(rows)]
        append(connection, "figure", body)


def _plain(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
