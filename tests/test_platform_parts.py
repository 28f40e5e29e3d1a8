"""The small parts of the readers: moments, literals, serialised values, paths, allow-lists."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import UsageError
from ecrl_audit.readers import read_format
from ecrl_audit.readers.javascript import javascript_value
from ecrl_audit.readers.paths import allow_list, pick, steps, walk
from ecrl_audit.readers.php import unserialised
from ecrl_audit.readers.times import written
from tests.platforms.harness import put

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Wed Aug 09 16:19:22 +0000 2023", "ctime", "2023-08-09T16:19:22+00:00"),
        ("2023-06-16T10:00:00.000Z", "ctime", "2023-06-16T10:00:00.000Z"),
        ("2026-03-04T10:00:00+0000", "iso", "2026-03-04T10:00:00+00:00"),
        ("2026-03-04 10:00:00 UTC", "iso", "2026-03-04T10:00:00Z"),
        ("2026-03-04 10:00:00", "iso", "2026-03-04 10:00:00"),
        ("2026-03-04 10:00:00", "utc", "2026-03-04T10:00:00Z"),
        ("0000-00-00 00:00:00", "utc", None),
        ("1336610793.7343", "unix", "2012-05-10T00:46:33Z"),
        ("1e400", "unix", "1e400"),
        ("-99999999999999", "unix", "-99999999999999"),
        ("1704067200000", "unix_ms", "2024-01-01T00:00:00Z"),
        ("Tue, 27 Jan 2015 14:56:57 +0000", "rfc2822", "2015-01-27T14:56:57+00:00"),
        ("03/04/2026 14:15", "slashes", "2026-03-04 14:15:00"),
        ("3/4/2026 2:15 PM", "slashes", "2026-03-04 14:15:00"),
        ("12/31/2026 12:05 am", "slashes", "2026-12-31 00:05:00"),
        ("175928847299117063", "snowflake", "2016-04-30T11:18:25Z"),
        ("20041223033426", "stamp", "2004-12-23T03:34:26Z"),
        ("2026/03/04 02:15:09 PM UTC", "year_first", "2026-03-04T14:15:09Z"),
        ("2026/03/04 02:15:09 PM CST", "year_first", "2026-03-04T14:15:09-06:00"),
        ("2026/03/04 02:15:09 PM IST", "year_first", "2026-03-04 14:15:09"),
        ("2026/03/04 02:15:09 PM or so", "year_first", "2026/03/04 02:15:09 PM or so"),
        ("Mai 4, 2026 2:15 pm", "localised", "Mai 4, 2026 2:15 pm"),
        ("yesterday", "ctime", "yesterday"),
        ("", "iso", None),
    ],
    ids=str,
)
def test_a_moment_is_written_one_way_and_what_is_none_stays(
    text: str, form: str, expected: str | None
) -> None:
    assert written(text, form) == expected


def test_javascript_literals_are_read_as_a_browser_reads_them() -> None:
    text = "{ a: 'it\\'s', \"b\": [1, -2.5, 0x1F,], c: {d: true, e: undefined,}, // end\n f: '\\u00e9', }"
    value, end = javascript_value(text, 0)
    assert value == {"a": "it's", "b": ["1", "-2.5", "0x1F"], "c": {"d": True, "e": None}, "f": "é"}
    assert end == len(text)


@pytest.mark.parametrize(
    "text", ["{a 1}", "{a: }", "[1 2]", "{a: 1, a: 2}", "'x", "{", "f()"], ids=str
)
def test_a_broken_javascript_literal_is_not_guessed(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        javascript_value(text, 0)


def test_serialised_values_are_read_although_their_lengths_are_false() -> None:
    text = (
        'a:3:{s:4:"time";d:1336610793.7;s:7:"message";s:999:"say "hi"; then";s:4:"user";s:1:"bob";}'
    )
    assert unserialised(text) == {
        "time": "1336610793.7",
        "message": 'say "hi"; then',
        "user": "bob",
    }
    assert unserialised("a:1:{broken") is None
    assert unserialised("plain words") is None


def test_an_allow_list_lets_named_fields_through_and_nothing_else() -> None:
    value = {
        "id": "1",
        "from": {"id": "2", "email": "CANARY@example.org"},
        "message": {"nested": "CANARY"},
        "tags": [{"url": "u", "ip": "CANARY"}],
    }
    kept = pick(value, allow_list(["id", "from.id", "message", "tags.url"]))
    assert kept == {"id": "1", "from": {"id": "2"}, "message": None, "tags": [{"url": "u"}]}


def test_a_path_finds_elements_and_what_stands_around_them() -> None:
    entry = {"time": "5", "changes": [{"v": "a"}, {"v": "b"}]}
    value = {"entry": [entry], "m": {"x": {"n": "1"}}}
    found = [
        (element, around["entry[]"])
        for element, around in walk(value, steps("entry[].changes[]"), {})
    ]
    assert [element for element, _ in found] == [{"v": "a"}, {"v": "b"}]
    assert all(stood == entry for _, stood in found)
    assert [element for element, _ in walk(value, steps("m{}"), {})] == [{"n": "1"}]


HEADER = """/*
id = "made"
title = "Made"
platform = "other"
container = "csv"
brings = "rows"
cannot_prove = ["anything"]
sample = "none"
[[recognise]]
columns = ["A"]
[columns]
A = []
[[record]]
kind = "row"
fields = ["A"]
*/
-- fills: posts
select rec_row as row from raw
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('sample = "none"', "", "lacks sample"),
        ('sample = "none"', 'sample = "none"\ncolour = "red"', "unknown keys: colour"),
        ('id = "made"', 'id = "other"', "must be the name of the file"),
        ('container = "csv"', 'container = "xls"', "container must be one of"),
        ('kind = "row"', 'kind = "row"\nwher = {}', "unknown keys: wher"),
        ('fields = ["A"]', 'fields = ["A (moonphase)"]', "unknown form moonphase"),
        ("select rec_row", "delete from raw; select rec_row", "not one select"),
        ("-- fills: posts", "select 1\n-- fills: posts", "stands something"),
        ("/*", "--", "does not begin with a header"),
    ],
    ids=str,
)
def test_a_malformed_format_file_is_named_with_its_fault(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert read_format(put(tmp_path, "made.sql", HEADER)).title == "Made"
    with pytest.raises(UsageError, match=re.escape(said)) as caught:
        read_format(put(tmp_path, "made.sql", HEADER.replace(old, new, 1)))
    assert str(caught.value).startswith("made.sql")
