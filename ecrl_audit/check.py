"""A loaded database and a period into judged controls, stored in the ledger of runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ecrl_audit import facts, ledger, policy, statements, stored, typed, waivers, world
from ecrl_audit.database import opened, scalar, sealed, side_by_side, transaction
from ecrl_audit.errors import InputRefusedError, NothingToTestError
from ecrl_audit.judging import judge_controls
from ecrl_audit.selection import selected
from ecrl_audit.sensitivity import sensitivity_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ecrl_audit.database import Connection
    from ecrl_audit.ledger import ControlResult
    from ecrl_audit.model import Control, Period, RunRequest, Settings


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run came to; `run_id` names it in the database."""

    run_id: str
    results: tuple[ControlResult, ...]


def check(
    database: Path, request: RunRequest, say: Callable[[str], None] = lambda _: None
) -> RunReport:
    """Judge the selected controls for a period and store the results.

    Raises InputRefusedError when there is no loaded database, UsageError for an unknown
    control, parameter or waiver, NothingToTestError when there is nothing to examine.
    """
    if not database.is_file():
        raise InputRefusedError(str(database), "does not exist.", "Run ecrl-audit load first.")
    chosen = selected(statements.controls(), request.select, request.exclude)
    with opened(database) as connection:
        settings = _settings(connection, request)
        run_id = ledger.run_id_of(connection, request, settings)
        earlier = ledger.earlier_periods(connection, request.period)
        ledger.begin(connection, run_id, request, settings)
    try:
        outcome = _outcome(database, chosen, request, settings, say)
        restatements = _restatements(database, chosen, request, settings, earlier)
        outcome = replace(outcome, restatements=restatements)
        ledger.store(database, run_id, outcome, settings, request.period)
    except BaseException:
        ledger.abort(database, run_id)
        raise
    return RunReport(run_id, outcome.results)


def _restatements(
    database: Path,
    controls: Sequence[Control],
    request: RunRequest,
    settings: Settings,
    earlier: Sequence[Period],
) -> tuple[tuple[object, ...], ...]:
    """Return what changed in issued periods; the world of the run stands again afterwards."""
    lines = tuple(
        line
        for period in earlier
        for line in _restated(database, controls, replace(request, period=period), settings)
    )
    if earlier:
        _prepare(database, request, settings)
    return lines


def _settings(connection: Connection, request: RunRequest) -> Settings:
    settings = stored.settings_of(connection)
    parameters = settings.parameters
    for name, value in request.changes:
        parameters = policy.apply_change(parameters, name, value)
    return replace(settings, parameters=parameters)


def _outcome(
    database: Path,
    controls: Sequence[Control],
    request: RunRequest,
    settings: Settings,
    say: Callable[[str], None],
) -> ledger.Outcome:
    results = _judge_all(database, controls, request, settings, say)
    with opened(database) as connection:
        _refuse_nothing(connection)
        known = {r.control.id: {str(row[0]) for row in r.rows} for r in results}
        waivers.refuse_unknown(connection, known)
    with sealed(database) as connection:
        lines = sensitivity_lines(connection, results, settings.parameters, request.as_of)
    return ledger.Outcome(results, (), lines)


def _judge_all(
    database: Path,
    controls: Sequence[Control],
    request: RunRequest,
    settings: Settings,
    say: Callable[[str], None],
) -> tuple[ControlResult, ...]:
    _prepare(database, request, settings)
    with sealed(database) as connection:
        return judge_controls(connection, controls, settings.parameters, say, side_by_side)


def _prepare(database: Path, request: RunRequest, settings: Settings) -> None:
    """Make the world of a run: its period, thresholds, sheets at the cut-off and facts."""
    with opened(database) as connection:
        with transaction(connection):
            world.prepare(
                connection, request.period, request.as_of, settings.parameters, settings.time_zone
            )
            facts.build(connection)
        connection.execute("checkpoint")


def _refuse_nothing(connection: Connection) -> None:
    """Stop with NothingToTestError when the period has neither a record nor a day of coverage."""
    covered = scalar(connection, "select count(*) from coverage_day where is_covered")
    if not covered and not _records_in_period(connection):
        raise NothingToTestError(
            "There is no record and no coverage in the period: nothing to test."
        )


def _records_in_period(connection: Connection) -> bool:
    for sheet in statements.sheets().values():
        for name in sheet.happened:
            found = scalar(
                connection,
                f"select count(*) from {sheet.name}, period"
                f" where {typed.sql_name(name)}_on between first_on and last_on",
            )
            if found:
                return True
    return False


def _restated(
    database: Path, controls: Sequence[Control], request: RunRequest, settings: Settings
) -> list[tuple[object, ...]]:
    """Judge an issued period again on what is known now and return what changed (CS-4)."""
    label = request.period.label
    issued = ledger.issued_figures(database, label)
    fresh = _judge_all(database, controls, request, settings, lambda _: None)
    return [
        (
            label,
            result.control.id,
            *issued[result.control.id],
            result.tally.exceptions,
            result.tally.tested,
        )
        for result in fresh
        if result.control.id in issued
        and issued[result.control.id] != (result.tally.exceptions, result.tally.tested)
    ]
