"""The commands: options in, work called, exit code out."""

from __future__ import annotations

import functools
import os
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ecrl_audit import __version__
from ecrl_audit.cli.talk import sayer, warn
from ecrl_audit.cli.verbs import PATH, Verbs, database, form, output, quiet, run_options

if TYPE_CHECKING:
    from types import FrameType

    from ecrl_audit.model import RunRequest

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def main() -> None:
    """Run the command line and end the process with the exit code of the interface."""
    os.umask(0o077)
    signal.signal(signal.SIGTERM, _terminated)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(_outcome())


def _outcome() -> int:
    from ecrl_audit.errors import AuditError

    try:
        return int(program.main(prog_name="ecrl-audit", standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except AuditError as error:
        click.echo(f"error: {error}", err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:  # noqa: BLE001 - whatever it is, it is our bug
        return _bug(error)


def _bug(error: Exception) -> int:
    if isinstance(error, OSError) and error.strerror:
        click.echo(f"error: {error.filename or 'a file'}: {error.strerror}.", err=True)
        return 12
    handle, path = tempfile.mkstemp(prefix="ecrl-audit-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
        traceback.print_exc(file=log)
    name = type(error).__name__
    click.echo(f"error: a bug in ecrl-audit ({name}); the trace is in {path}", err=True)
    return 70


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    click.echo("terminated", err=True)
    raise SystemExit(143)


@click.group(cls=Verbs, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="ecrl-audit")
def program() -> None:
    """Audit whether the library kept its social media policy, and show it.

    Start with `ecrl-audit demo`. The main job is
    `ecrl-audit audit EVIDENCE --period 2026-Q3 -o out`.

    Exit codes: 0 finished, 1 exceptions at or above --fail-on, 2 usage, 3 a control errored
    (or is incomplete, with --fail-on-incomplete), 4 inputs refused, 5 nothing to test,
    6 a document failed, 7 verification failed, 11 database busy, 12 environment, 70 a bug.
    """


@program.command()
@output("demo")
@quiet
def demo(**options: Any) -> int:  # noqa: ANN401 - click's own values
    """Audit the sample library, from evidence to PDFs."""
    from ecrl_audit import audit as work

    fixed = {"period": "2026-Q3", "as_of": "2026-10-15", "issued": None, "items": "nonpass"}
    empty = {
        "changes": (),
        "select": (),
        "exclude": (),
        "fail_on": None,
        "fail_on_incomplete": False,
    }
    return _audit(work.sample_evidence(), form="table", **options, **fixed, **empty)


@program.command()
@click.argument("evidence", type=PATH)
@run_options
@output("out")
@form()
@quiet
def audit(evidence: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Load, check and report: the main job."""
    return _audit(evidence, **options)


def _audit(evidence: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    from ecrl_audit import audit as work
    from ecrl_audit import writing

    target: Path = options["output"]
    say = sayer(is_quiet=options["quiet"])
    loaded, run = work.load_and_check(evidence, target, functools.partial(_request, **options), say)
    warn(loaded.sources)
    if run is None:
        return 4
    documents = writing.write_documents(target / work.DATABASE, target, say)
    code = _show_run(target / work.DATABASE, **options)
    for fault in documents.faults:
        click.echo(f"error: {fault.text}", err=True)
    if not options["quiet"]:
        for path in documents.written:
            click.echo(f"written: {path}", err=True)
    return writing.worst(documents.faults) or code


def _request(database: Path, **options: Any) -> RunRequest:  # noqa: ANN401 - click's own values
    from datetime import UTC, datetime

    from ecrl_audit.model import RunRequest
    from ecrl_audit.periods import parse_moment, parse_period
    from ecrl_audit.stored import stored_settings

    settings = stored_settings(database)
    as_of, issued = (
        parse_moment(options[name], settings.time_zone) if options[name] else None
        for name in ("as_of", "issued")
    )
    return RunRequest(
        period=parse_period(options["period"], settings.fiscal_year_start),
        as_of=as_of or datetime.now(UTC),
        issued=issued,
        changes=tuple(_change(text) for text in options["changes"]),
        select=options["select"],
        exclude=options["exclude"],
    )


def _change(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise click.UsageError(f"--set takes NAME=VALUE, not {text!r}.")
    return name.strip(), value.strip()


def _show_run(database: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Print the newest run and return 3, 1 or 0 by its conclusions."""
    from ecrl_audit import formats, results
    from ecrl_audit.database import open_sealed

    connection = open_sealed(database)
    try:
        run_id = results.newest_run(connection)
        document = results.document(connection, run_id, all_items=options["items"] == "all")
    finally:
        connection.close()
    click.echo(formats.run(document, options["form"]), nl=False)
    is_strict = options["fail_on_incomplete"]
    return formats.exit_code(document, options["fail_on"], incomplete=is_strict)


@program.command()
@click.argument("evidence", type=PATH)
@database
@form()
@quiet
def load(evidence: Path, db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Load an evidence folder: one line per file."""
    from ecrl_audit import formats
    from ecrl_audit import load as work
    from ecrl_audit.stored import source_entry

    loaded = work.load(evidence, db, sayer(is_quiet=options["quiet"]))
    entries = [source_entry(source) for source in loaded.sources]
    click.echo(formats.sources(entries, options["form"]), nl=False)
    warn(loaded.sources)
    return 4 if loaded.refused else 0


@program.command()
@run_options
@database
@form()
@quiet
def check(db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Run the controls on a loaded database."""
    from ecrl_audit import check as work

    work.check(db, _request(db, **options), sayer(is_quiet=options["quiet"]))
    return _show_run(db, **options)


@program.command()
@click.argument("kind", type=click.Choice(["director", "board"]))
@database
@click.option("-o", "--output", type=PATH, help="The PDF. Default: director.pdf or board.pdf.")
@click.option("--period", help="The newest run of this period instead of the newest run.")
@click.option("--issued", help="The report's issue time. Default: as stored.")
@quiet
def report(kind: str, db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Render a document from stored results."""
    from ecrl_audit import audit as work
    from ecrl_audit.periods import parse_moment
    from ecrl_audit.stored import stored_settings

    issued = None
    if options["issued"]:
        issued = parse_moment(options["issued"], stored_settings(db).time_zone)
    target = options["output"] or Path(f"{kind}.pdf")
    work.render_one(db, kind, target, options["period"], issued)
    if not options["quiet"]:
        click.echo(f"written: {target}", err=True)
    return 0


@program.command()
@click.argument("notice_no")
@database
@click.option("-o", "--output", type=PATH, help="The PDF, or with `all` the folder.")
@click.option("--period", help="The newest run of this period instead of the newest run.")
@click.option("--issued", help="The file's issue time. Default: as stored.")
@quiet
def case(notice_no: str, db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Render the auditor's case file of one copyright notice; `all`: every case and an index."""
    from ecrl_audit import audit as work
    from ecrl_audit.periods import parse_moment
    from ecrl_audit.stored import stored_settings

    issued = None
    if options["issued"]:
        issued = parse_moment(options["issued"], stored_settings(db).time_zone)
    written = work.render_cases(db, notice_no, options["output"], options["period"], issued)
    if not options["quiet"]:
        for path in written:
            click.echo(f"written: {path}", err=True)
    return 0


@program.command()
@click.argument("control", required=False)
@database
@form()
@quiet
def controls(control: str | None, db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """List the controls, or show one: clause, criterion, SQL, parameters, last result."""
    from ecrl_audit import catalogue, formats

    entries = catalogue.entries(control, db)
    is_page = control is not None
    click.echo(formats.catalogue(entries, options["form"], single=is_page), nl=False)
    return 0


@program.command()
@database
@click.option("--control", help="Only the items of this control.")
@click.option(
    "--outcome", multiple=True, help="Only items with this outcome. Default: all but pass."
)
@click.option("--sql", is_flag=True, help="Print a statement that finds the same rows.")
@click.option("--period", help="The newest run of this period instead of the newest run.")
@form()
@quiet
def findings(db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Drill down from an item to the source file and row."""
    from ecrl_audit import drill, formats

    asked = (db, options["control"], options["outcome"], options["period"])
    if options["sql"]:
        click.echo(drill.statement(*asked))
    else:
        click.echo(formats.findings(drill.findings(*asked), options["form"]), nl=False)
    return 0


@program.command()
@click.argument("folder", type=PATH)
@quiet
def init(folder: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Make an evidence folder with templates (CSV and XLSX), audit.toml and a README."""
    from ecrl_audit import start

    written = start.create(folder)
    if not options["quiet"]:
        click.echo(f"written: {folder} with {len(written)} files. Read {folder / 'README.md'}.")
    return 0


@program.command()
@form("table", "json")
@quiet
def doctor(**options: Any) -> int:  # noqa: ANN401 - click's own values
    """Say what this environment has and lacks."""
    from ecrl_audit import doctor as work
    from ecrl_audit import formats

    found = work.examine()
    entries = [
        {"name": f.name, "state": "well" if f.is_well else "lacking", "text": f.text} for f in found
    ]
    click.echo(formats.plain(entries, options["form"]), nl=False)
    return 0 if all(f.is_well for f in found) else 12
