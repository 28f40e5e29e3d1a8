"""What loading promises: every record accounted for, times resolved once, nothing half done."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from ecrl_audit import bulk, load
from ecrl_audit.database import Connection, open_sealed
from tests import evidence


def _posts(count: int) -> list[dict[str, str]]:
    texts = ["plain", 'with "quotes"', "two\nlines", "comma, semicolon;", "é – 図書館", " spaces "]
    return [
        {
            "post": f"p{n}",
            "channel": "fb",
            "author_kind": "public",
            "posted": f"2026-07-{1 + n % 28:02d} 10:00",
            "text": texts[n % len(texts)],
        }
        for n in range(count)
    ]


def _rows(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f"select * exclude (source_id) from {table} order by row").fetchall()


def test_the_fast_reader_and_the_exact_one_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "evidence"
    evidence.write_sheet(folder, "posts", _posts(3000))
    load.load(folder, tmp_path / "exact.duckdb")
    monkeypatch.setattr(bulk, "LARGE", 0)
    load.load(folder, tmp_path / "fast.duckdb")
    exact, fast = (open_sealed(tmp_path / f"{name}.duckdb") for name in ("exact", "fast"))
    assert _rows(exact, "raw_posts") == _rows(fast, "raw_posts")
    assert len(_rows(fast, "raw_posts")) == 3000
    exact.close()
    fast.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text + 'p9999,fb,public,"2026-07-01\n',
        lambda text: text + "p9999,fb\n",
        lambda text: text.replace("\r\n", "\n", 40),
        lambda text: text + "\r\n\r\n",
    ],
    ids=["unclosed quote", "short row", "mixed line ends", "blank lines at the end"],
)
def test_what_the_fast_reader_cannot_trust_is_read_exactly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[str], str]
) -> None:
    folder = tmp_path / "evidence"
    path = evidence.write_sheet(folder, "posts", _posts(200))
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    exact = load.load(folder, tmp_path / "exact.duckdb").sources[0]
    monkeypatch.setattr(bulk, "LARGE", 0)
    fast = load.load(folder, tmp_path / "fast.duckdb").sources[0]
    assert (exact.seen, exact.loaded, exact.rejects, exact.status, exact.why) == (
        fast.seen,
        fast.loaded,
        fast.rejects,
        fast.status,
        fast.why,
    )


IN_BOTH = {
    "actions": evidence.ACTIONS,
    "channels": evidence.CHANNELS,
    "coverage": evidence.COVERAGE,
}


def test_a_workbook_gives_the_same_records_as_csv(tmp_path: Path) -> None:
    folders = [tmp_path / "csv", tmp_path / "xlsx"]
    evidence.small_library(folders[0])
    folders[1].mkdir()
    _workbook().save(folders[1] / "logbook.xlsx")
    found = []
    for folder in folders:
        load.load(folder, folder.with_suffix(".duckdb"))
        connection = open_sealed(folder.with_suffix(".duckdb"))
        every = "select * exclude (rec) from record_{} order by key_text"
        found.append([connection.execute(every.format(name)).fetchall() for name in IN_BOTH])
        connection.close()
    assert found[0] == found[1]


def _workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in IN_BOTH.items():
        page = book.create_sheet(name.title())
        columns = list(dict.fromkeys(key for row in rows for key in row))
        page.append(columns)
        for row in rows:
            page.append([_cell(row.get(column, "")) for column in columns])
    return book


def _cell(text: str) -> object:
    """Return a date text as a date cell, as a spreadsheet would hold it."""
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - a cell has no zone
    except ValueError:
        return text


def test_a_damaged_id_in_a_workbook_is_set_aside(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "posts"
    page.append(["post", "channel", "author_kind", "posted"])
    page.append([120000000000000017, "fb", "public", "2026-07-01 10:00"])
    page.append([12345, "fb", "public", datetime(2026, 7, 1, 10, 30)])
    book.save(folder / "logbook.xlsx")
    source = load.load(folder, tmp_path / "a.duckdb").sources[0]
    assert (source.seen, source.loaded, source.quarantined) == (2, 1, 1)
    assert source.rejects[0].column == "post"


@pytest.mark.parametrize("seed", range(4))
def test_order_of_rows_and_split_of_files_do_not_matter(tmp_path: Path, seed: int) -> None:
    shuffled = random.Random(seed)
    rows = _posts(60) + _posts(10)
    plain, split = tmp_path / "plain", tmp_path / "split"
    evidence.write_sheet(plain, "posts", rows)
    shuffled.shuffle(rows)
    cut = shuffled.randrange(1, len(rows))
    evidence.write_sheet(split, "posts", rows[:cut], part=".a")
    evidence.write_sheet(split, "posts", rows[cut:], part=".b")
    found = []
    for folder in (plain, split):
        report = load.load(folder, folder.with_suffix(".duckdb"))
        connection = open_sealed(folder.with_suffix(".duckdb"))
        found.append(
            connection.execute("select * exclude (rec) from record_posts order by post").fetchall()
        )
        connection.close()
        assert sum(s.duplicate for s in report.sources) == 10
    assert found[0] == found[1]


def test_loading_again_replaces_and_remembers(tmp_path: Path) -> None:
    folder, database = tmp_path / "evidence", tmp_path / "a.duckdb"
    evidence.small_library(folder)
    load.load(folder, database)
    changed = [{**evidence.ACTIONS[0], "reason_code": "4.10"}, evidence.ACTIONS[1]]
    evidence.write_sheet(folder, "actions", changed)
    (folder / "logbook" / "channels.csv").unlink()
    load.load(folder, database)
    connection = open_sealed(database)
    assert connection.execute("select count(*) from record_actions").fetchall() == [(2,)]
    assert connection.execute("select count(*) from record_channels").fetchall() == [(0,)]
    assert connection.execute(
        "select key_text, count(*) from row_version where sheet = 'actions' group by all order by all"
    ).fetchall() == [("a1", 2), ("a2", 1)]
    connection.close()


def test_a_load_that_dies_leaves_the_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, database = tmp_path / "evidence", tmp_path / "a.duckdb"
    evidence.small_library(folder)
    load.load(folder, database)
    before = database.read_bytes()

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ecrl_audit.load._finish", die)
    with pytest.raises(KeyboardInterrupt):
        load.load(folder, database)
    assert database.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []


def test_bytes_are_kept_as_received(tmp_path: Path) -> None:
    folder, database = tmp_path / "evidence", tmp_path / "a.duckdb"
    evidence.small_library(folder)
    load.load(folder, database)
    connection = open_sealed(database)
    kept = connection.execute(
        "select content from source_content as c join source_file as f on f.sha256 = c.sha256"
        " where f.file = 'logbook/actions.csv'"
    ).fetchall()
    connection.close()
    assert kept == [((folder / "logbook" / "actions.csv").read_bytes(),)]
