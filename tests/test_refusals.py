"""What is refused from the outside: settings, files, folders and databases, each by its name."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from ecrl_audit.database import open_writable
from tests import evidence
from tests.test_interface import Q3


def test_settings_come_from_audit_toml(library: Path, tmp_path: Path) -> None:
    (library / "audit.toml").write_text("[library]\nnmae = 'x'\n", encoding="utf-8")
    done = evidence.run("load", library, "--db", tmp_path / "a.duckdb")
    assert done.returncode == 2
    assert "library.nmae" in done.stderr
    assert "name" in done.stderr
    assert not (tmp_path / "a.duckdb").exists()


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("logbook/action.csv", "a,b\n1,2\n", "actions"),
        ("logbook/actions.csv", "", "empty"),
        ("logbook/actions.csv", "action_no,acted\n1,2\n", "channel"),
        ("logbook/actions.csv", "action_no,acted,channel,action,source,Source\n", "twice"),
        ("logbook/actions.csv", 'action_no,acted,channel,action,source\n"a1,2026\n', "line 2"),
        ("logbook/actions.csv", "<!DOCTYPE html><html></html>", "web page"),
        ("logbook/actions.csv", "%PDF-1.7", "PDF"),
        ("stray.csv", "a\n1\n", "refers"),
        ("exports/loose.json", "{}", "channel"),
        ("exports/fb/error.json", '{"error": {"message": "expired", "code": 190}}', "expired"),
    ],
    ids=str,
)
def test_what_cannot_be_evidence_is_refused_by_name(
    tmp_path: Path, name: str, content: str, word: str
) -> None:
    folder = tmp_path / "evidence"
    evidence.write_sheet(folder, "coverage", evidence.COVERAGE)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    done = evidence.run("load", folder, "--db", tmp_path / "a.duckdb", "--format", "json")
    assert done.returncode == 4, done.stderr
    refused = [s for s in json.loads(done.stdout)["sources"] if s["status"] == "refused"]
    assert [s["file"] for s in refused] == [name]
    assert word in refused[0]["why"]
    assert name in done.stderr
    assert evidence.run("audit", folder, *Q3, "-o", tmp_path / "out").returncode == 4


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert evidence.run("load", tmp_path / "none", "--db", tmp_path / "a.duckdb").returncode == 4


def test_a_refused_file_keeps_the_earlier_load(loaded: Path, library: Path) -> None:
    (library / "logbook" / "concerns.csv").write_text("concern\nc1\n", encoding="utf-8")
    assert evidence.run("load", library, "--db", loaded).returncode == 4
    assert evidence.checked(loaded, *Q3, "--select", "RM-01")["controls"][0]["population"] == 2


def test_a_foreign_file_as_database_is_refused_and_left_alone(
    library: Path, tmp_path: Path
) -> None:
    foreign = tmp_path / "a.duckdb"
    sqlite3.connect(foreign).execute("create table t (a)").connection.close()
    foreign.write_bytes(b"not a database at all" * 100)
    before = foreign.read_bytes()
    assert evidence.run("load", library, "--db", foreign).returncode == 4
    assert foreign.read_bytes() == before


def test_a_second_process_is_told_who_holds_the_database(loaded: Path, library: Path) -> None:
    holder = open_writable(loaded)
    try:
        done = evidence.run("load", library, "--db", loaded)
        assert done.returncode == 11
        assert str(os.getpid()) in done.stderr
        assert evidence.run("check", *Q3, "--db", loaded).returncode == 11
    finally:
        holder.close()


def test_both_a_sheet_and_a_workbook_sheet_are_refused(library: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "actions"
    book.active.append(["action_no", "acted", "channel", "action", "source"])
    book.save(library / "logbook.xlsx")
    done = evidence.run("load", library, "--db", tmp_path / "a.duckdb")
    assert done.returncode == 4
    assert "actions" in done.stderr
