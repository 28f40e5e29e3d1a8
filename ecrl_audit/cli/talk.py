"""What the command line says on stderr: progress, refused files, records set aside."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ecrl_audit.model import SourceReport

_CLEAR = "\r\x1b[K"


def sayer(*, is_quiet: bool) -> Callable[[str], None]:
    """Return what shows progress: one line that overwrites itself, on a terminal only."""
    if is_quiet or not sys.stderr.isatty():
        return lambda _text: None
    return lambda text: click.echo(f"{_CLEAR}{visible(text)[:78]}", err=True, nl=False)


def clear() -> None:
    """Take the progress line away, so that what comes next begins a line."""
    if sys.stderr.isatty():
        click.echo(_CLEAR, err=True, nl=False)


def warn(sources: Sequence[SourceReport]) -> None:
    """Name every refused file and every file with records set aside."""
    clear()
    for source in sources:
        if source.status == "refused":
            click.echo(f"refused: {visible(source.file)}: {visible(source.why)}", err=True)
        elif source.quarantined:
            click.echo(visible(_set_aside(source)), err=True)


def _set_aside(source: SourceReport) -> str:
    text = f"set aside: {source.file}: {source.quarantined} of {source.seen} records"
    if not source.rejects:
        return text
    first = source.rejects[0]
    return f"{text}, first row {first.row}: {first.column} {first.why}"


def visible(text: str) -> str:
    """Return a text safe for a terminal: control characters are made visible."""
    return "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in text)
