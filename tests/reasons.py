"""Which sentence goes with which verdict of which control, as the cases show it.

The sentences stand in reasons.tsv, to be read by a person when they change;
`python -m tests.reasons` writes the file anew.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ecrl_audit.model import Control
from tests import cases

FILE = Path(__file__).parent / "reasons.tsv"
Entry = tuple[str, str, str, str]


def entry(control: Control, item: Mapping[str, object]) -> Entry:
    """Return the verdict of one item with its sentence; digits in the sentence count as one."""
    sentence = "".join("#" if c.isdigit() else c for c in str(item["reason"]))
    return (control.id, str(item["outcome"]), str(item["subtype"] or ""), sentence)


@cache
def golden() -> frozenset[Entry]:
    """Return the entries of reasons.tsv; none while the file does not exist."""
    if not FILE.is_file():
        return frozenset()
    with FILE.open(encoding="utf-8", newline="") as stream:
        return frozenset(
            (row[0], row[1], row[2], row[3]) for row in csv.reader(stream, delimiter="\t")
        )


def seen() -> set[Entry]:
    """Return the entries that the cases of all controls show."""
    found: set[Entry] = set()
    for path in sorted(cases.FOLDER.glob("*/*.md")):
        control = cases.control_of(path)
        for case in cases.read_cases(path):
            found.update(entry(control, item) for item in cases.run_case(case, control))
    return found


def main() -> None:
    """Write reasons.tsv anew."""
    with FILE.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter="\t", lineterminator="\n").writerows(sorted(seen()))


if __name__ == "__main__":
    main()
