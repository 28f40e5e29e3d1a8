"""What a container reader finds, before it is numbered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ecrl_audit.readers.paths import UnfitTextError, lookup, pick, plain_text
from ecrl_audit.readers.php import unserialised
from ecrl_audit.readers.texts import repaired
from ecrl_audit.readers.times import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ecrl_audit.readers.shapes import Pairs, PlatformFormat, RecordRule


class Found(NamedTuple):
    """One record as a container gave it; not counted when it stands for the file itself."""

    kind: str
    body: dict[str, object]
    flaw: str | None = None
    counted: bool = True


def mended(text: str) -> str:
    """Return a text with its letters repaired, fit to be handed on."""
    return plain_text(repaired(text))


def found(
    fmt: PlatformFormat,
    rule: RecordRule,
    element: object,
    around: Mapping[str, object],
    known: Mapping[str, str],
) -> Found:
    """Return the record of an element: its allowed fields and what the rule carries to it.

    `known` holds what stands outside the document: its title and the name of the file.
    """
    if rule.plain and isinstance(element, str):
        element = {rule.plain: element}
    if not isinstance(element, dict):
        return Found(rule.kind, {}, f"a {rule.kind} is a single value, not an object with fields")
    mend = mended if fmt.repair else plain_text
    write = partial(written, zone=fmt.zone)
    try:
        named = _repaired_names(element) if fmt.repair else element
        body = pick(_paired(fmt, named), rule.fields, mend, write)
    except UnfitTextError as error:
        return Found(rule.kind, {}, f"it {error}")
    assert isinstance(body, dict)  # noqa: S101 - pick gives an object for an object
    for name, (path, form) in rule.carry.items():
        value = known.get(path) if path.startswith("@") else lookup(around, path)
        body[name] = write(value, form) if form and isinstance(value, str) else value
    return Found(rule.kind, body)


def _repaired_names(element: dict[str, object]) -> dict[str, object]:
    """Return an element with the names in it repaired: they are labels in somebody's language."""
    return {repaired(name): _with_names(value) for name, value in element.items()}


def _with_names(value: object) -> object:
    if isinstance(value, dict):
        return _repaired_names(value)
    return [_with_names(one) for one in value] if isinstance(value, list) else value


def _paired(fmt: PlatformFormat, element: dict[str, object]) -> dict[str, object]:
    """Return an element with its lists of name and value turned into mappings."""
    lists = [pairs for pairs in fmt.pairs if isinstance(element.get(pairs.element), list)]
    mapped = {
        pairs.element: _mapping(pairs, element[pairs.element], mend=bool(fmt.repair))
        for pairs in lists
    }
    return {**element, **mapped} if mapped else element


def _mapping(pairs: Pairs, values: object, *, mend: bool) -> dict[str, object]:
    kept: dict[str, list[object]] = {}
    for entry in values if isinstance(values, list) else []:
        name = _name(pairs, entry, mend=mend) if isinstance(entry, dict) else ""
        if name in pairs.keep:
            value = entry.get(pairs.value)
            read = unserialised(str(value)) if name in pairs.serialised else value
            kept.setdefault(name, []).append(read)
    return dict(kept)


def _name(pairs: Pairs, entry: dict[str, object], *, mend: bool) -> str:
    """Return the name of a pair: what its value shows it to be, else what its label says."""
    value = str(entry.get(pairs.value) or "")
    shown = (name for name, pattern in pairs.shown_by.items() if pattern.search(value))
    label = str(entry.get(pairs.name, "")).strip()
    return next(shown, repaired(label) if mend else label)


def fits(rule: RecordRule, element: object) -> bool:
    """Tell whether an element says what the rule wants of it; a filled list or object says "…"."""
    if rule.plain:
        return isinstance(element, str)
    if isinstance(element, list):
        return False
    for path, pattern in rule.where.items():
        value = element
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if isinstance(value, list | dict):
            said = "…" if value else ""
        else:
            said = str(value).lower() if isinstance(value, bool) else str(value or "")
        if not pattern.search(said):
            return False
    return True


def empties(rules: Iterator[RecordRule]) -> Iterator[Found]:
    """Yield, for each list that was there and empty, the record that says so."""
    for rule in rules:
        if rule.empty:
            yield Found(rule.empty, {}, counted=False)
