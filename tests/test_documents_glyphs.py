"""Every text can be printed: what no font draws, or what hides, is spelled out."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrl_audit.documents import pdf
from ecrl_audit.documents.fonts import covered_characters
from ecrl_audit.documents.glyphs import LONGEST_TEXT, GlyphGuard
from ecrl_audit.documents.html import render_html
from tests.rendered import failures

if TYPE_CHECKING:
    from pathlib import Path

GUARD = GlyphGuard(covered_characters())
ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)


@given(ANY_TEXT)
def test_nothing_is_let_through_that_no_font_draws(text: str) -> None:
    assert all(ord(sign) in GUARD.covered for sign in GUARD.printable(text))


@given(ANY_TEXT)
def test_nothing_invisible_is_let_through(text: str) -> None:
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not any(unicodedata.category(sign) in hidden for sign in GUARD.printable(text))


@given(ANY_TEXT)
def test_what_was_written_can_be_read_back(text: str) -> None:
    spelled = re.sub(
        r"\[U\+([0-9A-F]{4,6})\]", lambda found: chr(int(found[1], 16)), GUARD.printable(text)
    )
    blanks = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c", " "))
    once_more = re.sub(
        r"\[U\+([0-9A-F]{4,6})\]", lambda found: chr(int(found[1], 16)), text.translate(blanks)
    )
    assert spelled == once_more


@given(ANY_TEXT)
def test_guarded_text_is_not_changed_again(text: str) -> None:
    once = GUARD.printable(text)
    assert GUARD.printable(once, longest=len(once)) == once


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” †", "plain – “text” †"),
        ("\u202eabc", "[U+202E]abc"),
        ("a\u200bb\u00adc", "a[U+200B]b[U+00AD]c"),
        ("\u56f3", "[U+56F3]"),
        ("\ud800", "[U+D800]"),
        ("line\nbreak\ttab", "line break tab"),
        ("\x00\x1b", "[U+0000][U+001B]"),
        ("a" + "\u0301" * 4, "a\u0301\u0301[U+0301][U+0301]"),
        ("\U0001f642", "\U0001f642"),
    ],
    ids=[
        "plain",
        "bidi",
        "zero_width",
        "no_font",
        "surrogate",
        "blank",
        "control",
        "marks",
        "emoji",
    ],
)
def test_a_character_is_shown_as(text: str, shown: str) -> None:
    assert GUARD.printable(text) == shown


def test_long_text_is_cut_and_says_so() -> None:
    shown = GUARD.printable("x" * (LONGEST_TEXT + 1234))
    assert shown == "x" * LONGEST_TEXT + "… [1,234 more characters]"


def test_every_character_let_through_is_drawn(tmp_path: Path) -> None:
    signs = [chr(code) for code in sorted(GUARD.covered)]
    words = " ".join(sign for sign in signs if GUARD.printable(sign) == sign and sign.strip())
    assert len(words) > 4000
    assert _complaints(words, tmp_path) == []


def test_a_character_that_no_font_draws_would_be_noticed(tmp_path: Path) -> None:
    assert any("notdef" in one.lower() for one in _complaints("\u56f3", tmp_path))


def _complaints(text: str, folder: Path) -> list[str]:
    style = render_html("styles/report.css", {})
    body = f"<main><h1>x</h1><p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p></main>"
    head = f'<meta charset="utf-8"><title>x</title><style>{style}</style>'
    html = f'<!doctype html><html lang="en">{head}<body>{body}</body></html>'
    target = folder / "x.pdf"
    with pdf.printing_room():
        pdf.write(pdf.lay_out(html), target, [], datetime(2026, 10, 31, tzinfo=UTC))
    return failures(target.read_bytes())
