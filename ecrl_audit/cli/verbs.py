"""The group of commands: every option is taken before its verb as well as after it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = ("table", "json", "csv", "junit", "sarif", "oscal")
LEVELS = ("critical", "high", "medium", "low", "info")
PATH = click.Path(path_type=Path)


class Verbs(click.Group):
    """A group that moves the options before a verb behind it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Move the options that stand before the verb behind it."""
        lead = self._leading(ctx, list(args))
        if 0 < lead < len(args) and args[lead] in self.commands:
            args = [args[lead], *args[:lead], *args[lead + 1 :]]
        return super().parse_args(ctx, args)

    def _leading(self, ctx: click.Context, args: list[str]) -> int:
        takes_value = {
            name
            for command in self.commands.values()
            for option in command.get_params(ctx)
            if isinstance(option, click.Option) and not option.is_flag and not option.count
            for name in option.opts
        }
        place = 0
        while place < len(args) and args[place].startswith("-"):
            place += 2 if args[place] in takes_value else 1
        return place


def quiet(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add -q."""
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but the result.")(function)


def database(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --db."""
    default = Path("audit.duckdb")
    return click.option(
        "--db", type=PATH, default=default, show_default=True, help="The database."
    )(function)


def output(default: str) -> Callable[..., Any]:
    """Add -o for a folder."""
    return click.option(
        "-o",
        "--output",
        type=PATH,
        default=Path(default),
        show_default=True,
        help="Where to write.",
    )


def form(*names: str) -> Callable[..., Any]:
    """Add --format."""
    choice = click.Choice(names or FORMATS)
    return click.option(
        "--format", "form", type=choice, default="table", help="What stdout carries."
    )


def which_run(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name a stored run and the issue time of a document on it."""
    period = "The newest run of this period instead of the newest run."
    issued = "The document's issue time. Default: as stored."
    return click.option("--period", help=period)(click.option("--issued", help=issued)(function))


def run_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a run judges and when it fails."""
    options = (*_what_is_judged(), *_what_is_shown())
    return functools.reduce(lambda decorated, add: add(decorated), reversed(options), function)


def _what_is_judged() -> tuple[Callable[..., Any], ...]:
    option = click.option
    cut_off = "The evidence cut-off; rows logged later are left out. Default: now."
    chosen = "A control id, family:DM, clause:4.13, severity:high+."
    return (
        option("--period", required=True, help="2026-Q3, 2026-07, 2026, FY2026 or A..B (days)."),
        option("--as-of", help=cut_off),
        option("--issued", help="The report's issue time. Default: the cut-off."),
        option("--set", "changes", multiple=True, metavar="NAME=VALUE", help="Change a parameter."),
        option("--select", multiple=True, help=chosen),
        option("--exclude", multiple=True, help="Likewise, what to leave out."),
    )


def _what_is_shown() -> tuple[Callable[..., Any], ...]:
    option = click.option
    items = click.Choice(["nonpass", "all"])
    level = click.Choice(LEVELS)
    incomplete = "End with 3 when a control is incomplete."
    return (
        option("--items", type=items, default="nonpass", help="What to list."),
        option("--fail-on", type=level, help="End with 1 on exceptions this severe."),
        option("--fail-on-incomplete", is_flag=True, help=incomplete),
    )
