"""Options in, exit codes out: the only module that prints and the only one that knows click."""

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

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from ecrl_audit.model import RunRequest, SourceReport

FORMATS = ("table", "json", "csv", "junit", "sarif", "oscal")
LEVELS = ("critical", "high", "medium", "low", "info")
_PATH = click.Path(path_type=Path)


class Verbs(click.Group):
    """A group that takes every option before its verb as well as after it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Move the options that stand before the verb behind it."""
        lead = self._leading(ctx, list(args))
        if 0 < lead < len(args) and args[lead] in self.commands:
            args = [args[lead], *args[:lead], *args[lead + 1 :]]
        return super().parse_args(ctx, args)

    def _leading(self, ctx: click.Context, args: list[str]) -> int:
        takes_value = {
            name: isinstance(option, click.Option) and not option.is_flag and not option.count
            for command in self.commands.values()
            for option in command.get_params(ctx)
            for name in option.opts
        }
        place = 0
        while place < len(args) and args[place].startswith("-"):
            place += 2 if takes_value.get(args[place], False) and "=" not in args[place] else 1
        return place


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
    click.echo(f"error: a bug in ecrl-audit ({type(error).__name__}); the trace is in {path}", err=True)
    return 70


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    click.echo("terminated", err=True)
    raise SystemExit(143)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="ecrl-audit")
def program() -> None:
    """Audit whether the library kept its social media policy, and show it.

    Start with `ecrl-audit demo`. The main job is
    `ecrl-audit audit EVIDENCE --period 2026-Q3 -o out`.

    Exit codes: 0 finished, 1 exceptions at or above --fail-on, 2 usage, 3 a control errored
    (or is incomplete, with --fail-on-incomplete), 4 inputs refused, 5 nothing to test,
    6 a document failed, 7 verification failed, 11 database busy, 12 environment, 70 a bug.
    """


def _quiet(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but the result.")(function)


def _database(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--db", type=_PATH, default=Path("audit.duckdb"), show_default=True, help="The database."
    )(function)


def _format(*names: str) -> Callable[..., Any]:
    return click.option("--format", "form", type=click.Choice(names or FORMATS), default="table", help="What stdout carries.")


def _run_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a run judges and when it fails."""
    options = (
        click.option("--period", required=True, help="2026-Q3, 2026-07, 2026, FY2026 or 2026-07-01..2026-09-30."),
        click.option("--as-of", help="The evidence cut-off; rows logged later are left out. Default: now."),
        click.option("--issued", help="The report's issue time. Default: the cut-off."),
        click.option("--set", "changes", multiple=True, metavar="NAME=VALUE", help="Change a parameter for this run."),
        click.option("--select", multiple=True, help="A control id, family:DM, clause:4.13 or severity:high+."),
        click.option("--exclude", multiple=True, help="Likewise, what to leave out."),
        click.option("--items", type=click.Choice(["nonpass", "all"]), default="nonpass", help="Which items to list."),
        click.option("--fail-on", type=click.Choice(LEVELS), help="End with 1 on an unwaived exception of this severity or above."),
        click.option("--fail-on-incomplete", is_flag=True, help="End with 3 when a control is not tested or limited."),
    )
    return functools.reduce(lambda decorated, option: option(decorated), reversed(options), function)


@program.command()
@click.option("-o", "--output", type=_PATH, default=Path("demo"), show_default=True, help="Where to write.")
@_quiet
def demo(output: Path, *, quiet: bool) -> int:
    """Audit the sample library, from evidence to PDFs."""
    from ecrl_audit import audit as work

    return _audit(
        work.sample_evidence(), output, quiet=quiet, form="table", period="2026-Q3",
        as_of="2026-10-15", issued=None, changes=(), select=(), exclude=(),
        items="nonpass", fail_on=None, fail_on_incomplete=False,
    )  # fmt: skip


@program.command()
@click.argument("evidence", type=_PATH)
@_run_options
@click.option("-o", "--output", type=_PATH, default=Path("out"), show_default=True, help="Where to write.")
@_format(*FORMATS)
@_quiet
def audit(evidence: Path, output: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Load, check and report: the main job."""
    return _audit(evidence, output, **options)


def _audit(evidence: Path, output: Path, *, quiet: bool, form: str, **options: Any) -> int:  # noqa: ANN401
    from ecrl_audit import audit as work

    say = _sayer(quiet=quiet)
    request_of = functools.partial(_request, options=options)
    loaded, run = work.load_and_check(evidence, output, request_of, say)
    _warn(loaded.sources)
    if run is None:
        return 4
    database = output / work.DATABASE
    documents = work.write_documents(database, output, say)
    code = _show_run(database, form, options)
    for fault in documents.faults:
        click.echo(f"error: {fault}", err=True)
    if not quiet:
        for path in documents.written:
            click.echo(f"written: {path}", err=True)
    return work.worst(documents.faults) or code


def _request(database: Path, options: dict[str, Any]) -> RunRequest:
    from datetime import UTC, datetime

    from ecrl_audit.model import RunRequest
    from ecrl_audit.load import stored_settings
    from ecrl_audit.periods import parse_moment, parse_period

    settings = stored_settings(database)
    as_of = options["as_of"]
    issued = options["issued"]
    return RunRequest(
        period=parse_period(options["period"], settings.fiscal_year_start),
        as_of=parse_moment(as_of, settings.time_zone) if as_of else datetime.now(UTC),
        issued=parse_moment(issued, settings.time_zone) if issued else None,
        changes=tuple(_change(text) for text in options["changes"]),
        select=options["select"],
        exclude=options["exclude"],
    )


def _change(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise click.UsageError(f"--set takes NAME=VALUE, not {text!r}.")
    return name.strip(), value.strip()


def _show_run(database: Path, form: str, options: dict[str, Any]) -> int:
    """Print the newest run and return 3, 1 or 0 by its conclusions."""
    from ecrl_audit import formats, results
    from ecrl_audit.database import open_sealed

    connection = open_sealed(database)
    try:
        run_id = results.newest_run(connection)
        document = results.document(connection, run_id, all_items=options["items"] == "all")
    finally:
        connection.close()
    click.echo(formats.run(document, form), nl=False)
    return formats.exit_code(document, options["fail_on"], incomplete=options["fail_on_incomplete"])


@program.command()
@click.argument("evidence", type=_PATH)
@_database
@_format(*FORMATS)
@_quiet
def load(evidence: Path, db: Path, form: str, *, quiet: bool) -> int:
    """Load an evidence folder: one line per file."""
    from ecrl_audit import formats
    from ecrl_audit import load as work

    loaded = work.load(evidence, db, _sayer(quiet=quiet))
    click.echo(formats.sources([work.source_entry(source) for source in loaded.sources], form), nl=False)
    _warn(loaded.sources)
    return 4 if loaded.refused else 0


@program.command()
@_run_options
@_database
@_format(*FORMATS)
@_quiet
def check(db: Path, form: str, *, quiet: bool, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Run the controls on a loaded database."""
    from ecrl_audit import check as work

    work.check(db, _request(db, options), _sayer(quiet=quiet))
    return _show_run(db, form, options)


@program.command()
@click.argument("kind", type=click.Choice(["director", "board"]))
@_database
@click.option("-o", "--output", type=_PATH, help="The PDF. Default: director.pdf or board.pdf.")
@click.option("--period", help="The newest run of this period instead of the newest run.")
@click.option("--issued", help="The report's issue time. Default: as stored.")
@_quiet
def report(kind: str, db: Path, output: Path | None, period: str | None, issued: str | None, *, quiet: bool) -> int:
    """Render a document from stored results."""
    from ecrl_audit import audit as work

    target = output or Path(f"{kind}.pdf")
    work.render_one(db, kind, target, period, issued)
    if not quiet:
        click.echo(f"written: {target}", err=True)
    return 0


@program.command()
@click.argument("control", required=False)
@_database
@_format(*FORMATS)
@_quiet
def controls(control: str | None, db: Path, form: str, *, quiet: bool) -> int:
    """List the controls, or show one: clause, criterion, SQL, parameters, last result."""
    from ecrl_audit import catalogue, formats

    del quiet
    entries = catalogue.entries(control, db)
    click.echo(formats.catalogue(entries, form, single=control is not None), nl=False)
    return 0


@program.command()
@_database
@click.option("--control", help="Only the items of this control.")
@click.option("--outcome", multiple=True, help="Only items with this outcome. Default: all but pass.")
@click.option("--sql", is_flag=True, help="Print a statement that finds the same rows in the database.")
@click.option("--period", help="The newest run of this period instead of the newest run.")
@_format(*FORMATS)
@_quiet
def findings(  # noqa: PLR0913 - one argument per option
    db: Path, control: str | None, outcome: tuple[str, ...], form: str, period: str | None, *, sql: bool, quiet: bool
) -> int:
    """Drill down from an item to the source file and row."""
    from ecrl_audit import drill, formats

    del quiet
    if sql:
        click.echo(drill.statement(db, control, outcome, period))
        return 0
    click.echo(formats.findings(drill.findings(db, control, outcome, period), form), nl=False)
    return 0


@program.command()
@click.argument("folder", type=_PATH)
@_quiet
def init(folder: Path, *, quiet: bool) -> int:
    """Make an evidence folder with templates (CSV and XLSX), audit.toml and a README."""
    from ecrl_audit import start

    written = start.create(folder)
    if not quiet:
        click.echo(f"written: {folder} with {len(written)} files. Read {folder / 'README.md'}.")
    return 0


@program.command()
@_format("table", "json")
@_quiet
def doctor(form: str, *, quiet: bool) -> int:
    """Say what this environment has and lacks."""
    from dataclasses import asdict

    from ecrl_audit import doctor as work
    from ecrl_audit import formats

    del quiet
    found = work.examine()
    entries = [{"name": f.name, "state": "well" if f.is_well else "lacking", "text": f.text} for f in found]
    click.echo(formats.plain([asdict(f) for f in found] if form == "json" else entries, form), nl=False)
    return 0 if all(f.is_well for f in found) else 12


def _sayer(*, quiet: bool) -> Callable[[str], None]:
    """Return what shows progress: one line that overwrites itself, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        return lambda _text: None
    return lambda text: click.echo(f"\r\x1b[K{text[:78]}", err=True, nl=False)


def _warn(sources: tuple[SourceReport, ...]) -> None:
    """Name on stderr every refused file and every file with records set aside."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
    for source in sources:
        if source.status == "refused":
            click.echo(f"refused: {_shown(source.file)}: {_shown(source.why)}", err=True)
        elif source.quarantined:
            click.echo(
                f"set aside: {_shown(source.file)}: {source.quarantined} of {source.seen} records,"
                f" first row {source.rejects[0].row}: {source.rejects[0].column} {source.rejects[0].why}",
                err=True,
            )


def _shown(text: str) -> str:
    """Return a text safe for a terminal: control characters are made visible."""
    return "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in text)
