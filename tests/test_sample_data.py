"""The sample evidence: made the same each time, in the form of the contract, whole in itself."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sample_data.generate import write_sample
from tests import evidence
from tests import sample_reading as read

CONTRACTS = (
    read.ROOT / "queries" / "logbook" / "sheets.toml",
    read.ROOT.parent / "shared" / "contract" / "logbook.toml",
)
CATALOGUE = read.ROOT.parent / "shared" / "design" / "controls.md"
HEADER_ID = re.compile(r'^id\s*=\s*"([A-Z]{2}-\d\d)"', re.MULTILINE)
FAMILIES = {"RM", "BL", "NT", "DM", "AU", "MO", "ST", "OO", "AT", "RC", "PV", "DQ"}
OUTCOMES = {"exception", "observation", "needs_review", "not_evidenced", "pending"}
PLAIN_FIGURES = {
    ("BL-12", "period"),
    ("DM-22", "period"),
    ("NT-04", "period"),
    ("RM-22", "period"),
}
ILL_FORMED = {("actions", "acted", "")}


def contract() -> dict[str, Any]:
    """Return the sheets of the contract; without any copy of it there is nothing to compare."""
    for path in CONTRACTS:
        if path.exists():
            sheets: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["sheet"]
            return sheets
    pytest.skip("no copy of the contract is at hand")


def controls() -> set[str]:
    """Return the ids in the headers of all control files."""
    paths = (read.ROOT / "queries" / "controls").glob("*/*.sql")
    return {found for path in paths for found in HEADER_ID.findall(path.read_text("utf-8"))}


def sheets() -> list[str]:
    """Return the names of the sheets that this library keeps."""
    return sorted({p.name.partition(".")[0] for p in (read.EVIDENCE / "logbook").glob("*.csv")})


def test_the_generator_writes_the_same_bytes_again(tmp_path: Path) -> None:
    write_sample(tmp_path)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = [*read.EVIDENCE.rglob("*"), read.SAMPLE / "planted.csv"]
    assert made == {p.relative_to(read.SAMPLE): p.read_bytes() for p in kept if p.is_file()}


def test_every_column_is_one_of_the_contract() -> None:
    for name in sheets():
        declared = contract()[name]
        columns = set(read.header(name))
        assert columns <= set(declared["columns"]), name
        assert set(declared["required"]) <= columns, name


def test_every_value_fits_its_column_but_one() -> None:
    bad = set()
    for name in sheets():
        declared = contract()[name]
        for row in read.sheet(name):
            for column, value in row.items():
                required = column in declared["required"]
                if not (fits(value, declared["columns"][column]) if value else not required):
                    bad.add((name, column, value))
    assert bad == ILL_FORMED


def fits(value: str, kind: str) -> bool:
    """Tell whether a written value is of the kind that the contract wants."""
    if coded := re.match(r"(one of|list of) \[(.*?)\]", kind):
        known = set(coded[2].split(", "))
        return set(value.split(";")) <= known if coded[1] == "list of" else value in known
    checks: dict[str, Any] = {
        "date": date.fromisoformat,
        "when": datetime.fromisoformat,
        "int": int,
        "yesno": ("yes", "no", "unclear").index,
        "id": lambda text: 1 // (0 < len(text) <= 128),
    }
    try:
        checks.get(kind.split(maxsplit=1)[0], str)(value)
    except (ValueError, ZeroDivisionError):
        return False
    return True


def test_one_row_stands_twice() -> None:
    repeated = []
    for name in sheets():
        rows = [tuple(row.items()) for row in read.sheet(name)]
        repeated += [name] * (len(rows) - len(set(rows)))
    assert repeated == ["partner_posts"]


def test_every_planted_control_is_in_the_catalogue() -> None:
    known = controls()
    if CATALOGUE.exists():
        known |= set(re.findall(r"[A-Z]{2}-\d\d", CATALOGUE.read_text(encoding="utf-8")))
    named = {row["control"] for row in read.planted()}
    assert named <= known
    assert {control.partition("-")[0] for control in named} == FAMILIES
    assert {row["outcome"] for row in read.planted()} == OUTCOMES


def test_an_audit_finds_what_was_planted_and_nothing_else(tmp_path: Path) -> None:
    database = tmp_path / "audit.duckdb"
    assert evidence.run("load", read.EVIDENCE, "--db", database).returncode == 0
    document = evidence.checked(database, "--period", "2026-Q3", "--as-of", "2026-10-15")
    found = {
        (control["id"], item["item"]): (item["outcome"], item["subtype"] or "")
        for control in document["controls"]
        for item in control["items"]
        if item["outcome"] in OUTCOMES
    }
    figures = {found.pop(key)[0] for key in PLAIN_FIGURES}
    planted = {(row["control"], row["item"]): row for row in read.planted()}
    assert figures == {"observation"}
    assert set(found) == set(planted)
    for key, (outcome, subtype) in found.items():
        assert outcome == planted[key]["outcome"], key
        assert planted[key]["subtype"] in ("", subtype), key


def test_planted_rows_are_unlike_each_other() -> None:
    keys = [(row["control"], row["item"]) for row in read.planted()]
    assert len(keys) == len(set(keys))


def test_every_planted_item_is_in_the_evidence() -> None:
    known = {value for name in sheets() for row in read.sheet(name) for value in row.values()}
    known |= read.exported_posts() | {name for name, _ in read.texts()}
    known |= set(sheets()) | {"period", "-"}
    for row in read.planted():
        parts = [row["item"]] if row["item"] in known else row["item"].split("/")
        unknown = [part for part in parts if part not in known and not is_time(part)]
        assert unknown == [], row


def is_time(part: str) -> bool:
    """Tell whether a part of an item key is a day of the period or an instant in UTC."""
    return bool(re.fullmatch(r"2026-0[789]-\d\d(T\d\d:\d\d:\d\dZ)?", part))


@pytest.mark.parametrize(
    ("column", "known", "odd"),
    [
        (
            "reviewer reviewed_by by judged_by opened_by decided_by assessed_by checked_by",
            "people",
            set(),
        ),
        (
            "employee reported_to supervisor designee designated_by person signed_by",
            "people",
            set(),
        ),
        ("login changed_by", "logins", set()),
        ("channel", "channels", {"all"}),
        ("case_no", "investigations", set()),
        ("evidence", "evidence", set()),
        ("notice_no", "dmca_notices", set()),
        ("partner", "partners", set()),
        ("action_no", "actions", set()),
    ],
)
def test_references_lead_somewhere(column: str, known: str, odd: set[str]) -> None:
    key = next(iter(read.sheet(known)[0]))
    ids = {row[key] for row in read.sheet(known)} | odd | {""}
    for name in sheets():
        for row in read.sheet(name):
            assert {row[cell] for cell in column.split() if cell in row} <= ids, (name, row)


def test_every_post_that_a_row_names_exists_once() -> None:
    by_hand = {row["post"] for row in read.sheet("posts")}
    assert by_hand & read.exported_posts() == set()
    known = by_hand | read.exported_posts() | {""}
    for name in sheets():
        for row in read.sheet(name):
            named = {row.get("post", ""), row.get("parent", ""), row.get("root", "")}
            assert named <= known, (name, row)


def test_the_archive_counts_what_it_holds() -> None:
    (manifest,) = read.script("data/manifest.js").values()
    declared = [file for kind in manifest["dataTypes"].values() for file in kind["files"]]
    names = {file["fileName"] for file in declared}
    assert names == set(read.archive()) - {"data/manifest.js", "data/README.txt"}
    for file in declared:
        ((name, records),) = read.script(file["fileName"]).items()
        assert name == f"window.{file['globalName']}"
        assert str(len(records)) == file["count"], name


def test_every_address_belongs_to_nobody() -> None:
    real = re.compile(r"(.*\.)?(example|ecrlib\.org|wordpress\.org|purl\.org|wellformedweb\.org)")
    for name, text in read.texts():
        assert [h for h in read.mail_and_web(text) if not real.fullmatch(h)] == [], name
