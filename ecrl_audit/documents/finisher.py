"""Repairs of the tag tree, so that one file is both PDF/A-3a and PDF/UA-1.

The renderer writes one of the two at a time, leaves header cells without scope, tags the
running heads as content and cuts a table at every page break. It reads the element that
the renderer keeps in `box.mark`, which is private: the renderer's version is pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecrl_audit.documents.stream_ends import avoid_trailing_returns
from ecrl_audit.documents.tag_tree import Element, Marked, TagTree, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
_GROUPS = frozenset(
    {"/Sect", "/Part", "/Div", "/NonStruct", "/Art", "/Table", "/TBody", "/L", "/LI", "/LBody"}
)

_UA_METADATA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""  # noqa: E501 - packet text, fixed by the standards


def finish(document: Any, pdf: Any, attempt: int = 0) -> None:  # noqa: ANN401 - the renderer's
    """Repair the PDF just before it is written; the `finisher` of the renderer.

    `attempt` only has to differ between two writings of one document: see the module
    `stream_ends`.
    """
    tree = TagTree(pdf)
    tables = _cells_of_tables(document, tree)
    artifacts: set[Marked] = set()
    for fragments in tables.values():
        if len(fragments) > 1:
            artifacts |= _merge(tree, fragments)
    _prune(tree, tree.document)
    artifacts |= _unreachable(tree, document)
    _mark_as_artifacts(tree, artifacts)
    _declare_accessible(tree)
    avoid_trailing_returns(pdf, attempt)


def _cells_of_tables(document: Any, tree: TagTree) -> dict[int, list[Element]]:  # noqa: ANN401
    """Set the scope of each header cell; return the fragments of each table of the page."""
    tables: dict[int, list[Element]] = {}
    for page in document.pages:
        for cell, table in _cell_boxes(page._page_box, None):  # noqa: SLF001 - see the module
            element = cell.mark
            if element["S"] == "/TH":
                element["A"]["Scope"] = _SCOPES[cell.element.attrib["scope"]]
            fragment = tree.ancestor(element, "/Table")
            known = tables.setdefault(id(table), [])
            if all(fragment is not one for one in known):
                known.append(fragment)
    return tables


def _cell_boxes(box: Any, table: object) -> Iterator[tuple[Any, object]]:  # noqa: ANN401
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder

    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001 - see the module
    if isinstance(box, boxes.TableBox):
        table = box.element
    if isinstance(box, boxes.TableCellBox) and isinstance(getattr(box, "mark", None), dict):
        yield box, table
    for child in getattr(box, "children", ()):
        yield from _cell_boxes(child, table)


def _merge(tree: TagTree, fragments: list[Element]) -> set[Marked]:
    """Join a table cut by page breaks; return the content of its repeated heads.

    Its caption stands under the last fragment and stays the table's.
    """
    first, *rest = fragments
    body = next(kid for kid in reversed(list(tree.children(first))) if kid["S"] == "/TBody")
    repeated: set[Marked] = set()
    for fragment in rest:
        for part in tree.children(fragment):
            if part["S"] == "/TBody":
                _move_rows(tree, part, body)
            elif part["S"] == "/Caption":
                part["P"] = first.reference
                first["K"].append(part.reference)
            else:
                repeated.update(tree.marked_content(part))
        tree.element(fragment["P"])["K"].remove(fragment.reference)
    _point_to_first_head(tree, first, {fragment.number for fragment in rest}, body)
    return repeated


def _move_rows(tree: TagTree, part: Element, body: Element) -> None:
    for row in tree.children(part):
        row["P"] = body.reference
        body["K"].append(row.reference)


def _point_to_first_head(tree: TagTree, first: Element, dropped: set[int], body: Element) -> None:
    """Let cells of later fragments name the head cells of the first one, column by column."""
    import pydyf

    heads = _head_ids(tree, first)
    for row in tree.children(body):
        for cell in tree.children(row):
            names = cell.get("A", {}).get("Headers")
            if names:
                kept = [_renamed(name.string, dropped, heads) for name in names]
                cell["A"]["Headers"] = pydyf.Array(pydyf.String(name) for name in kept)


def _head_ids(tree: TagTree, table: Element) -> dict[str, str]:
    return {
        cell["ID"].string.split("-", 1)[1]: cell["ID"].string
        for part in tree.children(table)
        if part["S"] == "/THead"
        for row in tree.children(part)
        for cell in tree.children(row)
        if "ID" in cell
    }


def _renamed(name: str, dropped: set[int], heads: dict[str, str]) -> str:
    """Header ids are `table-row-column`; row 0 of a fragment is its repeated head."""
    table, place = name.split("-", 1)
    return heads.get(place, name) if int(table) in dropped else name


def _prune(tree: TagTree, element: Element) -> None:
    """Drop grouping elements that hold nothing, from the leaves up."""
    for child in list(tree.children(element)):
        _prune(tree, child)
        if not child["K"] and child["S"] in _GROUPS:
            element["K"].remove(child.reference)


def _unreachable(tree: TagTree, document: Any) -> set[Marked]:  # noqa: ANN401
    """Return content that belongs to no element of the tree: running heads and feet."""
    reachable = {element.number for element in tree.descendants(tree.document)}
    found: set[Marked] = set()
    for page, references in _content_of_pages(tree, len(document.pages)):
        for content, reference in enumerate(references):
            if number_of(reference) not in reachable:
                found.add((page, content))
    return found


def _content_of_pages(tree: TagTree, pages: int) -> Iterator[tuple[int, Any]]:
    """Yield (page object number, references of its content) from the parent tree."""
    numbers = tree.element(tree.root["ParentTree"])["Nums"]
    page_numbers = [number_of(reference) for reference in tree.pdf.page_references]
    for index in range(pages):
        yield page_numbers[numbers[2 * index]], numbers[2 * index + 1]


def _mark_as_artifacts(tree: TagTree, artifacts: Iterable[Marked]) -> None:
    by_page: dict[int, set[int]] = {}
    for page, content in artifacts:
        by_page.setdefault(page, set()).add(content)
    contents = dict(_content_of_pages(tree, len(tree.pdf.page_references)))
    for page, wanted in by_page.items():
        stream = tree.element(tree.pdf.objects[page]["Contents"]).stream
        for content in _turned_into_artifacts(stream, wanted):
            contents[page][content] = b"null"


def _turned_into_artifacts(stream: list[Any], wanted: set[int]) -> Iterator[int]:
    import pydyf

    for index, operator in enumerate(stream):
        properties = stream[index - 1] if operator == b"BDC" else None
        if isinstance(properties, dict) and properties.get("MCID") in wanted:
            yield properties["MCID"]
            stream[index - 2] = "/Artifact"
            stream[index - 1] = pydyf.Dictionary({"Type": "/Pagination"})


def _declare_accessible(tree: TagTree) -> None:
    """Add the PDF/UA mark to plain metadata, list each attached file once."""
    import pydyf

    catalog = tree.pdf.catalog
    metadata = tree.element(catalog["Metadata"])
    metadata.compress = False
    metadata.stream = [
        part.replace(b"</rdf:RDF>", _UA_METADATA + b"</rdf:RDF>") for part in metadata.stream
    ]
    if "AF" in catalog:
        catalog["AF"] = pydyf.Array(dict.fromkeys(catalog["AF"]))
