"""Facebook: the download, the answers of the Graph API, and the log of page events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ecrl_audit.readers import FileIgnored, recognise
from tests.platforms.harness import FORMATS, everything, load, put

if TYPE_CHECKING:
    from pathlib import Path

EXPORTED = "2026-10-01T12:00:00Z"
PAGE = "500"


def event(verb: str, item: str = "comment", sender: str = "77", **more: object) -> dict[str, Any]:
    value = {"item": item, "verb": verb, "comment_id": "10_20", "post_id": f"{PAGE}_10", **more}
    change = {"field": "feed", "value": {**value, "from": {"id": sender, "name": "CANARY"}}}
    return {
        "object": "page",
        "entry": [{"id": PAGE, "time": 1782900000, "changes": [change]}],
    }


def test_the_download_gives_posts_with_their_letters_repaired(tmp_path: Path) -> None:
    posts = [
        {
            "timestamp": 1782900000,
            "title": "CANARY wrote to Bob",
            "data": [{"post": "CafÃ© am See"}],
        },
        {
            "timestamp": 1782900060,
            "attachments": [{"data": [{"external_context": {"url": "https://ecrlib.org/a;b"}}]}],
        },
    ]
    loaded = load(put(tmp_path, "profile_posts_1.json", posts), exported_at=EXPORTED)
    first, second = loaded.rows("posts")
    assert (first["text"], first["author_kind"], first["posted"]) == (
        "Café am See",
        "staff",
        "2026-07-01T10:00:00Z",
    )
    assert second["links"] == "https://ecrlib.org/a%3Bb"
    assert first["post"].startswith("fb:dyi:20260701T100000-")
    assert loaded.column("sightings", "state") == ["visible", "visible"]
    assert "CANARY" not in everything(loaded)


def test_two_posts_of_one_second_have_two_ids_and_the_same_post_has_one(tmp_path: Path) -> None:
    posts = [{"timestamp": 1, "data": [{"post": text}]} for text in ("a", "b", "a")]
    ids = load(put(tmp_path, "your_posts_1.json", posts)).column("posts", "post")
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"videos_v2": [{"creation_timestamp": 5, "title": "Film", "uri": "m/1.mp4"}]}, "Film"),
        (
            {"your_events_v2": [{"name": "Fest", "create_timestamp": 5, "description": "Komm"}]},
            "Fest\nKomm",
        ),
        (
            {
                "name": "Album",
                "photos": [{"creation_timestamp": 5, "uri": "u", "description": "Bild"}],
            },
            "Bild",
        ),
        (
            [
                {
                    "timestamp": 5,
                    "fbid": "9",
                    "label_values": [{"label": "Nachricht", "value": "Hallo"}],
                }
            ],
            "Hallo",
        ),
        (
            {
                "comments_v2": [
                    {"timestamp": 5, "data": [{"comment": {"timestamp": 5, "comment": "Ja"}}]}
                ]
            },
            "Ja",
        ),
    ],
    ids=["films", "events", "album", "labels", "comments"],
)
def test_every_shape_of_the_download_is_read(tmp_path: Path, content: object, text: str) -> None:
    (row,) = load(put(tmp_path, "file.json", content)).rows("posts")
    assert (row["text"], row["posted"]) == (text, "1970-01-01T00:00:05Z")


def test_private_messages_of_the_download_are_left_unread_whatever_their_name(
    tmp_path: Path,
) -> None:
    messages = {"participants": [{"name": "A"}], "messages": [{"sender_name": "A", "content": "x"}]}
    for name in ("message_1.json", "renamed.json"):
        with pytest.raises(FileIgnored, match="private messages"):
            recognise(put(tmp_path, name, messages), FORMATS)


COMMENT = {
    "id": "10_20",
    "created_time": "2026-07-01T11:00:00+0000",
    "message": "Theirs",
    "from": {"id": "77"},
    "is_hidden": True,
}
POST = {
    "id": f"{PAGE}_10",
    "created_time": "2026-07-01T10:00:00+0000",
    "updated_time": "2026-07-01T10:00:00+0000",
    "message": "Ours",
    "from": {"id": PAGE},
    "comments": {"data": [COMMENT]},
}


def test_a_feed_tells_the_page_from_its_visitors_and_hidden_from_visible(tmp_path: Path) -> None:
    feed = {"data": [POST], "paging": {"next": "https://graph/?access_token=CANARY"}}
    loaded = load(put(tmp_path, "feed.json", feed), exported_at=EXPORTED)
    rows = {row["post"]: row for row in loaded.rows("posts")}
    assert rows[f"fb:{PAGE}_10"]["author_kind"] == "staff"
    theirs = rows["fb:10_20"]
    assert (theirs["author_kind"], theirs["author"]) == ("public", "fb:77")
    assert (theirs["parent"], theirs["posted"]) == (f"fb:{PAGE}_10", "2026-07-01T11:00:00+00:00")
    seen = {row["post"]: row["state"] for row in loaded.rows("sightings")}
    assert seen == {f"fb:{PAGE}_10": "visible", "fb:10_20": "hidden"}
    assert "CANARY" not in everything(loaded)


def test_people_with_tasks_and_roles_are_a_check_that_is_never_complete(tmp_path: Path) -> None:
    tasks = {
        "data": [
            {"id": "1", "name": "CANARY", "tasks": ["ANALYZE", "MANAGE"]},
            {"id": "2", "name": "CANARY", "tasks": ["MODERATE", "CREATE_CONTENT"]},
            {"id": "3", "name": "CANARY", "tasks": ["ANALYZE"]},
        ]
    }
    loaded = load(put(tmp_path, "assigned_users.json", tasks), exported_at=EXPORTED)
    assert [(r["login"], r["level"], r["complete"]) for r in loaded.rows("access_checks")] == [
        ("fb:1", "full", "no"),
        ("fb:2", "partial", "no"),
        ("fb:3", "insights", "no"),
    ]
    roles = {"data": [{"id": "4", "name": "x", "role": "Moderator"}]}
    loaded = load(put(tmp_path, "roles.json", roles), exported_at=EXPORTED)
    assert loaded.column("access_checks", "level") == ["community"]
    assert "CANARY" not in everything(loaded)


def test_the_blocked_are_a_list_without_dates_and_an_empty_list_says_so(tmp_path: Path) -> None:
    some = put(tmp_path, "blocked.json", {"data": [{"id": "9", "name": "N"}]})
    (row,) = load(some, exported_at=EXPORTED).rows("block_lists")
    assert (row["user"], row["checked"]) == ("fb:9", EXPORTED)
    none = put(tmp_path, "blocked.json", {"data": []})
    (row,) = load(none, exported_at=EXPORTED).rows("block_lists")
    assert (row["row"], row.get("user")) == (0, None)


def test_hiding_is_an_act_of_the_page_and_removing_a_visitors_comment_is_none(
    tmp_path: Path,
) -> None:
    log = [event("add", message="Hi", created_time=1782900000), event("hide"), event("remove")]
    loaded = load(put(tmp_path, "events.json", log))
    assert [(r["action"], r["post"], r["source"]) for r in loaded.rows("actions")] == [
        ("hide", "fb:10_20", "staff")
    ]
    assert all("login" not in row for row in loaded.rows("actions"))
    assert loaded.column("sightings", "state") == ["visible", "hidden", "absent"]
    (post,) = loaded.rows("posts")
    assert (post["author"], post["parent"], post["text"]) == ("fb:77", f"fb:{PAGE}_10", "Hi")
    assert "CANARY" not in everything(loaded)


def test_the_page_removing_its_own_post_is_an_act(tmp_path: Path) -> None:
    (act,) = load(put(tmp_path, "e.json", event("remove", sender=PAGE))).rows("actions")
    assert (act["action"], act["acted"]) == ("delete", "2026-07-01T10:00:00Z")


def test_edits_are_numbered_from_the_second_text_on(tmp_path: Path) -> None:
    log = [event("edited", message="b"), event("edit", message="c")]
    rows = load(put(tmp_path, "events.json", log)).rows("revisions")
    assert [(row["revision"], row["text"]) for row in rows] == [("2", "b"), ("3", "c")]


def test_ids_as_numbers_and_as_text_are_the_same(tmp_path: Path) -> None:
    number = event("hide", comment_id=10203040506070809)
    text = event("hide", comment_id="10203040506070809")
    loaded = load(put(tmp_path, "events.json", [number, text]))
    assert set(loaded.column("actions", "post")) == {"fb:10203040506070809"}


def test_a_log_covers_only_what_the_library_declares(tmp_path: Path) -> None:
    path = put(tmp_path, "events.json", [event("hide")])
    assert load(path).rows("coverage") == []
    loaded = load(path, covers_from="2026-07-01", covers_to="2026-09-30")
    assert loaded.column("coverage", "source") == ["actions", "posts"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (event("add", item="reaction"), "a reaction, not a post"),
        (event("mute", item="video"), "neither written, changed, hidden nor removed: mute"),
    ],
    ids=["reaction", "mute"],
)
def test_other_events_are_counted_with_a_reason(tmp_path: Path, change: object, why: str) -> None:
    assert load(put(tmp_path, "e.json", change)).column("out_of_scope", "why") == [why]


def test_messages_that_a_log_carries_are_left_unread(tmp_path: Path) -> None:
    log = {"object": "page", "entry": [{"id": PAGE, "messaging": [{"message": {"text": "x"}}]}]}
    with pytest.raises(FileIgnored, match="private messages"):
        recognise(put(tmp_path, "log.json", log), FORMATS)
