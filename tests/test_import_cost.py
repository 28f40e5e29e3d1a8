"""Asking for help costs click and nothing heavier."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"duckdb", "jinja2", "numpy", "pandas", "python_calamine", "weasyprint", "xlsxwriter"}
LIST_MODULES = """
import runpy, sys
sys.argv = ["ecrl-audit", *sys.argv[1:]]
try:
    runpy.run_module("ecrl_audit", run_name="__main__", alter_sys=True)
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("question", ["--help", "--version"])
def test_a_question_imports_nothing_heavy(question: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, question],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    imported = set(answer.stderr.splitlines())
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout
    assert "click" in imported
    assert imported & HEAVY == set()
