"""Every format file keeps the contract of the sheets it fills, and the docs say what it brings."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import duckdb
import pytest

from ecrl_audit.readers import read_format
from tests.platforms.harness import FORMATS, ROOT, create_inputs, everything, load, put
from tests.platforms.table import platform_table

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.readers import PlatformFormat

SHEETS = tomllib.loads((ROOT / "queries" / "logbook" / "sheets.toml").read_text("utf-8"))["sheet"]
INTERNAL = {
    "declared_counts": {"file", "rows_declared"},
    "listed_files": {"side", "name", "remark"},
    "out_of_scope": {"why"},
}
BASES = {"event", "snapshot_diff", "current_state"}


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.id)
def test_each_statement_gives_columns_of_its_sheet_and_no_others(fmt: PlatformFormat) -> None:
    with duckdb.connect() as connection:
        create_inputs(connection, {"channel": "c", "file": "f"})
        for section in fmt.sections:
            cursor = connection.execute(section.query)
            names = {column[0] for column in cursor.description or ()}
            known = INTERNAL.get(section.fills)
            if known is None:
                sheet = SHEETS[section.fills]
                known = {"basis", *sheet["columns"]}
                assert set(sheet["required"]) <= names, section.fills
            assert names - {"row"} <= known, section.fills
            assert "row" in names


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.id)
def test_each_format_says_what_it_brings_and_what_it_cannot_prove(fmt: PlatformFormat) -> None:
    assert fmt.brings.endswith(".")
    assert fmt.cannot_prove
    assert fmt.versions
    assert all(text[0].islower() and not text.endswith(".") for text in fmt.cannot_prove)


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.id)
def test_each_basis_is_one_that_is_known(fmt: PlatformFormat) -> None:
    for section in fmt.sections:
        if section.fills in INTERNAL:
            continue
        assert " as basis" in section.query
        words = re.findall(r"^\s*'(\w+)' as basis", section.query, re.MULTILINE)
        assert set(words) <= BASES


def test_no_address_and_no_private_message_is_on_an_allow_list() -> None:
    forbidden = re.compile(
        r"e-?mail|(^|_|\W)ips?($|_|\W)|phone|password|\bdm\b|messages?_text", re.IGNORECASE
    )
    for path in sorted((ROOT / "queries" / "platforms").glob("*.sql")):
        header = tomllib.loads(path.read_text("utf-8").split("/*", 1)[1].split("*/", 1)[0])
        listed = [field for rule in header["record"] for field in rule["fields"]]
        assert [field for field in listed if forbidden.search(field)] == [], path.name


def test_the_table_in_the_docs_is_the_one_the_formats_give() -> None:
    text = (ROOT / "docs" / "platforms.md").read_text("utf-8")
    start, end = "<!-- table: begin -->\n", "<!-- table: end -->"
    assert text.split(start)[1].split(end)[0] == platform_table(FORMATS)


EXAMPLE_LOG = """entry,moderator,act,when,comment,ip
1,maria,removed,2026-07-01T10:00:00Z,c5,CANARY
2,maria,pinned,2026-07-01T11:00:00Z,c6,CANARY
"""


def test_the_worked_example_in_the_docs_is_a_format_that_reads(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "platforms.md").read_text("utf-8")
    example = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)[0]
    assert len(example.splitlines()) < 60
    fmt = read_format(put(tmp_path, "example_forum.sql", example))
    loaded = load(put(tmp_path, "log.csv", EXAMPLE_LOG), formats=(fmt,))
    assert "CANARY" not in everything(loaded)
    (act,) = loaded.rows("actions")
    assert (act["action_no"], act["action"], act["post"]) == ("forum:1", "delete", "forum:c5")
    (left,) = loaded.rows("out_of_scope")
    assert left == {"row": 2, "why": "neither a removal nor a return: pinned"}
