"""What audit.toml says of an export reaches its records: the zone of its times, whose posts they are."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from ecrl_audit import load
from ecrl_audit.database import opened
from tests.platforms.harness import put
from tests.test_platform_x_api import POST

if TYPE_CHECKING:
    from pathlib import Path

SUITE = (
    "Post ID,Publish time,Permalink\n1,07/04/2026 14:05,https://f\n2,11/01/2026 01:30,https://f\n"
)


def posts(folder: Path, name: str, content: object, said: str) -> list[tuple[object, ...]]:
    """Load one export with what audit.toml says of it; return its posts."""
    put(folder, f"e/exports/c/{name}", content)
    put(folder, "e/audit.toml", f'[[export]]\npath = "exports/c/{name}"\n{said}\n')
    load.load(folder / "e", folder / "a.duckdb")
    columns = "author_kind, author, posted_at, posted_until, posted_quality"
    with opened(folder / "a.duckdb") as connection:
        return connection.execute(f"select {columns} from record_posts order by post").fetchall()


@pytest.mark.parametrize(
    ("said", "instants"),
    [
        ("", [(19, 5, "zone_assumed"), (6, 30, "ambiguous")]),
        ('time_zone = "America/Chicago"', [(19, 5, "exact"), (6, 30, "interval")]),
        ('time_zone = "America/Denver"', [(20, 5, "exact"), (7, 30, "interval")]),
        ('time_zone = "UTC"', [(14, 5, "exact"), (1, 30, "exact")]),
    ],
    ids=["nothing", "the library's", "another", "UTC"],
)
def test_the_zone_of_an_export_places_its_times(
    tmp_path: Path, said: str, instants: list[tuple[int, int, str]]
) -> None:
    found = posts(tmp_path, "a.csv", SUITE, said)
    days = ((2026, 7, 4), (2026, 11, 1))
    for row, day, (hour, minute, quality) in zip(found, days, instants, strict=True):
        assert (row[2], row[4]) == (datetime(*day, hour, minute), quality)
        assert (row[3] == row[2]) == (quality in ("exact", "zone_assumed"))


@pytest.mark.parametrize(
    ("said", "kind", "author"),
    [
        ("", "public", "x:77"),
        ('account = "5; 77"', "staff", "77"),
        ('account = "5"', "public", "x:77"),
    ],
    ids=["nothing", "its author", "another"],
)
def test_the_account_of_an_export_tells_whose_posts_they_are(
    tmp_path: Path, said: str, kind: str, author: str
) -> None:
    ((found, login, *_),) = posts(tmp_path, "page.json", {"data": [POST]}, said)
    assert (found, login) == (kind, author)
