"""The controls as an OSCAL catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.sections.labels import label, words
from ecrl_audit.oscal.parts import identifier, line, markup, metadata, properties, unless_empty

if TYPE_CHECKING:
    from collections.abc import Sequence

Document = dict[str, Any]
_TITLE = "Controls on the Social Media Policy"
_POLICY_DATE = "2021-02-08T00:00:00-06:00"
_DATE_WORDS = "The date is that of the policy; the version is that of the program."


def from_controls(entries: Sequence[Document]) -> Document:
    """Return the controls as a catalog, one group for each family."""
    names = words("labels")
    groups = [
        {
            "id": family,
            "title": label(names, "family", family),
            "controls": [_control(one) for one in entries if _family(one) == family],
        }
        for family in dict.fromkeys(map(_family, entries))
    ]
    body = {
        "uuid": identifier("catalog", list(entries)),
        "metadata": metadata(_TITLE, _POLICY_DATE, _DATE_WORDS),
        **unless_empty("groups", groups),
    }
    return {"catalog": body}


def _family(entry: Document) -> str:
    return str(entry["id"]).split("-", maxsplit=1)[0]


def _control(entry: Document) -> Document:
    parts = (
        ("statement", "smt", entry["criterion"]),
        ("assessment-objective", "obj", entry["criterion"]),
        ("guidance", "gdn", entry["what_counts"]),
    )
    values: list[tuple[str, object]] = [("clause", clause) for clause in entry["clauses"]]
    values += [("basis", code) for code in entry["basis"]]
    values += [("severity", entry["severity"]), ("last-conclusion", entry["conclusion"])]
    return {
        "id": entry["id"],
        "title": markup(entry["title"]),
        "props": properties(values),
        "parts": [
            {"id": f"{entry['id']}_{tail}", "name": name, "prose": markup(prose)}
            for name, tail, prose in parts
            if line(prose)
        ],
    }
