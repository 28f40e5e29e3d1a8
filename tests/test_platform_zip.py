"""A ZIP as evidence: its members in order, and every trick refused before anything is inflated."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import FileIgnored, recognise, unread
from tests.platforms.harness import FORMATS, everything, load, put
from tests.platforms.tweets import TWEET, archive, read, refusal, tweets

if TYPE_CHECKING:
    from pathlib import Path


def zipped(folder: Path, members: dict[str, str | bytes], name: str = "export.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for member, content in members.items():
            made.writestr(member, content)
    return path


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


def test_a_zip_damaged_anywhere_is_refused_or_reads_as_it_was(tmp_path: Path) -> None:
    whole = zipped(tmp_path, {"data/tweets.js": archive(*tweets(200))}, "whole.zip").read_bytes()
    expected = len(read(tmp_path / "whole.zip"))
    refused = 0
    for place in range(30, len(whole), 37):
        damaged = bytearray(whole)
        damaged[place] ^= 0x55
        path = put(tmp_path, "damaged.zip", bytes(damaged))
        try:
            assert len(read(path)) == expected
        except InputRefusedError:
            refused += 1
    assert refused > 20


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


def test_a_facebook_download_is_read_without_its_messages(tmp_path: Path) -> None:
    top = "this_profile's_activity_across_facebook"
    post = [{"timestamp": 1782900000, "data": [{"post": "Hello"}]}]
    path = zipped(
        tmp_path,
        {
            f"{top}/posts/profile_posts_1.json": json.dumps(post),
            f"{top}/messages/inbox/tom_1/message_1.json": '{"messages": [{"content": "CANARY"}]}',
            "logged_information/search/your_search_history.json": '{"searches_v2": ["CANARY"]}',
            f"{top}/posts/media/1.jpg": b"\xff\xd8\xff",
            "start_here.html": "<html>CANARY</html>",
        },
    )
    loaded = load(path)
    assert loaded.column("posts", "text") == ["Hello"]
    assert "CANARY" not in everything(loaded)
    reasons = dict(unread(path, loaded.fmt))
    assert (
        reasons[f"{top}/messages/inbox/tom_1/message_1.json"] == "private messages are never read"
    )
    assert len(reasons) == 4


def test_an_instagram_download_is_read_file_by_file(tmp_path: Path) -> None:
    block = {"title": "user_a", "string_list_data": [{"href": "h", "timestamp": 1782900000}]}
    folder = "connections/followers_and_following"
    path = zipped(
        tmp_path,
        {
            f"{folder}/blocked_profiles.json": json.dumps({"relationships_blocked_users": [block]}),
            f"{folder}/followers_1.json": '[{"string_list_data": [{"value": "CANARY"}]}]',
            "your_instagram_activity/messages/inbox/x/message_1.json": '{"messages": ["CANARY"]}',
        },
    )
    loaded = load(path)
    assert loaded.column("actions", "user") == ["ig:user_a"]
    assert "CANARY" not in everything(loaded)


def test_takeout_is_read_for_its_comments_only(tmp_path: Path) -> None:
    header = "Comment ID,Channel ID,Comment Create Timestamp,Price,Video ID,Comment Text"
    row = 'c1,UC1,2026-07-01T10:00:00+00:00,0,v1,"{""text"":""Hi""}"'
    top = "Takeout/YouTube and YouTube Music"
    path = zipped(
        tmp_path,
        {
            f"{top}/comments/comments.csv": f"{header}\n{row}\n",
            f"{top}/live chats/live chats.csv": "CANARY,1\n",
            f"{top}/subscriptions/subscriptions.csv": "Channel Id,Channel Url\nCANARY,x\n",
            f"{top}/history/watch-history.json": '[{"title": "CANARY"}]',
        },
    )
    loaded = load(path)
    assert loaded.column("posts", "post") == ["yt:c1"]
    assert len(unread(path, loaded.fmt)) == 3
    assert "CANARY" not in everything(loaded)


def test_the_viewer_in_an_unpacked_archive_is_left_unread(tmp_path: Path) -> None:
    viewer = tmp_path / "exports" / "x" / "twitter-2026" / "assets" / "js" / "main.js"
    viewer.parent.mkdir(parents=True)
    viewer.write_text("!function(){alert(1)}()", encoding="utf-8")
    with pytest.raises(FileIgnored, match="viewer"):
        recognise(viewer, FORMATS)
