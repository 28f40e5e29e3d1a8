"""Files of any format: parts that repeat each other, clocks that change, letters and apostrophes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ecrl_audit import load as loading
from ecrl_audit.database import opened
from ecrl_audit.readers import mapped_formats, recognise, records, unread
from ecrl_audit.readers.times import written
from tests.platforms.harness import FORMATS, load, put
from tests.test_platform_mapping import MAPPING
from tests.test_platform_wordpress_logs import ACTIVITY
from tests.test_platform_zip import zipped

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.load import LoadReport

TOP = "this_profile's_activity_across_facebook"
SUITE = "Post ID,Page ID,Page name,Title,Description,Publish time,Permalink\n"


def taken_in(folder: Path, files: dict[str, str | bytes]) -> tuple[LoadReport, Path]:
    """Load an evidence folder made of these exports."""
    for name, content in files.items():
        put(folder / "e", f"exports/{name}", content)
    return loading.load(folder / "e", folder / "a.duckdb"), folder / "a.duckdb"


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with opened(database) as connection:
        return connection.execute(query).fetchall()


def part(folder: Path, number: int, *texts: str) -> bytes:
    """Return one part of a download: its own posts, and a file that every part repeats."""

    def posts(*said: str) -> str:
        return json.dumps([{"timestamp": 1782900000, "data": [{"post": text}]} for text in said])

    members: dict[str, str | bytes] = {f"{TOP}/posts/profile_posts_1.json": posts("everywhere")}
    if texts:
        members[f"{TOP}/posts/your_posts_{number}.json"] = posts(*texts)
    members[f"{TOP}/posts/media/{number}.jpg"] = b"\xff\xd8\xff"
    return zipped(folder, members, f"part-{number}.zip").read_bytes()


def test_what_the_parts_of_a_download_repeat_is_counted_once(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "fb/facebook-1.zip": part(tmp_path, 1),
        "fb/facebook-2.zip": part(tmp_path, 2, "one", "two"),
        "fb/facebook-3.zip": part(tmp_path, 3, "two"),
    }
    report, database = taken_in(tmp_path, parts)
    assert report.refused == ()
    assert [source.status for source in report.sources] == ["loaded"] * 3
    texts = rows(database, "select text from record_posts order by text")
    assert texts == [("everywhere",), ("one",), ("two",)]
    assert sum(s.seen for s in report.sources) == 6
    assert sum(s.loaded for s in report.sources) == 3
    assert sum(s.duplicate for s in report.sources) == 3


def test_the_same_post_of_two_exports_is_one_although_its_address_changed(tmp_path: Path) -> None:
    row = "1221,5,ECRL,,Look,07/04/2026 14:05,https://www.facebook.com/{}\n"
    files: dict[str, str | bytes] = {f"fb/{n}.csv": SUITE + row.format(n) for n in ("a", "b")}
    report, database = taken_in(tmp_path, files)
    assert [(s.loaded, s.duplicate) for s in report.sources] == [(1, 0), (0, 1)]
    assert rows(database, "select post from record_posts") == [("fb:1221",)]


def test_the_hours_of_the_change_are_marked_in_an_export_too(tmp_path: Path) -> None:
    clocks = {"1": "03/08/2026 02:30", "2": "11/01/2026 01:30", "3": "07/04/2026 14:05"}
    lines = "".join(f"{n},5,ECRL,,Look,{clock},https://f\n" for n, clock in clocks.items())
    _, database = taken_in(tmp_path, {"fb/a.csv": SUITE + lines})
    found = rows(
        database,
        "select post, posted_quality, posted_at < posted_until from record_posts order by post",
    )
    assert found == [
        ("fb:1", "nonexistent", True),
        ("fb:2", "ambiguous", True),
        ("fb:3", "zone_assumed", False),
    ]


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("07/04/2026 14:05", "2026-07-04T20:05:00Z"),
        ("01/04/2026 14:05", "2026-01-04T21:05:00Z"),
        ("11/01/2026 01:30", "2026-11-01T07:30:00Z/2026-11-01T08:30:00Z"),
        ("03/08/2026 02:30", "2026-03-08T08:30:00Z/2026-03-08T09:30:00Z"),
        ("99/99/2026 14:05", "99/99/2026 14:05"),
    ],
    ids=str,
)
def test_a_declared_zone_places_the_times_that_are_written_without_one(
    tmp_path: Path, local: str, expected: str
) -> None:
    path = put(tmp_path, "a.csv", SUITE + f"1,5,ECRL,,2026-07-04 14:05:00,{local},https://f\n")
    fmt = replace(recognise(path, FORMATS), zone="America/Denver")
    (record,) = records(path, fmt)
    assert (record.body["Publish time"], record.body["Description"]) == (
        expected,
        "2026-07-04 14:05:00",
    )


@pytest.mark.parametrize(
    ("line", "written_as", "expected"),
    [
        ('times   = { posted = "slashes" }', "07/04/2026 2:05 PM", "2026-07-04T20:05:00Z"),
        ("", "2026-07-04T14:05:00", "2026-07-04T20:05:00Z"),
        ("", "2026-07-04 14:05:00 -0700", "2026-07-04T14:05:00-07:00"),
        ("", "2026-07-04", "2026-07-04"),
        ("", "last week", "last week"),
    ],
    ids=str,
)
def test_a_declared_zone_places_the_times_of_a_mapped_file_too(
    tmp_path: Path, line: str, written_as: str, expected: str
) -> None:
    text = MAPPING.replace('times   = { posted = "slashes" }', line)
    (fmt,) = mapped_formats(put(tmp_path, "mapping.toml", text))
    row = (
        f"Record ID,Type,By,Captured,Content\n1,Comment,Visitor,{written_as},2026-07-04 14:05:00\n"
    )
    (record,) = records(put(tmp_path, "archive-1.csv", row), replace(fmt, zone="America/Denver"))
    assert (record.body["posted"], record.body["text"]) == (expected, "2026-07-04 14:05:00")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2026-07-04T10:00:00+0000", "iso"),
        ("1782900000", "unix"),
        ("2026-07-04 10:00:00", "utc"),
        ("2026-07-04", "iso"),
    ],
    ids=str,
)
def test_a_declared_zone_leaves_what_is_sure_already(text: str, form: str) -> None:
    assert written(text, form, "America/Denver") == written(text, form)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_unicode_in_any_form_with_any_line_ends_says_the_same(
    tmp_path: Path, encoding: str, ends: str
) -> None:
    text = (SUITE + '9,5,ECRL,,"Füchse – 狐",07/04/2026 14:05,https://f\n').replace("\n", ends)
    marked = "\ufeff" + text if encoding in ("utf-16-le", "utf-16-be") else text
    loaded = load(put(tmp_path, "a.csv", marked.encode(encoding)))
    assert loaded.column("posts", "text") == ["Füchse – 狐"]
    assert loaded.column("posts", "post") == ["fb:9"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"], ids=str)
def test_an_apostrophe_before_a_formula_goes_and_any_other_stays(
    tmp_path: Path, start: str
) -> None:
    rows_ = "".join(
        f'"2026/07/01 10:0{n}:00 AM",{user},1,Comments,post,x,Trashed\n'
        for n, user in enumerate([f"'{start}Maria", "'Maria", f"{start}Maria", "O'Neil"])
    )
    loaded = load(put(tmp_path, "activity.csv", ACTIVITY + rows_))
    assert loaded.column("actions", "login") == [
        f"{start}Maria",
        "'Maria",
        f"{start}Maria",
        "O'Neil",
    ]


def test_yearly_files_whose_columns_drift_are_read_each_by_its_own_names(tmp_path: Path) -> None:
    first = 'Record ID,Type,By,Captured,Content\n1,Comment,Visitor,07/04/2026 2:05 PM,"a"\n'
    second = "Content,NOTE: ids are texts,By,Captured,Record ID,Type\n"
    second += "b,,Visitor,07/05/2026 2:05 PM,2,Comment\n"
    put(tmp_path, "e/exports/fb/mapping.toml", MAPPING)
    files: dict[str, str | bytes] = {"fb/archive-2026.csv": first, "fb/archive-2027.csv": second}
    report, database = taken_in(tmp_path, files)
    assert report.refused == ()
    assert rows(database, "select post, text from record_posts order by post") == [
        ("1", "a"),
        ("2", "b"),
    ]


def test_a_part_that_is_a_zip_itself_is_named_among_what_is_left_unread(tmp_path: Path) -> None:
    posts = json.dumps([{"timestamp": 1, "data": [{"post": "x"}]}])
    inner = part(tmp_path, 1)
    path = zipped(tmp_path, {f"{TOP}/posts/profile_posts_1.json": posts, "part-2.zip": inner})
    loaded = load(path)
    assert loaded.column("posts", "text") == ["x"]
    assert [name for name, _ in unread(path, loaded.fmt)] == ["part-2.zip"]
