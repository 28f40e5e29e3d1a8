"""Flip one comparison, one connective or one outcome in a control, and see whether a case fails.

`python -m tests.mutation RM BL-01` prints the survivors of families or controls. A survivor is
a gap in the cases or a change without effect; the known ones stand in the file `mutants.toml`
beside the cases of a family.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import sqlglot
from sqlglot import expressions as exp

from ecrl_audit import statements
from ecrl_audit.judge import ITEM_COLUMNS, Judged, judge
from ecrl_audit.model import OUTCOMES, Control
from tests import cases, reasons

_FLIPS: dict[type[exp.Expr], type[exp.Expression]] = {
    exp.LT: exp.LTE,
    exp.LTE: exp.LT,
    exp.GT: exp.GTE,
    exp.GTE: exp.GT,
    exp.EQ: exp.NEQ,
    exp.NEQ: exp.EQ,
    exp.And: exp.Or,
    exp.Or: exp.And,
}
_OUTCOME = {outcome: "exception" if outcome != "exception" else "pass" for outcome in OUTCOMES}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed statement and what was changed."""

    change: str
    sql: str


def mutants(control: Control) -> list[Mutant]:
    """Return every statement that differs from the control's in one operator or outcome."""
    tree = sqlglot.parse_one(control.sql, read="duckdb")
    found = []
    for place, node in enumerate(tree.walk()):
        for changed in _changes(node):
            copy = tree.copy()
            target = list(copy.walk())[place]
            target.replace(changed)
            text = f"{place}: {node.sql(dialect='duckdb')[:90]} -> {changed.sql(dialect='duckdb')[:90]}"
            found.append(Mutant(text, copy.sql(dialect="duckdb")))
    return found


def _changes(node: exp.Expr) -> list[exp.Expression]:
    if type(node) in _FLIPS and not isinstance(node.parent, exp.Join):
        return [_FLIPS[type(node)](this=node.this.copy(), expression=node.expression.copy())]
    if isinstance(node, exp.Literal) and node.is_string and node.this in _OUTCOME:
        return [exp.Literal.string(_OUTCOME[node.this])]
    if isinstance(node, exp.Not):
        return [node.this.copy()]
    return []


def survivors(control: Control, every: int = 1) -> tuple[int, list[str]]:
    """Return how many mutants were tried and the changes that no case notices.

    With `every` above 1 only each n-th mutant is tried: the small version of the suite.
    """
    alive = mutants(control)[::every]
    tried = len(alive)
    path = Path(control.path)
    for case in cases.read_cases(cases.FOLDER / path.parent.name / f"{path.stem}.md"):
        alive = _unnoticed(control, case, alive)
    return tried, [mutant.change.split(": ", 1)[1] for mutant in alive]


def _unnoticed(control: Control, case: cases.Case, alive: list[Mutant]) -> list[Mutant]:
    columns = case.columns["items"]
    wanted = sorted(tuple(row[c] for c in columns) for row in cases.expected_items(case))
    connection = cases.base()
    connection.execute("begin")
    cases.build_world(connection, case, [control.sql])
    if _as_case(control, judge(connection, control), columns) != wanted:
        connection.execute("rollback")
        raise AssertionError(f"{control.id}: {case.title!r} fails already; mend it first")
    unnoticed = []
    for mutant in alive:
        judged = judge(connection, replace(control, sql=mutant.sql))
        if judged.error:
            connection.execute("rollback")
            connection.execute("begin")
            cases.build_world(connection, case, [control.sql])
        elif _as_case(control, judged, columns) == wanted:
            unnoticed.append(mutant)
    connection.execute("rollback")
    return unnoticed


def _as_case(control: Control, judged: Judged, columns: list[str]) -> list[tuple[str, ...]] | None:
    """Return the items as a case table shows them; None when a reason belongs to another verdict."""
    rows = [dict(zip(ITEM_COLUMNS, row, strict=True)) for row in judged.rows]
    known = reasons.golden()
    if known and any(reasons.entry(control, row) not in known for row in rows):
        return None
    return sorted(tuple(cases.shown(row[c]) for c in columns) for row in rows)


def explained() -> dict[str, dict[str, str]]:
    """Return the known survivors: by control, the change and why no case can notice it."""
    files = sorted(cases.FOLDER.glob("*/mutants.toml"))
    return {k: v for f in files for k, v in tomllib.loads(f.read_text(encoding="utf-8")).items()}


def main() -> None:
    """Print the survivors of the controls or families named on the command line."""
    words = {word.upper() for word in sys.argv[1:]}
    total = left = 0
    for control in statements.controls():
        if not words or control.id in words or control.family in words:
            tried, found = survivors(control)
            total, left = total + tried, left + len(found)
            sys.stdout.write(f"{control.id}: {tried - len(found)} of {tried} killed\n")
            known = explained().get(control.id, {})
            sys.stdout.writelines(
                f"    {'explained' if change in known else 'SURVIVED'} {change}\n"
                for change in found
            )
            sys.stdout.flush()
    sys.stdout.write(f"{total - left} of {total} killed\n")


if __name__ == "__main__":
    main()
