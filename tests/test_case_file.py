"""The case files: one per notice and an index, valid, discreet, and right about the clocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pypdf
import pytest

from ecrl_audit import case_file, check, load
from ecrl_audit.database import open_sealed
from ecrl_audit.documents.restricted import restricted
from ecrl_audit.documents.sections.case_clock import duty_lines, event_lines
from ecrl_audit.documents.sections.case_kit import Kit, case_kit
from ecrl_audit.documents.sections.case_parts import document_lines, notice_sheet
from ecrl_audit.documents.sections.case_window import windows
from ecrl_audit.documents.sections.director import CLASSIFICATION
from ecrl_audit.errors import UsageError
from ecrl_audit.model import Period, RunRequest
from tests import evidence
from tests.rendered import failures
from tests.test_words import hits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ecrl_audit.database import Connection

FIRST, LAST = datetime(2026, 7, 1, tzinfo=UTC).date(), datetime(2026, 9, 30, tzinfo=UTC).date()
AS_OF = datetime(2026, 10, 30, 12, tzinfo=UTC)
ODD = "C/2026 #9"
CONTACT = ("jane.doe@press.example", "218-555-0142", "12 Harbor Street")
YES = ("signature", "work_identified", "material_located", "contact", "good_faith",
       "accuracy_under_perjury")  # fmt: skip
COUNTER_YES = ("signature", "material_located", "good_faith_under_perjury", "name_address_phone",
               "consent_to_jurisdiction", "accepts_service")  # fmt: skip

COUNTER = {"counter_no": "CN-1", "notice_no": "DM-1", "post": "p7",
           "received_by_agent": "2026-09-28 09:00", "assessed": "2026-09-28 11:00"}  # fmt: skip


def _notice(number: str, venue: str, received: str, **more: str) -> dict[str, str]:
    base = {"notice_no": number, "venue": venue, "channel": "blog", "received": received,
            "received_by_agent": received, "assessed": received, "assessed_by": "pat.boss",
            "class": "complete", **dict.fromkeys(YES, "yes")}  # fmt: skip
    return {**base, **more}


def _evidence(folder: Path) -> Path:
    write = evidence.write_sheet
    write(folder, "coverage", evidence.COVERAGE)
    write(folder, "channels", evidence.CHANNELS)
    write(folder, "people", [{"person": "pat.boss", "name": "Pat Boss", "start": "2019-01-01"}])
    write(folder, "dmca_agent", [{"filed": "2024-02-01", "kind": "new", "agent": "Copyright Agent",
                                  "email": CONTACT[0], "phone": CONTACT[1]}])  # fmt: skip
    write(folder, "dmca_notices", [
        _notice("DM-1", "A", "2026-09-01 10:00", claimant=f"Jane, {CONTACT[0]}, {CONTACT[1]}",
                work=f"A map, see {CONTACT[2]}", document="copies/notice.pdf"),
        _notice("DM-2", "A2", "2026-08-03 10:00", channel="fb", contact="no", **{"class": "curable"}),
        _notice(ODD, "B", "2026-08-05 10:00"),
        _notice("DM-OLD", "A", "2026-02-02 10:00"),
    ])  # fmt: skip
    (folder / "copies").mkdir()
    (folder / "copies" / "notice.pdf").write_bytes(b"a notice")
    write(folder, "dmca_items", [{"notice_no": "DM-1", "post": "p7", "user": "loud.reader"}])
    write(folder, "dmca_events", [
        {"notice_no": "DM-1", "post": "p7", "event": "disabled", "happened": "2026-09-02 09:00",
         "by": "pat.boss", "document": "mail/disabled.txt"},
        {"notice_no": "DM-1", "post": "p7", "event": "restored", "happened": "2026-10-12 09:00"},
    ])  # fmt: skip
    write(folder, "dmca_counter_notices", [{**COUNTER, **dict.fromkeys(COUNTER_YES, "yes")}])
    return folder


@dataclass(frozen=True, slots=True)
class Loaded:
    """A judged library and its newest run."""

    connection: Connection
    run_id: str
    folder: Path

    def kit(self) -> Kit:
        """Return the kit of the run."""
        return case_kit(restricted(self.connection, self.run_id, None))


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    folder = tmp_path_factory.mktemp("cases")
    database = folder / "audit.duckdb"
    assert not load.load(_evidence(folder / "evidence"), database).refused
    request = RunRequest(Period(FIRST, LAST, "2026-Q3"), AS_OF, select=("family:DM",))
    run_id = check.check(database, request).run_id
    connection = open_sealed(database)
    yield Loaded(connection, run_id, folder)
    connection.close()


@pytest.fixture(scope="module")
def files(judged: Loaded) -> dict[str, Path]:
    folder = judged.folder / "out"
    written = case_file.render_cases(judged.connection, judged.run_id, folder)
    return {path.name: path for path in written}


def _text(path: Path) -> str:
    pages = (page.extract_text() for page in pypdf.PdfReader(path).pages)
    return re.sub(r"\s+", " ", " ".join(pages))


def test_every_notice_has_a_file_and_the_index_lists_them(files: dict[str, Path]) -> None:
    assert sorted(files) == ["C_2026_9.pdf", "DM-1.pdf", "DM-2.pdf", "DM-OLD.pdf", "index.pdf"]
    index = _text(files["index.pdf"])
    for number in ("DM-1", "DM-2", ODD, "C_2026_9.pdf"):
        assert number in index
    assert "A designation was in force on 92 of 92 days" in index


def test_an_audit_writes_the_cases_with_a_result_and_counts_the_others(
    judged: Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written() -> tuple[list[str], str]:
        arguments = (judged.connection, judged.run_id, tmp_path)
        paths = case_file.render_cases(*arguments, of_the_run=True)
        return sorted(path.name for path in paths), _text(tmp_path / "index.pdf")

    names, index = written()
    assert names == ["C_2026_9.pdf", "DM-1.pdf", "DM-2.pdf", "index.pdf"]
    assert "1 case without a file here" in index
    monkeypatch.setattr(case_file, "MOST_FILES", 1)
    names, index = written()
    assert names == ["C_2026_9.pdf", "index.pdf"]
    assert "3 cases without a file here" in index


@pytest.mark.parametrize(("name", "data"), [("DM-1.pdf", "case.json"), ("index.pdf", "cases.json")])
def test_a_file_carries_its_results_and_a_manifest(
    files: dict[str, Path], name: str, data: str
) -> None:
    attached = pypdf.PdfReader(files[name]).attachments
    assert sorted(attached) == sorted([data, "manifest.json"])
    told = b"".join(content for one in attached.values() for content in one).decode()
    for secret in (*CONTACT, "loud.reader", "pat.boss", "Pat Boss"):
        assert secret not in told


@pytest.mark.parametrize("name", ["DM-1.pdf", "C_2026_9.pdf", "index.pdf"])
def test_a_file_is_archival_and_accessible(files: dict[str, Path], name: str) -> None:
    assert failures(files[name].read_bytes()) == []


def test_no_file_carries_contact_data_a_users_key_or_a_banned_word(files: dict[str, Path]) -> None:
    for path in files.values():
        text = _text(path)
        for secret in (*CONTACT, "loud.reader", "pat.boss", "Pat Boss"):
            assert secret not in text
        assert hits(text) == []
        for page in pypdf.PdfReader(path).pages:
            assert CLASSIFICATION in re.sub(r"\s+", " ", page.extract_text())
    case = _text(files["DM-1.pdf"])
    assert "Jane, [masked], [masked]" in case
    assert re.search(r"\bU-[A-Z2-7]{4}\b", case)
    assert re.search(r"\bStaff-[A-Z]", case)


def test_the_window_is_the_one_of_the_worked_example(judged: Loaded) -> None:
    (window,) = windows(judged.kit(), "DM-1")
    assert "Weekdays (W): Oct 12, 2026 to Oct 16, 2026" in window.alternative
    assert "Federal (F): Oct 13, 2026 to Oct 19, 2026" in window.alternative
    assert "Columbus Day, Oct 12, 2026 (F" in window.holidays
    assert "Put back: Oct 12, 2026" in window.alternative


def test_a_duty_on_which_the_calendars_disagree_is_left_to_a_person(judged: Loaded) -> None:
    duties = {line.what: line for line in duty_lines(judged.kit(), "DM-1")}
    opens = duties["Put back: not before (day 10)"]
    assert (opens.weekdays, opens.federal) == ("Oct 12, 2026", "Oct 13, 2026")
    assert opens.state == "needs_review"
    assert duties["Disable the items named"].state == "pass"
    assert duties["Tell the author"].difference == "not done"
    assert duties["Forward the counter-notice"].state == "exception"


def test_an_event_shows_both_clocks_and_what_it_starts(judged: Loaded) -> None:
    events = {line.what: line for line in event_lines(judged.kit(), "DM-1")}
    received = events["Received by the copyright agent"]
    assert received.utc == "2026-09-01 15:00Z"
    assert received.local == "Sep 1, 10:00 CDT"
    assert "Disable the items named" in received.following
    assert events["Item disabled"].source == "dmca_events.csv#1"


def test_a_class_that_differs_without_a_reason_is_said(judged: Loaded) -> None:
    kit = judged.kit()
    rows = {row["notice_no"]: row for row in kit.results.figure("case_notices")}
    assert "Computed class: defective" in notice_sheet(kit, rows["DM-2"]).verdict
    assert "The two differ" in notice_sheet(kit, rows["DM-2"]).verdict
    assert "differ" not in notice_sheet(kit, rows["DM-1"]).verdict


def test_a_document_has_a_digest_only_where_its_copy_lies_in_the_folder(judged: Loaded) -> None:
    kit = judged.kit()
    notice = next(row for row in kit.results.figure("case_notices") if row["notice_no"] == "DM-1")
    lines = {(line.name, line.what): line for line in document_lines(kit, notice)}
    assert len(lines["copies/notice.pdf", "Notice, received"].sha256) == 64
    assert lines["mail/disabled.txt", "Item disabled"].state == "reference only"
    assert lines["–", "Item put back"].state == "no document named"
    assert lines["–", "Copy of p7 before removal"].state == "no copy recorded"


def test_the_same_run_gives_the_same_bytes(judged: Loaded, files: dict[str, Path]) -> None:
    again = judged.folder / "again.pdf"
    case_file.render_case(judged.connection, judged.run_id, "DM-1", again)
    assert again.read_bytes() == files["DM-1.pdf"].read_bytes()


def test_an_unknown_notice_names_the_nearest(judged: Loaded) -> None:
    with pytest.raises(UsageError, match="DM-2"):
        case_file.render_case(judged.connection, judged.run_id, "DM-22", judged.folder / "x.pdf")
    assert not (judged.folder / "x.pdf").exists()


def test_the_command_writes_one_case_and_refuses_an_unknown_one(judged: Loaded) -> None:
    database, target = judged.folder / "audit.duckdb", judged.folder / "one.pdf"
    done = evidence.run("case", "DM-2", "--db", database, "-o", target)
    assert (done.returncode, target.read_bytes()[:5]) == (0, b"%PDF-")
    refused = evidence.run("case", "DM-3", "--db", database)
    assert refused.returncode == 2
    assert "The notice DM-3 is unknown; the nearest known one is DM-" in refused.stderr
