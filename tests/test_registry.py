"""What every file of queries/ must hold, walked from the folder: the folder is the registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import sqlglot
from sqlglot import expressions as exp

from ecrl_audit import assets, facts, policy, statements
from ecrl_audit.database import single_select
from ecrl_audit.model import OUTCOMES, SEVERITIES, Control
from tests import cases

CONTROLS = [pytest.param(control, id=control.id) for control in statements.controls()]
QUERIES = assets.folder("queries")
CARRIED = sorted([*QUERIES.glob("controls/*/*.sql"), *QUERIES.glob("facts/*.sql")])
BASES = {"P", "L", "R", "S", "M", "I"}
# What runs elsewhere with another result, or not at all (measured).
FORBIDDEN = (
    r"\basof\b",
    r"\bpercentile_cont\b",
    r"\bquantile",
    r"\bdayofweek\b",
    r"\bisodow\b",
    r"\bgenerate_series\b",
    r"\brange\s*\(",
    r"\bunion\s+by\s+name\b",
    r"->>",
    r"\bnot in\s*\(\s*select\b",
    r"\bany_value\b",
    r"\barg_m(ax|in)\b",
    r"\bapprox_",
    r"\brandom\s*\(",
    r"\bnow\s*\(",
    r"\bcurrent_(date|timestamp|time)\b",
    r"\btoday\s*\(",
    r"\bdate_sub\b",
    r"\bread_(csv|text|json|parquet|blob)\b",
)


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_says_what_it_needs_to(control: Control) -> None:
    assert re.fullmatch(rf"{control.family}-\d\d", control.id)
    assert control.severity in SEVERITIES
    assert control.basis
    assert set(control.basis) <= BASES
    assert control.tier in (1, 2, 3)
    assert control.clauses
    assert set(control.clauses) <= set(policy.clauses())
    assert set(control.needs) <= set(statements.sheets())
    assert set(control.witnesses) <= set(statements.sheets()) - set(control.needs)
    for text in (control.title, control.criterion, control.counts, control.effect, control.remedy):
        assert text.strip()
    assert bool(control.applies) == bool(control.not_applicable)
    assert bool(control.tested_when) == bool(control.not_tested)


@pytest.mark.parametrize("control", CONTROLS)
def test_the_sentences_of_a_control_have_no_gap_to_fill(control: Control) -> None:
    assert not {"{", "}"} & set(
        control.criterion + control.counts + control.effect + control.remedy
    )


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_is_one_select(control: Control) -> None:
    assert single_select(control.sql) is None


@pytest.mark.parametrize("control", CONTROLS)
def test_the_parameters_of_a_control_are_the_ones_it_reads(control: Control) -> None:
    known = {p.name for p in policy.default_parameters() if p.unit not in ("day", "open/closed")}
    reached = [
        control.sql,
        *(f.sql for f in facts.files() if facts.name_of(f) in facts.needed([control.sql])),
    ]
    read = {word for text in reached for word in re.findall(r"[a-z_]+", text) if word in known}
    own = {word for word in re.findall(r"[a-z_]+", control.sql) if word in known}
    assert own <= set(control.parameters), f"read but not named: {own - set(control.parameters)}"
    assert set(control.parameters) <= read, f"named but not read: {set(control.parameters) - read}"


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_has_a_case_for_each_outcome_its_sql_can_give(control: Control) -> None:
    read = cases.read_cases(cases.file_of(control))
    shown = {row["outcome"] for case in read for row in cases.expected_items(case)}
    can_give = {o for o in OUTCOMES if re.search(rf"'{o}'", _outcome_expression(control))}
    assert can_give - shown == set(), f"no case shows {can_give - shown}"
    assert len(read) >= 2 or len(can_give) == 1


def _outcome_expression(control: Control) -> str:
    """Return the SQL of the column `outcome` wherever the statement defines it."""
    tree = sqlglot.parse_one(control.sql, read="duckdb")
    found = [
        projection.sql(dialect="duckdb")
        for select in tree.find_all(exp.Select)
        for projection in select.expressions
        if projection.alias_or_name == "outcome"
    ]
    assert found, "no column is called outcome"
    return " ".join(found)


def test_every_case_file_belongs_to_a_control() -> None:
    known = {cases.file_of(control) for control in statements.controls()}
    assert set(cases.FOLDER.glob("*/*.md")) - known == set()


def test_every_clause_has_a_control_or_a_printed_reason() -> None:
    cited = {clause for control in statements.controls() for clause in control.clauses}
    silent = [c for c, entry in policy.clauses().items() if c not in cited and not entry["reason"]]
    assert silent == []


@pytest.mark.parametrize("path", CARRIED, ids=lambda path: path.stem)
def test_a_query_carries_to_spark(path: Path) -> None:
    sql = statements.read_sql(path).sql
    for pattern in FORBIDDEN:
        assert not re.search(pattern, sql, re.IGNORECASE), f"{pattern} does not carry"
    level = sqlglot.ErrorLevel.RAISE
    assert sqlglot.transpile(sql, read="duckdb", write="spark", unsupported_level=level)


@pytest.mark.parametrize("path", CARRIED, ids=lambda path: path.stem)
def test_no_star_in_a_last_select(path: Path) -> None:
    tree = sqlglot.parse_one(statements.read_sql(path).sql, read="duckdb")
    last = tree.expressions if isinstance(tree, exp.Select) else []
    assert not any(isinstance(projection, exp.Star) for projection in last)
