"""The commands that do the work: demo, audit, load, check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ecrl_audit.cli.talk import clear, sayer, warn
from ecrl_audit.cli.verbs import PATH, database, form, output, quiet, run_options

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.model import RunRequest


@click.command()
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


@click.command()
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
    from ecrl_audit import check as checking
    from ecrl_audit import writing

    target: Path = options["output"]
    say = sayer(is_quiet=options["quiet"])
    database = target / work.DATABASE
    with writing.writers() as pool:
        loaded = work.load_into(evidence, target, say)
        warn(loaded.sources)
        if loaded.refused:
            return 4
        checking.check(database, _request(database, **options), say)
        documents = writing.write_documents(pool, database, target, say)
    code = _show_run(database, **options)
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
    clear()
    click.echo(formats.run(document, options["form"]), nl=False)
    is_strict = options["fail_on_incomplete"]
    return formats.exit_code(document, options["fail_on"], incomplete=is_strict)


@click.command()
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
    clear()
    click.echo(formats.sources(entries, options["form"]), nl=False)
    warn(loaded.sources)
    return 4 if loaded.refused else 0


@click.command()
@run_options
@database
@form()
@quiet
def check(db: Path, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Run the controls on a loaded database."""
    from ecrl_audit import check as work

    work.check(db, _request(db, **options), sayer(is_quiet=options["quiet"]))
    return _show_run(db, **options)
