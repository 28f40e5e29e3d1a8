"""X answers: posts of both versions, streams with broken lines, events of compliance, blocks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.platforms.harness import load, put

if TYPE_CHECKING:
    from pathlib import Path

EXPORTED = "2026-10-01T12:00:00Z"
POST = {
    "id": "9007199254740993",
    "author_id": "77",
    "conversation_id": "1",
    "created_at": "2026-07-01T10:00:00.000Z",
    "text": "Hello",
    "referenced_tweets": [{"type": "quoted", "id": "3"}, {"type": "replied_to", "id": "2"}],
    "entities": {"urls": [{"expanded_url": "https://a"}, {"expanded_url": "https://b"}]},
}


def test_a_page_and_a_stream_give_the_same_post(tmp_path: Path) -> None:
    page = load(put(tmp_path, "page.json", {"data": [POST], "meta": {}}))
    stream = load(put(tmp_path, "stream.jsonl", json.dumps({"data": POST}) + "\n"))
    assert page.rows("posts") == stream.rows("posts")
    (row,) = page.rows("posts")
    assert (row["post"], row["parent"], row["root"]) == ("x:9007199254740993", "x:2", "x:1")
    assert (row["author"], row["links"]) == ("x:77", "https://a;https://b")


def test_a_broken_line_and_an_unknown_one_are_set_aside(tmp_path: Path) -> None:
    lines = [json.dumps({"data": POST}), '{"data": {', '{"weather": "fine"}', "", '"text"']
    loaded = load(put(tmp_path, "stream.jsonl", "\n".join(lines)))
    assert [row for row, _ in loaded.flaws()] == [2, 3, 4]
    assert "line 2 does not parse" in loaded.flaws()[0][1]


def test_errors_within_an_answer_are_counted_with_what_was_missing(tmp_path: Path) -> None:
    answer = {"data": [POST], "errors": [{"title": "Not Found Error", "type": "t"}]}
    loaded = load(put(tmp_path, "page.json", answer))
    assert loaded.column("out_of_scope", "why") == [
        "what the answer could not give: Not Found Error"
    ]


def test_a_withheld_post_was_not_in_view(tmp_path: Path) -> None:
    post = {**POST, "withheld": {"copyright": True, "country_codes": ["US"]}}
    loaded = load(put(tmp_path, "page.json", {"data": [post]}), exported_at=EXPORTED)
    assert loaded.column("sightings", "state") == ["hidden"]


@pytest.mark.parametrize(
    ("reason", "state"),
    [("deleted", "author_deleted"), ("protected", "author_deleted"), ("suspended", "absent")],
    ids=str,
)
def test_a_compliance_event_is_no_act_of_the_library(
    tmp_path: Path, reason: str, state: str
) -> None:
    event = {
        "id": "5",
        "action": "delete",
        "created_at": "2026-07-01T10:00:00.000Z",
        "reason": reason,
    }
    loaded = load(put(tmp_path, "job.jsonl", json.dumps(event)))
    assert loaded.column("sightings", "state") == [state]
    assert loaded.rows("actions") == []


def test_an_older_status_and_a_list_of_blocked_ids_are_read(tmp_path: Path) -> None:
    status = {
        "id": 5,
        "id_str": "5",
        "created_at": "Wed Jul 01 10:00:00 +0000 2026",
        "text": "x",
        "user": {"id_str": "77"},
    }
    assert load(put(tmp_path, "status.json", status)).column("posts", "post") == ["x:5"]
    for content in ({"ids": [1, 2], "next_cursor": 0}, [1, 2]):
        listed = load(put(tmp_path, "blocks_ids.json", content), exported_at=EXPORTED)
        assert listed.column("block_lists", "user") == ["x:1", "x:2"]
