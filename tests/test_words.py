"""The words and numbers of the finished documents: nothing banned, nothing unexplained."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrl_audit.assets import folder
from ecrl_audit.documents import phrases
from ecrl_audit.documents.results import Results, read_results
from ecrl_audit.documents.sections.clauses import STATES, state_of
from ecrl_audit.documents.sections.director import director_context
from ecrl_audit.documents.sections.labels import words
from tests.fake_results import OUTCOMES, RUN, SIZES, fake_database
from tests.rendered import ASSURANCE, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENTS = [("director", "ordinary"), ("director", "almost_empty"), ("board", "ordinary"),
             ("board", "almost_empty"), ("board", "large")]  # fmt: skip
BANNED = [re.compile(pattern, re.IGNORECASE) for pattern in words("banned")["patterns"]]
PERCENT = re.compile(r"(?:([\d,]+) of ([\d,]+)(?: items?)? \()?([\d.]+)\s?%")


def hits(text: str) -> list[str]:
    """Return the banned words in a text."""
    return [found.group() for pattern in BANNED for found in pattern.finditer(text)]


@pytest.mark.parametrize(("document", "size"), DOCUMENTS)
def test_no_banned_word_is_printed(document: str, size: str) -> None:
    assert hits(rendered(document, size).text) == []


@pytest.mark.parametrize(
    "sentence",
    ["The library is compliant.", "In our opinion it is fine.", "Seven were met in full.",
     "This proves it.", "an illegal removal", "the infringer", "Nothing came to our attention.",
     "No violations.", "a guilty user", "verified by", "The page was censored."],
)  # fmt: skip
def test_a_banned_word_is_noticed(sentence: str) -> None:
    assert hits(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["a repeat infringer rule", "whether a use infringes a copyright", "The tests improve.",
     "Compliance is not claimed."],
)  # fmt: skip
def test_a_permitted_word_passes(sentence: str) -> None:
    assert hits(sentence) == []


def test_templates_and_word_files_hold_no_banned_word() -> None:
    files = sorted(folder("report_templates").glob("**/*.j2"))
    files += [
        folder("report_templates") / "words" / f"{n}.toml" for n in ("labels", "observations")
    ]
    assert len(files) > 20
    assert {
        file.name: hits(file.read_text("utf-8")) for file in files if hits(file.read_text("utf-8"))
    } == {}


@pytest.mark.parametrize(("document", "size"), DOCUMENTS)
def test_a_percentage_stands_behind_x_of_n_with_n_of_ten_or_more(document: str, size: str) -> None:
    for part, whole, shown in PERCENT.findall(rendered(document, size).text):
        assert part, shown
        number = int(whole.replace(",", ""))
        assert number >= 10
        assert re.fullmatch(r"\d+\.\d", shown)
        assert 0 < float(shown) < 100
        assert abs(float(shown) - 100 * int(part.replace(",", "")) / number) <= 0.1


@pytest.mark.parametrize("document", ["director", "board"])
def test_the_assurance_sentence_is_printed_as_it_stands(document: str) -> None:
    assert ASSURANCE in rendered(document, "ordinary").text


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_share_never_looks_like_all_or_nothing_when_it_is_neither(one: int, other: int) -> None:
    part, whole = min(one, other), max(one, other)
    shown = phrases.percent(part, whole)
    if shown is not None:
        assert whole >= 10
        assert 0 < part < whole
        assert 0.0 < float(shown.rstrip("%")) < 100.0


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1, 9, "1 of 9"), (1, 10, "1 of 10 (10.0%)"), (0, 50, "0 of 50"), (50, 50, "50 of 50"),
     (9999, 10000, "9,999 of 10,000 (99.9%)"), (1, 10000, "1 of 10,000 (0.1%)"),
     (1, 16, "1 of 16 (6.3%)"), (0, 0, "0 of 0")],
)  # fmt: skip
def test_shares_are_printed_as(part: int, whole: int, shown: str) -> None:
    assert phrases.share(part, whole) == shown


@pytest.fixture(scope="module", params=["ordinary", "almost_empty", "large"])
def context(request: pytest.FixtureRequest) -> dict[str, Any]:
    connection = fake_database(SIZES[request.param])
    return director_context(connection, read_results(connection, RUN))


def test_the_sums_of_the_report_hold(context: dict[str, Any]) -> None:
    lines = [line for family in context["families"] for line in family.controls]
    counts = context["glance"].counts
    assert sum(line.counts.exception for line in lines) == counts.exception
    assert sum(line.exceptions for line in context["glance"].severities) == counts.exception
    assert sum(one.line.counts.exception for one in context["findings"]) == counts.exception
    assert sum(one.line.counts.unable for one in context["undecided"]) == counts.unable
    assert sum(n for *_, n in context["glance"].by_conclusion) == context["glance"].controls
    assert sum(f.counts.population for f in context["families"]) == counts.population
    for finding in context["findings"]:
        assert sum(part.items for part in finding.parts) == finding.line.counts.exception
        assert len(finding.items) + finding.more == finding.line.counts.exception
        assert len(finding.items) <= 25
    evidence = context["evidence"]
    parts = evidence.loaded + evidence.quarantined + evidence.duplicate + evidence.out_of_scope
    assert evidence.seen == parts


def test_stored_counts_agree_with_stored_items() -> None:
    connection = fake_database(SIZES["ordinary"])
    stored = dict(connection.execute(
        "select control || '/' || outcome, count(*) from item_result where run_id = ? group by all",
        [RUN]).fetchall())  # fmt: skip
    for record in read_results(connection, RUN).controls:
        for outcome in OUTCOMES:
            assert record[f"n_{outcome}"] == stored.get(f"{record['control']}/{outcome}", 0)


def test_findings_come_with_the_gravest_first_and_only_with_exceptions(
    context: dict[str, Any],
) -> None:
    ranks = [("critical", "high", "medium", "low", "info").index(one.severity)
             for one in context["findings"]]  # fmt: skip
    assert ranks == sorted(ranks)
    assert all(one.line.counts.exception for one in context["findings"])


def test_every_clause_has_exactly_one_state(context: dict[str, Any]) -> None:
    found = [line.clause for group in context["clauses"].groups for line in group.lines]
    assert len(found) == len(set(found)) == 91
    assert context["clauses"].numbered == 52
    assert context["clauses"].tested + context["clauses"].untested == 52
    assert {group.state for group in context["clauses"].groups} == set(STATES)


@pytest.mark.parametrize(
    ("mark", "conclusions", "attested", "state"),
    [("M", ["exceptions_noted"], False, "full"),
     ("M", ["no_exceptions_noted", "no_instances"], False, "full"),
     ("M", ["no_exceptions_noted", None], False, "part"),
     ("M", ["no_exceptions_noted", "limited"], False, "part"),
     ("P", ["no_exceptions_noted"], False, "part"),
     ("P", ["limited", None], False, "part"),
     ("M", ["no_instances", "not_applicable"], False, "no_instances"),
     ("M", ["not_tested", "no_instances"], False, "no_evidence"),
     ("M", ["error"], False, "no_evidence"),
     ("M", [], False, "no_evidence"),
     ("P", [None], True, "attested"),
     ("A", ["no_exceptions_noted"], True, "attested"),
     ("A", ["no_exceptions_noted"], False, "no_evidence"),
     ("X", ["no_exceptions_noted"], True, "by_design")],
    ids=str,
)  # fmt: skip
def test_the_state_of_a_clause(
    mark: str, conclusions: list[str | None], *, attested: bool, state: str
) -> None:
    clause = {"mark": mark, "clause": "1.1"}
    assert state_of(clause, conclusions, {"1.1"} if attested else set()) == state


NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])")


def test_every_number_of_the_report_comes_from_its_context(context: dict[str, Any]) -> None:
    known = {one.replace(",", "") for one in _numbers(context)}
    if context["glance"].counts.tested == 0:
        pages = rendered("director", "almost_empty").pages
    elif context["glance"].counts.exception < 500:
        pages = rendered("director", "ordinary").pages
    else:
        pytest.skip("the largest report is made by the slow tests")
    known |= set(map(str, range(len(pages) + 1)))
    known |= set(NUMBER.findall(_written_in_templates()))
    text = re.sub(r"(Table|Figure)\s+\d+\.|\[\s*U\+\s*[0-9A-F]+\s*\]", "", " ".join(pages))
    printed = {one.rstrip(",").replace(",", "") for one in NUMBER.findall(text)}
    assert printed - known == set()


def _written_in_templates() -> str:
    """Return the text of the templates: outside of tags, and in quotes inside of them."""
    whole = " ".join(
        file.read_text("utf-8") for file in sorted(folder("report_templates").glob("sections/*.j2"))
    )
    tags = re.findall(r"\{[%{].*?[%}]\}", whole)
    quoted = [text for tag in tags for text in re.findall(r'"([^"]*)"', tag)]
    return " ".join([re.sub(r"\{[%{#].*?[%}#]\}", "", whole), *quoted])


def _numbers(value: Any) -> Iterator[str]:  # noqa: ANN401 - the whole context
    """Yield every number in a context: plain, in texts, in dates, and the length of each list."""
    if isinstance(value, (date, datetime)):
        yield from (str(value.day), str(value.year))
    elif isinstance(value, (int, float)):
        yield phrases.quantity(value)
    elif isinstance(value, str):
        yield from NUMBER.findall(value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _numbers(one)
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield str(len(value))
        for one in value:
            yield from _numbers(one)
    elif is_dataclass(value):
        yield from _numbers_of_parts(value)


def _numbers_of_parts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of the context
    names = [field.name for field in fields(value)]
    names += [name for name, one in vars(type(value)).items() if isinstance(one, property)]
    for name in names:
        part = getattr(value, name)
        if not isinstance(part, Results):
            yield from _numbers(part)
