"""Every control does what its cases say, item by item."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import cases, reasons

ALL = [
    pytest.param(path, case, id=f"{path.parent.name}/{path.stem}/{case.title}")
    for path in sorted(cases.FOLDER.glob("*/*.md"))
    for case in cases.read_cases(path)
]


@pytest.mark.parametrize(("path", "case"), ALL)
def test_control_judges_each_item_as_its_case_says(path: Path, case: cases.Case) -> None:
    control = cases.control_of(path)
    judged = cases.run_case(case, control)
    wanted = cases.expected_items(case)
    columns = case.columns["items"]
    got = [{column: cases.shown(item[column]) for column in columns} for item in judged]
    assert sorted(got, key=lambda row: row["item"]) == sorted(wanted, key=lambda row: row["item"])
    unread = {reasons.entry(control, item) for item in judged} - reasons.golden()
    assert not unread, "read these sentences, then run python -m tests.reasons"
