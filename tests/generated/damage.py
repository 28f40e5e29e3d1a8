"""What goes wrong in records kept by hand: blanks, copies, contradictions, unknown words."""

from __future__ import annotations

from ecrl_audit import statements
from tests.generated.maker import Maker, Row
from tests.generated.roster import LASTING

_KEPT = {"waivers", "corrections"}


def damage(maker: Maker, *, contradict: bool) -> None:
    """Spoil a few rows of every sheet; with `contradict` some keys stand for two records."""
    for name, rows in maker.tables.items():
        if name not in _KEPT:
            for row in list(rows):
                if LASTING not in (row.get("person"), row.get("login")):
                    _spoil(maker, name, row, contradict=contradict)


def _spoil(maker: Maker, name: str, row: Row, *, contradict: bool) -> None:
    sheet = statements.sheets()[name]
    free = [c.name for c in sheet.columns if c.name in row and c.name not in sheet.key]
    draw = maker.dice.random()
    if draw < 0.03 and free:
        row[maker.one(free)] = ""
    elif draw < 0.045:
        maker.tables[name].append(dict(row))
    elif draw < 0.055 and contradict:
        _contradicted(maker, name, row)
    elif draw < 0.065:
        coded = [c.name for c in sheet.columns if c.codes or c.kind in ("date", "int", "yesno")]
        if coded:
            row[maker.one(coded)] = "no such word"


def _contradicted(maker: Maker, name: str, row: Row) -> None:
    sheet = statements.sheets()[name]
    whens = [c.name for c in sheet.columns if c.kind == "when" and c.name in row]
    free = [w for w in whens if w not in sheet.key]
    if free:
        maker.tables[name].append({**row, maker.one(free): maker.when(maker.moment())})
