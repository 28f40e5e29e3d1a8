"""What the workbook and the page share: the director's results, and names for everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.pseudonyms import STAFF, USER, named_people, pseudonyms
from ecrl_audit.documents.results import read_results, records
from ecrl_audit.documents.sections.director import director_context
from ecrl_audit.documents.sections.items import Reader
from ecrl_audit.documents.sections.labels import words
from ecrl_audit.documents.sections.people import series_secret

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ecrl_audit.documents.pseudonyms import Pseudonyms
    from ecrl_audit.documents.results import Connection, Record, Results

_KEYS = "select distinct control, item from item_result where run_id = ? order by control, item"


@dataclass(frozen=True, slots=True)
class Restricted:
    """The results of a run as the director's report has them."""

    connection: Connection
    results: Results
    context: dict[str, Any]
    reader: Reader

    def item_key(self, item: Record) -> str:
        """Return the key of an item, its people under pseudonyms."""
        return self.reader.names.item(item["item"], self.reader.shape(item))


def restricted(connection: Connection, run_id: str, issued: datetime | None) -> Restricted:
    """Read a run; `issued` replaces the stored issue time.

    Raises RenderError when the run is unknown.
    """
    results = read_results(connection, run_id)
    if issued is not None:
        issued_at = issued.astimezone(UTC).replace(tzinfo=None)
        results = replace(results, run={**results.run, "issued_at": issued_at})
    context = director_context(connection, results)
    keys = words("item_keys")
    sheets = keys.pop("sheets")
    shapes = {control: tuple(shape) for control, shape in keys.items()}
    reader = Reader(results, context["labels"], context["names"], shapes, sheets)
    unknown = _unknown(reader, records(connection, _KEYS, run_id))
    names = _completed(reader.names, unknown, series_secret(connection))
    return Restricted(connection, results, context, replace(reader, names=names))


def _unknown(reader: Reader, items: Iterable[Record]) -> dict[str, set[str]]:
    """Return the keys of people in item keys that the director's report has no name for."""
    known = {USER: reader.names.users, STAFF: reader.names.staff}
    found: dict[str, set[str]] = {USER: set(), STAFF: set()}
    for item in items:
        shape = reader.shape(item)
        parts = item["item"].split("/", max(len(shape) - 1, 0))
        for part, kind in zip(parts, shape, strict=False):
            if kind in found and part not in known[kind]:
                found[kind].add(part)
    return found


def _completed(names: Pseudonyms, unknown: dict[str, set[str]], secret: bytes) -> Pseudonyms:
    """Name the others too, and leave every name of the director's report as it is."""
    if not any(unknown.values()):
        return names
    keyed = pseudonyms(secret, {*names.users, *unknown[USER]}, ()).users
    users = {key: keyed[key] for key in sorted(unknown[USER])}
    staff = {key: f"Staff-{place}" for place, key in enumerate(sorted(unknown[STAFF]), start=1)}
    return named_people({**names.users, **users}, {**names.staff, **staff})
