"""The pieces that every OSCAL document is made of: identifiers, properties, texts, resources."""

from __future__ import annotations

import json
import re
import uuid
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Document = dict[str, Any]
OSCAL_VERSION = "1.1.3"
NAMESPACE = "urn:ecrl-audit:oscal"
_ROOT = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)
_SOURCE_VALUES = (
    "format",
    "channel",
    "status",
    "seen",
    "loaded",
    "quarantined",
    "duplicate",
    "out_of_scope",
)
_MARKUP = re.compile(r"([\\`*\[\]<>&])")


def identifier(*names: object) -> str:
    """Return the identifier of what these names name, always the same one."""
    text = json.dumps(names, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return str(uuid.uuid5(_ROOT, text))


def line(value: object) -> str:
    """Return a value as one line of visible signs, without blanks at its ends."""
    text = " ".join(str(value).split())
    return "".join(c if c.isprintable() else f"[U+{ord(c):04X}]" for c in text)


def markup(text: str) -> str:
    """Return a text as one line in which no sign is taken for markup."""
    return _MARKUP.sub(r"\\\1", line(text)) or "-"


def properties(values: Iterable[tuple[str, object]]) -> list[Document]:
    """Return the values that there are; none of them is blank."""
    return [
        {"name": name.replace("_", "-"), "ns": NAMESPACE, "value": line(value)}
        for name, value in values
        if value is not None and line(value)
    ]


def unless_empty(name: str, values: Sequence[object]) -> Document:
    """Return a list under its name, and nothing where it would be empty."""
    return {name: list(values)} if values else {}


def metadata(title: str, dated: str, remarks: str) -> Document:
    """Return the head of a document."""
    from ecrl_audit import __version__

    head = {
        "title": title,
        "last-modified": dated,
        "version": __version__,
        "oscal-version": OSCAL_VERSION,
    }
    return {**head, "remarks": remarks} if remarks else head


def resources(entries: Iterable[Document]) -> dict[str, Document]:
    """Return a resource for each file, by its name."""
    found: dict[str, Document] = {}
    for entry in entries:
        found.setdefault(entry["file"], _resource(entry))
    return found


def _resource(entry: Document) -> Document:
    link: Document = {"href": quote(entry["file"].encode("utf-8", "replace"))}
    if entry.get("sha256"):
        link["hashes"] = [{"algorithm": "SHA-256", "value": entry["sha256"]}]
    values = properties((name, entry.get(name)) for name in _SOURCE_VALUES)
    return {
        "uuid": identifier("file", entry["file"], entry.get("sha256")),
        "title": markup(entry["file"]),
        **unless_empty("props", values),
        "rlinks": [link],
    }


def evidence(place: Document, files: dict[str, Document]) -> Document:
    """Return the reference to one record of a file."""
    resource = files.get(place["file"])
    told = f"{place['file'] or 'a file that is no longer loaded'}, record {place['row']}"
    return {
        **({"href": f"#{resource['uuid']}"} if resource else {}),
        "description": markup(told),
        "props": properties([("record", place["row"])]),
    }


def observation(names: tuple[str, ...], told: str, at: str, method: str = "TEST") -> Document:
    """Return what every observation has."""
    return {
        "uuid": identifier("observation", names, at),
        "title": markup(" ".join(names)),
        "description": markup(told),
        "methods": [method],
        "collected": at,
    }
