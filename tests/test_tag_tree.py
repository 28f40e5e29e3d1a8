"""The tags a screen reader hears, dumped, and compared with the dump that was read and kept."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from tests.rendered import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = Path(__file__).resolve().parent / "tag_trees"


def dump(content: bytes) -> str:
    """Return the tag tree of a PDF, one line for each run of equal elements."""
    catalog: Any = pypdf.PdfReader(BytesIO(content)).trailer["/Root"]
    root = catalog["/StructTreeRoot"]
    return "\n".join(lines(root, 0)) + "\n"


def lines(element: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - an object of the reader
    """Yield the elements below one, deeper ones further in."""
    before, times = [""], 0
    for child in _children(element):
        own = [f"{'  ' * depth}{_said(child)}", *lines(child, depth + 1)]
        if own == before:
            times += 1
            continue
        yield from _repeated(before, times)
        before, times = own, 1
    yield from _repeated(before, times)


def _repeated(block: list[str], times: int) -> Iterator[str]:
    if times:
        yield block[0] + (f" x{times}" if times > 1 else "")
        yield from block[1:]


def _children(element: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the elements of the next level; a span is a piece of a line and no level of its own."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        child = kid.get_object()
        if isinstance(child, dict) and child.get("/S") == "/Span":
            yield from _children(child)
        elif isinstance(child, dict) and "/S" in child:
            yield child


def _said(element: Any) -> str:  # noqa: ANN401
    kind = str(element["/S"]).removeprefix("/")
    attributes = element.get("/A", {}).get_object() if "/A" in element else {}
    scope = f" {attributes['/Scope']}" if "/Scope" in attributes else ""
    return kind + scope + (" with a text alternative" if "/Alt" in element else "")


@pytest.mark.parametrize(
    ("document", "size"), [("board", "ordinary"), ("director", "almost_empty")]
)
def test_the_tag_tree_is_the_one_that_was_read(document: str, size: str) -> None:
    kept = KEPT / f"{document}_{size}.txt"
    assert dump(rendered(document, size).content) == kept.read_text("utf-8")


@pytest.mark.parametrize("document", ["board", "director"])
def test_the_tag_tree_has_headings_scopes_and_alternatives(document: str) -> None:
    said = [line.strip() for line in dump(rendered(document, "ordinary").content).splitlines()]
    assert sum(1 for line in said if line.split()[0] == "H1") == 1
    assert any(line.startswith("H2") for line in said)
    assert all("/" in line for line in said if line.split()[0] == "TH")
    assert all("text alternative" in line for line in said if line.split()[0] == "Figure")
