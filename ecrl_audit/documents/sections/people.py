"""The names under which people appear in one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecrl_audit.documents.pseudonyms import (
    STAFF,
    USER,
    Pseudonyms,
    named_people,
    pseudonyms,
)
from ecrl_audit.documents.results import Record, Results, records
from ecrl_audit.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ecrl_audit.documents.results import Connection

_HAS_KEY_TABLE = "select 1 from information_schema.tables where table_name = 'pseudonym_secret'"
_KEY_QUERY = "select secret from pseudonym_secret"
_STAFF_FIGURES = ("access_matrix", "role_calendar")


def series_secret(connection: Connection) -> bytes:
    """Return the secret of the report series, which never leaves the database.

    Raises RenderError when the database holds none: pseudonyms without a key could be
    turned back by trying all users.
    """
    found = records(connection, _KEY_QUERY) if records(connection, _HAS_KEY_TABLE) else []
    if len(found) != 1 or not found[0]["secret"]:
        message = "The database holds no secret for pseudonyms: load the evidence again."
        raise RenderError(message)
    secret: str = found[0]["secret"]
    return secret.encode()


def people_of(
    results: Results,
    items: Iterable[Record],
    shapes: Mapping[str, tuple[str, ...]],
    sheets: Mapping[str, str],
    secret: bytes,
) -> Pseudonyms:
    """Name everyone known; a login that belongs to one person has that person's name."""
    found: dict[str, set[str]] = {USER: set(), STAFF: set()}
    owners: dict[str, str] = {}
    for row in results.figure("people_keys"):
        found[row["kind"]].add(row["key"])
        if row["person"]:
            owners[row["key"]] = row["person"]
    for item in items:
        for part, kind in _people_in(item, shapes, sheets):
            found[kind].add(part)
    for name in _STAFF_FIGURES:
        found[STAFF].update(row["staff_key"] for row in results.figure(name))
    named = pseudonyms(secret, found[USER], {owners.get(key, key) for key in found[STAFF]})
    aliases = {key: named.staff[owners.get(key, key)] for key in found[STAFF]}
    return named_people(named.users, {**named.staff, **aliases})


def _people_in(
    item: Record, shapes: Mapping[str, tuple[str, ...]], sheets: Mapping[str, str]
) -> list[tuple[str, str]]:
    shape = shapes.get(item["control"], ())
    sheet, slash, _ = item["item"].partition("/")
    if not shape and slash and sheet in sheets:
        shape = ("sheet", sheets[sheet])
    parts = item["item"].split("/", max(len(shape) - 1, 0)) if shape else []
    return [(part, kind) for part, kind in zip(parts, shape, strict=False) if kind in (USER, STAFF)]
