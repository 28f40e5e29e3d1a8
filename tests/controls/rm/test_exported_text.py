"""RM-05 on the text that a platform's export brought, which no case table can hold."""

from __future__ import annotations

import pytest

from ecrl_audit.judge import judge
from tests import cases

_FILE = cases.FOLDER / "rm" / "evidence_copy_precedes_removal.md"


def _outcome(action: str, text: str | None, *, is_logbook: bool) -> object:
    """Judge one removal of a post that one further source brought with this text."""
    act = {
        "action_no": "a1",
        "acted": "2026-07-06T15:00Z",
        "channel": "fb",
        "post": "p1",
        "source": "staff",
    }
    world = cases.Case("", {"actions": [{**act, "action": action}], "evidence": []})
    control = cases.control_of(_FILE)
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, world, [control.sql])
        connection.execute(
            "insert into source (source_id, is_logbook) values (90, ?)", [is_logbook]
        )
        connection.execute(
            "insert into raw_posts (source_id, row, post, text) values (90, 1, 'p1', ?)", [text]
        )
        judged = judge(connection, control)
        assert not judged.error, judged.error
        return judged.rows[0][1]
    finally:
        connection.execute("rollback")


@pytest.mark.parametrize(
    ("action", "text", "is_logbook", "outcome"),
    [
        ("hide", "words", False, "pass"),
        ("hide", "", False, "exception"),
        ("hide", None, False, "exception"),
        ("hide", "words", True, "exception"),
        ("delete", "words", False, "exception"),
    ],
)
def test_a_hidden_item_with_its_text_in_an_export_needs_no_copy(
    action: str, text: str | None, *, is_logbook: bool, outcome: str
) -> None:
    assert _outcome(action, text, is_logbook=is_logbook) == outcome
