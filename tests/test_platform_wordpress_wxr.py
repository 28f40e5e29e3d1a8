"""WordPress export files: what they say of posts, comments, the trash and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import recognise, records
from tests.platforms.harness import CORPUS, FORMATS, everything, load
from tests.platforms.wxr import comment, meta, page

if TYPE_CHECKING:
    from pathlib import Path

WXR = CORPUS / "wordpress" / "wxr"
BROKEN = {"malformed.xml": "line 90, column 2", "crazy-cdata.xml": "line 18, column 71"}
needs_corpus = pytest.mark.skipif(
    not WXR.is_dir(), reason="the samples are not beside the checkout"
)


@needs_corpus
@pytest.mark.parametrize("name", sorted(p.name for p in WXR.glob("*.xml")) or ["none"], ids=str)
def test_a_real_file_gives_as_many_records_as_its_text_has_tags(name: str) -> None:
    path = WXR / name
    if name in BROKEN:
        with pytest.raises(InputRefusedError, match=BROKEN[name]) as caught:
            list(records(path, recognise(path, FORMATS)))
        assert caught.value.file == name
        return
    text = path.read_text(encoding="utf-8")
    loaded = load(path)
    counted = {
        "item": len(re.findall(r"<item[ >]", text)),
        "comment": len(re.findall(r"<wp:comment[ >]", text)),
        "site": 1,
    }
    seen = [record.kind for record in loaded.records]
    assert {kind: seen.count(kind) for kind in counted} == counted
    kept = loaded.rows("posts") + loaded.rows("out_of_scope")
    assert {int(row["row"]) for row in kept} >= {
        r.row for r in loaded.records if r.kind in ("item", "comment") and not r.flaw
    }


@needs_corpus
def test_the_states_of_real_comments_agree_with_their_text() -> None:
    text = (WXR / "themeunittestdata.wordpress.xml").read_text(encoding="utf-8")
    loaded = load(WXR / "themeunittestdata.wordpress.xml")
    approved = re.findall(r"<wp:comment_approved>(?:<!\[CDATA\[)?(\w*)", text)
    ids = [row["post"] for row in loaded.rows("posts") if row["post"].startswith("wp:c")]
    surfaces = [row["surface"] for row in loaded.rows("posts") if row["post"].startswith("wp:c")]
    assert (len(ids), surfaces.count("held")) == (len(approved), approved.count("0"))


@needs_corpus
def test_a_real_trashed_comment_names_who_and_when() -> None:
    loaded = load(WXR / "pelican_wordpressexport.xml")
    (act,) = loaded.rows("actions")
    assert (act["post"], act["action"], act["login"]) == ("wp:c156", "delete", "bob")
    assert (act["acted"], act["basis"]) == ("2012-05-10T00:46:33Z", "event")
    assert "@mail.test" not in everything(loaded)
    assert "127.0.0.1" not in everything(loaded)


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"], ids=str)
def test_every_version_gives_posts_and_comments(tmp_path: Path, version: str) -> None:
    loaded = load(page(tmp_path, comment(5), comment(6, parent="5"), version=version))
    posts = {row["post"]: row for row in loaded.rows("posts")}
    assert list(posts) == ["wp:c5", "wp:c6", "wp:10"]
    assert posts["wp:10"]["posted"] == "2026-07-01T14:00:00Z"
    assert posts["wp:10"]["links"] == "https://example.org/a?b=1%3Bc=2"
    assert (posts["wp:10"]["author_kind"], posts["wp:10"]["author"]) == ("staff", "maria")
    assert (posts["wp:c5"]["author_kind"], posts["wp:c5"]["author"]) == ("public", "wp:Visitor")
    assert (posts["wp:c5"]["parent"], posts["wp:c6"]["parent"]) == ("wp:10", "wp:c5")
    assert {row["seen"] for row in loaded.rows("sightings")} == {"2026-10-01T18:00:00+00:00"}


def test_the_state_of_a_comment_is_what_visitors_saw(tmp_path: Path) -> None:
    given = {
        "1": "visible",
        "0": "held",
        "trash": "hidden",
        "post-trashed": "hidden",
        "spam": "hidden",
    }
    loaded = load(page(tmp_path, *[comment(n, state) for n, state in enumerate(given)]))
    states = {row["post"]: row["state"] for row in loaded.rows("sightings")}
    assert [states[f"wp:c{number}"] for number in range(5)] == list(given.values())


def test_an_approved_comment_below_a_draft_was_not_visible(tmp_path: Path) -> None:
    loaded = load(page(tmp_path, comment(1), status="draft"))
    assert loaded.column("sightings", "state") == ["hidden"]
    assert "not public when exported: draft" in loaded.column("out_of_scope", "why")


def test_a_comment_by_a_user_who_wrote_posts_is_the_librarys(tmp_path: Path) -> None:
    loaded = load(page(tmp_path, comment(1, user="2", author="Maria L."), comment(2, user="9")))
    kinds = {row["post"]: (row["author_kind"], row["author"]) for row in loaded.rows("posts")}
    assert kinds["wp:c1"] == ("staff", "maria")
    assert kinds["wp:c2"] == ("public", "wp:Visitor")


def test_the_trash_tells_the_time_and_akismet_tells_who(tmp_path: Path) -> None:
    history = (
        'a:3:{s:4:"time";d:1783000000.5;s:5:"event";s:12:"status-trash";s:4:"user";s:9:"maria";}'
    )
    trashed = comment(
        1,
        "trash",
        meta=meta("_wp_trash_meta_time", "1783000001") + meta("akismet_history", history),
    )
    (act,) = load(page(tmp_path, trashed)).rows("actions")
    assert (act["action_no"], act["login"]) == ("wp:c1:trash", "maria")
    assert (act["acted"], act["basis"]) == ("2026-07-02T13:46:41Z", "event")


def test_a_trashed_comment_without_a_time_was_removed_between_two_moments(tmp_path: Path) -> None:
    (act,) = load(page(tmp_path, comment(1, "trash"))).rows("actions")
    assert act["acted"] == "2026-07-02T10:00:00Z/2026-10-01T18:00:00+00:00"
    assert act["basis"] == "current_state"
    assert "login" not in act


def test_earlier_acts_in_the_history_are_acts_of_their_own(tmp_path: Path) -> None:
    entry = 'a:3:{{s:4:"time";d:{}.0;s:5:"event";s:1:"{}";s:4:"user";s:1:"{}";}}'
    events = [
        (1783000000, "status-trash", "maria"),
        (1783000100, "status-approved", "maria"),
        (1783000200, "status-spam", ""),
        (1783000300, "check-ham", ""),
    ]
    noted = "".join(meta("akismet_history", entry.format(*event)) for event in events)
    acts = load(page(tmp_path, comment(1, "1", meta=noted))).rows("actions")
    assert [(act["action"], act["source"], act.get("login")) for act in acts] == [
        ("hold_release", "staff", "maria"),
        ("hide", "automation", None),
        ("delete", "staff", "maria"),
    ]


def test_a_post_in_the_trash_was_removed_if_it_had_been_public(tmp_path: Path) -> None:
    thrown = meta("_wp_trash_meta_time", "1783000000", "postmeta")
    public = thrown + meta("_wp_trash_meta_status", "publish", "postmeta")
    draft = thrown + meta("_wp_trash_meta_status", "draft", "postmeta")
    loaded = load(page(tmp_path, status="trash", postmeta=public))
    assert loaded.column("actions", "acted") == ["2026-07-02T13:46:40Z"]
    assert loaded.column("sightings", "state") == ["absent"]
    assert load(page(tmp_path, status="trash", postmeta=draft)).rows("actions") == []


@pytest.mark.parametrize(
    "post_type", ["nav_menu_item", "revision", "wp_template", "attachment"], ids=str
)
def test_parts_of_the_site_are_no_posts(tmp_path: Path, post_type: str) -> None:
    loaded = load(page(tmp_path, post_type=post_type))
    assert loaded.rows("posts") == []
    assert [row["row"] for row in loaded.rows("out_of_scope")] == [1, 2, 3]


def test_a_picture_somebody_commented_on_is_a_post(tmp_path: Path) -> None:
    loaded = load(page(tmp_path, comment(1), post_type="attachment", status="inherit"))
    assert loaded.column("posts", "post") == ["wp:c1", "wp:10"]


def test_shop_notes_are_no_comments(tmp_path: Path) -> None:
    loaded = load(page(tmp_path, comment(1, kind="order_note"), comment(2, kind="pingback")))
    assert loaded.column("posts", "post") == ["wp:c2", "wp:10"]


def test_coverage_ends_the_day_before_the_export_unless_it_is_declared(tmp_path: Path) -> None:
    (row,) = load(page(tmp_path)).rows("coverage")
    assert (row["source"], row["covers_from"], row["covers_to"]) == (
        "posts",
        "2026-07-01",
        "2026-09-30",
    )
    (row,) = load(page(tmp_path), covers_from="2026-01-01", covers_to="2026-09-29").rows("coverage")
    assert (row["covers_from"], row["covers_to"]) == ("2026-01-01", "2026-09-29")


def test_addresses_and_passwords_never_leave_the_file(tmp_path: Path) -> None:
    submitted = meta("akismet_as_submitted", 'a:1:{s:7:"user_ip";s:6:"CANARY";}')
    history = (
        'a:4:{s:4:"time";d:1783000000.5;s:7:"message";s:6:"CANARY";'
        's:5:"event";s:12:"status-trash";s:4:"user";s:9:"maria";}'
    )
    loaded = load(
        page(tmp_path, comment(1, "trash", meta=submitted + meta("akismet_history", history)))
    )
    assert "said 1" in everything(loaded)
    assert "CANARY" not in everything(loaded)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r SYSTEM "http://example.org/x.dtd">',
    ],
    ids=["bomb", "file", "address"],
)
def test_entities_and_document_types_are_refused(tmp_path: Path, declaration: str) -> None:
    path = page(tmp_path)
    text = path.read_text(encoding="utf-8").replace("?>", f"?>{declaration}", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputRefusedError, match="document type or entities"):
        list(records(path, recognise(path, FORMATS)))


def test_a_control_character_is_refused_with_its_place(tmp_path: Path) -> None:
    path = page(tmp_path, comment(1, author="a\x08b"))
    with pytest.raises(InputRefusedError, match=r"line \d+, column \d+"):
        list(records(path, recognise(path, FORMATS)))


def test_an_id_said_twice_is_set_aside(tmp_path: Path) -> None:
    path = page(tmp_path)
    text = path.read_text(encoding="utf-8").replace(
        "<wp:status>", "<wp:post_id>11</wp:post_id><wp:status>"
    )
    path.write_text(text, encoding="utf-8")
    assert load(path).flaws() == [(2, "says post_id more than once")]
