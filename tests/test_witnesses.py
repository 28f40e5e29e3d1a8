"""No item passes while a sheet that could speak against it was never supplied.

With its header alone a sheet was supplied: it was kept, and nothing happened.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ecrl_audit import statements
from ecrl_audit.model import Control
from tests import cases, worlds

CLEAN = ("no_exceptions_noted", "no_instances")
PAIRS = [
    pytest.param(control, sheet, id=f"{control.id}-{sheet}")
    for control in statements.controls()
    for sheet in control.witnesses
]


def _with_all_heard(control: Control) -> worlds.Tables:
    """Return the first case of a control in which some item passes, no sheet of it absent."""
    path = Path(control.path)
    every = cases.read_cases(cases.FOLDER / path.parent.name / f"{path.stem}.md")
    case = next(
        case for case in every
        if any(row["outcome"] == "pass" for row in cases.expected_items(case))
    )  # fmt: skip
    supplied = dict.fromkeys((*control.needs, *control.witnesses), ())
    return {**{sheet: list(none) for sheet, none in supplied.items()}, **case.tables}


@pytest.mark.parametrize(("control", "sheet"), PAIRS)
def test_without_a_witness_nothing_passes(control: Control, sheet: str) -> None:
    tables = _with_all_heard(control)
    heard = worlds.concluded(tables, [control])
    assert "pass" in {outcome for outcome, _ in heard.verdicts[control.id].values()}
    del tables[sheet]
    tables.pop(f"export_{sheet}", None)
    unheard = worlds.concluded(tables, [control])
    assert "pass" not in {outcome for outcome, _ in unheard.verdicts[control.id].values()}
    assert unheard.conclusions[control.id] not in CLEAN
