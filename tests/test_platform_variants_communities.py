"""YouTube, Discourse, Mastodon, Ozone: variants of which no real file is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecrl_audit.readers import FileIgnored, recognise
from tests.platforms.harness import FORMATS, load, put
from tests.test_platform_communities import EXPORTED, STAFF_LOG, account, report

if TYPE_CHECKING:
    from pathlib import Path

OLDER = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text"
)
NEWER = (
    "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Comment Text"
)
WHEN = "2026-07-01T10:00:00+00:00"


def takeout(folder: Path, header: str, text: str) -> list[str]:
    cells = {
        "comment id": "c1",
        "channel id": "UC1",
        "comment create timestamp": WHEN,
        "video id": "v1",
    }
    quoted = '"' + text.replace('"', '""') + '"'
    names = [name.strip().lower() for name in header.split(",")]
    row = ",".join(quoted if name == "comment text" else cells.get(name, "") for name in names)
    loaded = load(put(folder, "comments.csv", f"{header}\n{row}\n\n\n"))
    assert loaded.column("posts", "posted") == [WHEN]
    assert loaded.column("posts", "post") == ["yt:c1"]
    return loaded.column("posts", "text")


@pytest.mark.parametrize(
    "header", [OLDER, NEWER, OLDER.lower(), NEWER.upper(), " ,".join(NEWER.split(","))], ids=str
)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"takeoutSegments":[{"text":"one "},{"text":"two","link":{"linkUrl":"u"}}]}', "one two"),
        ('{"text":"one"},{"text":"\n"},{"text":"two"}', "one\ntwo"),
        ('{"text":"one"},{"text":"\r\n"},{"text":"two"}', "one\ntwo"),
        ('{ "text" : "say \\"hi\\"" }', 'say "hi"'),
        (r'{"text":"C:\\new \u00e9\u2019\ud83c\udf05"}', "C:\\new é’🌅"),
        ('{"text":"a\tb"}', "a\tb"),
        ("plain words", "plain words"),
    ],
    ids=["segments", "newline", "windows newline", "spaces", "escapes", "tab", "plain"],
)
def test_takeout_is_read_in_both_orders_and_both_forms_of_text(
    tmp_path: Path, header: str, text: str, said: str
) -> None:
    assert takeout(tmp_path, header, text) == [said]


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        ({"moderationStatus": "likelySpam"}, "held"),
        ({"moderationStatus": "heldForReview"}, "held"),
        ({}, "visible"),
    ],
    ids=str,
)
@pytest.mark.parametrize("public", [True, False], ids=["public", "not public"])
def test_a_thread_is_held_by_its_status_or_because_it_is_not_public(
    tmp_path: Path, shown: dict[str, str], state: str, *, public: bool
) -> None:
    top = {"id": "c", "snippet": {"publishedAt": WHEN, "textOriginal": "x", **shown}}
    snippet = {"channelId": "UC1", "videoId": "v", "isPublic": public, "topLevelComment": top}
    loaded = load(
        put(tmp_path, "t.json", {"kind": "k", "items": [{"snippet": snippet}]}),
        exported_at=EXPORTED,
    )
    expected = state if public or shown else "held"
    assert loaded.column("sightings", "state") == [expected]


@pytest.mark.parametrize(
    ("action", "subject", "expected"),
    [
        ("suspend_user", "tom ", {"action": "block", "user": "discourse:tom"}),
        ("suspend_user", "tom Spam wave", {"action": "block", "user": "discourse:tom"}),
        ("unsuspend_user", "tom", {"action": "unblock", "user": "discourse:tom"}),
        ("grant_moderation", "tom ", {"change": "grant", "login": "tom"}),
        ("delete_topic", "", {"action": "delete"}),
    ],
    ids=str,
)
def test_a_subject_begins_with_the_user_where_there_is_one(
    tmp_path: Path, action: str, subject: str, expected: dict[str, str]
) -> None:
    row = f'maria,{action},{subject},2026-07-01 10:00:00 UTC,"reason: spam\n\nmore",/t/5\n'
    loaded = load(put(tmp_path, "log.csv", STAFF_LOG + row))
    (found,) = [*loaded.rows("actions"), *loaded.rows("access_changes")]
    assert expected.items() <= found.items()


def test_the_log_runs_from_new_to_old_and_its_coverage_does_not(tmp_path: Path) -> None:
    rows = "".join(
        f"maria,delete_post,,2026-07-0{day} 10:00:00 UTC,id: {day},\n" for day in (9, 5, 2)
    )
    loaded = load(put(tmp_path, "log.csv", STAFF_LOG + rows))
    assert loaded.column("actions", "post") == ["discourse:9", "discourse:5", "discourse:2"]
    spans = {(row["covers_from"], row["covers_to"]) for row in loaded.rows("coverage")}
    assert spans == {("2026-07-02", "2026-07-09")}


def test_the_flags_of_one_user_are_left_unread_with_the_reason(tmp_path: Path) -> None:
    text = (
        "id,post_id,flag_type,created_at,updated_at,deleted_at,deleted_by,was_take_action\n"
        "1,83,spam,2026-07-01 10:00:00 UTC,,,other,false\n"
    )
    with pytest.raises(FileIgnored, match="'self' or 'other'"):
        recognise(put(tmp_path, "flags.csv", text), FORMATS)


@pytest.mark.parametrize("as_list", [True, False], ids=["list", "one"])
def test_a_report_that_was_opened_again_is_open(tmp_path: Path, *, as_list: bool) -> None:
    wiped = report(closed=False, at="2026-07-03T10:00:00Z")
    (concern,) = load(put(tmp_path, "r.json", [wiped] if as_list else wiped)).rows("concerns")
    assert {"closed", "first_reviewed", "reviewed_by"}.isdisjoint(concern)
    assert load(put(tmp_path, "r.json", [wiped])).rows("actions") == []


@pytest.mark.parametrize(
    ("header", "severity", "listed"),
    [
        (
            "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate",
            "suspend",
            True,
        ),
        ("domain,severity,public_comment,reject_media,reject_reports,obfuscate", "suspend", True),
        ("obfuscate,reject_media,domain,reject_reports,severity", "silence", False),
        ("severity,public_comment,domain", "suspend", True),
    ],
    ids=str,
)
@pytest.mark.parametrize("yes", ["TRUE", "True", "true"], ids=str)
def test_blocked_servers_are_read_whatever_the_order_and_the_booleans(
    tmp_path: Path, header: str, severity: str, yes: str, *, listed: bool
) -> None:
    cells = {"domain": "bad.example", "severity": severity, "public_comment": '"spam, ads"'}
    row = ",".join(cells.get(name.strip("#"), yes) for name in header.split(","))
    loaded = load(put(tmp_path, "blocks.csv", f"{header}\n{row}\n"), exported_at=EXPORTED)
    assert loaded.column("block_lists", "user") == (["mastodon:@bad.example"] if listed else [])
    assert len(loaded.rows("out_of_scope")) == (not listed)
    assert loaded.rows("actions") == []


def test_the_json_of_blocked_servers_has_the_time_that_the_csv_lacks(tmp_path: Path) -> None:
    servers = [
        {
            "id": "1",
            "domain": "a.example",
            "severity": "suspend",
            "created_at": "2026-07-01T10:00:00.000Z",
        },
        {
            "id": "2",
            "domain": "b.example",
            "severity": "silence",
            "created_at": "2026-07-02T10:00:00.000Z",
        },
    ]
    loaded = load(put(tmp_path, "blocks.json", servers), exported_at=EXPORTED)
    acts = [(row["action"], row["user"], row["acted"][:10]) for row in loaded.rows("actions")]
    assert acts == [
        ("block", "mastodon:@a.example", "2026-07-01"),
        ("restrict", "mastodon:@b.example", "2026-07-02"),
    ]


def test_a_suspended_account_of_the_server_itself_is_both_listed_and_without_power(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, "a.json", account("tom", None, "", suspended=True))
    loaded = load(path, exported_at=EXPORTED)
    assert loaded.column("block_lists", "user") == ["mastodon:tom"]
    assert loaded.rows("access_checks") == []


def ozone(kind: str, **fields: object) -> dict[str, object]:
    return {
        "id": 7,
        "createdAt": "2026-07-01T10:00:00.000Z",
        "createdBy": "did:plc:maria",
        "event": {"$type": f"tools.ozone.moderation.defs#{kind}", **fields},
        "subject": {"$type": "com.atproto.admin.defs#repoRef", "did": "did:plc:x"},
    }


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"policies": ["4.10 spam", "4.2"], "durationInHours": 72}, "4.10 spam and 4.2"),
        ({"policies": ["4.10 spam"], "comment": "again"}, "4.10 spam: again"),
        ({"policies": [], "comment": "again"}, "again"),
        ({}, None),
    ],
    ids=str,
)
def test_the_policies_of_a_takedown_are_its_reason(
    tmp_path: Path, fields: dict[str, object], reason: str | None
) -> None:
    path = put(tmp_path, "e.json", {"events": [ozone("modEventTakedown", **fields)]})
    assert load(path).column("actions", "reason") == [reason]


@pytest.mark.parametrize(
    "kind", ["Report", "Label", "Comment", "Escalate", "Email", "Tag", "Divert"], ids=str
)
def test_other_events_of_ozone_are_counted_and_a_mute_is_an_act(tmp_path: Path, kind: str) -> None:
    events = [ozone(f"modEvent{kind}"), {**ozone("modEventMute", durationInHours=24), "id": 8}]
    loaded = load(put(tmp_path, "e.json", {"events": events}))
    assert [(row["row"], row["action"]) for row in loaded.rows("actions")] == [(2, "mute")]
    (left,) = loaded.rows("out_of_scope")
    assert kind in left["why"]
