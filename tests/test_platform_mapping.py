"""A mapping.toml brings in a CSV that no format knows, and says what is wrong with itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import UsageError
from ecrl_audit.readers import mapped_formats
from tests.platforms.harness import FORMATS, everything, load, put

if TYPE_CHECKING:
    from pathlib import Path

MAPPING = """schema = 1
[[csv]]
files   = "archive-*.csv"
title   = "The archive"
sheet   = "posts"
columns = { post = "Record ID", posted = "Captured", text = "Content", author_kind = "By" }
times   = { posted = "slashes" }
only    = { "Type" = "^Comment$" }
values  = { author_kind = { "Page's" = "staff", Visitor = "public" } }
"""
TEXT = """Record ID,Type,By,Captured,Content,E-mail
1,Comment,Visitor,07/04/2026 2:05 PM,"It's, good",CANARY
2,Comment,Page's,07/04/2026 3:05 PM,Thanks,CANARY
3,Message,Visitor,07/04/2026 3:05 PM,CANARY,CANARY
"""


def test_mapped_columns_fill_a_sheet_and_the_rest_stays_in_the_file(tmp_path: Path) -> None:
    formats = (*mapped_formats(put(tmp_path, "mapping.toml", MAPPING)), *FORMATS)
    loaded = load(put(tmp_path, "Archive-1.csv", TEXT), formats=formats)
    first, second = loaded.rows("posts")
    assert first == {
        "row": 1,
        "basis": "current_state",
        "channel": "the-channel",
        "post": "1",
        "posted": "2026-07-04 14:05:00",
        "text": "It's, good",
        "author_kind": "public",
    }
    assert second["author_kind"] == "staff"
    assert loaded.column("out_of_scope", "why") == ["a row that mapping.toml does not ask for"]
    assert "CANARY" not in everything(loaded)


def test_a_mapping_without_conditions_reads_every_row(tmp_path: Path) -> None:
    text = 'schema = 1\n[[csv]]\nfiles = "*.csv"\nsheet = "actions"\n'
    text += 'columns = { action_no = "No", acted = "When" }\n'
    text += 'always = { action = "hide", source = "staff", reason = "it\'s" }\n'
    formats = mapped_formats(put(tmp_path, "mapping.toml", text))
    loaded = load(put(tmp_path, "list.csv", "No;When\n1;2026-07-01\n"), formats=formats)
    (row,) = loaded.rows("actions")
    assert (row["action"], row["reason"], row["acted"]) == ("hide", "it's", "2026-07-01")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("schema = 1", "schema = 2", "schema = 1"),
        ('sheet   = "posts"', "", "lacks sheet"),
        ('sheet   = "posts"', 'sheet = "people"', "sheet 'people' cannot be filled"),
        ("title ", "titel ", "unknown keys titel"),
        ('"slashes"', '"moonphase"', "unknown way to write a time: moonphase"),
        ("{ post = ", '{ "post\'; drop" = ', "is not the name of a column"),
        ('"^Comment$"', '"("', "missing )"),
        ("[[csv]]", "[[csv", "Expected"),
    ],
    ids=str,
)
def test_a_malformed_mapping_is_named_with_its_fault(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(said)) as caught:
        mapped_formats(put(tmp_path, "mapping.toml", MAPPING.replace(old, new, 1)))
    assert str(caught.value).startswith("mapping.toml: ")
