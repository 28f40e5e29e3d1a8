"""WordPress: versions, clocks, damaged values and plugin logs of which no real file is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import recognise, records
from tests.platforms.harness import FORMATS, Loaded, everything, load, put
from tests.platforms.wxr import comment, meta, page
from tests.test_platform_wordpress_logs import ACTIVITY, SIMPLE, SIMPLE_ROW, STREAM, simple
from tests.test_platform_wordpress_logs import comment as answered

if TYPE_CHECKING:
    from pathlib import Path

HISTORY = 'a:3:{{s:{0}:"time";d:1783000000.5;s:{1}:"event";s:{2}:"status-trash";s:{3}:"user";s:{3}:"{4}";}}'


def changed(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


@pytest.mark.parametrize("hours", [10, -7, -5, 0], ids=str)
def test_the_time_is_the_one_in_utc_whatever_the_clock_of_the_site(
    tmp_path: Path, hours: int
) -> None:
    local = f"<wp:comment_date>2026-07-02 {10 + hours:02}:00:00<"
    path = changed(page(tmp_path, comment(1)), "<wp:comment_date>2026-07-02 05:00:00<", local)
    posted = {row["post"]: row["posted"] for row in load(path).rows("posts")}
    assert posted["wp:c1"] == "2026-07-02T10:00:00Z"


@pytest.mark.parametrize("lengths", [(4, 5, 12, 4), (99, 1, 7, 3)], ids=["true", "false"])
@pytest.mark.parametrize("user", ["maria", "josé"], ids=str)
def test_who_threw_a_comment_away_is_known_with_true_and_with_false_lengths(
    tmp_path: Path, lengths: tuple[int, ...], user: str
) -> None:
    noted = meta("akismet_history", HISTORY.format(*lengths, user))
    (act,) = load(page(tmp_path, comment(1, "trash", meta=noted))).rows("actions")
    assert (act["login"], act["acted"]) == (user, "2026-07-02T13:46:40Z")


def test_a_history_that_cannot_be_read_leaves_the_removal_without_a_name(tmp_path: Path) -> None:
    noted = meta("akismet_history", 'a:3:{s:4:"time"') + meta("_wp_trash_meta_time", "1783000000")
    (act,) = load(page(tmp_path, comment(1, "trash", meta=noted))).rows("actions")
    assert (act["action"], act.get("login")) == ("delete", None)


def test_a_namespace_with_other_letters_and_a_missing_version_tag_do_no_harm(
    tmp_path: Path,
) -> None:
    path = changed(page(tmp_path, comment(1)), "<rss ", '<rss xmlns:ü="http://exämple.org/ü/" ')
    changed(path, "<item>", "<ü:note>x</ü:note><item>")
    assert load(path).column("posts", "post") == ["wp:c1", "wp:10"]


def test_a_file_that_breaks_is_refused_whole_with_the_place(tmp_path: Path) -> None:
    path = changed(page(tmp_path, comment(1), comment(2)), "said 2]]>", "said 2]]> & more")
    with pytest.raises(InputRefusedError, match=r"line \d+, column \d+") as caught:
        list(records(path, recognise(path, FORMATS)))
    assert "do not correct it by hand" in caught.value.what_to_do


def test_an_answer_without_a_status_is_taken_for_approved_and_covers_nothing(
    tmp_path: Path,
) -> None:
    anonymous = answered()
    del anonymous["status"]
    loaded = load(put(tmp_path, "c.json", [anonymous]), exported_at="2026-10-01T12:00:00Z")
    assert loaded.column("sightings", "state") == ["visible"]
    assert loaded.rows("coverage") == []


@pytest.mark.parametrize("key", ["user_role_added", "user_role_removed"], ids=str)
def test_simple_history_tells_roles_that_were_added_or_taken(tmp_path: Path, key: str) -> None:
    event = simple(1, key, edited_user_login="tom")
    (change,) = load(put(tmp_path, "h.json", [event])).rows("access_changes")
    assert (change["change"], change["login"], change["changed_by"]) == ("level", "tom", "maria")


def test_the_roles_of_the_day_of_the_export_are_never_read(tmp_path: Path) -> None:
    row = SIMPLE_ROW.format(key="user_role_updated").replace(",administrator,", ",CANARY,")
    loaded = load(put(tmp_path, "h.csv", SIMPLE + row))
    assert loaded.column("access_changes", "changed_by") == ["maria"]
    assert "CANARY" not in everything(loaded)


@pytest.mark.parametrize(
    ("logger", "level"),
    [("SimpleCommentsLogger", "info"), ("Plugin_UserSwitching", "warning"), ("WPCron", "debug")],
    ids=str,
)
def test_a_csv_without_header_is_known_whichever_logger_stands_first(
    tmp_path: Path, logger: str, level: str
) -> None:
    row = SIMPLE_ROW.format(key="comment_deleted")
    first = row.replace("SimpleCommentsLogger,info", f"{logger},{level}")
    quoted = row.replace("Trashed a comment", "Trashed\na comment").replace(",maria,", ",'=maria,")
    loaded = load(put(tmp_path, "bare.csv", first + quoted))
    assert loaded.column("actions", "login") == ["maria", "=maria"]


def wsal(folder: Path, header: str, **cells: str) -> Loaded:
    names = header.split(",")
    row = ",".join(f'"{cells.get(name, "CANARY")}"' for name in names)
    loaded = load(put(folder, "log.csv", f"{header}\n{row}\n"))
    assert "CANARY" not in everything(loaded)
    return loaded


@pytest.mark.parametrize(
    "header",
    [
        "ID,Severity,Date,User,IP,Object,Event Type,Message",
        "Message,User,Date,Severity,ID",
        "Date,Event Type,User,ID",
    ],
    ids=str,
)
@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("2090", "hold_release"),
        ("2091", "hide"),
        ("2092", None),
        ("2093", None),
        ("2094", "hide"),
        ("2095", "hold_release"),
        ("2096", "delete"),
        ("2097", "restore"),
        ("2098", "delete"),
    ],
    ids=str,
)
def test_wp_activity_log_is_read_from_any_columns_in_any_order(
    tmp_path: Path, header: str, code: str, action: str | None
) -> None:
    cells = {"ID": code, "Date": "2026-07-01 10:00:00.123", "User": "maria"}
    loaded = wsal(tmp_path, header, **cells)
    assert loaded.column("actions", "action") == ([action] if action else [])
    assert len(loaded.rows("out_of_scope")) == (action is None)
    assert set(loaded.column("actions", "login")) <= {"maria"}


@pytest.mark.parametrize(
    "written",
    ["07/01/2026 10:00:05.250 am", "July 1, 2026 10:00:05.250 am", "2026-07-01 10:00:05.250"],
    ids=str,
)
def test_wp_activity_log_tells_that_a_user_was_removed(tmp_path: Path, written: str) -> None:
    cells = {"ID": "4007", "Date": written, "User": "maria"}
    loaded = wsal(tmp_path, "ID,Date,User,Event Type,Message", **cells, Message="Deleted user: tom")
    (change,) = loaded.rows("access_changes")
    assert (change["change"], change["login"]) == ("revoke", "tom")
    assert change["changed"] == "2026-07-01 10:00:05"


@pytest.mark.parametrize(
    ("user", "source", "login"),
    [("maria", "staff", "maria"), ("System", "automation", None), ("Unknown", "staff", None)],
    ids=str,
)
def test_an_act_of_nobody_known_is_never_taken_for_one_of_a_program(
    tmp_path: Path, user: str, source: str, login: str | None
) -> None:
    cells = {"ID": "2096", "Date": "2026-07-01 10:00:00", "User": user}
    (act,) = wsal(tmp_path, "ID,Date,User,Event Type", **cells).rows("actions")
    assert (act["source"], act.get("login")) == (source, login)
    other = {**simple(1, "comment_deleted"), "initiator": "other", "context": {"comment_ID": "5"}}
    (act,) = load(put(tmp_path, "h.json", [other])).rows("actions")
    assert (act["source"], act.get("login")) == ("staff", None)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("approved", "hold_release"),
        ("spammed", "hide"),
        ("unspammed", "hold_release"),
        ("trashed", "delete"),
        ("untrashed", "restore"),
        ("deleted", "delete"),
    ],
    ids=str,
)
def test_stream_tells_each_act_on_a_comment(tmp_path: Path, action: str, expected: str) -> None:
    row = f'"2026/07/01 10:00:00 AM CDT",x,Maria,2,comments,post,5,{action},x\n'
    assert load(put(tmp_path, "s.csv", STREAM + row)).column("actions", "action") == [expected]


@pytest.mark.parametrize(
    ("written", "acted"),
    [
        ("2026/11/01 01:30:00 AM CDT", "2026-11-01T01:30:00-05:00"),
        ("2026/11/01 01:30:00 AM CST", "2026-11-01T01:30:00-06:00"),
        ("2026/07/01 10:00:00 PM EDT", "2026-07-01T22:00:00-04:00"),
        ("2026/07/01 12:00:00 PM GMT", "2026-07-01T12:00:00Z"),
        ("2026/07/01 10:00:00 AM +0530", "2026-07-01T10:00:00+05:30"),
        ("2026/07/01 10:00:00 AM +03", "2026-07-01T10:00:00+03:00"),
        ("2026/07/01 10:00:00 AM IST", "2026-07-01 10:00:00"),
    ],
    ids=str,
)
def test_the_zone_beside_a_time_counts_where_its_abbreviation_is_sure(
    tmp_path: Path, written: str, acted: str
) -> None:
    row = f'"{written}",x,Maria,2,comments,post,5,trashed,x\n'
    assert load(put(tmp_path, "s.csv", STREAM + row)).column("actions", "acted") == [acted]


@pytest.mark.parametrize(
    ("written", "acted"),
    [
        ("July 1, 2026 10:05 pm", "2026-07-01 22:05:00"),
        ("Sept. 1, 2026, 10:05 a.m.", "2026-09-01 10:05:00"),
        ("07/01/2026 10:05 pm", "2026-07-01 22:05:00"),
        ("2026-07-01 22:05", "2026-07-01 22:05:00"),
        ("2026/07/01 10:05 PM", "2026-07-01 22:05:00"),
        ("1. Juli 2026 22:05", "1. Juli 2026 22:05"),
    ],
    ids=str,
)
def test_activity_log_is_read_with_the_date_as_the_site_writes_it(
    tmp_path: Path, written: str, acted: str
) -> None:
    row = f'"{written}",unknown,x,Comments,post,Summer,Trashed\n'
    (act,) = load(put(tmp_path, "a.csv", ACTIVITY + row)).rows("actions")
    assert (act["acted"], act["source"], act.get("login")) == (acted, "staff", None)
