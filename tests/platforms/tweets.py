"""Small X archives, the plainest export there is, for tests of what all readers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import recognise, records
from tests.platforms.harness import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from ecrl_audit.readers import Record

TWEET = (
    '{"tweet": {"id_str": "%s", "created_at": "Wed Aug 09 16:19:22 +0000 2023", "full_text": "%s"}}'
)


def archive(*bodies: str) -> str:
    """Return a file of an archive that holds these posts."""
    return "window.YTD.tweets.part0 = [\n" + ",\n".join(bodies) + "\n]"


def tweets(count: int) -> list[str]:
    """Return posts numbered from 1000."""
    return [TWEET % (1000 + number, f"text {number}") for number in range(count)]


def read(path: Path) -> list[Record]:
    """Return the records of an export."""
    return list(records(path, recognise(path, FORMATS)))


def refusal(path: Path) -> str:
    """Return why an export is refused; it must be named, and it must be said what to do."""
    with pytest.raises(InputRefusedError) as caught:
        read(path)
    assert caught.value.file.startswith(path.name)
    assert caught.value.what_to_do
    return str(caught.value)
