"""Whole libraries made by chance: small, hostile, the same for the same seed."""

from __future__ import annotations

from tests.generated.blocks import make_blocks
from tests.generated.content import make_content, make_exports
from tests.generated.copyright import make_copyright
from tests.generated.damage import damage
from tests.generated.maker import RUNS, Maker, Run, Tables
from tests.generated.records import make_records
from tests.generated.roster import make_roster


def run_of(seed: int) -> Run:
    """Return the period and the cut-off that a generated library is judged on."""
    return RUNS[seed % len(RUNS)]


def library(seed: int, *, contradict: bool = True) -> Tables:
    """Return the sheets of one generated library, the run among them."""
    maker = Maker(seed)
    make_roster(maker)
    make_content(maker)
    make_blocks(maker)
    make_copyright(maker)
    make_records(maker)
    damage(maker, contradict=contradict)
    if maker.chance(0.5):
        make_exports(maker)
    run = maker.run
    asked = {
        "period": f"{run.first}..{run.last}",
        "as_of": run.as_of.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return {**maker.tables, "run": [asked]}
