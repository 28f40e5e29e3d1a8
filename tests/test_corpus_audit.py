"""The main job on files nobody here wrote: blog exports and a published X archive beside a logbook."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ecrl_audit.database import open_sealed
from tests import evidence

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
WXR = CORPUS / "wordpress" / "wxr"
ARCHIVE = CORPUS / "x" / "archive_org"
MALFORMED = {"malformed.xml", "crazy-cdata.xml"}

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = evidence.small_library(tmp_path_factory.mktemp("corpus") / "evidence")
    for path in sorted(WXR.glob("*.xml")):
        if path.name not in MALFORMED:
            target = root / "exports" / f"blog-{path.stem}" / path.name
            target.parent.mkdir(parents=True)
            shutil.copyfile(path, target)
    shutil.copytree(ARCHIVE, root / "exports" / "x-account", copy_function=shutil.copyfile)
    return root


@pytest.fixture(scope="module")
def audited(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    done = evidence.run(
        "audit",
        folder,
        "--period",
        "2026-Q3",
        "--as-of",
        "2026-10-30",
        "-o",
        out,
        "--select",
        "family:RM",
        "-q",
    )
    assert done.returncode == 0, done.stderr
    return out


def _records_of(text: str) -> int:
    """Count a blog export's records by its tags: items, comments, authors, the site itself."""
    tags = sum(len(re.findall(rf"<{tag}>", text)) for tag in ("item", "wp:comment", "wp:author"))
    return tags + 1


def test_every_record_of_every_blog_export_is_accounted_for(folder: Path, audited: Path) -> None:
    sources = {
        s["file"]: s for s in json.loads((audited / "results.json").read_text("utf-8"))["sources"]
    }
    compared = 0
    for path in sorted((folder / "exports").glob("blog-*/*.xml")):
        source = sources[path.relative_to(folder).as_posix()]
        assert source["format"] == "wordpress_wxr"
        fates = ("loaded", "quarantined", "duplicate", "out_of_scope")
        assert source["seen"] == sum(source[fate] for fate in fates)
        text = path.read_text(encoding="utf-8")
        if "edge-cases" not in path.name:  # its prefixes are not wp: on purpose
            assert source["seen"] == _records_of(text), path.name
            compared += 1
    assert compared >= 8


def test_comments_arrive_with_their_state(folder: Path, audited: Path) -> None:
    connection = open_sealed(audited / "audit.duckdb")
    try:
        states = dict(
            connection.execute(
                "select s.state, count(*) from record_sightings as s join record_posts as p on p.post = s.post"
                " where p.post like 'wp:c%' and p.channel = 'blog-themeunittestdata.wordpress' group by all"
            ).fetchall()
        )
        posts = connection.execute(
            "select count(*) from record_posts where post like 'wp:c%'"
            " and channel = 'blog-themeunittestdata.wordpress'"
        ).fetchall()[0][0]
    finally:
        connection.close()
    text = (folder / "exports" / "blog-themeunittestdata.wordpress").glob("*.xml")
    body = next(text).read_text(encoding="utf-8")
    ids = re.findall(r"<wp:comment_id>(\d+)</wp:comment_id>", body)
    approved = re.findall(r"<wp:comment_approved>(?:<!\[CDATA\[)?(\w+)", body)
    assert posts == len(set(ids))
    assert states.get("visible", 0) <= approved.count("1")
    assert states.get("held", 0) == approved.count("0")


def test_the_archive_says_what_its_manifest_says(audited: Path) -> None:
    text = (ARCHIVE / "manifest.js").read_text(encoding="utf-8")
    manifest = json.loads(text[text.index("{") :])
    declared = {
        Path(file["fileName"]).name: int(file["count"])
        for entry in manifest["dataTypes"].values()
        for file in entry.get("files", [])
    }
    sources = json.loads((audited / "results.json").read_text("utf-8"))["sources"]
    read = {
        Path(s["file"]).name: s["seen"]
        for s in sources
        if s["format"] == "x_archive" and not s["file"].endswith("manifest.js")
    }
    assert read["screen-name-change.js"] == declared["screen-name-change.js"]
    assert read["account.js"] == declared["account.js"]
    connection = open_sealed(audited / "audit.duckdb")
    try:
        told = dict(connection.execute("select file, rows_declared from declared_count").fetchall())
    finally:
        connection.close()
    assert told["data/block.js"] == declared["block.js"]


def test_the_malformed_are_refused_by_name(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "evidence"
    shutil.copytree(folder, root)
    for name in MALFORMED:
        shutil.copyfile(WXR / name, root / "exports" / "x-account" / name)
    done = evidence.run("audit", root, "--period", "2026-Q3", "-o", tmp_path / "out")
    assert done.returncode == 4
    for name in MALFORMED:
        assert f"refused: exports/x-account/{name}: is not well-formed XML at line" in done.stderr
    assert not (tmp_path / "out" / "director.pdf").exists()
