"""The finished documents: valid, reproducible, discreet, and complete on every page."""

from __future__ import annotations

import builtins
import hashlib
import json
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from ecrl_audit.documents import pdf
from ecrl_audit.documents.sections.director import CLASSIFICATION
from ecrl_audit.errors import EnvironmentLacksError, RenderError
from ecrl_audit.report import render_board, render_director
from tests.fake_results import RUN, SIZES, fake_database
from tests.rendered import failures, fresh, rendered

if TYPE_CHECKING:
    from pathlib import Path

BOTH = [("director", "ordinary"), ("director", "almost_empty"), ("board", "ordinary")]
BOARDS = ["ordinary", "almost_empty", "large"]
OUR_FONTS = ("SourceSerif", "Source-Serif", "PublicSans", "Public-Sans", "IBMPlexMono",
             "IBM-Plex-Mono", "Inter", "NotoEmoji", "Noto-Emoji")  # fmt: skip


@pytest.mark.parametrize(("document", "size"), BOTH)
def test_a_document_is_archival_and_accessible(document: str, size: str) -> None:
    assert failures(rendered(document, size).content) == []


@pytest.mark.slow
def test_a_director_report_on_thousands_of_exceptions_is_valid() -> None:
    assert failures(rendered("director", "large").content) == []


@pytest.mark.parametrize("size", BOARDS)
def test_the_board_packet_has_two_pages_and_is_valid(size: str) -> None:
    packet = rendered("board", size)
    assert len(packet.pages) == 2
    assert failures(packet.content) == []


@pytest.mark.parametrize("document", ["director", "board"])
def test_the_same_results_give_the_same_bytes(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rendered(document, "almost_empty").content
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert fresh(document, "almost_empty").content == before


@pytest.mark.parametrize(("document", "size"), BOTH)
def test_every_page_carries_its_marking_its_number_and_something_to_read(
    document: str, size: str
) -> None:
    marking = CLASSIFICATION if document == "director" else "Public"
    pages = rendered(document, size).pages
    for number, text in enumerate(pages, start=1):
        assert marking in text
        if (document, number) != ("director", 1):
            assert f"Page {number} of {len(pages)}" in text
        assert len(text.split()) > 40


def test_every_entry_of_the_contents_is_a_bookmark_and_points_to_its_page() -> None:
    report = rendered("director", "ordinary")
    reader = pypdf.PdfReader(BytesIO(report.content))
    entries = [one for one in reader.outline if isinstance(one, pypdf.generic.Destination)]
    assert "Cover" in [one.title for one in entries]
    listed = [line for line in report.pages[1].splitlines() if line[-1:].isdigit()]
    for entry in _below(reader.outline):
        found = [line for line in listed if line.startswith(str(entry.title))]
        if found:
            number = reader.get_destination_page_number(entry)
            assert number is not None
            assert found[0].endswith(str(number + 1))


def _below(outline: list[Any]) -> list[Any]:
    flat = []
    for one in outline:
        flat += _below(one) if isinstance(one, list) else [one]
    return flat


def test_the_director_gets_every_item_as_data() -> None:
    reader = pypdf.PdfReader(BytesIO(rendered("director", "ordinary").content))
    data = json.loads(reader.attachments["results.json"][0])
    assert data["run"]["id"] == RUN
    for control in data["controls"]:
        assert len(control["items"]) == control["population"]
        for outcome, number in control["outcomes"].items():
            assert sum(1 for item in control["items"] if item["outcome"] == outcome) == number


def test_the_public_gets_sums_and_no_item_and_no_access_control() -> None:
    reader = pypdf.PdfReader(BytesIO(rendered("board", "ordinary").content))
    assert sorted(reader.attachments) == ["manifest.json", "summary.json"]
    text = reader.attachments["summary.json"][0].decode()
    data = json.loads(text)
    assert not any(control["id"].startswith("AU-") for control in data["controls"])
    assert not any("items" in control for control in data["controls"])
    assert data["access_controls"]["outcomes"]["exception"] > 0
    assert "user.name" not in text


@pytest.mark.parametrize(("document", "size"), BOTH)
def test_the_manifest_names_the_run_the_programs_and_what_is_attached(
    document: str, size: str
) -> None:
    attached = pypdf.PdfReader(BytesIO(rendered(document, size).content)).attachments
    manifest = json.loads(attached["manifest.json"][0])
    assert manifest["run"]["id"] == RUN
    assert set(manifest["made_with"]) == {"ecrl-audit", "weasyprint", "pango"}
    (carried,) = manifest["attached"]
    assert carried["sha256"] == hashlib.sha256(attached[carried["name"]][0]).hexdigest()
    fields = {"files", "sha256_of_digests"} if document == "board" else {"file", "status", "sha256"}
    evidence = manifest["evidence"]
    assert all(
        set(one) == fields for one in (evidence if isinstance(evidence, list) else [evidence])
    )


@pytest.mark.parametrize("raw", ["user.name.", "login-", "person-"])
def test_people_appear_under_pseudonyms_only(raw: str) -> None:
    report = rendered("director", "ordinary")
    assert raw not in report.text
    assert raw.encode() not in _everything_but_attachments(report.content)


def _everything_but_attachments(content: bytes) -> bytes:
    reader = pypdf.PdfReader(BytesIO(content))
    shown = [str(reader.get_object(one)) for one in reader.xref_objStm]
    return " ".join([*shown, str(reader.metadata)]).encode()


def test_staff_and_users_have_recognisable_pseudonyms() -> None:
    text = rendered("director", "ordinary").text
    assert "Staff-A" in text
    assert "/U-" in text


@pytest.mark.parametrize("size", BOARDS)
@pytest.mark.parametrize(
    "word",
    ["user.name", "U-", "Staff-", "login-", "fb-main", "Executive Director", "Assistant Director",
     "Resource Librarian", "Programming Librarian", "AU-0", "logbook/", "N-00"],
)  # fmt: skip
def test_the_board_packet_names_nobody_and_nothing_single(size: str, word: str) -> None:
    assert word not in rendered("board", size).text


def test_text_from_outside_stays_text() -> None:
    text = rendered("director", "ordinary").text.replace(" ", "")
    assert "<b>x</b>{{7*7}}" in text
    assert "[U+202E]evil[U+200B]text[U+56F3][U+66F8][U+9928]" in text


def test_only_our_fonts_are_embedded() -> None:
    reader = pypdf.PdfReader(BytesIO(rendered("director", "ordinary").content))
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for one in reader.pages
        for font in one["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert names
    assert all(name.startswith(OUR_FONTS) for name in names), names


@pytest.mark.parametrize("render", [render_director, render_board], ids=["director", "board"])
def test_an_unknown_run_is_named(render: Any, tmp_path: Path) -> None:  # noqa: ANN401
    with pytest.raises(RenderError, match="no run nowhere"):
        render(fake_database(SIZES["almost_empty"]), "nowhere", tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["delete from pseudonym_secret", "drop table pseudonym_secret"],
                         ids=["empty", "absent"])  # fmt: skip
def test_without_a_secret_no_pseudonym_is_made(how: str, tmp_path: Path) -> None:
    connection = fake_database(SIZES["almost_empty"])
    connection.execute(how)
    with pytest.raises(RenderError, match="secret"):
        render_director(connection, RUN, tmp_path / "x.pdf")


def test_missing_pango_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:  # noqa: ANN401
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(EnvironmentLacksError, match=r"apt-get install .*libpangoft2-1\.0-0"):
        pdf.renderer()


@pytest.mark.parametrize(
    "reaching_out",
    ['<img src="http://127.0.0.1:9/x.png" alt="x">', '<img src="file:///etc/hostname" alt="x">',
     '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
     '<link rel="attachment" href="file:///etc/hostname">'],
    ids=["image", "file", "style", "attachment"],
)  # fmt: skip
def test_a_document_reaches_nothing_outside_itself(reaching_out: str, tmp_path: Path) -> None:
    html = f'<html lang="en"><title>x</title><body>{reaching_out}<p>x</p></body></html>'
    with pytest.raises(RenderError, match="outside itself"):
        _print(html, tmp_path / "x.pdf")


def _print(html: str, target: Path) -> None:
    with pdf.printing_room():
        pdf.write(pdf.lay_out(html), target, [], datetime(2026, 10, 31, tzinfo=UTC))


def test_the_summary_stays_on_one_page_and_names_fewer_findings_when_it_must(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ecrl_audit.report.MOST_URGENT", 6)
    monkeypatch.setattr("ecrl_audit.documents.sections.glance.MOST_URGENT", 6)
    pages = fresh("director", "ordinary").pages
    (summary,) = [page for page in pages if "Most urgent" in page]
    assert "Exceptions by severity" in summary
    assert "How to read the results" in summary
    assert 1 <= summary.count("See F-") < 6
