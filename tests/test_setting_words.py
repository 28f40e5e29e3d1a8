"""Sentences of the controls say the values of settings, and are cut where a part ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrl_audit.documents.phrases import sentence_part, whole_sentences
from ecrl_audit.documents.results import read_results
from ecrl_audit.documents.sections.labels import words
from ecrl_audit.documents.sections.setting_words import setting_words
from tests.fake_results import RUN, SIZES, fake_database


@pytest.mark.parametrize(
    ("value", "sentence", "said"),
    [
        ("1", "lifted within removal_limit business days once", "within 1 business day once"),
        ("3", "lifted within removal_limit business days once", "within 3 business days once"),
        ("2", "at the end that removal_limit allows.", "that the limit of 2 business days allows."),
        ("2", "told by the end of the business day that removal_limit allows after it",
         "told within 2 business days after it"),
        ("1", "after the business days that removal_limit allows from", "after the 1 business day from"),
    ],
)  # fmt: skip
def test_a_name_of_a_setting_is_said_as(value: str, sentence: str, said: str) -> None:
    results = read_results(fake_database(SIZES["almost_empty"]), RUN)
    changed = {"value": value, "unit": "bd"}
    settings = tuple(
        {**row, **(changed if row["name"] == "removal_limit" else {})} for row in results.parameters
    )
    spoken = setting_words(replace(results, parameters=settings), words("labels"))
    assert said in spoken.in_words(sentence)


@given(st.text(st.sampled_from("abc ,;.or"), max_size=90), st.integers(10, 60))
def test_a_part_of_a_sentence_is_its_beginning_and_fits(text: str, longest: int) -> None:
    part = sentence_part(text, longest)
    assert len(part) <= longest
    assert part == text or (part.endswith("…") and text.startswith(part[:-1]))


def test_a_sentence_is_cut_where_a_part_of_it_ends() -> None:
    sentence = "Each item was put back in the window, unless the agent learned of an action."
    assert sentence_part(sentence, 60) == "Each item was put back in the window…"


def test_sentences_stay_whole_or_are_left_out() -> None:
    text = "Each item is disabled (17 U.S.C. 512(c)) in time. The statute names no number."
    assert whole_sentences(text, 90) == text
    assert whole_sentences(text, 60) == "Each item is disabled (17 U.S.C. 512(c)) in time."
    assert whole_sentences(text, 35) == "Each item is disabled in time."
    assert whole_sentences(text, 20) == ""
