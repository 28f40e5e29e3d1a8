"""Single items as they are printed: their people under pseudonyms, their evidence by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.phrases import local_day, quantity, short_day
from ecrl_audit.documents.results import Record, Results, evidence_places
from ecrl_audit.documents.sections.labels import Words, label, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ecrl_audit.documents.pseudonyms import Pseudonyms

NO_KIND = "no further kind"
_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item, its people under pseudonyms."""

    key: str
    channel: str
    day: str
    what: str
    measured: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of exception and how often it occurred."""

    words: str
    items: int


@dataclass(frozen=True, slots=True)
class Reader:
    """What turning stored items into printed lines needs."""

    results: Results
    labels: Words
    names: Pseudonyms
    shapes: Mapping[str, tuple[str, ...]]
    sheets: Mapping[str, str]

    def line(self, item: Record) -> ItemLine:
        """Return an item as it is printed."""
        occurred = item["occurred_at"]
        zone = self.results.run["time_zone"]
        what = self.names.text(item["reason"] or "") or plain(item["subtype"])
        return ItemLine(
            key=self.names.item(item["item"], self.shape(item)),
            channel=item["channel"] or "–",
            day=short_day(local_day(occurred, zone)) if occurred else "–",
            what=what or label(self.labels, "outcome", item["outcome"]),
            measured=_measured(item),
            evidence=_places(evidence_places(self.results.sources, item["evidence"] or [])),
        )

    def shape(self, item: Record) -> tuple[str, ...]:
        """Return the kinds of the parts of an item's key."""
        if item["control"] in self.shapes:
            return self.shapes[item["control"]]
        sheet, slash, _ = item["item"].partition("/")
        return ("sheet", self.sheets[sheet]) if slash and sheet in self.sheets else ()


def _measured(item: Record) -> str:
    if item["measured"] is None:
        return "–"
    if item["threshold"] is None:
        return quantity(item["measured"])
    return f"{quantity(item['measured'])} / {quantity(item['threshold'])}"


def _places(places: Sequence[tuple[str, int]]) -> str:
    shown = [f"{file}#{row}" for file, row in places[:_MOST_PLACES]]
    left = len(places) - _MOST_PLACES
    return ", ".join(shown) + (f" and {left} more" if left > 0 else "") if shown else "–"


def parts_of(results: Results, control: str, outcomes: Sequence[str]) -> tuple[Part, ...]:
    """Return the kinds of items of a control with one of the outcomes, the most frequent first."""
    return tuple(
        Part(plain(row["subtype"]) or NO_KIND, row["items"])
        for row in results.subtypes
        if row["control"] == control and row["outcome"] in outcomes
    )
