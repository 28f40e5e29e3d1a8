"""The generated libraries reach far: most controls have items, and items of most kinds."""

from __future__ import annotations

import pytest

from ecrl_audit import statements
from tests import generated_worlds, worlds

IMPORTANT = (
    [f"RM-{n:02d}" for n in range(1, 13)]
    + [f"BL-{n:02d}" for n in range(1, 12)]
    + [f"DM-{n:02d}" for n in range(6, 17)]
    + [f"AU-{n:02d}" for n in range(1, 9)]
    + ["MO-01", "MO-02", "MO-03", "NT-01", "NT-02", "NT-03", "ST-01", "ST-02", "ST-04", "ST-05"]
)
# RM-03 counts, RM-10 and RM-12 leave it to a person: none of them has an exception.
NEVER_AN_EXCEPTION = {"RM-03", "RM-10", "RM-12"}


def _reached(names: list[str]) -> dict[str, set[str]]:
    """Return the outcomes that the items of each control have in some libraries."""
    reached: dict[str, set[str]] = {}
    for name in names:
        for control, items in worlds.unchanged(name).verdicts.items():
            reached.setdefault(control, set()).update(outcome for outcome, _ in items.values())
    return {control: kinds for control, kinds in reached.items() if kinds}


def test_one_library_fills_every_sheet_and_most_controls() -> None:
    tables = worlds.library("0")
    assert set(statements.sheets()) <= set(tables)
    reached = _reached(["0"])
    assert len(reached) >= 115
    assert sum(map(len, reached.values())) >= 260


def test_the_same_seed_makes_the_same_library() -> None:
    assert generated_worlds.library(3) == generated_worlds.library(3)
    assert generated_worlds.library(3) != generated_worlds.library(4)


@pytest.mark.slow
def test_forty_libraries_bring_out_most_outcomes() -> None:
    reached = _reached([str(seed) for seed in range(40)])
    assert len(reached) >= 135
    assert sum(map(len, reached.values())) >= 440
    for control in IMPORTANT:
        wanted = {"not_evidenced"} if control in NEVER_AN_EXCEPTION else {"pass", "exception"}
        assert wanted <= reached[control], control
        assert len(reached[control]) >= (2 if control in ("RM-03", "AU-12") else 3), control
