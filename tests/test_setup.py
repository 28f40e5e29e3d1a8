"""A machine that lacks something is told what to type, and is not touched."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("cat", "cksum", "dirname", "env", "grep", "id")
BARE_PYTHON = """\
#!/bin/sh
case "$*" in
    *version_info\\ \\<*) exit 0 ;;
    *ensurepip*) exit 1 ;;
    *print*) echo 3.11 ;;
    *) exit 99 ;;
esac
"""


def program(path: Path, text: str) -> None:
    """Write an executable script."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return a checkout beside a `bin` that holds a few system tools and nothing else."""
    for path in (ROOT / "pyproject.toml", *ROOT.glob("*.lock")):
        shutil.copy(path, tmp_path)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.sh", tmp_path / "tools")
    (tmp_path / "bin").mkdir()
    for tool in NEEDED:
        found = shutil.which(tool)
        assert found is not None
        (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path


def set_up(machine: Path, kind: str = "run") -> subprocess.CompletedProcess[str]:
    """Run the set-up on that machine."""
    return subprocess.run(
        ["/bin/sh", machine / "tools" / "setup.sh", kind],
        env={"PATH": str(machine / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("manager", "advice"),
    [
        ("brew", "Type: brew install python"),
        ("dnf", "Type: sudo dnf install python3"),
        ("pacman", "Type: sudo pacman -S python"),
        (None, "Install it with the package manager of this system."),
    ],
)
def test_without_apt_the_line_to_type_is_printed(
    machine: Path, manager: str | None, advice: str
) -> None:
    program(machine / "bin" / "python3", BARE_PYTHON)
    if manager:
        program(machine / "bin" / manager, "#!/bin/sh\nexit 98\n")
    finished = set_up(machine)
    assert finished.returncode == 12, finished.stderr
    assert f"Python's venv module is missing. {advice}\n" in finished.stderr
    assert not (machine / ".venv").exists()


def test_without_a_new_enough_python_nothing_is_made(machine: Path) -> None:
    program(machine / "bin" / "python3", "#!/bin/sh\nexit 1\n")
    finished = set_up(machine)
    assert finished.returncode == 12, finished.stderr
    assert "Python 3.11 or newer is missing." in finished.stderr
    assert not (machine / ".venv").exists()


def test_apt_without_the_right_to_install_says_what_root_must_type(machine: Path) -> None:
    program(machine / "bin" / "python3", BARE_PYTHON)
    program(machine / "bin" / "apt-get", "#!/bin/sh\nexit 100\n")
    finished = set_up(machine)
    assert finished.returncode == 12, finished.stderr
    assert "apt-get install --no-install-recommends python3.11-venv\n" in finished.stderr


def test_an_unknown_kind_of_work_is_a_usage_error(machine: Path) -> None:
    assert set_up(machine, "walk").returncode == 2
