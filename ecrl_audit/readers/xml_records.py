"""XML into records, element by element: no document type, no entities, memory for one element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.found import Found, fits, found

if TYPE_CHECKING:
    from collections.abc import Iterator
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
        yield from _walk(iterparse(source, ("start", "end"), parser, forbid_dtd=True), blob, fmt)
    except ParseError as error:
        line, column = error.position
        why = f"is not well-formed XML at line {line}, column {column}: {error.msg}."
        raise InputRefusedError(blob.shown, why, _AGAIN) from error
    except DefusedXmlException as error:
        why = "declares a document type or entities, which no export does; they are never read."
        raise InputRefusedError(blob.shown, why, _AGAIN) from error
    except (ValueError, LookupError) as error:
        raise InputRefusedError(blob.shown, f"is not readable XML: {error}.", _AGAIN) from error


def _walk(
    events: Iterator[tuple[str, Element]], blob: Blob, fmt: PlatformFormat
) -> Iterator[Found]:
    rules = {_place(path): rule for rule in fmt.records for path in rule.at}
    open_elements: list[tuple[str, Element]] = []
    for event, element in events:
        if event == "start":
            open_elements.append((_name(element, fmt), element))
            if len(open_elements) > _DEEPEST:
                raise InputRefusedError(blob.shown, "is nested too deeply.", _AGAIN)
            continue
        place = "/".join(name for name, _ in open_elements)
        open_elements.pop()
        if place in rules:
            yield from _record(rules[place], element, open_elements, blob, fmt)
            element.clear()
            if open_elements:
                open_elements[-1][1].remove(element)


def _place(path: tuple[tuple[str, str], ...]) -> str:
    return "/".join(name for name, _ in path)


def _record(
    rule: RecordRule,
    element: Element,
    around: list[tuple[str, Element]],
    blob: Blob,
    fmt: PlatformFormat,
) -> Iterator[Found]:
    value = _value(element, fmt)
    value = value if isinstance(value, dict) else {"text": value or ""}
    known = {"@member": blob.name.rsplit("/", 1)[-1]}
    if fits(rule, value):
        record = found(fmt, rule, value, _around(rule, around, fmt), known)
        twice = [name for name, content in record.body.items() if isinstance(content, list)]
        yield Found(rule.kind, {}, f"says {twice[0]} more than once") if twice else record


def _around(
    rule: RecordRule, open_elements: list[tuple[str, Element]], fmt: PlatformFormat
) -> dict[str, object]:
    above = {name for path, _ in rule.carry.values() for name in [path.rsplit(".", 1)[0]]}
    return {name: _plain(element, fmt) for name, element in open_elements if name in above}


def _plain(element: Element, fmt: PlatformFormat) -> dict[str, object]:
    return {_name(child, fmt): (child.text or "").strip() for child in element if not len(child)}


def _name(element: Element, fmt: PlatformFormat) -> str:
    """The local name, after the word its namespace stands for; unknown namespaces keep theirs."""
    space, _, local = element.tag.rpartition("}")
    if not space:
        return local
    for word, pattern in fmt.namespaces.items():
        if pattern.fullmatch(space[1:]):
            return local if word == "plain" else f"{word}_{local}"
    return element.tag


def _value(element: Element, fmt: PlatformFormat) -> object:
    if not len(element):
        return element.text or ""
    gathered: dict[str, list[object]] = {}
    for child in element:
        gathered.setdefault(_name(child, fmt), []).append(_value(child, fmt))
    for name, text in element.attrib.items():
        gathered.setdefault(name.rpartition("}")[2], []).append(text)
    paired = {pairs.element for pairs in fmt.pairs}
    return {
        name: values if name in paired else _single(values) for name, values in gathered.items()
    }


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
