"""The kept database answers for itself, and a run that dies or is repeated changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from ecrl_audit import audit, check, load, statements
from ecrl_audit.database import open_sealed
from ecrl_audit.model import RunRequest
from ecrl_audit.periods import parse_period

REQUEST = RunRequest(parse_period("2026-Q3"), datetime(2026, 10, 16, 4, 59, 59, tzinfo=UTC))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("door") / "audit.duckdb"
    load.load(audit.sample_evidence(), database)
    check.check(database, REQUEST)
    return database


def test_each_control_runs_unchanged_in_a_bare_shell_and_gives_the_same_items(kept: Path) -> None:
    shell = duckdb.connect(str(kept), read_only=True)
    stored: dict[str, set[tuple[str, str, str | None]]] = {}
    for control, item, outcome, subtype in shell.execute(
        "select control, item, outcome, subtype from item_result where subtype is distinct from"
        " 'conflicting_records'"
    ).fetchall():
        stored.setdefault(control, set()).add((item, outcome, subtype))
    assert len(stored) > 100
    for control in statements.controls():
        if control.id in stored:
            text = Path(control.path).read_text(encoding="utf-8")
            rows = shell.execute(f"select item, outcome, subtype from ({text})").fetchall()
            assert stored[control.id] <= set(rows), control.id
    shell.close()


def _digest(database: Path) -> str:
    connection = open_sealed(database)
    try:
        found = connection.execute(
            "select content_digest from audit_run where status = 'finished' order by ordinal desc"
        ).fetchall()
    finally:
        connection.close()
    return str(found[0][0])


def test_a_run_that_dies_is_never_shown_and_a_rerun_comes_to_the_same(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _digest(kept)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("ecrl_audit.ledger._store_figures", die)
        with pytest.raises(KeyboardInterrupt):
            check.check(kept, REQUEST)
    assert _digest(kept) == before
    check.check(kept, REQUEST)
    assert _digest(kept) == before
    connection = open_sealed(kept)
    try:
        states = connection.execute(
            "select status, count(*) from audit_run group by all order by all"
        ).fetchall()
    finally:
        connection.close()
    assert states == [("finished", 1)]


def test_loading_twice_comes_to_the_same(kept: Path) -> None:
    before = _digest(kept)
    load.load(audit.sample_evidence(), kept)
    check.check(kept, REQUEST)
    assert _digest(kept) == before
