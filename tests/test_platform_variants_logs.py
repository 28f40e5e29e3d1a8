"""Reddit, Discord, MediaWiki, archives: variants without a real file; whose posts are whose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.platforms.harness import everything, load, put
from tests.test_platform_logs import EXPORTED, entry, item, listing, log_item
from tests.test_platform_wordpress_logs import comment as answered
from tests.test_platform_x_api import POST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("action", "change"),
    [
        ("invitemoderator", "grant"),
        ("acceptmoderatorinvite", "grant"),
        ("uninvitemoderator", "revoke"),
        ("removemoderator", "revoke"),
        ("setpermissions", "level"),
        ("editflair", None),
    ],
    ids=str,
)
def test_reddit_tells_the_history_of_powers_and_counts_the_rest(
    tmp_path: Path, action: str, change: str | None
) -> None:
    event = {"id": "ModAction_1", "action": action, "mod": "maria", "mod_id36": "x"}
    data = {**event, "created_utc": 1782900000.5, "target_author": "tom", "target_body": "CANARY"}
    loaded = load(put(tmp_path, "log.json", listing({"kind": "modaction", "data": data})))
    assert loaded.column("access_changes", "change") == ([change] if change else [])
    assert len(loaded.rows("out_of_scope")) == (change is None)
    assert "CANARY" not in everything(loaded)


def roles(*changes: tuple[str, str]) -> dict[str, Any]:
    return entry(
        25, changes=[{"key": k, "new_value": [{"id": "1", "name": n}]} for k, n in changes]
    )


def test_roles_given_and_taken_in_one_entry_are_two_changes(tmp_path: Path) -> None:
    log = {"audit_log_entries": [roles(("$remove", "Guests"), ("$add", "Mods"))]}
    rows = load(put(tmp_path, "audit.json", log)).rows("access_changes")
    told = {(r["change"], r["login"], r.get("old_level"), r.get("new_level")) for r in rows}
    assert told == {("revoke", "200", "Guests", None), ("grant", "200", None, "Mods")}


def test_messages_deleted_by_the_dozen_name_the_channel_only(tmp_path: Path) -> None:
    log = {"audit_log_entries": [entry(73, options={"count": "12"})]}
    (act,) = load(put(tmp_path, "audit.json", log)).rows("actions")
    assert (act["action"], act.get("post"), act.get("user")) == ("delete", None, None)


@pytest.mark.parametrize(
    ("number", "when"),
    [("0", "2015-01-01T00:00:00Z"), ("1521817642598400000", "2026-07-01T10:00:00Z")],
    ids=["first", "2026"],
)
def test_a_snowflake_is_a_time(tmp_path: Path, number: str, when: str) -> None:
    log = {"audit_log_entries": [{**entry(22), "id": number}]}
    (act,) = load(put(tmp_path, "audit.json", log)).rows("actions")
    assert act["acted"] == when


HIDDEN = {
    "who": '<contributor deleted="deleted" />',
    "why": '<comment deleted="deleted" />',
}


def test_a_dump_that_hides_who_and_why_still_tells_the_act(tmp_path: Path) -> None:
    path = log_item(tmp_path, "delete", "delete", version="11")
    text = path.read_text("utf-8").replace("<comment>why</comment>", HIDDEN["why"])
    before, rest = text.split("<contributor>")
    path.write_text(before + HIDDEN["who"] + rest.split("</contributor>")[1], "utf-8")
    (act,) = load(path).rows("actions")
    assert (act["action"], act.get("login"), act.get("reason")) == ("delete", None, None)


def test_an_answer_that_hides_who_why_and_what_still_counts_the_act(tmp_path: Path) -> None:
    when = {"timestamp": "20260701100000", "type": "block", "action": "block"}
    hidden = {"logid": 7, **when, "actionhidden": "", "userhidden": "", "commenthidden": ""}
    shown = {"logid": 8, **when, "title": "User:Tom", "user": "Maria", "comment": "spam"}
    loaded = load(put(tmp_path, "log.json", {"query": {"logevents": [hidden, shown]}}))
    assert loaded.column("actions", "acted") == ["2026-07-01T10:00:00Z"] * 2
    assert loaded.column("actions", "user") == [None, "mw:Tom"]
    assert loaded.column("actions", "login") == [None, "Maria"]


RIGHTS = (
    'a:4:{s:12:"4::oldgroups";a:1:{i:0;s:3:"bot";}s:12:"5::newgroups";a:2:{i:0;s:3:"bot";'
    'i:1;s:5:"sysop";}s:11:"oldmetadata";a:0:{}s:11:"newmetadata";a:1:{i:0;a:1:{s:6:'
    '"expiry";s:14:"20270101000000";}}}'
)


@pytest.mark.parametrize(
    ("params", "old", "new"),
    [
        (RIGHTS, "bot", "bot and sysop"),
        ("bot\nbot, sysop", "bot", "bot, sysop"),
        ("\nsysop", None, "sysop"),
        ("", None, None),
    ],
    ids=["serialised", "newline", "newline, none before", "nothing"],
)
def test_rights_are_read_from_both_ways_to_write_them(
    tmp_path: Path, params: str, old: str | None, new: str | None
) -> None:
    path = log_item(tmp_path, "rights", "rights", title="User:Tom", params=params)
    (change,) = load(path).rows("access_changes")
    assert (change.get("old_level"), change.get("new_level")) == (old, new)


def test_an_archive_notes_each_edit_of_a_text_and_the_last_text_only(tmp_path: Path) -> None:
    history = {
        "1782900060": ["message"],
        "1782900120": ["message", "likes"],
        "1782903600": ["likes"],
    }
    edited = {**item("1", "comment", "last"), "changed_history": history, "flagged": True}
    edited["last_modification_ts"] = 1782903600
    rows = load(put(tmp_path, "items.json", [edited])).rows("revisions")
    assert [(r["revision"], r["edited"][:19], r.get("text")) for r in rows] == [
        ("2", "2026-07-01 10:01:00", None),
        ("3", "2026-07-01 10:02:00", "last"),
    ]


@pytest.mark.parametrize("history", [None, {}, {"1782900060": ["likes"]}], ids=str)
def test_an_item_without_a_noted_edit_keeps_its_last_change(
    tmp_path: Path, history: object
) -> None:
    changed = {**item("1", "comment", "a"), "changed_history": history}
    rows = load(put(tmp_path, "items.json", {"items": [changed]})).rows("revisions")
    assert [(row["revision"], row["edited"]) for row in rows] == [("2", "2026-07-01T10:01:00Z")]


def test_items_by_the_page_are_the_librarys_in_a_list_and_in_lines(tmp_path: Path) -> None:
    def by(author: str, number: str, kind: str) -> dict[str, Any]:
        return {**item(number, kind, "x"), "etc": {"message": "x", "from": {"id": author}}}

    items = [
        by("500", "500_10", "post"),
        by("7", "10_20", "comment"),
        by("500", "10_21", "comment"),
    ]
    lines = "\n".join(json.dumps(one) for one in items)
    for path in (put(tmp_path, "a.json", items), put(tmp_path, "a.jsonl", lines)):
        loaded = load(path)
        assert loaded.column("posts", "author_kind") == ["staff", "public", "staff"]
        assert loaded.column("posts", "author") == [None, "fb:7", None]


X_PAGE = {"data": [POST], "includes": {"users": [{"id": "77", "username": "ECRLib"}]}}
REPORTED = {"name": "t1_a", "author": "ECRLib", "created_utc": 1.0, "user_reports": [], "body": "x"}
CHAT = {
    "guild": {"id": "0"},
    "channel": {"id": "5", "type": "GuildTextChat"},
    "messages": [{"id": "1", "timestamp": EXPORTED, "content": "x", "author": {"id": "77"}}],
}
WIKI = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><page><title>P</title><id>1</id>
<revision><id>2</id><timestamp>2026-07-01T10:00:00Z</timestamp><contributor><username>ECRLib</username>
</contributor><text>x</text></revision></page></mediawiki>"""
GRAPH = {"data": [{"id": "1", "text": "x", "timestamp": EXPORTED, "username": "ecrlib"}]}


@pytest.mark.parametrize(
    ("name", "content", "account", "authors"),
    [
        ("page.json", X_PAGE, "@ECRLib", ("x:77", "ECRLib")),
        ("page.json", X_PAGE, "77", ("x:77", "ECRLib")),
        ("page.json", {"data": [POST]}, "77", ("x:77", "77")),
        ("reports.json", listing({"kind": "t1", "data": REPORTED}), "ecrlib", ("reddit:ECRLib", "ECRLib")),
        ("chat.json", CHAT, "12; 77", ("discord:77", "77")),
        ("dump.xml", WIKI, "ECRLib", ("mw:ECRLib", "ECRLib")),
        ("comments.json", [answered(author=9)], "9", ("wp:V", "9")),
        ("media.json", GRAPH, "@ECRLib", ("ig:ecrlib", "ecrlib")),
        ("items.json", [{**item("1", "post", "x"), "sm_network": "x"}], "7", ("x:7", "7")),
    ],
    ids=["x name", "x number", "x bare", "reddit", "discord", "wiki", "wordpress", "instagram", "archive"],
)  # fmt: skip
def test_posts_of_a_named_account_are_the_librarys_and_a_visitors_without(
    tmp_path: Path, name: str, content: object, account: str, authors: tuple[str, str]
) -> None:
    path = put(tmp_path, name, content)
    (alone,) = load(path).rows("posts")
    assert (alone["author_kind"], alone["author"]) == ("public", authors[0])
    for other in ("someone", "", " ; "):
        assert load(path, account=other).rows("posts") == [alone]
    (named,) = load(path, account=account).rows("posts")
    assert (named["author_kind"], named["author"]) == ("staff", authors[1])
