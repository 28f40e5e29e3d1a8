"""An archive unpacked into a folder, and a ZIP with members that are not read, through the load."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from ecrl_audit import load
from ecrl_audit.database import opened
from ecrl_audit.readers import account_beside
from tests.platforms.harness import FORMATS, put
from tests.platforms.harness import load as load_one

if TYPE_CHECKING:
    from pathlib import Path

TWEET = {
    "id_str": "11",
    "created_at": "Wed Jul 01 10:00:00 +0000 2026",
    "full_text": "Story time at ten",
}
TWEETS = "window.YTD.tweets.part0 = " + json.dumps([{"tweet": TWEET}])
ACCOUNT = "window.YTD.account.part0 = " + json.dumps(
    [{"account": {"accountId": "1", "username": "ECRLib", "email": "CANARY@example.org"}}]
)
MANIFEST = "window.__THAR_CONFIG = " + json.dumps(
    {
        "userInfo": {"accountId": "1", "userName": "ECRLibrary"},
        "archiveInfo": {"generationDate": "2026-10-02T03:33:17.295Z"},
        "dataTypes": {},
    }
)
(X_ARCHIVE,) = [fmt for fmt in FORMATS if fmt.id == "x_archive"]


@pytest.mark.parametrize(
    ("neighbours", "account"),
    [
        ({"account.js": ACCOUNT}, "ECRLib"),
        ({"manifest.js": MANIFEST}, "ECRLibrary"),
        ({"manifest.js": MANIFEST, "account.js": ACCOUNT}, "ECRLibrary"),
        ({"account.js": "window.YTD.account.part0 = [{"}, None),
        ({"account.js": "window.YTD.account.part0 = []"}, None),
        ({}, None),
    ],
    ids=["account", "manifest", "both", "broken", "empty", "neither"],
)
def test_a_loose_file_learns_its_account_from_the_files_beside_it(
    tmp_path: Path, neighbours: dict[str, str], account: str | None
) -> None:
    path = put(tmp_path, "tweets.js", TWEETS)
    for name, content in neighbours.items():
        put(tmp_path, name, content)
    assert account_beside(path, X_ARCHIVE) == account


def test_a_loose_file_without_neighbours_names_no_author(tmp_path: Path) -> None:
    path = put(tmp_path, "tweets.js", TWEETS)
    assert load_one(path).column("posts", "author") == [None]
    assert load_one(path, account="ECRLib").column("posts", "author") == ["ECRLib"]


def test_an_unpacked_archive_is_loaded_under_its_own_name(tmp_path: Path) -> None:
    for name, content in {"tweets.js": TWEETS, "account.js": ACCOUNT}.items():
        put(tmp_path, f"e/exports/x/data/{name}", content)
    assert load.load(tmp_path / "e", tmp_path / "a.duckdb").refused == ()
    with opened(tmp_path / "a.duckdb") as connection:
        rows = connection.execute("select author, post from record_posts").fetchall()
    assert rows == [("ECRLib", "x:11")]


def test_members_of_a_zip_that_are_left_unread_are_counted_by_reason(tmp_path: Path) -> None:
    path = put(tmp_path, "e/exports/x/archive.zip", b"")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/tweets.js", TWEETS)
        archive.writestr("data/direct-messages.js", "window.YTD.direct_messages.part0 = [{}]")
        archive.writestr("data/tweets_media/1.jpg", b"\xff\xd8\xff")
        archive.writestr("data/tweets_media/2.jpg", b"\xff\xd8\xff")
    (source,) = load.load(tmp_path / "e", tmp_path / "a.duckdb").sources
    assert source.status == "loaded"
    assert source.why == (
        "left unread in it: 2 x pictures and films of posts: not read;"
        " 1 x private messages are never read"
    )
