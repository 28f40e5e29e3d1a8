"""Facebook: the shapes, names, labels and verbs of which no real file is at hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import FileIgnored, recognise, unread
from tests.platforms.harness import FORMATS, everything, load, put
from tests.test_platform_facebook import EXPORTED, PAGE, event
from tests.test_platform_zip import zipped

if TYPE_CHECKING:
    from pathlib import Path

TOP = "this_profile's_activity_across_facebook/posts"
POSTS = [{"timestamp": 1782900000, "data": [{"post": "Story time"}]}]


def as_written(text: str) -> str:
    """Return a text as the download writes it: each byte of its UTF-8 as one letter."""
    return text.encode("utf-8").decode("latin-1")


@pytest.mark.parametrize(
    "name",
    [
        f"{TOP}/profile_posts_1.json",
        f"{TOP}/profile_posts_12.json",
        "posts/your_posts_1.json",
        "posts/your_posts__check_ins__photos_and_videos_1.json",
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json",
    ],
    ids=str,
)
def test_the_file_of_posts_is_read_under_every_name_loose_and_zipped(
    tmp_path: Path, name: str
) -> None:
    loose = load(put(tmp_path, name.rsplit("/", 1)[-1], POSTS))
    packed = load(zipped(tmp_path, {name: json.dumps(POSTS)}))
    assert loose.rows("posts") == packed.rows("posts")
    assert loose.column("posts", "text") == ["Story time"]


@pytest.mark.parametrize("suffix", ["", "_v2", "_v3"], ids=["none", "v2", "v3"])
@pytest.mark.parametrize(
    ("key", "entry", "text"),
    [
        ("comments", {"timestamp": 5, "data": [{"comment": {"comment": "Yes"}}]}, "Yes"),
        ("videos", {"creation_timestamp": 5, "title": "Film", "uri": "m/1.mp4"}, "Film"),
        (
            "your_events",
            {"name": "Fair", "create_timestamp": 5, "description": "Come"},
            "Fair\nCome",
        ),
    ],
    ids=["comments", "films", "events"],
)
def test_keys_are_read_with_every_version_suffix(
    tmp_path: Path, key: str, entry: object, text: str, suffix: str
) -> None:
    (row,) = load(put(tmp_path, "file.json", {f"{key}{suffix}": [entry]})).rows("posts")
    assert (row["text"], row["posted"]) == (text, "1970-01-01T00:00:05Z")


@pytest.mark.parametrize(
    "label", ["Message", "Descripción", "Descrição", "Beschreibung", "Commentaire"], ids=str
)
def test_labels_are_known_in_the_language_of_the_screen_as_the_download_writes_them(
    tmp_path: Path, label: str
) -> None:
    post = {
        "timestamp": 1782900000,
        "media": [{"uri": "m/1.jpg", "creation_timestamp": 1782900000}],
        "label_values": [
            {"label": "Added on", "timestamp_value": 1782900000},
            {"label": "Place", "dict": [{"label": "Name", "value": "CANARY"}]},
            {"label": as_written(label), "value": as_written("Grüße")},
        ],
        "fbid": "122100000000000001",
    }
    loaded = load(put(tmp_path, "your_posts_1.json", [post]))
    (row,) = loaded.rows("posts")
    assert (row["post"], row["text"]) == ("fb:122100000000000001", "Grüße")
    assert "CANARY" not in everything(loaded)


def test_letters_are_repaired_in_the_download_only(tmp_path: Path) -> None:
    legitimate = "Ã© is how é looks when misread"
    answer = {
        "data": [
            {"id": f"{PAGE}_1", "created_time": "2026-07-01T10:00:00+0000", "message": "CafÃ©"}
        ]
    }
    assert load(put(tmp_path, "feed.json", answer)).column("posts", "text") == ["CafÃ©"]
    log = event("add", message=legitimate, created_time=1782900000)
    assert load(put(tmp_path, "log.json", log)).column("posts", "text") == [legitimate]
    posts = [
        {"timestamp": 1, "data": [{"post": text}]} for text in (as_written(legitimate), "日本 é")
    ]
    loaded = load(put(tmp_path, "your_posts_1.json", posts))
    assert loaded.column("posts", "text") == [legitimate, "日本 é"]


def test_absurd_times_of_a_picture_do_no_harm(tmp_path: Path) -> None:
    exif = {"photo_metadata": {"exif_data": [{"taken_timestamp": -62169984000}]}}
    post = {
        "timestamp": 1782900000,
        "data": [{"post": "Fair"}],
        "attachments": [{"data": [{"media": {"uri": "m/1.jpg", "media_metadata": exif}}]}],
    }
    assert load(put(tmp_path, "your_posts_1.json", [post])).column("posts", "text") == ["Fair"]
    times = (-62169984000, 5)
    photos = [{"creation_timestamp": t, "uri": "u", "description": str(t)} for t in times]
    album = load(put(tmp_path, "0.json", {"name": "Album", "photos": photos}))
    assert album.column("posts", "text") == ["5"]
    assert len(album.flaws()) == 1


def test_the_day_of_an_event_is_not_the_day_it_was_posted(tmp_path: Path) -> None:
    event_ahead = {"name": "Fair", "start_timestamp": 1800000000, "description": "Come"}
    (row,) = load(put(tmp_path, "e.json", {"your_events_v2": [event_ahead]})).rows("posts")
    assert "posted" not in row


def test_tags_stay_as_they_are_and_the_sentence_about_others_is_left(tmp_path: Path) -> None:
    text = "Thanks @[100:274:The Friends]"
    comment = {"timestamp": 5, "comment": text, "author": "ECRL", "group": "CANARY"}
    entry = {"timestamp": 5, "data": [{"comment": comment}], "title": "ECRL replied to CANARY."}
    loaded = load(put(tmp_path, "comments.json", {"comments_v2": [entry]}))
    assert loaded.column("posts", "text") == [text]
    assert "CANARY" not in everything(loaded)


def test_the_dashboard_is_left_unread_with_a_reason_loose_and_zipped(tmp_path: Path) -> None:
    content = {"prodash_activity": [{"page_name": "ECRL"}]}
    name = "your_professional_dashboard_activity.json"
    with pytest.raises(FileIgnored, match="not known well enough"):
        recognise(put(tmp_path, name, content), FORMATS)
    place = f"logged_information/professional_dashboard/{name}"
    path = zipped(
        tmp_path, {place: json.dumps(content), f"{TOP}/profile_posts_1.json": json.dumps(POSTS)}
    )
    assert dict(unread(path, recognise(path, FORMATS)))[place]


@pytest.mark.parametrize(
    ("entry", "level"),
    [
        ({"role": "Admin"}, "full"),
        ({"role": "Editor"}, "partial"),
        ({"role": "Moderator"}, "community"),
        ({"role": "Advertiser"}, "ads"),
        ({"role": "Analyst"}, "insights"),
        ({"tasks": ["MANAGE", "CREATE_CONTENT", "MODERATE", "MESSAGING", "ADVERTISE", "ANALYZE"]}, "full"),
        ({"tasks": ["CREATE_CONTENT", "MODERATE"]}, "partial"),
        ({"tasks": ["CREATE_CONTENT"]}, "content"),
        ({"tasks": ["MODERATE", "MESSAGING"]}, "community"),
        ({"tasks": ["MESSAGING"]}, "messages"),
        ({"tasks": ["ADVERTISE", "ANALYZE"]}, "ads"),
        ({"tasks": ["ANALYZE"]}, "insights"),
    ],
    ids=lambda value: str(value.get("role", value.get("tasks"))) if isinstance(value, dict) else "",
)  # fmt: skip
def test_every_role_and_task_is_a_level_of_the_contract(
    tmp_path: Path, entry: dict[str, object], level: str
) -> None:
    path = put(tmp_path, "access.json", {"data": [{"id": "1", "name": "CANARY", **entry}]})
    loaded = load(path, exported_at=EXPORTED)
    (row,) = loaded.rows("access_checks")
    assert (row["login"], row["level"], row["complete"]) == ("fb:1", level, "no")
    assert "CANARY" not in everything(loaded)


@pytest.mark.parametrize("powers", [{"tasks": ["MANAGE"]}, {"perms": ["ADMINISTER"]}], ids=str)
def test_the_pages_of_an_account_are_counted_and_its_key_is_left(
    tmp_path: Path, powers: dict[str, object]
) -> None:
    page = {"id": "500", "name": "ECRL", "category": "Library", "access_token": "CANARY", **powers}
    loaded = load(put(tmp_path, "accounts.json", {"data": [page]}), exported_at=EXPORTED)
    assert loaded.rows("access_checks") == loaded.rows("block_lists") == []
    assert loaded.column("out_of_scope", "why") == [
        "what the asking account itself may do on its pages"
    ]
    assert "CANARY" not in everything(loaded)


def test_settings_are_counted_and_a_comment_without_author_stays_without(tmp_path: Path) -> None:
    settings = {"data": [{"setting": "USERS_CAN_POST", "value": False}]}
    assert load(put(tmp_path, "settings.json", settings)).column("out_of_scope", "row") == [1]
    comment = {
        "id": "10_20",
        "created_time": "2026-07-01T10:00:00+0000",
        "message": "x",
        "can_remove": True,
    }
    (row,) = load(put(tmp_path, "comments.json", {"data": [comment]})).rows("posts")
    assert (row["author_kind"], row.get("author")) == ("public", None)


@pytest.mark.parametrize(
    ("verb", "state", "action"),
    [
        ("add", "visible", None),
        ("edit", "visible", None),
        ("edited", "visible", None),
        ("hide", "hidden", "hide"),
        ("unhide", "visible", "unhide"),
        ("remove", "absent", None),
        ("block", None, None),
        ("unblock", None, None),
        ("mute", None, None),
    ],
    ids=str,
)
def test_each_verb_is_a_state_an_act_or_counted(
    tmp_path: Path, verb: str, state: str | None, action: str | None
) -> None:
    loaded = load(put(tmp_path, "log.json", event(verb)))
    assert loaded.column("sightings", "state") == ([state] if state else [])
    assert loaded.column("actions", "action") == ([action] if action else [])
    assert len(loaded.rows("out_of_scope")) == (state is None)


def test_older_events_lines_and_both_kinds_of_time_say_the_same(tmp_path: Path) -> None:
    newer = event("add", message="Hi", created_time="2026-07-01T10:00:00+0000")
    older = json.loads(json.dumps(event("add", message="Hi", created_time=1782900000)))
    value = older["entry"][0]["changes"][0]["value"]
    value["sender_id"] = int(value.pop("from")["id"])
    lines = json.dumps(newer) + "\n" + json.dumps(older) + "\n"
    first, second = load(put(tmp_path, "log.jsonl", lines)).rows("posts")
    assert first["author"] == second["author"] == "fb:77"
    assert first["posted"].replace("+00:00", "Z") == second["posted"] == "2026-07-01T10:00:00Z"


def test_a_saved_error_is_no_empty_feed_under_any_name(tmp_path: Path) -> None:
    error = {"error": {"message": "(#200) no", "type": "OAuthException", "code": 200}}
    for name in ("feed.json", "blocked.json", "roles.json", "your_posts_1.json"):
        with pytest.raises(InputRefusedError, match="a request that failed"):
            recognise(put(tmp_path, name, error), FORMATS)
