"""Where an audit reads and writes: the sample, the folder for reports, documents of stored runs."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from ecrl_audit import assets, case_file, load, report, results
from ecrl_audit.database import sealed
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.writing import CASES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from ecrl_audit.database import Connection

DATABASE = "audit.duckdb"
EVERY_CASE = "all"


def sample_evidence() -> Path:
    """Return the evidence folder of the sample library."""
    return assets.folder("sample_data") / "evidence"


def load_into(evidence: Path, target: Path, say: Callable[[str], None]) -> load.LoadReport:
    """Load an evidence folder into the database of a folder for reports."""
    target.mkdir(parents=True, exist_ok=True)
    return load.load(evidence, target / DATABASE, say)


def render_one(
    database: Path,
    kind: str,
    target: Path,
    period: str | None = None,
    issued: datetime | None = None,
) -> Path:
    """Render one document of the newest run (of a period, if given) into a file.

    `issued` replaces the stored issue time on the document.
    """
    with _checked(database) as connection:
        run_id = results.newest_run(connection, period)
        render = {"director": report.render_director, "board": report.render_board}[kind]
        render(connection, run_id, target, issued)
    return target


def render_cases(
    database: Path,
    notice_no: str,
    target: Path | None,
    period: str | None = None,
    issued: datetime | None = None,
) -> list[Path]:
    """Render the case file of one notice into a file, or with `all` every one into a folder."""
    with _checked(database) as connection:
        run_id = results.newest_run(connection, period)
        if notice_no == EVERY_CASE:
            folder = target or Path(CASES)
            return case_file.render_cases(connection, run_id, folder, issued=issued)
        file = target or Path(case_file.file_names([notice_no])[notice_no])
        case_file.render_case(connection, run_id, notice_no, file, issued)
        return [file]


@contextlib.contextmanager
def _checked(database: Path) -> Iterator[Connection]:
    if not database.is_file():
        raise InputRefusedError(
            str(database), "does not exist.", "Run ecrl-audit load and check first."
        )
    with sealed(database) as connection:
        yield connection
