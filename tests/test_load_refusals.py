"""What loading does not take in: broken text, private words, personal accounts, links."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecrl_audit import load
from tests import evidence

PRIVATE_MESSAGE = {
    "post": "p1",
    "channel": "fb",
    "author_kind": "public",
    "posted": "2026-07-01 10:00",
    "surface": "dm",
    "text": "canary words",
}


@pytest.mark.parametrize(
    ("content", "quarantined", "word"),
    [
        (b"\xef\xbb\xbf", 0, ""),
        ("utf-16", 0, ""),
        (b"caf\xef", 1, "UTF-8"),
    ],
    ids=["byte order mark", "UTF-16", "one bad byte"],
)
def test_encodings(tmp_path: Path, content: bytes | str, quarantined: int, word: str) -> None:
    head = "action_no,acted,channel,action,source,reason\r\n"
    body = "".join(f"a{n},2026-07-0{n} 10:00,fb,hide,staff,ok\r\n" for n in range(1, 6))
    if content == "utf-16":
        raw = (head + body).encode("utf-16")
    elif content == b"\xef\xbb\xbf":
        raw = content + (head + body).encode()
    else:
        raw = (head + body).encode().replace(b"ok", b"caf\xef", 1)
    folder = tmp_path / "evidence"
    (folder / "logbook").mkdir(parents=True)
    (folder / "logbook" / "actions.csv").write_bytes(raw)
    source = load.load(folder, tmp_path / "a.duckdb").sources[0]
    assert (source.seen, source.quarantined, source.loaded) == (5, quarantined, 5 - quarantined)
    assert word in "".join(reject.why for reject in source.rejects)


def test_windows_text_is_refused_with_a_hint(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    (folder / "logbook").mkdir(parents=True)
    text = "partner,name\np1,Café\np2,Müller\np3,plain\n"
    (folder / "logbook" / "partners.csv").write_bytes(text.encode("cp1252"))
    source = load.load(folder, tmp_path / "a.duckdb").sources[0]
    assert source.status == "refused"
    assert "CSV UTF-8" in source.why


def test_private_messages_and_personal_accounts_are_not_taken_in(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    evidence.write_sheet(folder, "posts", [PRIVATE_MESSAGE])
    (folder / "logbook" / "people.csv").write_text(
        "person,kind,start,personal_account\np1,employee,2020-01-01,@me\n", encoding="utf-8"
    )
    people, posts = load.load(folder, tmp_path / "a.duckdb").sources
    assert people.status == "refused"
    assert "personal accounts" in people.why
    assert (posts.loaded, posts.quarantined) == (0, 1)
    assert "private messages are never loaded" in posts.rejects[0].why
    assert b"canary words" not in (tmp_path / "a.duckdb").read_bytes()


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    folder = evidence.small_library(tmp_path / "evidence")
    (folder / "logbook" / "posts.csv").symlink_to("/dev/zero")
    (folder / "exports").symlink_to(tmp_path)
    refused = {s.file: s.why for s in load.load(folder, tmp_path / "a.duckdb").refused}
    assert set(refused) == {"logbook/posts.csv", "exports"}
