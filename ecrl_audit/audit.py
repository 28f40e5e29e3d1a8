"""One audit from start to finish: load, check, results, documents."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecrl_audit import assets, check, load, report, results
from ecrl_audit.database import open_sealed
from ecrl_audit.errors import AuditError, EnvironmentLacksError, InputRefusedError, RenderError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ecrl_audit.model import RunRequest

DATABASE = "audit.duckdb"


@dataclass(frozen=True, slots=True)
class Documents:
    """What was written, and the fault of each document that could not be."""

    written: tuple[Path, ...]
    faults: tuple[AuditError, ...]


def sample_evidence() -> Path:
    """Return the evidence folder of the sample library."""
    return assets.folder("sample_data") / "evidence"


def load_and_check(
    evidence: Path,
    target: Path,
    request_of: Callable[[Path], RunRequest],
    say: Callable[[str], None],
) -> tuple[load.LoadReport, check.RunReport | None]:
    """Load an evidence folder and judge it; no run is made when a file was refused.

    `request_of` gets the database once it is loaded, because a period may need its settings.
    """
    target.mkdir(parents=True, exist_ok=True)
    database = target / DATABASE
    loaded = load.load(evidence, database, lambda name: say(f"loading {name}"))
    if loaded.refused:
        return loaded, None
    return loaded, check.check(database, request_of(database), lambda name: say(f"judging {name}"))


def write_documents(database: Path, target: Path, say: Callable[[str], None]) -> Documents:
    """Write results.json and every document of the newest run; one fault stops no other."""
    written: list[Path] = []
    faults: list[AuditError] = []
    connection = open_sealed(database)
    try:
        run_id = results.newest_run(connection)
        text = results.as_json(results.document(connection, run_id, all_items=True))
        written.append(write_text(target / "results.json", text))
        for name, render in (
            ("director.pdf", report.render_director),
            ("board.pdf", report.render_board),
        ):
            say(f"writing {name}")
            try:
                render(connection, run_id, target / name)
                written.append(target / name)
            except AuditError as error:
                faults.append(error)
    finally:
        connection.close()
    return Documents(tuple(written), tuple(faults))


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
    if not database.is_file():
        raise InputRefusedError(
            str(database), "does not exist.", "Run ecrl-audit load and check first."
        )
    connection = open_sealed(database)
    try:
        run_id = results.newest_run(connection, period)
        render = {"director": report.render_director, "board": report.render_board}[kind]
        render(connection, run_id, target, issued)
    finally:
        connection.close()
    return target


def write_text(target: Path, text: str) -> Path:
    """Write a whole file under its final name, or nothing of it."""
    return write_bytes(target, text.encode("utf-8"))


def write_bytes(target: Path, content: bytes) -> Path:
    """Write a whole file under its final name, or nothing of it."""
    try:
        handle, partial = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.partial-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(partial).replace(target)
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise EnvironmentLacksError(f"{target} cannot be written: {error.strerror}.") from error
    return target


def worst(faults: tuple[AuditError, ...]) -> int:
    """Return the exit code of documents that failed: 12 before 6, 0 without a fault."""
    codes = {fault.exit_code for fault in faults}
    if EnvironmentLacksError.exit_code in codes:
        return EnvironmentLacksError.exit_code
    return RenderError.exit_code if codes else 0
