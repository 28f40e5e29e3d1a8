"""Small evidence folders for tests that drive the product from the outside."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from ecrl_audit import statements

COVERAGE = [
    {"source": "all", "channel": "all", "covers_from": "2026-01-01", "covers_to": "2026-12-31"}
]
CHANNELS = [
    {"channel": "fb", "platform": "facebook", "kind": "platform_hosted", "opened": "2019-01-01"},
    {"channel": "blog", "platform": "wordpress", "kind": "self_hosted", "opened": "2019-01-01"},
]
ACTIONS = [
    {"action_no": "a1", "acted": "2026-07-02T15:00:00Z", "channel": "fb", "action": "delete", "post": "p1",
     "source": "staff", "login": "pat", "reason_code": "4.8a"},
    {"action_no": "a2", "acted": "2026-07-03T15:00:00Z", "channel": "fb", "action": "hide", "post": "p2",
     "source": "staff", "login": "pat"},
]  # fmt: skip


def write_sheet(folder: Path, sheet: str, rows: list[dict[str, str]], part: str = "") -> Path:
    """Write one CSV sheet; without rows, the header alone."""
    (folder / "logbook").mkdir(parents=True, exist_ok=True)
    contract = statements.sheets()[sheet]
    columns = list(dict.fromkeys([*contract.required, *(key for row in rows for key in row)]))
    path = folder / "logbook" / f"{sheet}{part}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def small_library(folder: Path) -> Path:
    """Write a library with two removals, one without a reason, covered all year."""
    write_sheet(folder, "coverage", COVERAGE)
    write_sheet(folder, "channels", CHANNELS)
    write_sheet(folder, "actions", ACTIONS)
    return folder


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    import os

    return subprocess.run(
        [sys.executable, "-m", "ecrl_audit", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
        cwd=Path(__file__).parent.parent,
    )


def checked(database: Path, *arguments: str) -> dict[str, Any]:
    """Run `check` and return its JSON document."""
    done = run("check", "--db", database, "--format", "json", *arguments)
    assert done.returncode in (0, 1, 3), done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document
