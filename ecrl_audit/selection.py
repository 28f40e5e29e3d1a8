"""Words of --select and --exclude into controls: ids, family:DM, clause:4.13, severity:high+."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecrl_audit import policy
from ecrl_audit.errors import NothingToTestError, UsageError
from ecrl_audit.model import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.model import Control


def selected(
    controls: Sequence[Control], select: Sequence[str], exclude: Sequence[str]
) -> tuple[Control, ...]:
    """Return the controls that any word of `select` names (all without one) and none of `exclude`.

    Raises UsageError for a word that names nothing known, NothingToTestError for an empty rest.
    """
    chosen = [
        c for c in controls if not select or any(_names(controls, word, c) for word in select)
    ]
    rest = tuple(c for c in chosen if not any(_names(controls, word, c) for word in exclude))
    if not rest:
        raise NothingToTestError("The selection leaves no control: nothing to test.")
    return rest


def _names(controls: Sequence[Control], word: str, control: Control) -> bool:
    kind, _, value = word.partition(":")
    if not value:
        return _is_id(controls, word, control)
    if kind == "family":
        families = {c.family for c in controls}
        if value.upper() not in families:
            raise UsageError(
                f"family {value} is unknown; {policy.nearest(value.upper(), families)}"
            )
        return control.family == value.upper()
    if kind == "clause":
        known = set(policy.clauses())
        if not any(clause == value or _atom_of(clause, value) for clause in known):
            raise UsageError(f"clause {value} is unknown; {policy.nearest(value, known)}")
        return any(clause == value or _atom_of(clause, value) for clause in control.clauses)
    if kind == "severity":
        return _severity(value, control)
    raise UsageError(
        f"{word!r} selects nothing; write an id, family:DM, clause:4.13 or severity:high+."
    )


def _is_id(controls: Sequence[Control], word: str, control: Control) -> bool:
    ids = [c.id for c in controls]
    if word.upper() not in ids:
        raise UsageError(f"control {word} is unknown; {policy.nearest(word.upper(), ids)}")
    return control.id == word.upper()


def _atom_of(clause: str, wanted: str) -> bool:
    """Say whether 4.17a is an atom of 4.17."""
    return clause[:-1] == wanted and clause[-1].isalpha()


def _severity(value: str, control: Control) -> bool:
    level = value.removesuffix("+").lower()
    if level not in SEVERITIES:
        raise UsageError(f"severity {level} is unknown; {policy.nearest(level, SEVERITIES)}")
    if value.endswith("+"):
        return SEVERITIES.index(control.severity) <= SEVERITIES.index(level)
    return control.severity == level
