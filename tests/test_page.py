"""The page: complete, closed in, and usable without a script."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.documents.page import write_page
from ecrl_audit.documents.page_parts.articles import MOST_EXCEPTIONS, MOST_OTHERS, anchor
from ecrl_audit.documents.sections.director import CLASSIFICATION
from ecrl_audit.errors import RenderError
from tests.fake_results import RUN, SIZES, fake_database, insert
from tests.page_tree import ALL_SIZES, Tree, fresh, page, rows_by_control, tree, words
from tests.rendered import ASSURANCE
from tests.test_words import hits

if TYPE_CHECKING:
    from pathlib import Path


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
    rows = rows_by_control(size)
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


def test_what_management_answered_is_printed(tmp_path: Path) -> None:
    connection = fake_database(SIZES["ordinary"])
    tail = ("agree", "Train everybody.", "Director", date(2026, 12, 1), date(2026, 10, 20))
    insert(connection, "run_response", [(RUN, "RM-01", "", "A form had no field.", *tail)])
    write_page(connection, RUN, tmp_path / "x.html")
    found = Tree((tmp_path / "x.html").read_text("utf-8"))
    told = next(one.text for one in found.all("article") if one["id"] == "RM-01")
    for words_of_answer in ("A form had no field.", "As stated by management.",
                            "Management agrees. Train everybody.", "Owner: Director"):  # fmt: skip
        assert words_of_answer in told
    assert "No response received" not in told


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
