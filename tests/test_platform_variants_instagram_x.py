"""Instagram and X: the shapes, labels and layouts of which no real file is at hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ecrl_audit import load as loading
from ecrl_audit.database import opened
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import FileIgnored, recognise
from tests.platforms.harness import FORMATS, everything, load, put
from tests.test_platform_x_api import EXPORTED, POST
from tests.test_platform_x_archive import archive, manifest, tweet, ytd
from tests.test_platform_zip import zipped

if TYPE_CHECKING:
    from pathlib import Path

LINK = "https://www.instagram.com/user_a"


def blocked(url_label: str, name_label: str) -> dict[str, object]:
    written = name_label.encode("utf-8").decode("latin-1")
    return {
        "timestamp": 1782900000,
        "media": [],
        "label_values": [
            {"label": url_label, "value": LINK},
            {"label": "Name", "value": "CANARY"},
            {"label": written, "value": "user_a"},
        ],
        "fbid": "17",
    }


@pytest.mark.parametrize(
    "labels",
    [
        ("URL", "Username"),
        ("URL", "Nom d’utilisateur"),
        ("URL", "Nome de usuário"),
        ("Länk", "Användarnamn"),
        ("リンク", "ユーザーネーム"),
    ],
    ids=["English", "French", "Portuguese", "Swedish", "Japanese"],
)
@pytest.mark.parametrize("as_list", [False, True], ids=["one", "list"])
def test_a_blocked_account_is_named_whatever_the_language_of_its_labels(
    tmp_path: Path, labels: tuple[str, str], *, as_list: bool
) -> None:
    entry = blocked(*labels)
    path = put(tmp_path, "blocked_profiles.json", [entry] if as_list else entry)
    loaded = load(path, exported_at=EXPORTED)
    assert loaded.column("block_lists", "user") == ["ig:user_a"]
    assert loaded.column("actions", "acted") == ["2026-07-01T10:00:00Z"]
    assert "CANARY" not in everything(loaded)


def test_a_block_without_a_name_is_never_read_as_an_empty_list(tmp_path: Path) -> None:
    entry = {"timestamp": 1782900000, "label_values": [{"label": "Namn", "value": "x"}]}
    loaded = load(put(tmp_path, "blocked_profiles.json", entry), exported_at=EXPORTED)
    assert loaded.rows("block_lists") == loaded.rows("actions") == []
    assert loaded.column("out_of_scope", "row") == [1]


@pytest.mark.parametrize(
    "content",
    [
        [{"media": [{"uri": "m/1.jpg", "creation_timestamp": 5, "title": "Hi"}]}],
        [
            {
                "title": "Hi",
                "creation_timestamp": 5,
                "media": [{"uri": "1", "creation_timestamp": 5}],
            }
        ],
        [{"uri": "m/1.jpg", "creation_timestamp": 5, "title": "Hi"}],
        {"media": [{"uri": "m/1.jpg", "creation_timestamp": 5, "title": "Hi"}]},
    ],
    ids=["array of media", "title above", "bare array", "media alone"],
)
def test_posts_are_read_in_every_shape(tmp_path: Path, content: object) -> None:
    (row,) = load(put(tmp_path, "posts_1.json", content)).rows("posts")
    assert (row["text"], row["posted"]) == ("Hi", "1970-01-01T00:00:05Z")


@pytest.mark.parametrize(
    ("said", "owner", "when"),
    [
        ("Comment", "Media Owner", "Time"),
        ("Comentário", "Proprietário da mídia", "Horário"),
        ("Commentaire", "Propriétaire du média", "Heure"),
        ("Commento", "Proprietario", "Ora"),
    ],
    ids=str,
)
@pytest.mark.parametrize("keyed", [True, False], ids=["keyed", "bare"])
def test_own_comments_are_read_under_translated_labels(
    tmp_path: Path, said: str, owner: str, when: str, *, keyed: bool
) -> None:
    fields = {said: {"value": "Yes"}, owner: {"value": "CANARY"}, when: {"timestamp": 5}}
    mapped = {name.encode().decode("latin-1"): value for name, value in fields.items()}
    entries = [{"media_list_data": [{"uri": ""}], "string_map_data": mapped}]
    content = {"comments_media_comments": entries} if keyed else entries
    loaded = load(put(tmp_path, "post_comments_1.json", content))
    (row,) = loaded.rows("posts")
    assert (row["text"], row["posted"]) == ("Yes", "1970-01-01T00:00:05Z")
    assert "CANARY" not in everything(loaded)


@pytest.mark.parametrize("start", ["<!DOCTYPE html><html>", "<html><head>"], ids=str)
def test_the_html_variant_is_refused_and_json_is_asked_for(tmp_path: Path, start: str) -> None:
    path = put(tmp_path, "blocked_profiles.html", f"{start}<body>Blocked Jul 1, 2026 5:00 am")
    with pytest.raises(InputRefusedError, match="HTML") as caught:
        recognise(path, FORMATS)
    assert "JSON" in caught.value.what_to_do
    with pytest.raises(InputRefusedError, match="HTML"):
        recognise(
            zipped(tmp_path, {"connections/blocked_profiles.html": path.read_bytes()}), FORMATS
        )


def test_a_big_archive_is_read_from_all_its_parts_and_counted_part_by_part(tmp_path: Path) -> None:
    about = json.loads(manifest(tweets=2).split("=", 1)[1])
    files = about["dataTypes"]["tweets"]["files"]
    files.append(
        {"fileName": "data/tweets-part1.js", "globalName": "YTD.tweets.part1", "count": "1"}
    )
    second = ytd("tweets", [{"tweet": tweet(3)}]).replace("part0", "part1")
    members = {
        "manifest.js": "window.__THAR_CONFIG = " + json.dumps(about),
        "tweets.js": ytd("tweets", [{"tweet": tweet(1)}, {"tweet": tweet(2)}]),
        "tweets-part1.js": second,
    }
    loaded = load(archive(tmp_path, members))
    assert sorted(loaded.column("posts", "post")) == ["x:1", "x:2", "x:3"]
    counts = {row["file"]: row["rows_declared"] for row in loaded.rows("declared_counts")}
    assert counts == {"data/tweets.js": "2", "data/tweets-part1.js": "1"}
    loose = put(tmp_path, "tweets-part1.js", second)
    assert load(loose).column("posts", "post") == ["x:3"]


def test_a_false_count_of_the_manifest_is_told_as_what_is_missing(tmp_path: Path) -> None:
    members = {"manifest.js": manifest(tweets=7), "tweets.js": ytd("tweets", [{"tweet": tweet(1)}])}
    (tmp_path / "e" / "exports" / "x").mkdir(parents=True)
    archive(tmp_path / "e" / "exports" / "x", members)
    loading.load(tmp_path / "e", tmp_path / "a.duckdb")
    with opened(tmp_path / "a.duckdb") as connection:
        declared = connection.execute("select file, rows_declared from declared_count").fetchall()
        read = connection.execute(
            "select * exclude (source_id) from member_count order by all"
        ).fetchall()
    assert declared == [("data/tweets.js", 7)]
    assert ("data/tweets.js", 1) in read


def test_old_deletions_are_read_and_the_smart_block_list_is_left(tmp_path: Path) -> None:
    old = tweet(7, "gone", deleted_at="Sun Jan 04 10:00:00 +0000 2026")
    loaded = load(archive(tmp_path, {"deleted-tweets.js": ytd("deleted_tweets", [{"tweet": old}])}))
    assert loaded.column("actions", "acted") == ["2026-01-04T10:00:00+00:00"]
    assert loaded.rows("coverage") == []
    smart = ytd("smartblock", [{"smartBlocking": {"accountId": "1"}}])
    with pytest.raises(FileIgnored, match="not among the files"):
        recognise(put(tmp_path, "smartblock.js", smart), FORMATS)


@pytest.mark.parametrize(
    ("withheld", "state"),
    [
        ({"copyright": True}, "hidden"),
        ({"copyright": True, "country_codes": ["XY"]}, "hidden"),
        ({"copyright": False, "country_codes": ["US", "DE"]}, "hidden"),
        ({"copyright": False, "country_codes": ["DE"]}, "visible"),
        ({"copyright": False, "country_codes": []}, "visible"),
    ],
    ids=str,
)
def test_a_post_withheld_where_the_library_is_was_not_in_view(
    tmp_path: Path, withheld: object, state: str
) -> None:
    path = put(tmp_path, "page.json", {"data": [{**POST, "withheld": withheld}]})
    assert load(path, exported_at=EXPORTED).column("sightings", "state") == [state]


def test_a_page_mixes_posts_quoted_posts_names_and_errors(tmp_path: Path) -> None:
    answer = {
        "data": [{**POST, "edit_history_tweet_ids": ["1", POST["id"]]}],
        "includes": {"users": [{"id": "77", "username": "visitor"}], "tweets": [{"id": "2"}]},
        "errors": [{"title": "Not Found Error", "type": "t"}],
    }
    for name, content in {"a.json": answer, "a.jsonl": json.dumps(answer) + "\n"}.items():
        loaded = load(put(tmp_path, name, content))
        assert loaded.column("posts", "author") == ["x:77"]
        assert len(loaded.rows("out_of_scope")) == 3


def test_an_event_of_compliance_that_hides_nothing_is_counted(tmp_path: Path) -> None:
    lines = [
        {"id": "5", "action": action, "created_at": "2026-07-01T10:00:00.000Z", "reason": "x"}
        for action in ("delete", "undelete")
    ]
    loaded = load(put(tmp_path, "job.jsonl", "\n".join(json.dumps(line) for line in lines)))
    assert loaded.column("sightings", "post") == ["x:5"]
    assert loaded.column("out_of_scope", "row") == [2]
