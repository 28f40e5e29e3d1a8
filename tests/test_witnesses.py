"""No item passes while a sheet that could speak against it was never supplied.

With its header alone a sheet was supplied: it was kept, and nothing happened.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from ecrl_audit import statements
from ecrl_audit.model import Control
from tests import cases, worlds

CONTROLS = statements.controls()
PAIRS = [
    pytest.param(control, sheet, id=f"{control.id}-{sheet}")
    for control in CONTROLS
    for sheet in control.witnesses
]
IN_TURN = [
    pytest.param(control, id=control.id, marks=() if n % 8 == 0 else pytest.mark.slow)
    for n, control in enumerate(CONTROLS)
]


def _with_all_heard(control: Control) -> worlds.Tables:
    """Return the first case of a control in which some item passes, no sheet of it absent."""
    case = next(
        case for case in cases.read_cases(cases.file_of(control))
        if any(row["outcome"] == "pass" for row in cases.expected_items(case))
    )  # fmt: skip
    empty: worlds.Tables = {sheet: [] for sheet in (*control.needs, *control.witnesses)}
    return {**empty, **case.tables}


@pytest.mark.parametrize(("control", "sheet"), PAIRS)
def test_without_a_witness_nothing_passes(control: Control, sheet: str) -> None:
    tables = _with_all_heard(control)
    heard = worlds.concluded(tables, [control])
    assert "pass" in {outcome for outcome, _ in heard.verdicts[control.id].values()}
    del tables[sheet]
    tables.pop(f"export_{sheet}", None)
    unheard = worlds.concluded(tables, [control])
    assert "pass" not in {outcome for outcome, _ in unheard.verdicts[control.id].values()}
    assert unheard.conclusions[control.id] not in worlds.CLEAN


@pytest.mark.parametrize("control", IN_TURN)
def test_each_sheet_that_speaks_against_an_item_of_a_case_is_a_witness(control: Control) -> None:
    changes_the_fact = worlds.CHANGES_THE_FACT.get(control.id, set())
    named = {*control.needs, *control.witnesses, *changes_the_fact}
    for case in cases.read_cases(cases.file_of(control)):
        if "source_file" in case.tables:
            continue
        before = cases.run_case(case, control)
        unsettled = {row["item"] for row in before if row["outcome"] in worlds.UNSETTLED}
        for sheet in _sheets_of(case) - named if unsettled else ():
            after = cases.run_case(_without(case, sheet), control)
            passing = {row["item"] for row in after if row["outcome"] == "pass"}
            assert unsettled & passing == set(), (case.title, sheet)


def _sheets_of(case: cases.Case) -> set[str]:
    return {table.removeprefix("export_") for table in case.tables} & set(statements.sheets())


def _without(case: cases.Case, sheet: str) -> cases.Case:
    kept = {t: rows for t, rows in case.tables.items() if t.removeprefix("export_") != sheet}
    return replace(case, tables=kept)
