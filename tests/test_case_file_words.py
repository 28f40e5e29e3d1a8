"""The names of case files, and what is masked in them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrl_audit import case_file
from ecrl_audit.documents.sections.case_kit import masked


@given(st.lists(st.text(max_size=100), max_size=8))
def test_file_names_are_safe_and_never_alike(numbers: list[str]) -> None:
    names = case_file.file_names(numbers)
    assert set(names) == set(numbers)
    assert len({name.lower() for name in names.values()} | {"index.pdf"}) == len(names) + 1
    for name in names.values():
        assert re.fullmatch(r"[A-Za-z0-9-][A-Za-z0-9._-]*\.pdf", name)


@pytest.mark.parametrize(
    "text", ["a.b+c@d-e.example", "(218) 555-0142", "218.555.0142", "12 North Harbor St."]
)
def test_contact_data_is_masked(text: str) -> None:
    assert masked(f"see {text} now") == "see [masked] now"


@pytest.mark.parametrize("text", ["fb:122090004120385_2310", "DM-2026-005", "17 U.S.C. 512"])
def test_numbers_of_records_stay(text: str) -> None:
    assert masked(text) == text
