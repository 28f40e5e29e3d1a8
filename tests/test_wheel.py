"""What is installed is what is tracked, and it works the same from checkout, editable and wheel."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from ecrl_audit import __version__

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {
    "ecrl_audit": "ecrl_audit",
    "queries": "ecrl_audit/_assets/queries",
    "report_templates": "ecrl_audit/_assets/report_templates",
    "sample_data": "ecrl_audit/_assets/sample_data",
}


def run(*command: str | Path, folder: Path) -> str:
    """Run a command that must succeed and return what it wrote to stdout."""
    environment = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    finished = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def project_files() -> set[str]:
    """Return the files of the four folders that git tracks or is about to track."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        found = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
        files = {path for path in found if path.is_file() and path.parent.name != "__pycache__"}
        return {path.relative_to(ROOT).as_posix() for path in files}
    listing = [
        "git",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
        *FOLDERS,
    ]
    return {name for name in run(*listing, folder=ROOT).split("\0") if (ROOT / name).is_file()}


def place_in_wheel(file: str) -> str:
    """Return where the wheel carries a file of the checkout."""
    top, _, rest = file.partition("/")
    return f"{FOLDERS[top]}/{rest}"


def contents(wheel: Path) -> dict[str, int]:
    """Return the checksum of each file in a wheel, without the wheel's own record of itself."""
    with zipfile.ZipFile(wheel) as archive:
        return {i.filename: i.CRC for i in archive.infolist() if ".dist-info/" not in i.filename}


def build(source: Path, *options: str, to: Path) -> None:
    """Build with what is installed, fetching nothing."""
    options = ("--no-isolation", *options, "--outdir", str(to))
    run(sys.executable, "-m", "build", *options, str(source), folder=to)


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, to=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    """Return the wheel."""
    return next(dist.glob("*.whl"))


def new_environment(folder: Path, *install: str | Path) -> Path:
    """Return the ecrl-audit of a fresh environment; only its libraries are those of this one."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder.parent)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    programs = Path(sysconfig.get_path("scripts", vars={"base": str(folder)}))
    pip = (sys.executable, "-m", "pip", "--python", str(programs / "python"), "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", "--no-build-isolation", *install, folder=folder)
    return programs / "ecrl-audit"


@pytest.fixture(scope="module")
def from_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program as a wheel installs it."""
    return new_environment(tmp_path_factory.mktemp("wheel"), wheel)


@pytest.fixture(scope="module")
def from_editable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program as an editable install runs it."""
    return new_environment(tmp_path_factory.mktemp("editable"), "--editable", ROOT)


def test_the_wheel_carries_the_tracked_files_and_no_others(wheel: Path) -> None:
    assert set(contents(wheel)) == {place_in_wheel(file) for file in project_files()}


def test_the_wheel_is_the_same_straight_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    build(ROOT, "--wheel", to=tmp_path)
    assert contents(next(tmp_path.glob("*.whl"))) == contents(wheel)


def test_the_source_archive_can_be_tested_and_read(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        files = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml"} <= files
    assert {"tests/test_wheel.py", "requirements-dev.lock", "tools/setup.sh", "Makefile"} <= files
    assert {file.partition("/")[0] for file in files}.isdisjoint({".venv", "demo", "dist"})


def test_the_wheel_carries_the_licences_of_code_and_fonts(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        licences = {name.partition("/licenses/")[2] for name in archive.namelist()} - {""}
    fonts = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("report_templates/fonts/*")}
    assert licences == {"LICENSE"} | {f"{font}/OFL.txt" for font in fonts}


def test_an_installed_package_is_not_the_checkout(from_wheel: Path, tmp_path: Path) -> None:
    python = from_wheel.with_name("python")
    place = run(python, "-c", "import ecrl_audit; print(ecrl_audit.__file__)", folder=tmp_path)
    assert Path(place).is_relative_to(from_wheel.parent.parent)


def test_an_installed_program_tells_its_version_and_its_verbs(
    from_wheel: Path, tmp_path: Path
) -> None:
    assert __version__ in run(from_wheel, "--version", folder=tmp_path)
    assert "audit" in run(from_wheel, "--help", folder=tmp_path)


def test_an_installed_program_shows_the_sample_library(from_wheel: Path, tmp_path: Path) -> None:
    run(from_wheel, "demo", "-o", tmp_path / "out", folder=tmp_path)
    for document in ("director.pdf", "board.pdf"):
        assert (tmp_path / "out" / document).read_bytes().startswith(b"%PDF-")


def test_the_controls_are_the_same_from_checkout_editable_and_wheel(
    from_wheel: Path, from_editable: Path, tmp_path: Path
) -> None:
    question = ("controls", "--format", "json")
    checkout = run(sys.executable, "-m", "ecrl_audit", *question, folder=ROOT)
    assert json.loads(checkout)
    assert run(from_editable, *question, folder=tmp_path) == checkout
    assert run(from_wheel, *question, folder=tmp_path) == checkout


@pytest.mark.slow
def test_the_reports_are_the_same_from_checkout_editable_and_wheel(
    from_wheel: Path, from_editable: Path, tmp_path: Path
) -> None:
    programs: dict[str, list[str | Path]] = {
        "checkout": [sys.executable, "-m", "ecrl_audit"],
        "editable": [from_editable],
        "wheel": [from_wheel],
    }
    made = {}
    for name, program in programs.items():
        out = tmp_path / name
        run(*program, "demo", "-o", out, folder=ROOT if name == "checkout" else tmp_path)
        made[name] = {str(r.relative_to(out)): r.read_bytes() for r in out.rglob("*.pdf")}
    assert made["checkout"]
    assert made["checkout"] == made["editable"] == made["wheel"]
