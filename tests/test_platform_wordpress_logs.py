"""WordPress beside its export file: answers with comments, and four plugins that log activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.platforms.harness import everything, load, put

if TYPE_CHECKING:
    from pathlib import Path

WSAL = "ID,Severity,Date,User,IP,Object,Event Type,Message\n"
STREAM = 'Date,Summary,User,"User ID",Connector,Context,"Object ID",Action,"IP Address"\n'
ACTIVITY = "Date,User,IP,Topic,Context,Meta,Action\n"
SIMPLE = (
    "Date (UTC),Date (local),Logger,Level,Initiator,Message Key,User Email,User Login,User Roles,"
    "Header Message,Details,Occasions\n"
)
SIMPLE_ROW = (
    '"2026-07-01 10:00:00","2026-07-01 05:00:00",SimpleCommentsLogger,info,wp_user,{key},CANARY@x,'
    'maria,administrator,"Maria (CANARY@x)","Trashed a comment by V (CANARY@x)",1\n'
)


def comment(**more: object) -> dict[str, object]:
    return {
        "id": 5,
        "post": 10,
        "parent": 0,
        "author": 0,
        "author_name": "V",
        "author_email": "CANARY",
        "author_ip": "CANARY",
        "date": "2026-07-01T05:00:00",
        "date_gmt": "2026-07-01T10:00:00",
        "content": {"rendered": "<p>Hi</p>\n"},
        "status": "approved",
        "type": "comment",
        **more,
    }


@pytest.mark.parametrize(
    ("status", "state"),
    [("approved", "visible"), ("hold", "held"), ("spam", "hidden"), ("trash", "hidden")],
    ids=str,
)
def test_an_answer_tells_how_a_comment_stood(tmp_path: Path, status: str, state: str) -> None:
    path = put(tmp_path, "comments.json", [comment(status=status)])
    loaded = load(path, exported_at="2026-10-01T12:00:00Z")
    assert loaded.column("sightings", "state") == [state]
    (post,) = loaded.rows("posts")
    assert (post["post"], post["parent"], post["text"]) == ("wp:c5", "wp:10", "Hi")
    acts = loaded.column("actions", "acted")
    assert acts == (["2026-07-01T10:00:00Z/2026-10-01T12:00:00Z"] if status == "trash" else [])
    assert "CANARY" not in everything(loaded)


def test_an_answer_gives_no_coverage_for_it_may_show_approved_comments_only(tmp_path: Path) -> None:
    assert load(put(tmp_path, "comments.json", [comment()])).rows("coverage") == []


def simple(number: int, key: str, **context: str) -> dict[str, object]:
    return {
        "id": str(number),
        "logger": "SimpleCommentsLogger",
        "date": "2026-07-01 10:00:00",
        "initiator": "wp_user",
        "context_message_key": key,
        "context": {
            "_user_login": "maria",
            "_user_email": "CANARY",
            "_server_remote_addr": "CANARY",
            **context,
        },
    }


@pytest.mark.parametrize(
    ("key", "action"),
    [
        ("comment_status_approve", "hold_release"),
        ("comment_status_hold", "hide"),
        ("comment_status_spam", "hide"),
        ("comment_status_trash", "delete"),
        ("comment_untrashed", "restore"),
        ("comment_deleted", "delete"),
    ],
    ids=str,
)
def test_simple_history_names_who_did_what_to_which_comment(
    tmp_path: Path, key: str, action: str
) -> None:
    path = put(
        tmp_path, "history.json", [simple(1, key, comment_ID="5", comment_author_email="CANARY")]
    )
    loaded = load(path)
    (act,) = loaded.rows("actions")
    assert (act["action"], act["post"], act["login"]) == (action, "wp:c5", "maria")
    assert (act["action_no"], act["acted"]) == ("wp:sh:1", "2026-07-01T10:00:00Z")
    assert "CANARY" not in everything(loaded)
    (act,) = load(put(tmp_path, "history.csv", SIMPLE + SIMPLE_ROW.format(key=key))).rows("actions")
    assert (act["action"], act["login"]) == (action, "maria")


def test_simple_history_tells_changes_of_roles(tmp_path: Path) -> None:
    roles = {"edited_user_login": "tom", "old_role": "editor", "new_role": "administrator"}
    path = put(
        tmp_path,
        "history.json",
        [simple(1, "user_role_updated", **roles), simple(2, "post_updated")],
    )
    (change,) = load(path).rows("access_changes")
    assert (change["change"], change["login"], change["changed_by"]) == ("level", "tom", "maria")
    assert (change["old_level"], change["new_level"]) == ("editor", "administrator")


def test_a_csv_of_simple_history_is_read_with_and_without_its_header(tmp_path: Path) -> None:
    row = SIMPLE_ROW.format(key="comment_deleted")
    bare = load(put(tmp_path, "bare.csv", row))
    headed = load(put(tmp_path, "headed.csv", SIMPLE + row))
    assert bare.rows("actions") == headed.rows("actions") != []
    assert "CANARY" not in everything(bare) + everything(headed)


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("2090", "hold_release"),
        ("2094", "hide"),
        ("2095", "hold_release"),
        ("2096", "delete"),
        ("2097", "restore"),
    ],
    ids=str,
)
def test_wp_activity_log_takes_the_number_of_the_comment_and_leaves_the_sentence(
    tmp_path: Path, code: str, action: str
) -> None:
    row = (
        f'{code},Low,07/01/2026 10:00:00 am,maria,CANARY,Comment,x,"Comment ID: 5 by V CANARY@x"\n'
    )
    loaded = load(put(tmp_path, "log.csv", WSAL + row))
    (act,) = loaded.rows("actions")
    assert (act["action"], act["post"], act["login"]) == (action, "wp:c5", "maria")
    assert act["acted"] == "2026-07-01 10:00:00"
    assert "CANARY" not in everything(loaded)


def test_wp_activity_log_tells_roles_and_counts_the_rest(tmp_path: Path) -> None:
    text = WSAL + (
        '4002,High,07/01/2026 10:00 am,maria,1,User,x,"Role of user tom. Previous role: editor New role: admin"\n'
        "1000,Low,07/01/2026 10:00 am,maria,1,User,Login,x\n"
    )
    loaded = load(put(tmp_path, "log.csv", text))
    (change,) = loaded.rows("access_changes")
    assert (change["login"], change["old_level"], change["new_level"]) == ("tom", "editor", "admin")
    assert len(loaded.rows("out_of_scope")) == 1


def test_stream_names_the_comment_by_its_number(tmp_path: Path) -> None:
    rows = (
        '"2026/07/01 10:00:00 AM CDT","CANARY",Maria,2,comments,post,5,trashed,CANARY\n'
        '"2026/07/01 03:00:00 PM UTC","CANARY",,0,comments,post,6,spammed,CANARY\n'
        '"2026/07/01 11:00:00 AM CDT","CANARY",Maria,2,posts,post,7,updated,CANARY\n'
    )
    loaded = load(put(tmp_path, "stream.csv", STREAM + rows))
    first, second = loaded.rows("actions")
    assert (first["post"], first["action"], first["acted"]) == (
        "wp:c5",
        "delete",
        "2026-07-01T10:00:00-05:00",
    )
    assert (second["source"], second["acted"]) == ("automation", "2026-07-01T15:00:00Z")
    assert "CANARY" not in everything(loaded)


def test_activity_log_is_read_with_its_older_column_names_too(tmp_path: Path) -> None:
    row = '"2026/07/01 10:00:00 PM",Maria,CANARY,Comments,post,Summer,Trashed\n'
    older = "Date,Author,IP,Type,Label,Description,Action\n"
    for header in (ACTIVITY, older):
        loaded = load(put(tmp_path, "activity.csv", header + row))
        (act,) = loaded.rows("actions")
        assert (act["action"], act["login"], act["acted"]) == (
            "delete",
            "Maria",
            "2026-07-01 22:00:00",
        )
        assert "CANARY" not in everything(loaded)


def test_an_apostrophe_before_a_formula_is_taken_off(tmp_path: Path) -> None:
    row = '"2026/07/01 10:00:00 AM",\'=Maria,1,Comments,post,x,Trashed\n'
    (act,) = load(put(tmp_path, "activity.csv", ACTIVITY + row)).rows("actions")
    assert act["login"] == "=Maria"


def test_a_log_covers_the_days_from_its_first_to_its_last_row(tmp_path: Path) -> None:
    rows = [
        simple(1, "comment_deleted"),
        {**simple(2, "comment_deleted"), "date": "2026-07-09 10:00:00"},
    ]
    covered = load(put(tmp_path, "history.json", rows)).rows("coverage")
    assert {(r["covers_from"], r["covers_to"]) for r in covered} == {("2026-07-01", "2026-07-09")}
    assert {r["source"] for r in covered} == {"actions", "access_changes"}
