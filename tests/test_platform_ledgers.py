"""The yearly ledgers of copyright notices against the list of notice files, one by one."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ecrl_audit import load
from ecrl_audit.database import opened
from ecrl_audit.documents.results import read_results
from ecrl_audit.documents.sections.quality import ledger_differences
from ecrl_audit.facts import make
from ecrl_audit.statements import sql_files
from tests.fake_results import RUN, SIZES, fake_database
from tests.platforms.harness import CORPUS, put

if TYPE_CHECKING:
    from pathlib import Path

DMCA = CORPUS / "github_dmca"
LIST = DMCA / "tree_filenames_2015_2021.txt"
YEARS = ("2015", "2017", "2019", "2021")
HEADER = "Filename,Year,Month,Date,Description,Type of Notice,Number of Repos Affected\n"
needs_corpus = pytest.mark.skipif(
    not DMCA.is_dir(), reason="the samples are not beside the checkout"
)
LOST = [
    "2015-09-08-FontData",
    "2015-09-09-ahri",
    "2015-09-09-Pluralsight",
    "2015-09-09-Tecnick",
    "2015-09-10-wpecommerce",
    "2015-09-14-Pooductive",
    "2015-09-14-UCSD",
    "2015-09-14-wpecommerce-counter",
    "2015-09-14-wpviralquiz",
    "2015-09-15-ALM",
    "2015-09-16-ingeniousgaming",
    "2015-09-16-waylaydesign",
    "2015-09-21-Avid",
    "2015-09-21-CMS",
]
BY_READING = """
2015-05-29-NETDNA.MD | no_file | -
2017-03-22-Huzuni-Counter-notice.md | spelling | 2017-03-22-Huzuni-Counternotice.md
2017-03-24-Ensage-Counter-notice.md | spelling | 2017-03-24-Ensage-Counternotice.md
2017-06-20-MiBandTools-Counter-Notice.md | spelling | 2017-06-20-MiBandTools-Counternotice.md
2017-06-21-RandomHouse.md | duplicate | 2017-06-21-RandomHouse2.md
2017-06-BarbarianLand.md | incomplete_date | 2017-06-13-BarbarianLand.md
2017-11-1-Webkul.md | incomplete_date | 2017-11-01-Webkul.md
2017-Offensive-Security-7.md | incomplete_date | 2017-12-12-Offensive-Security-7.md
20107-05-22-Pearson.md | wrong_century | 2017-05-22-Pearson.md
Offensive-Security-6.md | incomplete_date | 2017-12-12-Offensive-Security-6.md
2019-06-03-WeApp.md | swapped_day_and_month | 2019-03-06-WeApp.md
2019-06-03-YNPMS.md | swapped_day_and_month | 2019-03-06-YNPMS.md
2019-06-11-Python3.md | swapped_day_and_month | 2019-11-06-Python3.md
2019-07-08-Joyware.md | wrong_date | 2019-01-08-Joyware.md
2019-09-01-Attributor.md | swapped_day_and_month | 2019-01-09-Attributor.md
2019-09-13-infosys.md | perhaps_duplicate | 2019-09-12-infosys.md
2019-10-03-nintendo-2-counter-notice.md | spelling | 2019-10-03-nintendo-2-counternotice.md
2019-11-05-wiley.md | wrong_date | 2019-10-05-wiley.md
2019-11-26-common.md | perhaps_duplicate | 2019-11-25-common.md
2021-04-24-fivem.md | wrong_date | 2021-06-24-fivem.md
2021-05-12-nagravision-4.md | no_file | -
2021-07-12-packt.md | stray_space | 2021-07-12- packt.md
"""
WITHOUT_ROW = ("2015-09-24-wahoo-counternotice.md", "2017-10-31-Atlassian.md")
OF_A_ROW_TOO = ("wrong_century", "duplicate", "perhaps_duplicate", "no_file")
Listed = set[tuple[str, str, str, str | None]]


def differences(evidence: Path, target: Path) -> Listed:
    """Load a folder and return the lines of the figure: side, name, cause, counterpart."""
    report = load.load(evidence, target)
    assert report.refused == ()
    with opened(target) as connection:
        make(connection, {"ledger_difference"})
        (figure,) = [file for file in sql_files("figures") if file.name == "ledger_differences"]
        cursor = connection.execute(figure.sql)
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for row in rows:
        assert (row["file"] is None) == (row["side"] == "file")
    assert len(rows) == len({(row["side"], row["name"], row["row"]) for row in rows})
    return {(row["side"], row["name"], row["cause"], row["counterpart"]) for row in rows}


def evidence_of(folder: Path, rows: str, files: str, ends: str = "\n") -> Path:
    """Write a ledger and a list of files, one word each, into an evidence folder."""
    lines = "".join(f"{name},2019,01,02,x,takedown,1\n" for name in rows.split(" ; "))
    ledger = (HEADER + lines).replace("\n", ends)
    put(folder, "exports/mail/ledger.csv", ledger)
    listed = "".join(f"2019/{name}\n" for name in files.split(" ; "))
    put(folder, "exports/mail/files.txt", listed.replace("\n", ends))
    return folder


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an evidence folder with every real ledger and the list of files."""
    folder = tmp_path_factory.mktemp("ledgers")
    (folder / "exports" / "mail").mkdir(parents=True)
    for path in (LIST, *((DMCA / "data" / f"{year}-COMPILED-DATA.csv") for year in YEARS)):
        shutil.copyfile(path, folder / "exports" / "mail" / path.name)
    return folder


def names_of(year: str) -> list[str]:
    """Return what the first column of a ledger holds, read without any of the readers."""
    text = (DMCA / "data" / f"{year}-COMPILED-DATA.csv").read_bytes().decode("utf-8-sig")
    return [row[0].strip() for row in csv.reader(io.StringIO(text, newline="")) if any(row)][1:]


@needs_corpus
def test_the_real_ledgers_and_files_differ_one_by_one_for_the_right_causes(
    real: Path, tmp_path: Path
) -> None:
    expected: Listed = {("row", name, "lost_extension", f"{name}.md") for name in LOST}
    for line in BY_READING.strip().splitlines():
        row, cause, file = line.split(" | ")
        expected.add(("row", row, cause, None if file == "-" else file))
    for _, name, cause, meant in sorted(expected, key=str):
        if cause not in OF_A_ROW_TOO:
            expected.add(("file", str(meant), cause, name))
    expected |= {("file", name, "no_row", None) for name in WITHOUT_ROW}
    assert differences(real, tmp_path / "a.duckdb") == expected


@needs_corpus
def test_no_name_of_a_real_ledger_or_file_is_lost(real: Path, tmp_path: Path) -> None:
    listed = differences(real, tmp_path / "a.duckdb")
    files = {line.rsplit("/", 1)[-1] for line in LIST.read_text("utf-8").splitlines() if line}
    of_years = {name for name in files if name[:4] in YEARS}
    named = {name for year in YEARS for name in names_of(year)}
    assert {name for side, name, *_ in listed if side == "row"} == named - files
    assert {name for side, name, *_ in listed if side == "file"} == of_years - named
    with opened(tmp_path / "a.duckdb") as connection:
        sides = dict(
            connection.execute("select side, count(*) from listed_file group by side").fetchall()
        )
    assert sides == {"row": sum(len(names_of(year)) for year in YEARS), "file": len(files)}


CASES = (
    ("2019-01-02-Lost", "2019-01-02-Lost.md", "lost_extension"),
    ("2019-01-02-CASE.md", "2019-01-02-Case.md", "letter_case"),
    ("2019-01-02-Space.md", "2019-01-02- Space.md", "stray_space"),
    ("20109-01-02-Century.md", "2019-01-02-Century.md", "wrong_century"),
    ("1919-01-02-Earlier.md", "2019-01-02-Earlier.md", "wrong_century"),
    ("2019-01-Dayless.md", "2019-01-02-Dayless.md", "incomplete_date"),
    ("2019-01-2-Short.md", "2019-01-02-Short.md", "incomplete_date"),
    ("2019-02-01-Swapped.md", "2019-01-02-Swapped.md", "swapped_day_and_month"),
    ("2019-03-02-Month.md", "2019-01-02-Month.md", "wrong_date"),
    ("2018-01-02-Year.md", "2019-01-02-Year.md", "wrong_date"),
    ("2019-01-02-Lettter.md", "2019-01-02-Letter.md", "spelling"),
    ("2019-01-02-Hyph-en.md", "2019-01-02-Hyphen.md", "spelling"),
)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_each_cause_is_named_on_both_sides_with_any_line_ends(tmp_path: Path, ends: str) -> None:
    rows = " ; ".join(row for row, _, _ in CASES)
    files = " ; ".join(file for _, file, _ in CASES)
    folder = evidence_of(tmp_path / "e", f"2019-05-05-Same.md ; {rows}", files, ends)
    expected: Listed = {("row", row, cause, file) for row, file, cause in CASES}
    expected |= {("file", file, cause, row) for row, file, cause in CASES}
    expected.add(("row", "2019-05-05-Same.md", "no_file", None))
    assert differences(folder, tmp_path / "a.duckdb") == expected


def test_other_numbers_other_senders_and_other_years_are_not_taken_for_each_other(
    tmp_path: Path,
) -> None:
    rows = "2019-01-02-Owner-2.md ; 2019-01-02-Other.md"
    files = "2019-01-02-Owner-3.md ; 2020-01-02-Late.md"
    assert differences(evidence_of(tmp_path / "e", rows, files), tmp_path / "a.duckdb") == {
        ("row", "2019-01-02-Owner-2.md", "no_file", None),
        ("row", "2019-01-02-Other.md", "no_file", None),
        ("file", "2019-01-02-Owner-3.md", "no_row", None),
    }


def test_a_row_given_twice_or_marked_as_a_duplicate_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "e"
    rows = (
        "2019-01-02-A.md,2019,1,2,A,takedown,1\n2019-01-02-A.md,2019,1,2,A,takedown,1\n"
        "2019-01-03-B.md,2019,1,3,B,takedown,1\n2019-01-03-B2.md,2019,1,3,B2,,Duplicate\n"
    )
    put(folder, "exports/mail/ledger.csv", HEADER + rows)
    put(folder, "exports/mail/2019-01-02-A.md", "Take down https://github.com/someone/copy")
    put(folder, "exports/mail/2019-01-03-B2.md", "Take down https://github.com/someone/other")
    assert differences(folder, tmp_path / "a.duckdb") == {
        ("row", "2019-01-02-A.md", "duplicate", "2019-01-02-A.md"),
        ("row", "2019-01-03-B.md", "duplicate", "2019-01-03-B2.md"),
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_ledger_in_either_unicode_loses_no_row(tmp_path: Path, encoding: str) -> None:
    folder = tmp_path / "e"
    name = "2019-01-02-Müller.md"
    ledger = (HEADER + f"{name},2019,1,2,Müller,takedown,1\n").encode(encoding)
    put(folder, "exports/mail/ledger.csv", ledger)
    put(folder, "exports/mail/files.txt", f"2019/{name}\n2019/2019-01-03-B.md\n")
    found = differences(folder, tmp_path / "a.duckdb")
    assert found == {("file", "2019-01-03-B.md", "no_row", None)}


def test_a_ledger_in_an_older_encoding_is_refused_by_name_and_not_read_in_part(
    tmp_path: Path,
) -> None:
    ledger = HEADER + "2019-01-01-A.md,2019,1,1,A,takedown,1\n2019-01-02-Müller.md,,,,,,\n"
    put(tmp_path / "e", "exports/mail/ledger.csv", ledger.encode("cp1252"))
    (refused,) = load.load(tmp_path / "e", tmp_path / "a.duckdb").refused
    assert refused.file == "exports/mail/ledger.csv"
    assert "Müller" in refused.why
    with opened(tmp_path / "a.duckdb") as connection:
        assert connection.execute("select count(*) from listed_file").fetchone() == (0,)


def test_without_any_notice_file_nothing_is_compared(tmp_path: Path) -> None:
    folder = tmp_path / "e"
    put(folder, "exports/mail/ledger.csv", HEADER + "2019-01-02-A.md,2019,1,2,A,takedown,1\n")
    assert differences(folder, tmp_path / "a.duckdb") == set()


def test_a_file_without_a_row_stands_at_no_place_of_a_ledger() -> None:
    place = {"file": None, "row": None}
    entry = {"side": "file", "name": "a.md", "cause": "no_row", "counterpart": None, **place}
    results = read_results(fake_database(SIZES["almost_empty"]), RUN)
    ((line,), more) = ledger_differences(
        replace(results, figures={**results.figures, "ledger_differences": (entry,)})
    )
    assert (line.place, line.what, more) == ("–", "file without a row", 0)
