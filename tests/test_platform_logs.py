"""Moderation logs of Reddit, Discord and MediaWiki, and the items of an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ecrl_audit.readers import FileIgnored, recognise
from tests.platforms.harness import FORMATS, everything, load, put

if TYPE_CHECKING:
    from pathlib import Path

EXPORTED = "2026-10-01T12:00:00Z"


def listing(*children: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "Listing", "data": {"children": list(children)}}


@pytest.mark.parametrize(
    ("action", "sheet", "expected"),
    [
        (
            "removecomment",
            "actions",
            {"action": "delete", "post": "reddit:t1_a", "source": "staff"},
        ),
        ("approvelink", "actions", {"action": "hold_release", "post": "reddit:t1_a"}),
        ("banuser", "actions", {"action": "block", "user": "reddit:tom"}),
        ("acceptmoderatorinvite", "access_changes", {"change": "grant", "login": "tom"}),
        ("setpermissions", "access_changes", {"change": "level", "new_level": "+posts"}),
    ],
    ids=str,
)
def test_reddit_tells_acts_and_powers(
    tmp_path: Path, action: str, sheet: str, expected: dict[str, str]
) -> None:
    entry = {
        "kind": "modaction",
        "data": {
            "id": "ModAction_1",
            "action": action,
            "mod": "maria",
            "mod_id36": "x",
            "created_utc": 1782900000.0,
            "target_fullname": "t1_a",
            "target_author": "tom",
            "details": "+posts",
            "description": None,
        },
    }
    (row,) = load(put(tmp_path, "log.json", listing(entry))).rows(sheet)
    assert expected.items() <= row.items()
    assert row.get("acted", row.get("changed")) == "2026-07-01T10:00:00Z"


def test_reddit_lists_moderators_and_banned_users(tmp_path: Path) -> None:
    moderator = {"name": "maria", "mod_permissions": ["all"], "date": 1.0, "id": "t2_a"}
    users = {"kind": "UserList", "data": {"children": [moderator]}}
    loaded = load(put(tmp_path, "moderators.json", users), exported_at=EXPORTED)
    assert [(r["login"], r["level"]) for r in loaded.rows("access_checks")] == [("maria", "full")]
    banned = {"name": "tom", "date": 1782900000.0, "note": "spam", "id": "t2_b", "days_left": None}
    loaded = load(put(tmp_path, "banned.json", listing(banned)), exported_at=EXPORTED)
    assert loaded.column("block_lists", "user") == ["reddit:tom"]
    assert loaded.column("actions", "acted") == ["2026-07-01T10:00:00Z"]


def entry(action_type: int, **more: object) -> dict[str, Any]:
    return {
        "id": "175928847299117063",
        "user_id": "100",
        "target_id": "200",
        "action_type": action_type,
        "reason": "rude",
        **more,
    }


@pytest.mark.parametrize(
    ("action", "sheet", "expected"),
    [
        (entry(22), "actions", {"action": "block", "user": "discord:200", "source": "staff"}),
        (entry(23), "actions", {"action": "unblock"}),
        (entry(20), "actions", {"action": "remove_member"}),
        (
            entry(24, changes=[{"key": "communication_disabled_until"}]),
            "actions",
            {"action": "mute"},
        ),
        (entry(72, options={"channel_id": "5", "count": "3"}), "actions", {"action": "delete"}),
        (
            entry(143, options={"auto_moderation_rule_name": "words"}),
            "actions",
            {"source": "automation", "filter_rule": "words"},
        ),
        (
            entry(25, changes=[{"key": "$add", "new_value": [{"id": "1", "name": "Mods"}]}]),
            "access_changes",
            {"change": "grant", "login": "200", "new_level": "Mods"},
        ),
        (
            entry(25, changes=[{"key": "$remove", "new_value": []}]),
            "access_changes",
            {"change": "revoke"},
        ),
    ],
    ids=["ban", "unban", "kick", "timeout", "messages", "filter", "role given", "role taken"],
)
def test_discord_takes_the_time_from_the_number_of_an_entry(
    tmp_path: Path, action: dict[str, Any], sheet: str, expected: dict[str, str]
) -> None:
    log = {"audit_log_entries": [action], "users": [{"id": "200", "email": "CANARY"}]}
    loaded = load(put(tmp_path, "audit.json", log))
    (row,) = loaded.rows(sheet)
    assert expected.items() <= row.items()
    assert row.get("acted", row.get("changed")) == "2016-04-30T11:18:25Z"
    assert "CANARY" not in everything(loaded)


def test_a_discord_channel_is_read_and_a_private_one_is_not(tmp_path: Path) -> None:
    message = {
        "id": "1",
        "type": "Default",
        "timestamp": "2026-07-01T10:00:00+00:00",
        "timestampEdited": "2026-07-01T11:00:00+00:00",
        "content": "Hi",
        "author": {"id": "9", "name": "CANARY"},
    }
    chat = {
        "guild": {"id": "0"},
        "channel": {"id": "5", "type": "GuildTextChat"},
        "exportedAt": EXPORTED,
        "messages": [message],
    }
    loaded = load(put(tmp_path, "chat.json", chat))
    assert loaded.column("posts", "author") == ["discord:9"]
    assert loaded.column("revisions", "edited") == ["2026-07-01T11:00:00+00:00"]
    assert loaded.column("sightings", "seen") == [EXPORTED]
    assert "CANARY" not in everything(loaded)
    private = {**chat, "channel": {"id": "5", "type": "DirectTextChat"}}
    with pytest.raises(FileIgnored, match="private messages"):
        recognise(put(tmp_path, "direct.json", private), FORMATS)


LOG_ITEM = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.{version}/"><logitem><id>6</id>
<timestamp>2026-07-01T10:00:00Z</timestamp><contributor>{who}</contributor><comment>why</comment>
<type>{kind}</type><action>{action}</action><logtitle>{title}</logtitle>
<params xml:space="preserve">{params}</params></logitem></mediawiki>"""
MARIA = "<username>Maria</username><id>5</id>"
GROUPS = 'a:2:{s:12:"4::oldgroups";a:0:{}s:12:"5::newgroups";a:1:{i:0;s:5:"sysop";}}'


def log_item(folder: Path, kind: str, action: str, **given: str) -> Path:
    parts = {"who": MARIA, "title": "Page", "params": "", "version": "10", **given}
    return put(folder, "log.xml", LOG_ITEM.format(kind=kind, action=action, **parts))


def test_mediawiki_tells_removals_blocks_and_rights(tmp_path: Path) -> None:
    (act,) = load(log_item(tmp_path, "delete", "delete", version="3")).rows("actions")
    assert (act["action"], act["post"], act["login"], act["reason"]) == (
        "delete",
        "mw:Page",
        "Maria",
        "why",
    )
    (act,) = load(log_item(tmp_path, "block", "block", title="User:Tom")).rows("actions")
    assert (act["action"], act["user"]) == ("block", "mw:Tom")
    (change,) = load(log_item(tmp_path, "rights", "rights", title="User:Tom", params=GROUPS)).rows(
        "access_changes"
    )
    assert (change["login"], change["new_level"]) == ("Tom", "sysop")
    older = load(log_item(tmp_path, "rights", "rights", params="user\nuser, sysop"))
    assert older.column("access_changes", "old_level") == ["user"]
    assert older.column("access_changes", "new_level") == ["user, sysop"]


def test_the_address_of_a_contributor_is_left_in_the_file(tmp_path: Path) -> None:
    loaded = load(log_item(tmp_path, "delete", "delete", who="<ip>CANARY</ip>"))
    assert "CANARY" not in everything(loaded)


def test_mediawiki_answers_give_the_same_acts(tmp_path: Path) -> None:
    event = {
        "logid": 6,
        "type": "rights",
        "action": "rights",
        "user": "Maria",
        "title": "User:Tom",
        "timestamp": "2026-07-01T10:00:00Z",
        "comment": "why",
        "params": {"oldgroups": [], "newgroups": ["sysop", "bot"]},
    }
    hidden = {
        "logid": 7,
        "type": "delete",
        "action": "delete",
        "timestamp": "2026-07-02T10:00:00Z",
        "userhidden": "",
    }
    loaded = load(put(tmp_path, "log.json", {"query": {"logevents": [event, hidden]}}))
    assert loaded.column("access_changes", "new_level") == ["sysop and bot"]
    assert loaded.column("actions", "login") == [None]


def item(number: str, kind: str, text: str, gone: int | None = None) -> dict[str, Any]:
    return {
        "sm_network": "facebook",
        "sm_object_id": number,
        "activity_type": kind,
        "creation_ts": 1782900000,
        "last_modification_ts": 1782900060,
        "deleted_ts": gone,
        "etc": {"message": text, "from": {"id": "7"}},
    }


def test_an_archive_sees_that_an_item_is_gone_and_not_by_whose_hand(tmp_path: Path) -> None:
    items = [
        item("1", "comment", "a", 1782903600),
        item("2", "comment", "b"),
        item("3", "private_message", "CANARY"),
    ]
    loaded = load(put(tmp_path, "items.json", items), exported_at=EXPORTED)
    assert loaded.column("posts", "post") == ["fb:1", "fb:2"]
    seen = [(row["state"], row["seen"]) for row in loaded.rows("sightings")]
    assert seen == [("absent", "2026-07-01T11:00:00Z"), ("visible", EXPORTED)]
    assert set(loaded.column("sightings", "basis")) == {"snapshot_diff"}
    assert loaded.rows("actions") == []
    assert "CANARY" not in everything(loaded)
