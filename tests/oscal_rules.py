"""The rules of OSCAL for the parts of its model that our documents use."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
UUID5 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
ONE_LINE = re.compile(r"\S(.*\S)?")
METADATA = {"title", "last-modified", "version", "oscal-version"}
REQUIRED: dict[str, set[str]] = {
    "assessment-results": {"uuid", "metadata", "import-ap", "results"},
    "catalog": {"uuid", "metadata"},
    "metadata": METADATA,
    "import-ap": {"href"},
    "results": {"uuid", "title", "description", "start", "reviewed-controls"},
    "reviewed-controls": {"control-selections"},
    "observations": {"uuid", "description", "methods", "collected"},
    "findings": {"uuid", "title", "description", "target"},
    "target": {"type", "target-id", "status"},
    "status": {"state"},
    "relevant-evidence": {"description"},
    "related-observations": {"observation-uuid"},
    "props": {"name", "value"},
    "resources": {"uuid"},
    "groups": {"title"},
    "controls": {"id", "title"},
    "parts": {"name"},
}
OPTIONAL: dict[str, set[str]] = {
    "assessment-results": {"back-matter"},
    "catalog": {"groups"},
    "metadata": {"remarks"},
    "results": {"end", "props", "observations", "findings"},
    "control-selections": {"description", "include-all", "include-controls"},
    "include-controls": {"control-id"},
    "observations": {"title", "props", "types", "relevant-evidence"},
    "findings": {"props", "related-observations"},
    "status": {"reason"},
    "relevant-evidence": {"href", "props", "remarks"},
    "props": {"ns"},
    "back-matter": {"resources"},
    "resources": {"title", "description", "props", "rlinks"},
    "rlinks": {"href", "hashes"},
    "hashes": {"algorithm", "value"},
    "groups": {"id", "controls"},
    "controls": {"props", "parts"},
    "parts": {"id", "prose"},
}
TOKENS = {"name", "id", "control-id", "target-id"}
MOMENTS = {"last-modified", "start", "end", "collected"}


def faults(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield what the rules of OSCAL forbid, for the parts of the model that are used."""
    if isinstance(value, list):
        if not value:
            yield f"{name} is empty"
        for one in value:
            yield from faults(name, one)
    elif isinstance(value, dict):
        required, optional = REQUIRED.get(name, set()), OPTIONAL.get(name, set())
        if name in REQUIRED or name in OPTIONAL:
            yield from (f"{name} lacks {one}" for one in sorted(required - set(value)))
            yield from (f"{name} has {one}" for one in sorted(set(value) - required - optional))
        for key, one in value.items():
            yield from faults(key, one)
    else:
        yield from _text_faults(name, value)


def _text_faults(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, str) or not ONE_LINE.fullmatch(value):
        yield f"{name} is {value!r}"
    elif name in TOKENS and not TOKEN.fullmatch(value):
        yield f"{name} is no token: {value}"
    elif name in ("uuid", "observation-uuid") and not UUID5.fullmatch(value):
        yield f"{name} is no UUID of version 5: {value}"
    elif name in MOMENTS and datetime.fromisoformat(value).tzinfo is None:
        yield f"{name} has no zone: {value}"
    elif name in ("href", "ns") and not re.fullmatch(r"[!#-;=?-Z_a-z~%]+", value):
        yield f"{name} is no address: {value}"
