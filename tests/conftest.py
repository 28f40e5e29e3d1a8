"""What every test stands on: an own key of pseudonyms, nothing left in the checkout."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import hypothesis.configuration

_HOME = Path(tempfile.mkdtemp(prefix="ecrl-audit-tests-"))
hypothesis.configuration.set_hypothesis_home_dir(_HOME / "hypothesis")
os.environ["ECRL_AUDIT_KEY_FILE"] = str(_HOME / "pseudonym.key")
