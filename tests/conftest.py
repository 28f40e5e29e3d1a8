"""What every test stands on: an own key of pseudonyms, nothing left in the checkout."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import hypothesis.configuration
import pytest

from tests import evidence

_HOME = Path(tempfile.mkdtemp(prefix="ecrl-audit-tests-"))
hypothesis.configuration.set_hypothesis_home_dir(_HOME / "hypothesis")
os.environ["ECRL_AUDIT_KEY_FILE"] = str(_HOME / "pseudonym.key")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return evidence.small_library(tmp_path / "evidence")


@pytest.fixture
def loaded(library: Path, tmp_path: Path) -> Path:
    database = tmp_path / "audit.duckdb"
    assert evidence.run("load", library, "--db", database).returncode == 0
    return database
