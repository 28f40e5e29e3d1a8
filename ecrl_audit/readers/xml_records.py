"""XML into records, element by element: no document type, no entities, memory for one element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.found import Found, fits, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from ecrl_audit.readers.blobs import Blob
    from ecrl_audit.readers.shapes import PlatformFormat, RecordRule

_DEEPEST = 64
_AGAIN = (
    "Export the file again; do not correct it by hand, for then it is no longer what was exported."
)


def xml_records(blob: Blob, fmt: PlatformFormat, encoding: str | None) -> Iterator[Found]:
    """Yield the records of an XML file; a fault is refused with its line and column."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import XMLParser, iterparse

    source: Any = _Pieces(blob)
    parser = XMLParser(encoding=encoding, forbid_dtd=True)
    try:
        events = iterparse(source, ("start", "end"), parser, forbid_dtd=True)
        yield from _Walk(blob, fmt).records(events)
    except ParseError as error:
        line, column = error.position
        why = f"is not well-formed XML at line {line}, column {column}: {error.msg}."
        raise InputRefusedError(blob.shown, why, _AGAIN) from error
    except DefusedXmlException as error:
        why = "declares a document type or entities, which no export does; they are never read."
        raise InputRefusedError(blob.shown, why, _AGAIN) from error
    except (ValueError, LookupError) as error:
        raise InputRefusedError(blob.shown, f"is not readable XML: {error}.", _AGAIN) from error


class _Walk:
    """Goes through the elements of a file and drops each as soon as it is read, or not wanted."""

    def __init__(self, blob: Blob, fmt: PlatformFormat) -> None:
        self._blob = blob
        self._fmt = fmt
        self._rules = {_place(path): rule for rule in fmt.records for path in rule.at}
        self._wanted = _wanted(self._rules)
        self._paired = {pairs.element for pairs in fmt.pairs}
        self._names: dict[str, str] = {}
        self._known = {"@member": blob.name.rsplit("/", 1)[-1]}

    def records(self, events: Iterator[tuple[str, Element]]) -> Iterator[Found]:
        """Yield the records of the elements that rules name, in the order they end."""
        stack: list[tuple[str, Element]] = []
        for event, element in events:
            above = stack[-1][0] if stack else ""
            if event == "start":
                stack.append((f"{above}/{self._name(element)}".lstrip("/"), element))
                if len(stack) > _DEEPEST:
                    raise InputRefusedError(self._blob.shown, "is nested too deeply.", _AGAIN)
                continue
            place, _ = stack.pop()
            container = stack[-1] if stack else None
            if place in self._rules:
                yield from self._record(self._rules[place], element, stack)
            if container and self._is_done(place, container[0]):
                element.clear()
                container[1].remove(element)

    def _is_done(self, place: str, container: str) -> bool:
        wanted = self._wanted.get(container)
        name = place.rsplit("/", 1)[-1]
        return place in self._rules or (wanted is not None and name not in wanted)

    def _record(
        self, rule: RecordRule, element: Element, stack: list[tuple[str, Element]]
    ) -> Iterator[Found]:
        value = self._value(element)
        value = value if isinstance(value, dict) else {"text": value or ""}
        if not fits(rule, value):
            yield Found("unknown", {}, "is of no kind that this format knows")
            return
        record = found(self._fmt, rule, value, self._around(rule, stack), self._known)
        twice = [name for name, content in record.body.items() if isinstance(content, list)]
        yield Found(rule.kind, {}, f"says {twice[0]} more than once") if twice else record

    def _around(self, rule: RecordRule, stack: list[tuple[str, Element]]) -> dict[str, object]:
        above = {path.rsplit(".", 1)[0] for path, _ in rule.carry.values()}
        named = ((place.rsplit("/", 1)[-1], element) for place, element in stack)
        return {name: self._plain(element) for name, element in named if name in above}

    def _plain(self, element: Element) -> dict[str, object]:
        bare = (child for child in element if not len(child))
        return {self._name(child): (child.text or "").strip() for child in bare}

    def _name(self, element: Element) -> str:
        name = self._names.get(element.tag)
        if name is None:
            name = self._names[element.tag] = _spelt(element.tag, self._fmt)
        return name

    def _value(self, element: Element) -> object:
        if not len(element):
            return element.text or ""
        gathered: dict[str, list[object]] = {}
        for child in element:
            gathered.setdefault(self._name(child), []).append(self._value(child))
        return {
            name: values if name in self._paired else _single(values)
            for name, values in gathered.items()
        }


def _place(path: tuple[tuple[str, str], ...]) -> str:
    return "/".join(name for name, _ in path)


def _wanted(rules: Mapping[str, RecordRule]) -> dict[str, set[str]]:
    """Return, for each element that holds records, the names in it that are read."""
    wanted: dict[str, set[str]] = {}
    for place, rule in rules.items():
        *above, _ = place.split("/")
        for depth in range(1, len(above) + 1):
            wanted.setdefault("/".join(above[:depth]), set()).update(above[depth : depth + 1])
        wanted.setdefault(place, set()).update({*rule.fields, *rule.where})
    for rule in rules.values():
        for path, _ in rule.carry.values():
            holder, _, name = path.rpartition(".")
            for place in [place for place in wanted if place.rsplit("/", 1)[-1] == holder]:
                wanted[place].add(name)
    return wanted


def _spelt(tag: str, fmt: PlatformFormat) -> str:
    """The local name, after the word its namespace stands for; unknown namespaces keep theirs."""
    space, _, local = tag.rpartition("}")
    if not space:
        return local
    for word, pattern in fmt.namespaces.items():
        if pattern.fullmatch(space[1:]):
            return local if word == "plain" else f"{word}_{local}"
    return tag


def _single(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values


class _Pieces:
    """The pieces of a file as something to read from."""

    def __init__(self, blob: Blob) -> None:
        self._pieces = blob.pieces()
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._rest) < size:
            piece = next(self._pieces, b"")
            if not piece:
                break
            self._rest += piece
        cut = len(self._rest) if size < 0 else size
        taken, self._rest = self._rest[:cut], self._rest[cut:]
        return taken
