"""The page in a browser: searched, filtered, linked into and printed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest

from tests.page_tree import Element, Tree, page, rows_by_control

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


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


def test_with_its_script_the_page_shows_all_and_says_how_much(saved: Path) -> None:
    found = _shown(saved, "")
    listed = sum(map(len, rows_by_control("ordinary").values()))
    assert len(_visible_items(found)) == listed
    assert _count(found).startswith(f"{listed:,} listed items, ")
    assert not next(one for one in found.elements if one["id"] == "tools").is_hidden


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
        row for rows in rows_by_control("ordinary").values() for row in rows if row[name] == value
    ]
    assert [one["id"] for one in found] == [one["id"] for one in wanted]
    assert found


def test_a_search_finds_words_of_items_and_of_their_control(saved: Path) -> None:
    found = _shown(saved, "?q=BL-04%20logbook&family=BL")
    assert {one["id"].partition("--")[0] for one in _visible_items(found)} == {"BL-04"}
    lines = [one["data-line"] for one in found.all("tr") if one["data-line"] and not one.is_hidden]
    assert lines == ["BL-04"]


def test_a_search_without_a_match_says_so(saved: Path) -> None:
    found = _shown(saved, "?q=zzzzzz")
    assert _visible_items(found) == []
    assert not next(one for one in found.elements if one["id"] == "nothing").is_hidden
    assert _count(found).startswith("0 of ")


def test_a_link_to_an_item_wins_over_a_filter_that_hides_it(saved: Path) -> None:
    item = rows_by_control("ordinary")["BL-04"][0]["id"]
    hidden = _shown(saved, "?family=RM")
    assert item not in [one["id"] for one in _visible_items(hidden)]
    shown = _shown(saved, f"?family=RM#{item}")
    assert item in [one["id"] for one in _visible_items(shown)]


def test_paper_gets_every_row_and_no_form(saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    _browser(saved.as_uri(), "--no-pdf-header-footer", f"--print-to-pdf={target}")
    reader = pypdf.PdfReader(BytesIO(target.read_bytes()))
    text = re.sub(r"\s+", "", "".join(one.extract_text() for one in reader.pages))
    assert "Clear" not in text
    assert "Showall" not in text
    for rows in rows_by_control("ordinary").values():
        key = re.sub(r"\s+", "", rows[-1].text.strip().splitlines()[0])
        assert key in text
