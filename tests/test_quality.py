"""The house rules that a machine can read: each tool is a test, and the import contracts bite."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 250
LONGEST_FUNCTION = 25
PYTHON_FILES = sorted(
    path
    for folder in ("ecrl_audit", "sample_data", "tests", "tools", "bench")
    for path in ROOT.glob(f"{folder}/**/*.py")
)
QUERY_FOLDERS = sorted({path.parent for path in ROOT.glob("queries/**/*.sql")})


def run(tool: str, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Start a tool of this environment; it must not write into the checkout."""
    program = shutil.which(tool, path=str(Path(sys.executable).parent))
    assert program is not None, f"{tool} is not installed in this environment"
    return subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def assert_clean(finished: subprocess.CompletedProcess[str]) -> None:
    """Fail with the tool's own words."""
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_ruff_finds_nothing() -> None:
    assert_clean(run("ruff", "check", "--no-cache", "--output-format=concise"))


def test_python_is_in_its_one_format() -> None:
    assert_clean(run("ruff", "format", "--no-cache", "--check"))


def test_types_hold() -> None:
    assert_clean(run("mypy", "--no-error-summary", f"--cache-dir={sys.prefix}/cache/mypy"))


@pytest.mark.parametrize("folder", QUERY_FOLDERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_sql_is_in_house_style(folder: Path) -> None:
    files = [str(path.relative_to(ROOT)) for path in sorted(folder.glob("*.sql"))]
    assert_clean(run("sqlfluff", "lint", *files))


def test_imports_follow_the_contracts() -> None:
    assert_clean(run("lint-imports", "--no-cache", "--no-logo"))


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("model", "import duckdb"),
        ("database", "import click"),
        ("errors", "from ecrl_audit import model"),
        ("load", "from ecrl_audit import check"),
        ("check", "from ecrl_audit import cli"),
    ],
)
def test_a_forbidden_import_is_noticed(tmp_path: Path, module: str, forbidden: str) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "ecrl_audit", tmp_path / "ecrl_audit", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "ecrl_audit" / f"{module}.py").open("a", encoding="utf-8") as source:
        source.write(f"\n{forbidden}\n")
    finished = run("lint-imports", "--no-cache", "--no-logo", folder=tmp_path)
    assert finished.returncode == 1, finished.stdout + finished.stderr
    assert "BROKEN" in finished.stdout


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    long = [
        f"{name}: {lines} lines" for name, lines in functions(source) if lines > LONGEST_FUNCTION
    ]
    assert long == []


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield each function's name and its lines, those of its docstring not counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            docstring = ast.get_docstring(node, clean=False)
            yield node.name, lines - (len(docstring.splitlines()) if docstring else 0)
