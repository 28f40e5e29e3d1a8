"""The page: complete, closed in, usable without a script, and searchable with it."""

from __future__ import annotations

import base64
import functools
import hashlib
import itertools
import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest

from ecrl_audit.documents.page import write_page
from ecrl_audit.documents.page_parts.articles import MOST_EXCEPTIONS, MOST_OTHERS, anchor
from ecrl_audit.documents.sections.director import ASSURANCE, CLASSIFICATION
from ecrl_audit.errors import RenderError
from tests.fake_results import RUN, SIZES, fake_database
from tests.test_words import hits

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL_SIZES = list(SIZES)
VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "col"})
CHROMIUM = shutil.which("chromium")
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


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


def test_the_same_results_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = page("ordinary")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert fresh("ordinary") == before


@pytest.mark.parametrize("size", ALL_SIZES)
def test_the_page_reaches_nothing_outside_itself(size: str) -> None:
    for element in tree(size).elements:
        assert element["href"][:1] in ("", "#")
        assert element["src"] == element["action"] == element["srcset"] == ""
        assert element.tag not in ("link", "iframe", "object", "embed", "img", "base")
    style = tree(size).all("style")[0].text
    assert "@import" not in style
    assert re.findall(r'url\((?!"data:)', style) == []


@pytest.mark.parametrize("size", ALL_SIZES)
def test_the_policy_admits_our_style_and_our_script_only(size: str) -> None:
    metas = [one for one in tree(size).all("meta") if one["http-equiv"]]
    policy = dict(part.strip().split(" ", 1) for part in metas[0]["content"].split(";"))
    assert policy.pop("default-src") == policy.pop("base-uri") == policy.pop("form-action")
    assert policy == {
        "style-src": _hash(tree(size).all("style")[0].text),
        "script-src": _hash(tree(size).all("script")[0].text),
        "img-src": "data:",
        "font-src": "data:",
    }
    assert "default-src 'none'" in metas[0]["content"]
    assert len(tree(size).all("style")) == len(tree(size).all("script")) == 1
    for element in tree(size).elements:
        assert not [n for n in element.attributes if n == "style" or n.startswith("on")]


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("size", ALL_SIZES)
def test_without_its_script_everything_is_there_to_read(size: str) -> None:
    hidden = [one["id"] for one in tree(size).elements if "hidden" in one.attributes]
    assert hidden == ["tools", "nothing"]


@pytest.mark.parametrize("size", ALL_SIZES)
def test_ids_are_unique_and_every_link_has_its_target(size: str) -> None:
    ids = [one["id"] for one in tree(size).elements if one["id"]]
    assert len(ids) == len(set(ids))
    targets = {one["href"][1:] for one in tree(size).elements if one["href"]}
    named = {n for one in tree(size).elements for n in one["aria-labelledby"].split()}
    assert (targets | named) - set(ids) == set()


@pytest.mark.parametrize("size", ALL_SIZES)
def test_the_page_is_built_for_screen_readers_and_keyboards(size: str) -> None:
    page_tree = tree(size)
    for landmark in ("header", "nav", "main", "footer", "h1", "head"):
        assert len(page_tree.all(landmark)) == 1
    assert page_tree.all("html")[0]["lang"] == "en-US"
    assert page_tree.all("a")[0]["href"] == "#main"
    levels = [int(one.tag[1]) for one in page_tree.elements if re.fullmatch(r"h[1-6]", one.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert [one["aria-live"] for one in page_tree.elements if one["role"] == "status"] == ["polite"]
    for field in (*page_tree.all("input"), *page_tree.all("select")):
        assert "label" in [one.tag for one in field.within]
    for drawing in page_tree.all("svg"):
        assert [one for one in drawing.within if one["role"] == "img" and one["aria-label"]]


@pytest.mark.parametrize("size", ALL_SIZES)
def test_every_table_has_a_caption_and_heads_with_a_scope(size: str) -> None:
    tables = tree(size).all("table")
    captioned = [one.within[-1] for one in tree(size).all("caption") if one.text.strip()]
    assert captioned == tables
    assert {one["scope"] for one in tree(size).all("th")} == {"col", "row"}


@pytest.mark.parametrize("size", ALL_SIZES)
def test_every_control_has_an_address_and_its_counts(size: str) -> None:
    connection = fake_database(SIZES[size])
    sql = """select control, n_exception, n_observation + n_needs_review + n_not_evidenced
        + n_pending from control_result where run_id = ?"""
    ids = {one["id"] for one in tree(size).elements}
    rows = _rows_by_control(size)
    captions = [one.text for one in tree(size).all("caption")]
    for control, exceptions, others in connection.execute(sql, [RUN]).fetchall():
        assert control in ids
        shown = min(exceptions, MOST_EXCEPTIONS) + min(others, MOST_OTHERS)
        assert len(rows.get(control, [])) == shown
        if shown:
            start = f"{shown:,} of {exceptions + others:,} item"
            told = [text for text in captions if text.startswith(start) and control in text]
            assert len(told) == 1
            assert ("more in findings.xlsx" in told[0]) == (exceptions + others > shown)


def _rows_by_control(size: str) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for row in tree(size).all("tr"):
        if row["data-outcome"]:
            control, _, key = row["id"].partition("--")
            assert key
            found.setdefault(control, []).append(row)
    return found


@pytest.mark.parametrize("raw", ["user.name.", "login-", "person-", "U-unknown", "Staff-unknown"])
def test_people_appear_under_pseudonyms_only(raw: str) -> None:
    assert raw not in page("ordinary")
    assert raw not in page("large")


def test_text_from_outside_stays_text() -> None:
    assert "&lt;b&gt;x&lt;/b&gt; {{ 7*7 }}" in page("ordinary")
    assert "[U+202E]evil[U+200B] text" in page("ordinary")
    assert not re.search("[\u202e\u200b\x00]", page("ordinary"))


@pytest.mark.parametrize("size", ALL_SIZES)
def test_words_and_weight(size: str) -> None:
    assert hits(words(size)) == []
    assert ASSURANCE in words(size)
    assert CLASSIFICATION in words(size)
    assert len(page(size)) < 1_500_000 or size == "large"


def test_an_unknown_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="no run nowhere"):
        write_page(fake_database(SIZES["almost_empty"]), "nowhere", tmp_path / "x.html")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "address"),
    [("a1", "RM-01--a1"), ("c/U-7F3K", "RM-01--c/U-7F3K"), ("a b", "RM-01--a_b"),
     ('"><script>', "RM-01--_script_"), ("2026-08-18T15:00:00Z/x", "RM-01--2026-08-18T15:00:00Z/x")],
)  # fmt: skip
def test_an_item_has_the_address(key: str, address: str) -> None:
    assert anchor("RM-01", key, {}) == address


def test_two_items_never_share_an_address() -> None:
    taken: dict[str, int] = {}
    found = [anchor("RM-01", key, taken) for key in ("a b", "a_b", "a  b")]
    assert len(set(found)) == 3


@pytest.fixture(scope="module")
def saved() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.html")
        file.write_text(page("ordinary"), "utf-8")
        yield file


def _browser(address: str, *options: str) -> subprocess.CompletedProcess[str]:
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--enable-logging=stderr", "--virtual-time-budget=3000", *options, address],
            capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip


def _shown(saved: Path, tail: str) -> Tree:
    done = _browser(f"{saved.as_uri()}{tail}", "--dump-dom")
    assert "CONSOLE" not in done.stderr
    return Tree(done.stdout)


def _visible_items(found: Tree) -> list[Element]:
    return [one for one in found.all("tr") if one["data-outcome"] and not one.is_hidden]


def _count(found: Tree) -> str:
    return next(one.text for one in found.elements if one["id"] == "count")


@pytest.mark.slow
@in_browser
def test_with_its_script_the_page_shows_all_and_says_how_much(saved: Path) -> None:
    found = _shown(saved, "")
    listed = sum(map(len, _rows_by_control("ordinary").values()))
    assert len(_visible_items(found)) == listed
    assert _count(found).startswith(f"{listed:,} listed items, ")
    assert not next(one for one in found.elements if one["id"] == "tools").is_hidden


@pytest.mark.slow
@in_browser
@pytest.mark.parametrize(
    ("tail", "name", "value"),
    [("?outcome=needs_review", "data-outcome", "needs_review"),
     ("?severity=critical", "data-severity", "critical"),
     ("?channel=blog", "data-channel", "blog")],
    ids=["outcome", "severity", "channel"],
)  # fmt: skip
def test_a_filter_leaves_its_items_only(saved: Path, tail: str, name: str, value: str) -> None:
    found = _visible_items(_shown(saved, tail))
    wanted = [
        row for rows in _rows_by_control("ordinary").values() for row in rows if row[name] == value
    ]
    assert [one["id"] for one in found] == [one["id"] for one in wanted]
    assert found


@pytest.mark.slow
@in_browser
def test_a_search_finds_words_of_items_and_of_their_control(saved: Path) -> None:
    found = _shown(saved, "?q=BL-04%20logbook&family=BL")
    assert {one["id"].partition("--")[0] for one in _visible_items(found)} == {"BL-04"}
    lines = [one["data-line"] for one in found.all("tr") if one["data-line"] and not one.is_hidden]
    assert lines == ["BL-04"]


@pytest.mark.slow
@in_browser
def test_a_search_without_a_match_says_so(saved: Path) -> None:
    found = _shown(saved, "?q=zzzzzz")
    assert _visible_items(found) == []
    assert not next(one for one in found.elements if one["id"] == "nothing").is_hidden
    assert _count(found).startswith("0 of ")


@pytest.mark.slow
@in_browser
def test_a_link_to_an_item_wins_over_a_filter_that_hides_it(saved: Path) -> None:
    item = _rows_by_control("ordinary")["BL-04"][0]["id"]
    hidden = _shown(saved, "?family=RM")
    assert item not in [one["id"] for one in _visible_items(hidden)]
    shown = _shown(saved, f"?family=RM#{item}")
    assert item in [one["id"] for one in _visible_items(shown)]


@pytest.mark.slow
@in_browser
def test_paper_gets_every_row_and_no_form(saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    _browser(saved.as_uri(), "--no-pdf-header-footer", f"--print-to-pdf={target}")
    reader = pypdf.PdfReader(BytesIO(target.read_bytes()))
    text = re.sub(r"\s+", "", "".join(one.extract_text() for one in reader.pages))
    assert "Clear" not in text
    assert "Showall" not in text
    for rows in _rows_by_control("ordinary").values():
        key = re.sub(r"\s+", "", rows[-1].text.strip().splitlines()[0])
        assert key in text
