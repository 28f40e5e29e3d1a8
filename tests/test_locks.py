"""The lock files hold what pyproject.toml asks for, with digests and without addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = DECLARED["dependency-groups"]
RUNTIME = DECLARED["project"]["dependencies"] + GROUPS["build"]
DEV = [requirement for requirement in GROUPS["dev"] if isinstance(requirement, str)]
PIN = re.compile(r"^([a-z0-9-]+)==([^ ]+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


def pins(file: str) -> dict[str, tuple[str, str]]:
    """Return version and digests of each package; every line of the file must be one of them."""
    text = (ROOT / file).read_text(encoding="utf-8")
    rest = PIN.sub("", text).splitlines()
    assert [line for line in rest if line and not line.startswith("#")] == []
    return {name: (version, digests) for name, version, digests in PIN.findall(text)}


@pytest.mark.parametrize(
    ("file", "declared"),
    [
        ("requirements.lock", RUNTIME),
        ("requirements-dev.lock", RUNTIME + DEV),
        ("requirements-validate.lock", GROUPS["validate"]),
    ],
)
def test_what_is_declared_is_locked_in_a_version_that_fits(file: str, declared: list[str]) -> None:
    locked = pins(file)
    for requirement in map(Requirement, declared):
        version, _ = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} but {version} is locked"


def test_the_run_time_lock_is_a_part_of_the_other() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
