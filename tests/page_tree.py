"""The page of the invented databases, read as a tree of elements."""

from __future__ import annotations

import functools
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from ecrl_audit.documents.page import write_page
from tests.fake_results import RUN, SIZES, fake_database

ALL_SIZES = list(SIZES)
VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "col"})


class Tree(HTMLParser):
    """The elements of a page, each with its attributes, its text and what it lies in."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {n: v or "" for n, v in attrs}, tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open[-1].tag == tag, (self.open[-1].tag, tag, self.getpos())
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.chunks.append(data)

    def all(self, tag: str) -> list[Element]:
        return [one for one in self.elements if one.tag == tag]


class Element:
    """One element of a page."""

    def __init__(self, tag: str, attributes: dict[str, str], within: tuple[Element, ...]) -> None:
        self.tag, self.attributes, self.within = tag, attributes, within
        self.chunks: list[str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        return "".join(self.chunks)

    @property
    def is_hidden(self) -> bool:
        return any("hidden" in one.attributes for one in (self, *self.within))


@functools.cache
def page(size: str) -> str:
    return fresh(size)


def fresh(size: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "report.html")
        write_page(fake_database(SIZES[size]), RUN, target)
        assert list(Path(folder).iterdir()) == [target]
        return target.read_text("utf-8")


@functools.cache
def tree(size: str) -> Tree:
    return Tree(page(size))


def words(size: str) -> str:
    """Return what a reader sees, every run of white space as one blank."""
    return re.sub(r"\s+", " ", tree(size).all("body")[0].text.split('"use strict"')[0])


def rows_by_control(size: str) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for row in tree(size).all("tr"):
        if row["data-outcome"]:
            control, _, key = row["id"].partition("--")
            assert key
            found.setdefault(control, []).append(row)
    return found
