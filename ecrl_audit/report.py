"""The two documents on a run: the director's report and the board packet.

Both are made of stored results only. Neither reads evidence again, and the same results
give the same bytes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from ecrl_audit.documents import pdf
from ecrl_audit.documents.attachments import summary_file, with_manifest
from ecrl_audit.documents.html import render_html
from ecrl_audit.documents.results import read_results
from ecrl_audit.documents.sections.board import WITHHELD_FAMILY, board_context
from ecrl_audit.documents.sections.director import director_context
from ecrl_audit.documents.sections.glance import MOST_URGENT
from ecrl_audit.documents.sections.room import (
    FIRST_PAGE,
    SECOND_PAGE,
    first_page_rooms,
    second_page_rooms,
)
from ecrl_audit.errors import RenderError
from ecrl_audit.results import as_json, document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from ecrl_audit.database import Connection as Database
    from ecrl_audit.documents.results import Connection, Results
    from ecrl_audit.documents.sections.room import Room

BOARD_PAGES = 2


def render_director(
    connection: Database, run_id: str, target: Path, issued: datetime | None = None
) -> None:
    """Write the director's report, restricted, with results.json and a manifest attached.

    `issued` replaces the stored issue time.

    Raises RenderError when the run is unknown or cannot be laid out, EnvironmentLacksError
    when a library of the system is missing.
    """
    results = _read(connection, run_id, issued)
    attached = pdf.AttachedFile(
        "results.json",
        "Every item of every control. Restricted.",
        as_json(document(connection, run_id, all_items=True)).encode(),
    )
    with pdf.printing_room():
        html = director_html(connection, results)
        carried = with_manifest(results, attached, is_public=False)
        pdf.write(pdf.lay_out(html), target, carried, _issued(results))


def _read(connection: Database, run_id: str, issued: datetime | None) -> Results:
    results = read_results(connection, run_id)
    if issued is None:
        return results
    issued_at = issued.astimezone(UTC).replace(tzinfo=None)
    return replace(results, run={**results.run, "issued_at": issued_at})


def render_board(
    connection: Database, run_id: str, target: Path, issued: datetime | None = None
) -> None:
    """Write the board packet, public, exactly two pages, with a summary attached.

    `issued` replaces the stored issue time. Lists are shortened until the packet fits; what is
    left out is counted on the page.
    Raises RenderError when even the shortest form does not fit.
    """
    results = _read(connection, run_id, issued)
    with pdf.printing_room():
        first = _fitting(results, FIRST_PAGE, first_page_rooms())
        second = _fitting(results, SECOND_PAGE, second_page_rooms(first.decisions))
        context = board_context(results, second, (FIRST_PAGE, SECOND_PAGE))
        laid_out = pdf.lay_out(render_html("board.html.j2", context))
        if laid_out.pages != BOARD_PAGES:
            message = f"The board packet has {laid_out.pages} pages instead of {BOARD_PAGES}."
            raise RenderError(message)
        carried = with_manifest(results, _summary(results, context), is_public=True)
        pdf.write(laid_out, target, carried, _issued(results))


def _fitting(results: Results, page: str, rooms: Iterable[Room]) -> Room:
    """Return the widest room with which a page of the packet is one page."""
    for room in rooms:
        html = render_html("board.html.j2", board_context(results, room, (page,)))
        if pdf.lay_out(html).pages == 1:
            return room
    message = f"The {page} page of the board packet does not fit in its shortest form."
    raise RenderError(message)


def director_html(connection: Connection, results: Results) -> str:
    """Return the director's report as HTML, its second page filled as far as it goes.

    Call it inside a `printing_room`: it lays the second page out to measure it.
    """
    context = director_context(connection, results)
    for shown in range(MOST_URGENT, 0, -1):
        filled = {**context, "urgent_shown": shown}
        if pdf.lay_out(render_html("glance.html.j2", filled)).pages == 1:
            return render_html("director.html.j2", filled)
    return render_html("director.html.j2", {**context, "urgent_shown": MOST_URGENT})


def _summary(results: Results, context: dict[str, object]) -> pdf.AttachedFile:
    numbers = [
        {"what": one.what, "value": one.value, "of": one.of.removeprefix("of "), "note": one.note}
        for one in context["board"].numbers  # type: ignore[attr-defined]
    ]
    content = summary_file(results, numbers, WITHHELD_FAMILY)
    return pdf.AttachedFile("summary.json", "Counts by control. Public.", content)


def _issued(results: Results) -> datetime:
    issued: datetime = results.run["issued_at"]
    return issued.replace(tzinfo=UTC)
