"""Communities the library may run or join: YouTube, Discourse, Mastodon, Bluesky."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import recognise
from tests.platforms.harness import FORMATS, everything, load, put

if TYPE_CHECKING:
    from pathlib import Path

EXPORTED = "2026-10-01T12:00:00Z"
STAFF_LOG = "staff_user,action,subject,created_at,details,context\n"


def test_takeout_texts_of_both_forms_are_put_together(tmp_path: Path) -> None:
    header = "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text"
    older = 'c1,UC1,2026-07-01T10:00:00.5+00:00,0,,v1,"{""takeoutSegments"":[{""text"":""Say \\""hi\\""""}]}"'
    newer = 'c2,uc1,2026-07-01T10:00:00+00:00,0,c1,v1,"{""text"":""one""},{""text"":""\n""},{""text"":""two""}"'
    loaded = load(put(tmp_path, "comments.csv", f"{header}\n{older}\n{newer}\n\n\n"))
    assert loaded.column("posts", "text") == ['Say "hi"', "one\ntwo"]
    assert loaded.column("posts", "parent") == ["yt:v1", "yt:c1"]
    capitals = header.replace("Comment ID", "comment id", 1).replace("Video ID", "VIDEO ID")
    assert load(put(tmp_path, "comments.csv", f"{capitals}\n{older}\n")).column(
        "posts", "post"
    ) == ["yt:c1"]


@pytest.mark.parametrize(
    ("status", "state", "surface"),
    [
        ("published", "visible", "public"),
        ("heldForReview", "held", "held"),
        ("rejected", "hidden", "public"),
    ],
    ids=str,
)
def test_youtube_threads_tell_how_a_comment_stands(
    tmp_path: Path, status: str, state: str, surface: str
) -> None:
    snippet = {
        "publishedAt": "2026-07-01T10:00:00Z",
        "textOriginal": "x",
        "authorChannelId": {"value": "UC9"},
        "moderationStatus": status,
    }
    reply = {
        "id": "r",
        "snippet": {**snippet, "parentId": "c", "authorChannelId": {"value": "UC1"}},
    }
    thread = {
        "snippet": {
            "channelId": "UC1",
            "videoId": "v",
            "topLevelComment": {"id": "c", "snippet": snippet},
        },
        "replies": {"comments": [reply]},
    }
    loaded = load(put(tmp_path, "t.json", {"kind": "k", "items": [thread]}), exported_at=EXPORTED)
    assert loaded.column("sightings", "state") == [state, state]
    assert loaded.column("posts", "surface") == [surface, surface]
    assert loaded.column("posts", "author_kind") == ["public", "staff"]


@pytest.mark.parametrize(
    ("action", "sheet", "expected"),
    [
        ("delete_post", "actions", {"action": "delete", "post": "discourse:83"}),
        ("recover_post", "actions", {"action": "restore", "post": "discourse:83"}),
        ("suspend_user", "actions", {"action": "block", "user": "discourse:tom"}),
        ("silence_user", "actions", {"action": "mute", "user": "discourse:tom"}),
        (
            "grant_admin",
            "access_changes",
            {"change": "grant", "login": "tom", "changed_by": "maria"},
        ),
        ("revoke_moderation", "access_changes", {"change": "revoke", "login": "tom"}),
        ("change_site_setting", "access_changes", {"change": "setting", "changed_by": "maria"}),
    ],
    ids=str,
)
def test_the_staff_log_tells_acts_and_powers(
    tmp_path: Path, action: str, sheet: str, expected: dict[str, str]
) -> None:
    details = '"id: 83\nreason: spam\nraw: CANARY text\nip_address: CANARY"'
    row = f"maria,{action},tom,2026-07-01 10:00:00 UTC,{details},/admin/users/5/tom\n"
    loaded = load(put(tmp_path, "log.csv", STAFF_LOG + row))
    (found,) = loaded.rows(sheet)
    assert expected.items() <= found.items()
    assert found.get("acted", found.get("changed")) == "2026-07-01T10:00:00Z"
    assert "CANARY" not in everything(loaded)


def test_a_topic_tells_hidden_deleted_and_staff_posts(tmp_path: Path) -> None:
    base = {"topic_id": 5, "created_at": "2026-07-01T10:00:00Z", "cooked": "<p>x</p>"}
    posts = [
        {**base, "id": 1, "post_number": 1, "username": "maria", "staff": True},
        {
            **base,
            "id": 2,
            "post_number": 2,
            "username": "v",
            "reply_to_post_number": 1,
            "hidden": True,
        },
        {**base, "id": 3, "post_number": 3, "username": "w", "deleted_at": "2026-07-02T10:00:00Z"},
    ]
    loaded = load(put(tmp_path, "t.json", {"post_stream": {"posts": posts}}), exported_at=EXPORTED)
    assert loaded.column("sightings", "state") == ["visible", "hidden", "absent"]
    assert loaded.column("posts", "author_kind") == ["staff", "public", "public"]
    assert loaded.column("posts", "parent") == [None, "discourse:1", None]
    assert loaded.column("posts", "root") == [None, "discourse:1", "discourse:1"]


def report(*, closed: bool, at: str) -> dict[str, Any]:
    who = {"username": "maria", "email": "CANARY", "ip": "CANARY"}
    return {
        "id": "1",
        "action_taken": closed,
        "action_taken_at": at if closed else None,
        "updated_at": at,
        "category": "spam",
        "comment": "CANARY words of the reporter",
        "created_at": "2026-07-01T10:00:00.000Z",
        "target_account": {"id": "9", "email": "CANARY", "account": {"acct": "tom"}},
        "action_taken_by_account": who if closed else None,
        "statuses": [{"id": "77"}],
    }


def test_a_report_is_a_concern_as_it_stood_last(tmp_path: Path) -> None:
    closed, reopened = (
        report(closed=True, at="2026-07-02T10:00:00Z"),
        report(closed=False, at="2026-07-03T10:00:00Z"),
    )
    loaded = load(put(tmp_path, "reports.json", [closed, reopened]))
    (concern,) = loaded.rows("concerns")
    assert (concern["concern"], concern["user"], concern["post"]) == (
        "mastodon:report:1",
        "mastodon:tom",
        "mastodon:77",
    )
    assert "closed" not in concern
    assert loaded.column("out_of_scope", "why") == ["the same report, as it stood earlier"]
    assert "CANARY" not in everything(loaded)


def account(name: str, domain: str | None, role: str, *, suspended: bool) -> dict[str, Any]:
    return {
        "id": name,
        "username": name,
        "domain": domain,
        "confirmed": True,
        "email": "CANARY",
        "ips": [{"ip": "CANARY"}],
        "suspended": suspended,
        "account": {"acct": f"{name}@{domain}" if domain else name},
        "role": {"id": "3", "name": role},
    }


def test_accounts_tell_roles_and_suspensions(tmp_path: Path) -> None:
    maria = account("maria", None, "Owner", suspended=False)
    tom = account("tom", "x.org", "", suspended=True)
    loaded = load(put(tmp_path, "accounts.json", [maria, tom]), exported_at=EXPORTED)
    assert [(r["login"], r["level"]) for r in loaded.rows("access_checks")] == [("maria", "full")]
    assert loaded.column("block_lists", "user") == ["mastodon:tom@x.org"]
    assert "CANARY" not in everything(loaded)


@pytest.mark.parametrize(
    "header", ["#domain,#severity,#reject_media", "reject_media,severity,domain"], ids=str
)
def test_blocked_servers_are_read_by_name_of_column(tmp_path: Path, header: str) -> None:
    order = [name.strip("#") for name in header.split(",")]
    cells = {"domain": "bad.example", "severity": "suspend", "reject_media": "True"}
    row = ",".join(cells[name] for name in order)
    loaded = load(put(tmp_path, "blocks.csv", f"{header}\n{row}\n"), exported_at=EXPORTED)
    assert loaded.column("block_lists", "user") == ["mastodon:@bad.example"]


@pytest.mark.parametrize(
    ("kind", "subject", "expected"),
    [
        ("modEventTakedown", {"uri": "at://p/1"}, {"action": "delete", "post": "bsky:at://p/1"}),
        ("modEventTakedown", {"did": "did:plc:x"}, {"action": "block", "user": "bsky:did:plc:x"}),
        ("modEventReverseTakedown", {"uri": "at://p/1"}, {"action": "restore"}),
        ("modEventAcknowledge", {"uri": "at://p/1"}, {"action": "no_action"}),
    ],
    ids=str,
)
def test_ozone_events_are_acts_with_their_actor(
    tmp_path: Path, kind: str, subject: dict[str, str], expected: dict[str, str]
) -> None:
    event = {
        "id": 7,
        "createdAt": "2026-07-01T10:00:00.000Z",
        "createdBy": "did:plc:maria",
        "event": {"$type": f"tools.ozone.moderation.defs#{kind}", "comment": "why"},
        "subject": subject,
    }
    (act,) = load(put(tmp_path, "events.json", {"events": [event]})).rows("actions")
    assert expected.items() <= act.items()
    assert (act["action_no"], act["login"], act["reason"]) == ("bsky:7", "did:plc:maria", "why")


def test_the_ozone_team_leaves_out_members_that_are_switched_off(tmp_path: Path) -> None:
    role = "tools.ozone.team.defs#role"
    members = [
        {"did": "d1", "role": f"{role}Admin", "disabled": False},
        {"did": "d2", "role": f"{role}Moderator", "disabled": False},
        {"did": "d3", "role": f"{role}Admin", "disabled": True},
    ]
    loaded = load(put(tmp_path, "team.json", {"members": members}), exported_at=EXPORTED)
    levels = [(row["login"], row["level"]) for row in loaded.rows("access_checks")]
    assert levels == [("d1", "full"), ("d2", "community")]


def test_an_answer_that_was_refused_is_no_empty_log(tmp_path: Path) -> None:
    path = put(tmp_path, "reports.json", {"error": "This action is not allowed"})
    with pytest.raises(InputRefusedError, match=r"not allowed|empty answer"):
        recognise(path, FORMATS)
