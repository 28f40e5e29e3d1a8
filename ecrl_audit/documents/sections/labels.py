"""The words of the report for coded values, kept beside the templates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from ecrl_audit.assets import folder

Words = Mapping[str, Any]
FAMILIES = ("RM", "BL", "NT", "DM", "AU", "MO", "ST", "OO", "AT", "RC", "PV", "DQ")


def words(name: str) -> dict[str, Any]:
    """Return one file of words, `labels` for instance."""
    file = folder("report_templates") / "words" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


def label(labels: Words, group: str, code: str | None) -> str:
    """Return the word for a code; a code without a word is shown with its underlines as spaces."""
    known: Mapping[str, str] = labels[group]
    return known.get(code or "", plain(code))


def plain(code: str | None) -> str:
    """Return a code as words."""
    return (code or "").replace("_", " ")
