"""The X archive: its two layouts, its two dialects, and its own counts."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.readers import FileIgnored, exported_beside, recognise
from tests.platforms.harness import CORPUS, FORMATS, everything, load

if TYPE_CHECKING:
    from pathlib import Path

X = CORPUS / "x"
needs_corpus = pytest.mark.skipif(not X.is_dir(), reason="the samples are not beside the checkout")
MADE_AT = "2026-10-02T03:33:17.295Z"


def tweet(number: int, text: str = "hello", **more: object) -> dict[str, object]:
    return {
        "id_str": str(number),
        "created_at": "Wed Jul 01 16:19:22 +0000 2026",
        "full_text": text,
        "entities": {"urls": [{"expanded_url": "https://example.org/a;b"}]},
        **more,
    }


def ytd(name: str, elements: list[object]) -> str:
    return f"window.YTD.{name}.part0 = " + json.dumps(elements, indent=2)


def manifest(**counts: int) -> str:
    types = {
        name: {
            "files": [
                {
                    "fileName": f"data/{name.replace('_', '-')}.js",
                    "globalName": f"YTD.{name}.part0",
                    "count": str(count),
                }
            ]
        }
        for name, count in counts.items()
    }
    about = {
        "userInfo": {"accountId": "1", "userName": "ECRLib", "displayName": "ECRL"},
        "archiveInfo": {"generationDate": MADE_AT, "isPartialArchive": False},
        "dataTypes": types,
    }
    return "window.__THAR_CONFIG = " + json.dumps(about)


def archive(folder: Path, members: dict[str, str], inside: str = "data/") -> Path:
    path = folder / "archive.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(inside + name, content)
    return path


@needs_corpus
def test_what_is_read_of_the_published_archive_agrees_with_its_manifest() -> None:
    text = (X / "archive_org" / "manifest.js").read_text(encoding="utf-8")
    about = json.loads(text.split("=", 1)[1])
    declared = {
        file["fileName"]: int(file["count"])
        for kind in about["dataTypes"].values()
        for file in kind.get("files", [])
    }
    loaded = load(X / "archive_org" / "manifest.js")
    assert loaded.kinds() == {"declared": len(declared), "manifest": 1}
    counts = {row["file"]: int(row["rows_declared"]) for row in loaded.rows("declared_counts")}
    assert counts.items() <= declared.items()
    for name in ("account.js", "screen-name-change.js"):
        seen = sum(record.row > 0 for record in load(X / "archive_org" / name).records)
        assert seen == declared[f"data/{name}"] == counts[f"data/{name}"]
    emptied = load(X / "archive_org" / "block.js")
    assert (emptied.records[0].row, counts["data/block.js"]) == (0, 145)


@needs_corpus
@pytest.mark.parametrize(
    "name", ["mock_tweets.js", "mock_tweets.json", "mock_deleted_tweets.js"], ids=str
)
def test_both_dialects_of_the_made_archive_give_every_post(name: str) -> None:
    text = (X / "archive_synthetic" / name).read_text(encoding="utf-8")
    counted = len(re.findall(r'"tweet": \{', text))
    assert len(load(X / "archive_synthetic" / name).rows("posts")) == counted > 1


def test_posts_deletions_and_blocks_of_a_zip(tmp_path: Path) -> None:
    deleted = tweet(7, "gone", deleted_at="Thu Jul 02 10:00:00 +0000 2026")
    path = archive(
        tmp_path,
        {
            "manifest.js": manifest(tweets=1, deleted_tweets=1, block=1, ageinfo=1),
            "tweets.js": ytd("tweets", [{"tweet": tweet(1, in_reply_to_status_id_str="55")}]),
            "deleted-tweets.js": ytd("deleted_tweets", [{"tweet": deleted}]),
            "block.js": ytd("block", [{"blocking": {"accountId": "99", "userLink": "https://x"}}]),
        },
    )
    loaded = load(path)
    posts = {row["post"]: row for row in loaded.rows("posts")}
    assert posts["x:1"]["posted"] == "2026-07-01T16:19:22+00:00"
    assert (posts["x:1"]["author_kind"], posts["x:1"]["author"]) == ("staff", "ECRLib")
    assert (posts["x:1"]["parent"], posts["x:1"]["links"]) == ("x:55", "https://example.org/a%3Bb")
    seen = {row["post"]: (row["state"], row["seen"]) for row in loaded.rows("sightings")}
    assert seen == {"x:1": ("visible", MADE_AT), "x:7": ("absent", "2026-07-02T10:00:00+00:00")}
    (act,) = loaded.rows("actions")
    assert (act["action_no"], act["action"], act["login"]) == ("x:7:delete", "delete", "ECRLib")
    (block,) = loaded.rows("block_lists")
    assert (block["user"], block["checked"]) == ("x:99", MADE_AT)
    assert len(loaded.rows("declared_counts")) == 3


def test_the_layout_of_2019_has_its_files_beside_each_other(tmp_path: Path) -> None:
    path = archive(
        tmp_path,
        {
            "tweet.js": "window.YTD.tweet.part0 = [ " + json.dumps(tweet(1)) + " ]",
            "account.js": ytd("account", [{"account": {"accountId": "1", "username": "old_name"}}]),
            "direct-message.js": ytd("direct_message", [{"text": "CANARY"}]),
        },
        inside="",
    )
    loaded = load(path)
    assert [(row["post"], row["author"]) for row in loaded.rows("posts")] == [("x:1", "old_name")]
    assert "CANARY" not in everything(loaded)


def test_a_file_reformatted_as_javascript_reads_the_same(tmp_path: Path) -> None:
    plain, dressed = tmp_path / "tweets.js", tmp_path / "tweets-part2.js"
    elements = [{"tweet": tweet(number)} for number in range(3)]
    plain.write_text(ytd("tweets", list(elements)), encoding="utf-8")
    text = re.sub(r'"(\w+)":', r"\1:", ytd("tweets", list(elements)))
    text = re.sub(r"([\]}])(\s*[\]}])", r"\1,\2", text) + ";\n"
    dressed.write_text(text, encoding="utf-8")
    assert "{\n      id_str:" in text.replace("tweet: ", "")
    assert load(dressed).rows("posts") == load(plain).rows("posts")


def test_both_ways_of_writing_the_time_of_a_deletion_are_read(tmp_path: Path) -> None:
    times = ["Thu Jul 02 10:00:00 +0000 2026", "2026-07-02T10:00:00.000Z"]
    path = tmp_path / "deleted-tweets.js"
    path.write_text(
        ytd("deleted_tweets", [{"tweet": tweet(n, deleted_at=t)} for n, t in enumerate(times)]),
        encoding="utf-8",
    )
    assert load(path).column("actions", "acted") == [
        "2026-07-02T10:00:00+00:00",
        "2026-07-02T10:00:00.000Z",
    ]


def test_headers_of_deleted_posts_are_acts_without_text(tmp_path: Path) -> None:
    header = {"tweet_id": "7", "created_at": "Wed Jul 01 16:19:22 +0000 2026", "user_id": "1"}
    path = tmp_path / "deleted-tweet-headers.js"
    entry = {"tweet": {**header, "deleted_at": "Thu Jul 02 10:00:00 +0000 2026"}}
    path.write_text(ytd("deleted_tweet_headers", [entry]), encoding="utf-8")
    loaded = load(path)
    assert loaded.column("actions", "action_no") == ["x:7:delete"]
    assert loaded.rows("posts") == []


def test_an_empty_block_list_is_a_row_without_a_user_unless_the_manifest_counts_blocks(
    tmp_path: Path,
) -> None:
    empty = ytd("block", [])
    honest = archive(tmp_path, {"manifest.js": manifest(block=0), "block.js": empty})
    (row,) = load(honest).rows("block_lists")
    assert (row["row"], row["checked"], row.get("user")) == (0, MADE_AT, None)
    emptied = archive(tmp_path, {"manifest.js": manifest(block=145), "block.js": empty})
    assert load(emptied).rows("block_lists") == []


def test_changes_of_name_and_applications_are_changes_of_access(tmp_path: Path) -> None:
    change = {"changedAt": "2026-07-30T05:02:18.000Z", "changedFrom": "old", "changedTo": "new"}
    application = {
        "name": "Scheduler",
        "id": "12",
        "permissions": ["read", "write"],
        "approvedAt": "2026-07-31T05:02:18.000Z",
    }
    names = [{"screenNameChange": {"accountId": "1", "screenNameChange": change}}]
    path = archive(
        tmp_path,
        {
            "screen-name-change.js": ytd("screen_name_change", list(names)),
            "connected-application.js": ytd(
                "connected_application", [{"connectedApplication": application}]
            ),
        },
    )
    rows = {row["change"]: row for row in load(path).rows("access_changes")}
    assert (rows["rename"]["old_level"], rows["rename"]["new_level"]) == ("old", "new")
    assert (rows["grant"]["login"], rows["grant"]["new_level"]) == ("x:app:12", "read and write")


def test_own_posts_give_coverage_only_where_the_library_declares_it(tmp_path: Path) -> None:
    path = archive(tmp_path, {"tweets.js": ytd("tweets", [{"tweet": tweet(1)}])})
    assert load(path).rows("coverage") == []
    (row,) = load(path, covers_from="2026-07-01", covers_to="2026-09-30").rows("coverage")
    assert (row["source"], row["covers_from"], row["covers_to"]) == (
        "posts",
        "2026-07-01",
        "2026-09-30",
    )


def test_an_unpacked_archive_knows_its_day_from_the_manifest_beside_it(tmp_path: Path) -> None:
    (tmp_path / "manifest.js").write_text(manifest(block=1), encoding="utf-8")
    path = tmp_path / "block.js"
    path.write_text(ytd("block", [{"blocking": {"accountId": "9"}}]), encoding="utf-8")
    assert exported_beside(path, FORMATS) == MADE_AT
    (row,) = load(path, exported_at=MADE_AT).rows("block_lists")
    assert row["checked"] == MADE_AT


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("direct-messages.js", ytd("direct_messages", [{"text": "CANARY"}])),
        ("renamed.js", ytd("direct_messages_group", [{"text": "CANARY"}])),
        ("ip-audit.js", ytd("ip_audit", [{"ip": "CANARY"}])),
        ("ageinfo.js", ytd("ageinfo", [{"age": "CANARY"}])),
    ],
    ids=["messages", "renamed", "addresses", "other"],
)
def test_private_files_are_left_unread_by_name_and_by_content(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileIgnored):
        recognise(path, FORMATS)


def test_mail_addresses_and_telephones_of_the_account_are_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "account.js"
    account = {"email": "CANARY@x", "phoneNumber": "CANARY", "accountId": "1", "username": "u"}
    path.write_text(ytd("account", [{"account": account}]), encoding="utf-8")
    assert "CANARY" not in everything(load(path))
