"""Reading the tag tree of a PDF while it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = Any
Marked = tuple[int, int]


def number_of(reference: bytes | str) -> int:
    """Return the object number of a reference such as `12 0 R`."""
    text = reference.decode() if isinstance(reference, bytes) else str(reference)
    return int(text.split()[0])


class TagTree:
    """The structure elements below the document element of one PDF."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 - the writer's own object
        """Find the roots; the PDF must be tagged."""
        self.pdf = pdf
        self.root = self.element(pdf.catalog["StructTreeRoot"])
        self.document = self.element(self.root["K"][0])

    def element(self, reference: bytes | str) -> Element:
        """Return the object a reference points to."""
        return self.pdf.objects[number_of(reference)]

    def children(self, element: Element) -> Iterator[Element]:
        """Yield the structure elements directly below an element."""
        for kid in element.get("K", ()):
            if not isinstance(kid, int):
                found = self.element(kid)
                if found.get("Type") == "/StructElem":
                    yield found

    def descendants(self, element: Element) -> Iterator[Element]:
        """Yield an element and everything below it."""
        waiting = [element]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(self.children(current))

    def marked_content(self, element: Element) -> Iterator[Marked]:
        """Yield (page object number, content id) of all content below an element."""
        for one in self.descendants(element):
            for kid in one.get("K", ()):
                if isinstance(kid, int):
                    yield number_of(one["Pg"]), kid

    def ancestor(self, element: Element, kind: str) -> Element:
        """Return the nearest element of a kind at or above an element."""
        while element["S"] != kind:
            element = self.element(element["P"])
        return element
