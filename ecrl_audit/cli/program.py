"""The command line as a whole: its group of commands, its signals, its exit codes."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import traceback
from typing import TYPE_CHECKING, NoReturn

import click

from ecrl_audit import __version__
from ecrl_audit.cli import running, showing
from ecrl_audit.cli.verbs import Verbs

if TYPE_CHECKING:
    from types import FrameType
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


for _command in (
    running.demo,
    running.audit,
    running.load,
    running.check,
    showing.report,
    showing.case,
    showing.controls,
    showing.findings,
    showing.init,
    showing.doctor,
):
    program.add_command(_command)
