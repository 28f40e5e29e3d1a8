"""Copyright notices: letters, ledgers, the Lumen database, and the EU's statements of reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecrl_audit.readers import FileIgnored, recognise
from tests.platforms.harness import CORPUS, FORMATS, Loaded, load, put

if TYPE_CHECKING:
    from pathlib import Path

DMCA = CORPUS / "github_dmca"
needs_corpus = pytest.mark.skipif(
    not DMCA.is_dir(), reason="the samples are not beside the checkout"
)
NOTICE = """I am the copyright owner of the original work at https://example.org/work.
Please take down https://github.com/someone/copy and https://github.com/other/copy/blob/main/a.c.
I have a good faith belief that use is not authorized. I swear, under penalty of perjury, that this
is accurate. Telephone: [private]
Signed, [private]
"""
COUNTER = """This answers https://github.com/github/dmca/blob/master/2026/07/2026-07-01-owner.md about
https://github.com/someone/copy. I swear, under penalty of perjury, that I have a good-faith belief
that it was removed by mistake. My name, address and telephone number: [private]. I consent to the
jurisdiction of the Federal District Court and will accept service of process. Signed, [private]
"""
LEDGER = "Filename,Year,Month,Date,Description,Type of Notice,Number of Repos Affected\n"
DSA_COLUMNS = (
    "uuid,decision_visibility,decision_ground,incompatible_content_explanation,application_date"
)
DSA_ROW = '{id},"[""DECISION_VISIBILITY_CONTENT_{what}""]",GROUND,Explained,2026-07-01 00:00:00'


def test_a_notice_tells_what_it_claims_to_have(tmp_path: Path) -> None:
    loaded = load(put(tmp_path, "2026-07-01-owner.md", NOTICE))
    (notice,) = loaded.rows("dmca_notices")
    assert (notice["notice_no"], notice["venue"], notice["received"]) == (
        "gh:2026-07-01-owner",
        "A",
        "2026-07-01",
    )
    elements = ("signature", "work_identified", "material_located", "contact", "good_faith")
    assert [notice[name] for name in (*elements, "accuracy_under_perjury")] == ["yes"] * 6
    assert sorted(loaded.column("dmca_items", "url")) == [
        "https://github.com/other/copy/blob/main/a.c",
        "https://github.com/someone/copy",
    ]


def test_a_notice_without_an_element_does_not_claim_it(tmp_path: Path) -> None:
    text = "My photo was copied to https://github.com/someone/copy, remove it"
    (notice,) = load(put(tmp_path, "2026-07-01-short.md", text)).rows("dmca_notices")
    assert [notice[name] for name in ("signature", "good_faith", "accuracy_under_perjury")] == [
        "no"
    ] * 3


def test_a_counter_notice_names_the_notice_it_links_to(tmp_path: Path) -> None:
    for name in ("2026-07-05-copy-counternotice.md", "2026-07-05-copy-CounterNotice.md"):
        (counter,) = load(put(tmp_path, name, COUNTER)).rows("dmca_counter_notices")
        assert counter["notice_no"] == "gh:2026-07-01-owner"
        assert counter["received_by_agent"] == "2026-07-05"
        elements = (
            "signature",
            "material_located",
            "good_faith_under_perjury",
            "name_address_phone",
        )
        more = ("consent_to_jurisdiction", "accepts_service")
        assert [counter[element] for element in (*elements, *more)] == ["yes"] * 6


def test_a_withdrawal_is_an_event_of_the_notice_it_names_or_is_counted(tmp_path: Path) -> None:
    named = put(tmp_path, "2026-07-09-owner-retraction.md", COUNTER)
    (event,) = load(named).rows("dmca_events")
    assert (event["notice_no"], event["event"]) == ("gh:2026-07-01-owner", "retracted")
    silent = put(tmp_path, "2026-07-09-other-retraction.md", "We take it back.")
    assert load(silent).column("out_of_scope", "why") == [
        "withdraws a notice that it does not name"
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_a_ledger_loses_no_row_to_line_ends_and_leaves_false_dates_to_be_set_aside(
    tmp_path: Path, ends: str
) -> None:
    rows = [
        "2019-01-02-A.md,2019,1,2,A,takedown,1",
        "20107-01-02-B.md,20107,01,02,B,Takedown,?",
        "2019-01-03-C-CounterNotice.md,2019,1,3,C,Counter Notice,1",
        "2019-01-04-D-retraction.md,2019,1,4,D,Retraction,Duplicate",
    ]
    path = put(tmp_path, "2019-COMPILED-DATA.csv", (LEDGER + "\n".join(rows)).replace("\n", ends))
    loaded = load(path)
    assert loaded.column("dmca_notices", "received") == ["2019-01-02", "20107-01-02"]
    assert [row["row"] for row in loaded.rows("out_of_scope")] == [3, 4]


def test_monthly_totals_are_left_unread(tmp_path: Path) -> None:
    with pytest.raises(FileIgnored, match="totals by month"):
        recognise(
            put(tmp_path, "s.csv", "Month,Takedown Notices Processed,Takedowns\nJan,1,2\n"), FORMATS
        )


def named_by_ledger(loaded: Loaded) -> set[str]:
    return {str(record.body["Filename"]) for record in loaded.records}


@needs_corpus
@pytest.mark.parametrize("year", ["2015", "2017", "2019", "2021"], ids=str)
def test_a_real_ledger_and_the_files_it_names_differ_where_its_text_differs(year: str) -> None:
    listed = (DMCA / "tree_filenames_2015_2021.txt").read_text("utf-8").splitlines()
    files = {name.rsplit("/", 1)[1] for name in listed if name.startswith(f"{year}/")}
    loaded = load(DMCA / "data" / f"{year}-COMPILED-DATA.csv")
    named = named_by_ledger(loaded)
    text = (DMCA / "data" / f"{year}-COMPILED-DATA.csv").read_text("utf-8-sig")
    written = {line.split(",")[0].strip('"') for line in text.splitlines()[1:] if line.strip(",")}
    assert {name.strip() for name in named} == {name.strip() for name in written}
    without_file, without_row = named - files, files - named
    assert len(named & files) > 0.9 * len(named)
    folded = {name.casefold(): name for name in without_row}
    causes = [name for name in without_file if name.casefold() in folded]
    assert all(name != folded[name.casefold()] for name in causes)


LUMEN = {
    "id": 5,
    "type": "DMCA",
    "date_received": "2026-07-01T10:00:00.000Z",
    "principal_name": "Owner",
    "recipient_name": "Platform",
    "works": [
        {"description": "Song", "infringing_urls": [{"url": "https://a.example"}]},
        {"description": "Film", "infringing_urls": ["https://b.example", "No URL submitted"]},
    ],
}


@pytest.mark.parametrize(
    "content",
    [{"notices": [LUMEN]}, {"notice": LUMEN}, {"dmca": LUMEN}],
    ids=["list", "one", "keyed"],
)
def test_lumen_notices_give_claimant_work_and_addresses(tmp_path: Path, content: object) -> None:
    loaded = load(put(tmp_path, "notice.json", content))
    (row,) = loaded.rows("dmca_notices")
    assert (row["notice_no"], row["claimant"], row["work"]) == ("lumen:5", "Owner", "Song / Film")
    assert sorted(loaded.column("dmca_items", "url")) == ["https://a.example", "https://b.example"]


def test_statements_of_reasons_are_acts_of_a_platform_by_names_of_columns(tmp_path: Path) -> None:
    rows = [
        DSA_ROW.format(id=n, what=what)
        for n, what in enumerate(["REMOVED", "DISABLED", "LABELLED"])
    ]
    inserted = "content_id_ean," + DSA_COLUMNS
    later = "\n".join([inserted, *("4006381333931," + row for row in rows)])
    earlier = "\n".join([DSA_COLUMNS, *rows])
    for text in (earlier, later):
        loaded = load(put(tmp_path, "sor.csv", text))
        assert loaded.column("actions", "action") == ["delete", "hide"]
        assert set(loaded.column("actions", "source")) == {"platform"}
        assert loaded.column("actions", "acted") == ["2026-07-01", "2026-07-01"]
        assert len(loaded.rows("out_of_scope")) == 1
