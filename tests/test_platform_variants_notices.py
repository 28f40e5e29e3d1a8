"""Statements of reasons, Lumen and GitHub: variants of which no real file is at hand."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import FileIgnored, recognise, records
from tests.platforms.harness import FORMATS, load, put
from tests.test_platform_copyright import COUNTER, LUMEN, NOTICE
from tests.test_platform_zip import zipped

if TYPE_CHECKING:
    from pathlib import Path

FULL = (
    "uuid,decision_visibility,decision_visibility_other,end_date_visibility_restriction,"
    "decision_monetary,decision_provision,decision_account,decision_ground,"
    "decision_ground_reference_url,illegal_content_legal_ground,illegal_content_explanation,"
    "incompatible_content_ground,incompatible_content_explanation,incompatible_content_illegal,"
    "category,category_addition,content_type,content_language,content_date,territorial_scope,"
    "application_date,decision_facts,source_type,automated_detection,automated_decision,"
    "platform_name,created_at"
)
LIGHT = ",".join(
    name
    for name in FULL.split(",")
    if name
    not in ("territorial_scope", "decision_facts", "illegal_content_explanation",
            "incompatible_content_explanation")
)  # fmt: skip
CELLS = {
    "uuid": "u1",
    "decision_visibility": '"[""DECISION_VISIBILITY_CONTENT_REMOVED""]"',
    "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    "incompatible_content_explanation": '"Spam, again"',
    "application_date": "2026-07-01 00:00:00",
    "automated_detection": "Yes",
    "automated_decision": "No",
    "territorial_scope": '"[""AT"",""DE""]"',
}


def statements(header: str) -> str:
    row = ",".join(CELLS.get(name, "") for name in header.split(","))
    return f"{header}\n{row}\n"


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (FULL, "DECISION_GROUND_INCOMPATIBLE_CONTENT: Spam, again"),
        (FULL.replace(",content_language", ",content_id_ean,content_language"),
         "DECISION_GROUND_INCOMPATIBLE_CONTENT: Spam, again"),
        (LIGHT, "DECISION_GROUND_INCOMPATIBLE_CONTENT"),
        (",".join(reversed(FULL.split(","))), "DECISION_GROUND_INCOMPATIBLE_CONTENT: Spam, again"),
    ],
    ids=["full", "inserted", "light", "turned"],
)  # fmt: skip
def test_statements_are_read_by_the_names_of_their_columns(
    tmp_path: Path, header: str, reason: str
) -> None:
    (act,) = load(put(tmp_path, "sor.csv", statements(header))).rows("actions")
    assert (act["action_no"], act["action"], act["acted"]) == ("dsa:u1", "delete", "2026-07-01")
    assert (act["reason"], act["source"]) == (reason, "platform")


def test_a_day_of_statements_in_a_zip_in_a_zip_is_refused_with_what_to_do(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("sor-2026-07-01-00000.csv", statements(FULL))
    with pytest.raises(InputRefusedError, match="ZIP inside a ZIP") as caught:
        recognise(zipped(tmp_path, {"sor-00000.csv.zip": inner.getvalue()}), FORMATS)
    assert caught.value.what_to_do
    unpacked = put(tmp_path, "sor-00000.csv.zip", inner.getvalue())
    assert load(unpacked).column("actions", "action_no") == ["dsa:u1"]


def test_totals_of_the_report_template_are_left_unread(tmp_path: Path) -> None:
    header = "\u00ef\u00bb\u00bfName,Service,Reporting period,Section,Indicator,Scope,Value,Unit\n"
    row = 'x,Service,2026,7,Appeals,All,"37,220",Number\n'
    with pytest.raises(FileIgnored, match="totals of a platform"):
        recognise(put(tmp_path, "appeals.csv", header + row), FORMATS)


@pytest.mark.parametrize(
    ("works", "urls"),
    [
        ([{"infringing_urls": [{"url": "https://a.example"}, {"url_original": "x"}]}], ["https://a.example"]),
        ([{"infringing_urls": [{"domain": "a.example", "count": 3}]}], []),
        ([{"infringing_urls": [{"url": "No URL submitted"}]}], []),
        ([{"infringing_urls": ["No URL submitted"]}], []),
        ([{"infringing_urls": []}, {"copyrighted_urls": [{"url": "https://own.example"}]}], []),
        ([], []),
    ],
    ids=["addresses", "counts by site", "none, as an object", "none, as text", "empty", "no works"],
)  # fmt: skip
def test_only_addresses_are_items_of_a_lumen_notice(
    tmp_path: Path, works: object, urls: list[str]
) -> None:
    loaded = load(put(tmp_path, "n.json", {"notices": [{**LUMEN, "works": works}]}))
    assert loaded.column("dmca_items", "url") == urls
    assert loaded.column("dmca_notices", "notice_no") == ["lumen:5"]


@pytest.mark.parametrize("answer", ["Yes", "No", "Partial", "Unspecified", None], ids=str)
def test_what_the_recipient_did_never_fills_an_element(tmp_path: Path, answer: str | None) -> None:
    notice = {
        **LUMEN,
        "action_taken": answer,
        "date_received": None,
        "date_sent": "2026-06-30T10:00:00Z",
    }
    loaded = load(put(tmp_path, "n.json", [{**notice}]))
    (row,) = loaded.rows("dmca_notices")
    assert row["received"] == "2026-06-30T10:00:00Z"
    assert {"signature", "good_faith", "accuracy_under_perjury", "assessed"}.isdisjoint(row)
    assert loaded.rows("dmca_events") == []


LEGACY = (
    "NoticeID,Date,Subject,Re_Line,How_Sent,Sender_Principal,Sender_LawFirm,Sender_Attorney,"
    "Sender_Address1,Sender_Address2,Sender_City,Sender_State,Sender_Zip,Sender_Country,"
    "Recipient_Individual,Recipient_Entity,Recipient_Address1,Recipient_Address2,Recipient_City,"
    "Recipient_State,Recipient_Zip,Recipient_Country,Privacy,Body,Rank,Submitted_By,CatID,add_user,"
    "add_date,alter_user,alter_date,pub_date,Hide,Local,Keywords,Description,Readlevel,Writelevel,"
    "OriginalFilePath,SupportingFilePath,CategoryName,SubmissionID"
)


def test_the_older_lumen_file_is_read_past_its_empty_row(tmp_path: Path) -> None:
    names = LEGACY.split(",")
    assert len(names) == 42
    cells = {"NoticeID": "7", "Date": "2013-07-01", "Recipient_Zip": "2111", "Sender_Principal": "Owner",
             "add_date": "2013-07-01 00:06:20 -0400"}  # fmt: skip
    row = ",".join(cells.get(name, "") for name in names)
    loaded = load(put(tmp_path, "n.csv", f"{LEGACY}\n{',' * 41}\n{row}\n"))
    (notice,) = loaded.rows("dmca_notices")
    assert (notice["received"], notice["claimant"]) == ("2013-07-01T00:06:20-04:00", "Owner")
    assert loaded.flaws() == []


FORM = """**Are you the copyright holder or authorized to act on the copyright owner's behalf?**
Yes, I am the copyright holder.
**Please describe the nature of your copyright ownership.** [private]
**Please provide the URL.** [invalid]
https://github.com/someone/copy
**I have a good faith belief** that use is not authorized.
**I swear, under penalty of perjury,** that the information is accurate.
**Please provide your telephone number and physical address.** [private]
**Please type your full legal name for your signature.** [private]
"""


@pytest.mark.parametrize("text", [NOTICE, FORM], ids=["letter", "form"])
def test_both_generations_of_the_form_claim_the_same_elements(tmp_path: Path, text: str) -> None:
    (row,) = load(put(tmp_path, "2026-07-01-owner.md", text)).rows("dmca_notices")
    names = ("signature", "work_identified", "material_located", "contact", "good_faith",
             "accuracy_under_perjury")  # fmt: skip
    assert {name: row[name] for name in names} == dict.fromkeys(names, "yes")


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("2026-07-01-owner.md", "dmca_notices"),
        ("2026-07-01-owner-2.md", "dmca_notices"),
        ("2026-07-01-owner-counternotice.md", "dmca_counter_notices"),
        ("2026-07-01-Owner-Counter-notice.md", "dmca_counter_notices"),
        ("2026-07-01-owner-counter.md", "dmca_counter_notices"),
        ("2026-07-01-counter-strike.md", "dmca_notices"),
        ("2026-07-01-owner-retraction.md", "dmca_events"),
        ("2026-07-01-owner-reversal.md", "dmca_events"),
        ("2026-07-01-owner-counternotice-retraction.md", "out_of_scope"),
        ("2026-07-01-owner-counternotice-reversal.md", "out_of_scope"),
        ("2026-07-01-Owner-Counter-Retraction.md", "out_of_scope"),
    ],
    ids=str,
)
def test_the_kind_of_a_letter_stands_in_its_name_only(
    tmp_path: Path, name: str, sheet: str
) -> None:
    loaded = load(put(tmp_path, name, COUNTER))
    filled = {kind for kind, rows in loaded.sheets.items() if rows} - {"dmca_items"}
    assert filled == {sheet}


@pytest.mark.parametrize(
    "repos",
    [
        "Nr. of Repos Affected,Mass Removal,Frequent",
        "Nr. of Repos Affected",
        "Number of Repos Affected",
    ],
    ids=str,
)
@pytest.mark.parametrize("kind", ["Takedown", "takedown", " TAKEDOWN "], ids=str)
def test_all_three_headers_of_the_ledgers_are_known(tmp_path: Path, repos: str, kind: str) -> None:
    header = f"Filename,Year,Month,Date,Description,Type of Notice,{repos}"
    row = f"2016-3-4-A.md,2016,3,4,A,{kind},Duplicate" + "," * repos.count(",")
    loaded = load(put(tmp_path, "l.csv", f"{header}\n{row}\n"))
    assert loaded.column("dmca_notices", "received") == ["2016-03-04"]
    assert loaded.column("listed_files", "remark") == ["Duplicate"]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"], ids=str)
def test_a_ledger_in_another_encoding_is_refused_until_it_is_declared(
    tmp_path: Path, encoding: str
) -> None:
    header = "Filename,Year,Month,Date,Description,Type of Notice,Number of Repos Affected\r"
    rows = "2018-01-02-Müller.md,2018,1,2,M√ºller,takedown,1\r".replace("√", "é")
    path = put(tmp_path, "l.csv", (header + rows).encode(encoding))
    with pytest.raises(InputRefusedError, match="is not utf-8 at byte") as caught:
        list(records(path, recognise(path, FORMATS)))
    assert "audit.toml" not in caught.value.what_to_do
    (row,) = records(path, recognise(path, FORMATS), encoding=encoding)
    assert row.body["Filename"] == "2018-01-02-Müller.md"
    assert json.dumps(row.body).count("takedown") == 1
