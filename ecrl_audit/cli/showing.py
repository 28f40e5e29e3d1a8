"""The commands that show what is there: report, case, controls, findings, init, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ecrl_audit.cli.verbs import PATH, database, form, quiet, which_run

if TYPE_CHECKING:
    from datetime import datetime


@click.command()
@click.argument("kind", type=click.Choice(["director", "board"]))
@database
@click.option("-o", "--output", type=PATH, help="The PDF. Default: director.pdf or board.pdf.")
@which_run
@quiet
def report(kind: str, db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Render a document from stored results."""
    from ecrl_audit import audit as work

    issued = _issued(db, options["issued"])
    target = options["output"] or Path(f"{kind}.pdf")
    work.render_one(db, kind, target, options["period"], issued)
    if not options["quiet"]:
        click.echo(f"written: {target}", err=True)
    return 0


def _issued(db: Path, text: str | None) -> datetime | None:
    """Return the issue time as given, None where the stored one holds."""
    from ecrl_audit.periods import parse_moment
    from ecrl_audit.stored import stored_settings

    return parse_moment(text, stored_settings(db).time_zone) if text else None


@click.command()
@click.argument("notice_no")
@database
@click.option("-o", "--output", type=PATH, help="The PDF, or with `all` the folder.")
@which_run
@quiet
def case(notice_no: str, db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Render the auditor's case file of one copyright notice; `all`: every case and an index."""
    from ecrl_audit import audit as work

    issued = _issued(db, options["issued"])
    written = work.render_cases(db, notice_no, options["output"], options["period"], issued)
    if not options["quiet"]:
        for path in written:
            click.echo(f"written: {path}", err=True)
    return 0


@click.command()
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


@click.command()
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


@click.command()
@click.argument("folder", type=PATH)
@quiet
def init(folder: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Make an evidence folder with templates (CSV and XLSX), audit.toml and a README."""
    from ecrl_audit import start

    written = start.create(folder)
    if not options["quiet"]:
        click.echo(f"written: {folder} with {len(written)} files. Read {folder / 'README.md'}.")
    return 0


@click.command()
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
