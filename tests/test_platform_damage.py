"""Whatever is done to the bytes of an export, it is read or refused by name, and nothing else."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import FileIgnored, recognise, records
from tests.platforms.harness import FORMATS, put
from tests.platforms.tweets import archive, tweets
from tests.platforms.wxr import comment, page

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 150
PIECES = (
    b"\x00",
    b"\xff",
    b"\\ud800",
    b"null",
    b"1e999",
    b"[[[[[[",
    b"}}",
    b'"',
    b"</item>",
    b"&x;",
    b"<!DOCTYPE x>",
    b"\r",
    b",,",
)
CSV = "Post ID,Publish time,Permalink,Description\n" + "".join(
    f'{number},07/04/2026 10:00,https://f,"text {number}\nmore"\n' for number in range(20)
)
LINES = '{"data": {"id": "1", "text": "x", "created_at": "2026-07-01T10:00:00Z"}}\n' * 20


def sample(folder: Path, kind: str) -> Path:
    if kind == "xml":
        return page(folder, *[comment(number) for number in range(10)])
    content = {"javascript": archive(*tweets(20)), "csv": CSV, "lines": LINES}[kind]
    return put(folder, {"javascript": "t.js", "csv": "c.csv", "lines": "s.jsonl"}[kind], content)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes after one to three cuts, insertions, repetitions or changes."""
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(max(len(content), 1))
        rest = content[place + chance.randrange(20) :]
        content = {
            0: content[:place],
            1: content[:place] + rest,
            2: content[:place] + chance.choice(PIECES) + content[place:],
            3: content[:place] + content[place : place + 80] + content[place:],
            4: content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :],
        }[chance.randrange(5)]
    return content


def outcome(path: Path) -> str:
    """Return whether an export is read, refused, or refused under a wrong name."""
    try:
        found = list(records(path, recognise(path, FORMATS)))
    except (InputRefusedError, FileIgnored) as error:
        return "refused" if error.file.startswith(path.name) else "misnamed"
    counted = [record.row for record in found if record.row]
    return "read" if counted == list(range(1, len(counted) + 1)) else "miscounted"


@pytest.mark.parametrize("kind", ["javascript", "csv", "lines", "xml"])
def test_damage_is_refused_by_name_or_read(tmp_path: Path, kind: str) -> None:
    chance = random.Random(kind)
    path = sample(tmp_path, kind)
    whole = path.read_bytes()
    became = set()
    for _ in range(ROUNDS):
        path.write_bytes(damaged(whole, chance))
        became.add(outcome(path))
    assert became == {"read", "refused"}
