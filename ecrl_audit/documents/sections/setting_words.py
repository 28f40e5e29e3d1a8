"""Values of the settings in the sentences of the controls, in place of their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.documents.sections.thresholds import setting_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecrl_audit.documents.results import Results
    from ecrl_audit.documents.sections.labels import Words

_NOUN = (
    r"business days|local dates|days|months|minutes|seconds|occurrences|effective notices"
    r"|different people|people"
)

_NAME = r"[a-z_]+"
_LEADS = {
    "by the end of the business day that": "within",
    "the business days that": "the",
}


@dataclass(frozen=True, slots=True)
class SettingWords:
    """The value and the unit of each setting of a run."""

    values: Mapping[str, tuple[str, str]]
    pattern: re.Pattern[str]

    def in_words(self, sentence: str) -> str:
        """Return `within 3 business days` or `the limit of 3 business days` for a name.

        `by the end of the business day that a_limit allows` is within its business days.
        """
        return self.pattern.sub(self._said, sentence)

    def _said(self, found: re.Match[str]) -> str:
        value, unit = self.values[found["name"]]
        noun = found["noun"]
        if found["lead"]:
            return f"{_LEADS[found['lead']]} {value} {unit}"
        if noun is None:
            return f"the limit of {value} {unit}".rstrip()
        return f"{value} {noun.removesuffix('s') if value == '1' else noun}"


def setting_words(results: Results, labels: Words) -> SettingWords:
    """Return the settings of the run, ready for the sentences that name them."""
    values = {row["name"]: setting_value(row, labels) for row in results.parameters}
    names = sorted((name for name in values if "_" in name), key=len, reverse=True)
    either = "|".join(map(re.escape, names)) or "(?!)"
    leads = "|".join(map(re.escape, _LEADS))
    pattern = re.compile(
        rf"\b(?:(?P<lead>{leads}) (?={_NAME} allows))?(?P<name>{either})\b"
        rf"(?:(?(lead) allows| (?P<noun>{_NOUN})\b))?"
    )
    return SettingWords(values, pattern)
