"""Every document of one run, written by processes side by side; one fault stops no other."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecrl_audit import case_file, report, results
from ecrl_audit.database import sealed
from ecrl_audit.documents import html, pdf
from ecrl_audit.documents.page import write_page
from ecrl_audit.documents.workbook import write_workbook
from ecrl_audit.errors import AuditError, EnvironmentLacksError, RenderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

CASES = "cases"
_DOCUMENTS = ("director.pdf", "board.pdf", CASES, "report.html", "findings.xlsx")
_PROCESSES = max(2, min(os.cpu_count() or 2, 4))


@dataclass(frozen=True, slots=True)
class Fault:
    """A document that could not be made: its exit code and what is said about it."""

    exit_code: int
    text: str


@dataclass(frozen=True, slots=True)
class Documents:
    """What was written, and the fault of each document that could not be."""

    written: tuple[Path, ...]
    faults: tuple[Fault, ...]


@contextlib.contextmanager
def writers() -> Iterator[Executor]:
    """Start the processes that write documents; they make ready while evidence is read."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(_PROCESSES, mp_context=context) as pool:
        for _ in range(_PROCESSES):
            pool.submit(_make_ready)
        yield pool


def _make_ready() -> None:
    """Import and compile what writing takes; what is missing is said when a document is written."""
    with contextlib.suppress(EnvironmentLacksError):
        pdf.renderer()
        html.make_ready()


def write_documents(
    pool: Executor, database: Path, target: Path, say: Callable[[str], None]
) -> Documents:
    """Write results.json and every document of the newest run into a folder."""
    with sealed(database) as connection:
        run_id = results.newest_run(connection)
        jobs = [pool.submit(_write_one, database, run_id, target, name) for name in _DOCUMENTS]
        text = results.as_json(results.document(connection, run_id, all_items=True))
    written = [write_bytes(target / "results.json", text.encode("utf-8"))]
    faults: list[Fault] = []
    for name, job in zip(_DOCUMENTS, jobs, strict=True):
        say(f"writing {name}")
        made = job.result()
        written += made.written
        faults += made.faults
    return Documents(tuple(written), tuple(faults))


def _write_one(database: Path, run_id: str, target: Path, name: str) -> Documents:
    write = {
        "director.pdf": report.render_director,
        "board.pdf": report.render_board,
        "report.html": write_page,
        "findings.xlsx": write_workbook,
    }
    try:
        with sealed(database) as connection:
            if name == CASES:
                files = case_file.render_cases(connection, run_id, target / CASES, of_the_run=True)
                return Documents(tuple(files), ())
            write[name](connection, run_id, target / name)
    except AuditError as error:
        return Documents((), (Fault(error.exit_code, f"{name}: {error}"),))
    return Documents((target / name,), ())


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


def worst(faults: tuple[Fault, ...]) -> int:
    """Return the exit code of documents that failed: 12 before 6, 0 without a fault."""
    codes = {fault.exit_code for fault in faults}
    if EnvironmentLacksError.exit_code in codes:
        return EnvironmentLacksError.exit_code
    return RenderError.exit_code if codes else 0
