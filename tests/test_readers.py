"""What every reader owes, whichever platform: refusals by name, nothing lost, nothing extra read."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError, UsageError
from ecrl_audit.readers import FileIgnored, read_format, recognise, records, unread
from ecrl_audit.readers.javascript import javascript_value
from ecrl_audit.readers.paths import allow_list, pick, steps, walk
from ecrl_audit.readers.php import unserialised
from ecrl_audit.readers.times import written
from tests.platforms.harness import FORMATS, load

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.readers import Record

TWEET = (
    '{"tweet": {"id_str": "%s", "created_at": "Wed Aug 09 16:19:22 +0000 2023", "full_text": "%s"}}'
)


def archive(*bodies: str) -> str:
    return "window.YTD.tweets.part0 = [\n" + ",\n".join(bodies) + "\n]"


def tweets(count: int) -> list[str]:
    return [TWEET % (1000 + number, f"text {number}") for number in range(count)]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(folder: Path, members: dict[str, str | bytes], name: str = "export.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for member, content in members.items():
            made.writestr(member, content)
    return path


def read(path: Path) -> list[Record]:
    return list(records(path, recognise(path, FORMATS)))


def refusal(path: Path) -> str:
    with pytest.raises(InputRefusedError) as caught:
        read(path)
    assert caught.value.file.startswith(path.name)
    assert caught.value.what_to_do
    return str(caught.value)


def test_json_strings_of_any_plane_arrive_as_they_are(tmp_path: Path) -> None:
    path = put(tmp_path, "tweets.js", archive(TWEET % (1, r"\ud83c\udf05 Ünïcode \u4e2d")))
    assert read(path)[0].body["full_text"] == "🌅 Ünïcode 中"


def test_ids_beyond_what_a_float_holds_stay_exact_as_number_and_as_text(tmp_path: Path) -> None:
    number = TWEET.replace('"%s"', "%s", 1) % (9007199254740993, "a")
    path = put(tmp_path, "tweets.js", archive(number, TWEET % (9007199254740993, "b")))
    assert [record.body["id_str"] for record in read(path)] == ["9007199254740993"] * 2


def test_an_id_that_a_spreadsheet_damaged_is_set_aside(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, "tweets.js", archive(TWEET % ("9.00000E+15", "a"), *tweets(1))))
    assert loaded.flaws() == [(1, "it says '9.00000E+15': a number damaged by a spreadsheet")]
    assert loaded.column("posts", "post") == ["x:1000"]


def test_half_a_surrogate_pair_is_set_aside_and_its_neighbours_load(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, "tweets.js", archive(TWEET % (1, r"\ud83c"), *tweets(2))))
    assert [row for row, _ in loaded.flaws()] == [1]
    assert len(loaded.rows("posts")) == 2


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"], ids=str)
def test_a_word_that_is_no_number_refuses_plain_json(tmp_path: Path, word: str) -> None:
    body = TWEET % (1, "a")
    path = put(tmp_path, "tweets.json", f'[{body}, {body[:-2]}, "x": {word}}}}}]')
    assert f"{word} is not a number" in refusal(path)


def test_a_name_said_twice_differently_sets_the_record_aside_where_it_is_read(
    tmp_path: Path,
) -> None:
    read_twice = (TWEET % (1, "a")).replace('"full_text"', '"id_str": "2", "full_text"')
    same_twice = (TWEET % (3, "a")).replace('"full_text"', '"id_str": "3", "full_text"')
    left_twice = (TWEET % (4, "a")).replace('"full_text"', '"lang": "a", "lang": "b", "full_text"')
    path = put(tmp_path, "tweets.json", f"[{read_twice}, {same_twice}, {left_twice}]")
    loaded = load(path)
    assert loaded.flaws() == [(1, "it says id_str twice, differently")]
    assert loaded.column("posts", "post") == ["x:3", "x:4"]


def test_an_element_of_no_known_kind_is_set_aside_not_lost(tmp_path: Path) -> None:
    path = put(
        tmp_path, "tweets.js", archive(TWEET % (1, "a"), '{"tweet": {"no_id": 1}}', '"text"')
    )
    assert load(path).flaws() == [
        (2, "is of no kind that this format knows"),
        (3, "is of no kind that this format knows"),
    ]


def test_a_document_nested_without_end_is_refused_at_once(tmp_path: Path) -> None:
    path = put(tmp_path, "deep.json", "[" * 100_000)
    assert "nested too deeply" in refusal(path)


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.99], ids=str)
def test_a_file_cut_short_is_refused_with_the_place(tmp_path: Path, cut: float) -> None:
    whole = archive(*tweets(3000))
    path = put(tmp_path, "tweets.js", whole[: int(len(whole) * cut)])
    assert re.search(r"line \d+, column \d+", refusal(path))


def test_the_place_of_a_fault_is_its_line(tmp_path: Path) -> None:
    lines = archive(*tweets(40_000)).split("\n")
    lines[30_000] = lines[30_000].replace('"created_at":', '"created_at"')
    assert "line 30001," in refusal(put(tmp_path, "tweets.js", "\n".join(lines)))


def test_a_big_array_reads_the_same_as_its_parts_whatever_the_piece_ends_on(tmp_path: Path) -> None:
    bodies = [TWEET % (number, "x" * (number % 977)) for number in range(6000)]
    loaded = read(put(tmp_path, "tweets.js", archive(*bodies)))
    assert [record.body["id_str"] for record in loaded] == [str(n) for n in range(6000)]
    assert [len(str(record.body["full_text"])) for record in loaded] == [
        n % 977 for n in range(6000)
    ]


def test_an_element_bigger_than_a_piece_is_read_whole(tmp_path: Path) -> None:
    loaded = read(put(tmp_path, "tweets.js", archive(TWEET % (1, "y" * 5_000_000), *tweets(1))))
    assert [len(str(record.body["full_text"])) for record in loaded] == [5_000_000, 6]


def test_utf16_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    text = archive(TWEET % (1, "Käse"))
    for name, content in {"a.js": text.encode("utf-8-sig"), "b.js": text.encode("utf-16")}.items():
        assert read(put(tmp_path, name, content))[0].body["full_text"] == "Käse"


def test_a_byte_that_is_no_utf8_is_refused_and_read_when_declared(tmp_path: Path) -> None:
    path = put(tmp_path, "tweets.js", archive(TWEET % (1, "Käse")).encode("cp1252"))
    assert "is not utf-8 at byte" in refusal(path)
    fmt = recognise(put(tmp_path, "other.js", archive(*tweets(1))), FORMATS)
    assert next(records(path, fmt, encoding="cp1252")).body["full_text"] == "Käse"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("page.csv", b"<!DOCTYPE html><html><title>Log in</title>", "a login page (HTML)"),
        ("page.json", b"<html><body>hello", "a page of a web site (HTML)"),
        ("scan.csv", b"%PDF-1.7 ...", "is a PDF"),
        ("x.json", b"\x1f\x8b\x08\x00", "is a gzip file"),
        ("nothing.csv", b"", "is empty"),
        ("blank.json", b" \n\n ", "holds nothing"),
        ("old.csv", b"\xd0\xcf\x11\xe0rest", "old Office document"),
        (
            "error.json",
            b'{"error":{"message":"(#10) no","type":"OAuthException","code":10}}',
            "(#10) no",
        ),
        (
            "error.json",
            b'{"errors":[{"code":89,"message":"Invalid or expired token"}]}',
            "Invalid or",
        ),
        (
            "error.json",
            b'{"code":"rest_forbidden","message":"Sorry.","data":{"status":401}}',
            "Sorry.",
        ),
        ("empty.json", b'{"data": []}', "an empty answer"),
        ("nil.json", b"[]", "an empty answer"),
        ("other.csv", b"a,b,c\n1,2,3\n", "a header that no known export has: 'a,b,c'"),
        ("other.xml", b"<?xml version='1.0'?><feed/>", "XML of a kind that is not known"),
        ("other.json", b'{"cats": [{"name": "Tom"}]}', "JSON of no known shape"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_export_is_refused_by_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    assert said in refusal(put(tmp_path, name, content))


def test_links_pipes_devices_and_folders_are_refused_without_hanging(tmp_path: Path) -> None:
    (tmp_path / "link.js").symlink_to(put(tmp_path, "real.js", archive(*tweets(1))))
    (tmp_path / "loop.js").symlink_to(tmp_path / "loop.js")
    (tmp_path / "dangling.js").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.js").mkdir()
    os.mkfifo(tmp_path / "pipe.js")
    for name in ("link.js", "loop.js", "dangling.js", "folder.js", "pipe.js", "missing.js"):
        assert re.search("link|not a plain file|not there", refusal(tmp_path / name))


def test_members_are_read_in_order_with_rows_running_on(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        {
            "data/tweets.js": archive(*tweets(2)),
            "data/deleted-tweets.js": "window.YTD.deleted_tweets.part0 = ["
            + (TWEET % (7, "gone")).replace(
                '"full_text"', '"deleted_at": "2023-08-10", "full_text"'
            )
            + "]",
        },
    )
    found = [(record.row, record.member, record.body["id_str"]) for record in read(path)]
    assert found == [
        (1, "data/deleted-tweets.js", "7"),
        (2, "data/tweets.js", "1000"),
        (3, "data/tweets.js", "1001"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../out.js",
        "a/../../out.js",
        "/etc/x.js",
        "C:/x.js",
        "data\\x.js",
        "con.js",
        "n" * 250,
        "aux",
    ],
    ids=str,
)
def test_a_member_with_a_name_that_no_platform_writes_refuses_the_zip(
    tmp_path: Path, name: str
) -> None:
    before = set(tmp_path.parent.rglob("*"))
    path = zipped(tmp_path, {"data/tweets.js": archive(*tweets(1)), name: "x"})
    assert "has a name" in refusal(path)
    assert set(tmp_path.parent.rglob("*")) - before == {path}


def test_a_nul_in_the_name_of_a_member_refuses_the_zip(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"data/tweets.js": archive(*tweets(1)), "safe.jsXhidden": "x"})
    path.write_bytes(path.read_bytes().replace(b"safe.jsX", b"safe.js\0"))
    assert "has a name" in refusal(path)


def test_links_doubles_and_locks_refuse_the_zip(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("data/link.js")
    link.external_attr = 0o120777 << 16
    for name, entry in {"link": link, "twice": zipfile.ZipInfo("DATA/tweets.js")}.items():
        path = zipped(tmp_path, {"data/tweets.js": archive(*tweets(1))}, f"{name}.zip")
        with zipfile.ZipFile(path, "a") as more:
            more.writestr(entry, "/etc/passwd")
        assert re.search("is a link|two files named", refusal(path))
    locked = zipped(tmp_path, {"data/tweets.js": archive(*tweets(1))}, "locked.zip")
    content = bytearray(locked.read_bytes())
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(bytes(content))
    assert "locked with a password" in refusal(locked)


def test_a_bomb_a_false_size_and_a_damaged_member_are_refused(tmp_path: Path) -> None:
    bomb = zipped(tmp_path, {"data/tweets.js": archive(TWEET % (1, "0" * 30_000_000))}, "bomb.zip")
    assert "inflates more than 100 times" in refusal(bomb)
    whole = zipped(tmp_path, {"data/tweets.js": archive(*tweets(4000))}, "whole.zip").read_bytes()
    damaged = bytearray(whole)
    damaged[len(damaged) // 2] ^= 0xFF
    assert re.search("damaged|parse|utf-8", refusal(put(tmp_path, "damaged.zip", bytes(damaged))))
    assert "damaged ZIP" in refusal(put(tmp_path, "cut.zip", whole[: len(whole) // 2]))
    place = whole.rindex(b"PK\x01\x02") + 24
    lying = whole[:place] + (77).to_bytes(4, "little") + whole[place + 4 :]
    assert re.search("damaged|parse", refusal(put(tmp_path, "lying.zip", lying)))


def test_a_zip_in_a_zip_is_never_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("data/tweets.js", archive(*tweets(1)))
    path = zipped(tmp_path, {"part1.zip": inner.getvalue()})
    assert "no file is an export that is known" in refusal(path)


def test_a_zip_of_two_kinds_is_refused(tmp_path: Path) -> None:
    csv = "Post ID,Publish time,Permalink\n1,03/04/2026 10:00,https://x\n"
    path = zipped(tmp_path, {"data/tweets.js": archive(*tweets(1)), "content.csv": csv})
    assert "files of several kinds" in refusal(path)


def test_pictures_beside_posts_are_left_unread_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(FileIgnored, match="a picture"):
        recognise(put(tmp_path, "photo.jpg", b"\xff\xd8\xff\xe0rest"), FORMATS)


def test_progress_tells_the_bytes_read_so_far(tmp_path: Path) -> None:
    path = put(tmp_path, "tweets.js", archive(*tweets(30_000)))
    told: list[int] = []
    assert len(list(records(path, recognise(path, FORMATS), told.append))) == 30_000
    assert told == sorted(told)
    assert told[-1] == path.stat().st_size


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    import tracemalloc

    def peak(count: int) -> int:
        path = put(tmp_path, "tweets.js", archive(*[TWEET % (n, "z" * 400) for n in range(count)]))
        fmt = recognise(path, FORMATS)
        tracemalloc.start()
        assert sum(1 for _ in records(path, fmt)) == count
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(40_000) < 1.5 * peak(10_000)


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
        ("2026/03/04 02:15:09 PM CST", "year_first", "2026-03-04 14:15:09"),
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
    value = {"entry": [{"time": "5", "changes": [{"v": "a"}, {"v": "b"}]}], "m": {"x": {"n": "1"}}}
    found = [
        (element, around["entry[]"])
        for element, around in walk(value, steps("entry[].changes[]"), {})
    ]
    assert [element for element, _ in found] == [{"v": "a"}, {"v": "b"}]
    assert all(entry == value["entry"][0] for _, entry in found)
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


def test_what_a_zip_leaves_unread_is_listed_with_reasons(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        {
            "data/tweets.js": archive(*tweets(1)),
            "data/direct-messages.js": "window.YTD.direct_messages.part0 = [{}]",
            "data/tweets_media/1.jpg": b"\xff\xd8\xff",
        },
    )
    assert unread(path, recognise(path, FORMATS)) == [
        ("data/direct-messages.js", "private messages are never read"),
        ("data/tweets_media/1.jpg", "pictures and films of posts: not read"),
    ]
