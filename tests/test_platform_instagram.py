"""Instagram: every shape of the download, and the answers and events of its API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecrl_audit.readers import FileIgnored, recognise
from tests.platforms.harness import FORMATS, everything, load, put

if TYPE_CHECKING:
    from pathlib import Path

EXPORTED = "2026-10-01T12:00:00Z"
LINK = "https://www.instagram.com/user_a"
BLOCKED = {
    "2022": {
        "relationships_blocked_users": [
            {
                "title": "",
                "string_list_data": [{"href": LINK, "value": "user_a", "timestamp": 1782900000}],
            }
        ]
    },
    "2025": {
        "relationships_blocked_users": [
            {"title": "user_a", "string_list_data": [{"href": LINK, "timestamp": 1782900000}]}
        ]
    },
    "2026": {
        "timestamp": 1782900000,
        "media": [],
        "label_values": [
            {"label": "URL", "value": LINK},
            {"label": "Name", "value": "CANARY"},
            {"label": "Username", "value": "user_a"},
        ],
        "fbid": "17",
    },
    "2026 in German": {
        "timestamp": 1782900000,
        "label_values": [{"label": "Benutzername", "value": "user_a"}],
        "fbid": "17",
    },
    "address only": {
        "relationships_blocked_users": [
            {"title": "", "string_list_data": [{"href": LINK + "/?x=1", "timestamp": 1782900000}]}
        ]
    },
}


@pytest.mark.parametrize("shape", list(BLOCKED), ids=str)
def test_every_shape_of_the_blocked_list_gives_the_user_and_the_time(
    tmp_path: Path, shape: str
) -> None:
    path = put(tmp_path, "blocked_profiles.json", BLOCKED[shape])
    loaded = load(path, exported_at=EXPORTED)
    (act,) = loaded.rows("actions")
    assert (act["action"], act["user"], act["acted"]) == (
        "block",
        "ig:user_a",
        "2026-07-01T10:00:00Z",
    )
    (listed,) = loaded.rows("block_lists")
    assert (listed["user"], listed["checked"]) == ("ig:user_a", EXPORTED)
    assert "CANARY" not in everything(loaded)


def test_an_empty_blocked_list_is_a_row_without_a_user(tmp_path: Path) -> None:
    path = put(tmp_path, "blocked_accounts.json", {"relationships_blocked_users": []})
    (row,) = load(path, exported_at=EXPORTED).rows("block_lists")
    assert (row["row"], row.get("user")) == (0, None)


def test_posts_and_stories_have_their_letters_repaired(tmp_path: Path) -> None:
    title = "Gr\u00c3\u00bc\u00c3\u009fe"
    post = {"media": [{"uri": "m/1.jpg", "creation_timestamp": 5, "title": title}]}
    (row,) = load(put(tmp_path, "posts_1.json", [post])).rows("posts")
    assert (row["text"], row["author_kind"]) == ("Grüße", "staff")
    stories = {
        "ig_stories": [{"uri": "m/2.jpg", "creation_timestamp": 5, "title": "Caf\u00c3\u00a9"}]
    }
    assert load(put(tmp_path, "stories.json", stories)).column("posts", "text") == ["Café"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "post_comments_1.json",
            [{"string_map_data": {"Kommentar": {"value": "Ja"}, "Zeit": {"timestamp": 5}}}],
        ),
        (
            "reels_comments.json",
            {
                "comments_reels_comments": [
                    {"string_map_data": {"Comment": {"value": "Ja"}, "Time": {"timestamp": 5}}}
                ]
            },
        ),
        (
            "post_comments.json",
            [{"title": "x", "string_list_data": [{"value": "Ja", "timestamp": 5}]}],
        ),
    ],
    ids=["translated", "keyed", "older"],
)
def test_every_shape_of_own_comments_is_read(tmp_path: Path, name: str, content: object) -> None:
    (row,) = load(put(tmp_path, name, content)).rows("posts")
    assert (row["text"], row["posted"], row["author_kind"]) == (
        "Ja",
        "1970-01-01T00:00:05Z",
        "staff",
    )


def test_followers_and_messages_are_left_unread(tmp_path: Path) -> None:
    follower = [{"title": "", "media_list_data": [], "string_list_data": [{"href": LINK}]}]
    for name, content in {"followers_1.json": follower, "renamed.json": follower}.items():
        with pytest.raises(FileIgnored, match="follows"):
            recognise(put(tmp_path, name, content), FORMATS)


def test_answers_tell_hidden_comments_and_their_replies(tmp_path: Path) -> None:
    answer = {
        "data": [
            {
                "id": "1",
                "text": "One",
                "timestamp": "2026-07-01T10:00:00+0000",
                "username": "visitor",
                "hidden": True,
                "media": {"id": "m"},
                "replies": {
                    "data": [{"id": "2", "text": "Two", "timestamp": "2026-07-01T11:00:00+0000"}]
                },
            }
        ]
    }
    loaded = load(put(tmp_path, "comments.json", answer), exported_at=EXPORTED)
    rows = {row["post"]: row for row in loaded.rows("posts")}
    assert (rows["ig:1"]["author"], rows["ig:1"]["root"]) == ("ig:visitor", "ig:m")
    assert (rows["ig:2"]["parent"], rows["ig:2"]["root"]) == ("ig:1", "ig:m")
    assert loaded.column("sightings", "state") == ["hidden", "visible"]


def test_events_take_their_time_from_the_entry_and_know_the_account(tmp_path: Path) -> None:
    def event(author: str, comment: str) -> dict[str, object]:
        value = {
            "id": comment,
            "text": "x",
            "from": {"id": author, "username": "name"},
            "media": {"id": "m"},
        }
        change = {"field": "comments", "value": value}
        return {
            "object": "instagram",
            "entry": [{"id": "500", "time": 1782900000, "changes": [change]}],
        }

    loaded = load(put(tmp_path, "events.json", [event("500", "1"), event("9", "2")]))
    assert loaded.column("posts", "author_kind") == ["staff", "public"]
    assert loaded.column("posts", "posted") == ["2026-07-01T10:00:00Z"] * 2
