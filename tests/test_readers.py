"""What every reader owes, whichever platform: refusals by name, nothing lost, nothing extra read."""

from __future__ import annotations

import os
import re
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.readers import FileIgnored, recognise, records
from tests.platforms.harness import FORMATS, load, put
from tests.platforms.tweets import TWEET, archive, read, refusal, tweets

if TYPE_CHECKING:
    from pathlib import Path


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
    def peak(count: int) -> int:
        path = put(tmp_path, "tweets.js", archive(*[TWEET % (n, "z" * 400) for n in range(count)]))
        fmt = recognise(path, FORMATS)
        tracemalloc.start()
        assert sum(1 for _ in records(path, fmt)) == count
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(20_000) < 1.5 * peak(7_000)
