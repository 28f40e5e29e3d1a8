"""The result document of the invented databases."""

from __future__ import annotations

import functools
from typing import Any

from ecrl_audit.results import document
from tests.fake_results import RUN, SIZES, fake_database

Document = dict[str, Any]


@functools.cache
def run_document(size: str) -> Document:
    return document(fake_database(SIZES[size]), RUN, all_items=True)


def items_of(size: str) -> list[Document]:
    return [
        {"control": control["id"], **item}
        for control in run_document(size)["controls"]
        for item in control["items"]
        if item["outcome"] != "pass"
    ]
