"""Management's part of the report: responses.csv into checked rows, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from ecrl_audit import policy
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.model import Column, Sheet
from ecrl_audit.readers import sheet_csv

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

COLUMNS = ("control", "item", "cause", "response", "action", "owner", "due", "responded")
WORDS = ("agree", "partly", "disagree")
_LONGEST = 2000
_SHEET = Sheet(
    name="responses",
    purpose="Management's causes, responses, owners and due dates for findings",
    required=("control", "response"),
    key=("control", "item"),
    happened=(),
    columns=tuple(Column(name, "text") for name in COLUMNS),
)


@dataclass(frozen=True, slots=True)
class Response:
    """What management says about a finding, or about one item of it; a blank item is the whole."""

    row: int
    control: str
    item: str
    cause: str
    response: str
    action: str
    owner: str
    due: date | None
    responded: date | None


def read(content: bytes, file: str, controls: Collection[str]) -> tuple[Response, ...]:
    """Read the whole file; one bad cell refuses it.

    Raises InputRefusedError naming row and column for an unknown control or response word, a
    value that is no date, a text that is too long, and a finding answered twice.
    """
    table = sheet_csv.read(_SHEET, content, file)
    for reject in table.rejects:
        _refuse(file, reject.row, reject.column or "(the row)", f"{reject.why}.")
    found = tuple(
        _response(file, row, dict(zip(COLUMNS, values, strict=True)), controls)
        for row, values in table.rows
        if any((value or "").strip() for value in values)
    )
    _refuse_twice(file, found)
    return found


def _response(
    file: str, row: int, values: Mapping[str, str | None], controls: Collection[str]
) -> Response:
    cells = {name: (value or "").strip() for name, value in values.items()}
    for name, value in cells.items():
        if len(value) > _LONGEST:
            _refuse(file, row, name, f"has {len(value)} characters; {_LONGEST} are allowed.")
    control, word = cells["control"].upper(), cells["response"].lower()
    if control not in controls:
        hint = policy.nearest(control, controls)
        _refuse(file, row, "control", f"{cells['control']!r} is no control; {hint}")
    if word not in WORDS and (word or not cells["cause"]):
        said = repr(cells["response"]) if word else "a blank without a cause"
        _refuse(file, row, "response", f"{said} is none of {', '.join(WORDS)}.")
    return Response(
        row=row,
        control=control,
        item=cells["item"],
        cause=cells["cause"],
        response=word,
        action=cells["action"],
        owner=cells["owner"],
        due=_day(file, row, "due", cells["due"]),
        responded=_day(file, row, "responded", cells["responded"]),
    )


def _day(file: str, row: int, name: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        _refuse(file, row, name, f"{text!r} is no date of the form YYYY-MM-DD.")


def _refuse_twice(file: str, found: tuple[Response, ...]) -> None:
    seen: dict[tuple[str, str], int] = {}
    for one in found:
        key = (one.control, one.item)
        if key in seen:
            what = f"{one.control} {one.item}".strip()
            _refuse(file, one.row, "control", f"{what} is answered in row {seen[key]} already.")
        seen[key] = one.row


def _refuse(file: str, row: int, column: str, why: str) -> NoReturn:
    raise InputRefusedError(file, f"row {row}, column {column}: {why}", "Mend it and load again.")
