"""A word hidden in every field of the evidence reaches no public output, in no container."""

from __future__ import annotations

import json
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from ecrl_audit.report import render_board
from tests.fake_results import RUN, SIZES, fake_database

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

CANARY = "kanarie"
HIDDEN_IN = {
    "item_result": ("item", "reason", "channel", "subtype"),
    "source_file": ("file", "folder", "why", "ignored_columns", "encoding", "channel"),
    "source_reject": ("column_name", "why"),
    "response": ("item", "cause", "action", "owner"),
}
TITLES = ("Executive Director", "Assistant Director", "Resource Librarian", "Programming Librarian")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def salted() -> duckdb.DuckDBPyConnection:
    """Return a database with the word in every field of items, files, answers and figures."""
    connection = fake_database(SIZES["ordinary"])
    for table, columns in HIDDEN_IN.items():
        for column in columns:
            connection.execute(f"update {table} set {column} = '{CANARY} ' || {column}")
    rows = connection.execute("select rowid, name, body from figure").fetchall()
    for place, name, body in rows:
        if name not in {"coverage_by_day", "sensitivity", "attestations"}:
            salt = json.dumps(_salted(json.loads(body)))
            connection.execute("update figure set body = ? where rowid = ?", [salt, place])
    return connection


def _salted(body: dict[str, Any]) -> dict[str, Any]:
    kept = re.compile(r"\d{4}-\d\d-\d\d$")
    return {
        key: f"{CANARY} {value}" if isinstance(value, str) and not kept.match(value) else value
        for key, value in body.items()
    }


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the packet of the salted database, alone in its folder."""
    target = tmp_path_factory.mktemp("public") / "board.pdf"
    render_board(salted(), RUN, target)
    return target


def everything(content: bytes) -> bytes:
    """Return a PDF with each of its streams unpacked behind it."""
    parts = [content]
    for stream in STREAM.findall(content):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            parts.append(stream)
    return b"\n".join(parts)


def test_the_salted_database_holds_the_word_where_results_are_kept() -> None:
    connection = salted()
    for table, columns in HIDDEN_IN.items():
        for column in columns:
            query = f"select count(*) from {table} where {column} like '{CANARY}%'"
            found = connection.execute(query).fetchone()
            filled = connection.execute(f"select count({column}) from {table}").fetchone()
            assert found == filled


def test_no_container_of_the_packet_carries_the_word(packet: Path) -> None:
    content = packet.read_bytes()
    reader = pypdf.PdfReader(BytesIO(content))
    shown = " ".join(page.extract_text() for page in reader.pages)
    carried = [shown, str(reader.metadata), str(list(reader.attachments)), str(reader.outline)]
    assert CANARY not in " ".join(carried).lower()
    assert CANARY.encode() not in everything(content).lower()
    assert CANARY.encode("utf-16-be") not in everything(content).lower()
    assert [path.name for path in packet.parent.iterdir()] == ["board.pdf"]


def test_the_packet_breaks_nothing_down_further_than_by_control(packet: Path) -> None:
    reader = pypdf.PdfReader(packet)
    assert sorted(reader.attachments) == ["manifest.json", "summary.json"]
    summary = json.loads(reader.attachments["summary.json"][0])
    assert set(summary) == {"schema", "run", "numbers", "controls", "access_controls"}
    for control in summary["controls"]:
        assert set(control) == {
            "id", "title", "clauses", "severity", "basis", "conclusion", "proposed_threshold",
            "population", "outcomes", "waived",
        }  # fmt: skip
        assert all(isinstance(number, int) for number in control["outcomes"].values())


def test_no_title_of_a_position_stands_in_any_container_of_the_packet(packet: Path) -> None:
    reader = pypdf.PdfReader(packet)
    shown = " ".join(page.extract_text() for page in reader.pages)
    data = reader.attachments["summary.json"][0].decode()
    for title in TITLES:
        assert title.lower() not in re.sub(r"\s+", " ", shown).lower()
        assert title.lower() not in data.lower()
