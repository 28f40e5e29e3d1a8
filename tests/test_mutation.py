"""A changed control is noticed: the whole on demand, a sample of it in every run."""

from __future__ import annotations

import pytest

from ecrl_audit import statements
from ecrl_audit.model import Control
from tests import mutation

SAMPLED = 7
CONTROLS = [pytest.param(control, id=control.id) for control in statements.controls()]
SMALL = [pytest.param(control, id=control.id) for control in statements.controls()[::14]]


def _unexplained(control: Control, every: int) -> list[str]:
    known = mutation.explained().get(control.id, {})
    _, found = mutation.survivors(control, every)
    return [change for change in found if change not in known]


@pytest.mark.parametrize("control", SMALL)
def test_a_sample_of_mutants_is_noticed(control: Control) -> None:
    assert _unexplained(control, SAMPLED) == []


@pytest.mark.slow
@pytest.mark.parametrize("control", CONTROLS)
def test_every_mutant_is_noticed(control: Control) -> None:
    assert _unexplained(control, 1) == []
