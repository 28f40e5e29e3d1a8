"""The documents that are made from the code agree with it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ecrl_audit import errors, statements
from tests import evidence

ROOT = Path(__file__).parent.parent


def test_the_page_of_controls_is_the_one_the_headers_give() -> None:
    code = "import sys; sys.path.insert(0, 'tools'); import docs; sys.stdout.write(docs.page_of_controls())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (ROOT / "docs" / "controls.md").read_text(encoding="utf-8") == done.stdout
    assert done.stdout.count("\n## ") == len(statements.controls())


def test_every_command_the_readme_names_exists() -> None:
    helped = evidence.run("--help").stdout
    commands = set(re.findall(r"^  ([a-z]+) ", helped, re.MULTILINE))
    named = set(
        re.findall(r"`?ecrl-audit ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    )
    named |= set(
        re.findall(
            r"ecrl-audit ([a-z]+)", (ROOT / "docs" / "auditor.md").read_text(encoding="utf-8")
        )
    )
    assert named - commands == set()


def test_the_readme_lists_every_exit_code() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = {
        int(code)
        for row in re.findall(r"^\| ([\d, ]+) \|", text, re.MULTILINE)
        for code in row.split(",")
    }
    raised = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.AuditError)
    }
    assert raised <= listed


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name)
def test_no_document_speaks_of_how_it_was_made(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    for word in ("/work/", "../shared", "claude", "chatgpt", "language model"):
        assert word not in text
