"""The documents of the invented databases, each made once for all tests of a process."""

from __future__ import annotations

import functools
import re
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import page
import pypdf

from ecrl_audit.report import render_board, render_director
from tests.fake_results import RUN, SIZES, fake_database

if TYPE_CHECKING:
    from collections.abc import Callable

ASSURANCE = (
    "This report compares records supplied by ECRL with its Social Media Policy. It describes "
    "those records; it does not give legal advice, an opinion, or assurance about events that "
    "were not recorded."
)
_CAPTION = re.compile(r"\b(Table|Figure) \d")
MAKERS = {"director": render_director, "board": render_board}
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One finished PDF and what a reader finds in it."""

    content: bytes
    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return all text, every run of white space as one blank."""
        return re.sub(r"\s+", " ", " ".join(self.pages))


@functools.cache
def rendered(document: str, size: str) -> Rendered:
    """Return a document of a size."""
    return fresh(document, size)


def fresh(document: str, size: str) -> Rendered:
    """Make a document of a size anew."""
    make: Callable[..., None] = MAKERS[document]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "document.pdf")
        make(fake_database(SIZES[size]), RUN, target)
        content = target.read_bytes()
        pages = tuple(one.extract_text() for one in pypdf.PdfReader(target).pages)
    return Rendered(content, pages)


def failures(content: bytes) -> list[str]:
    """Return what two validators say against a PDF, each by itself; nothing is good."""
    found = []
    for profile in PROFILES:
        report = page.validate_pdf_bytes(content, profile=profile)
        found += [str(one) for one in report.failures]
    return found + spoken_faults(content)


def spoken_faults(content: bytes) -> list[str]:
    """Return what a reader of the tags, which hears the document as it is spoken, finds wrong.

    Not counted: small tables whose heads outnumber their cells (TBL-010), and the heads that are
    repeated on a new page, which are no content (TAG-002 without a caption among them).
    """
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        from outloud import check

        path = Path(folder, "document.pdf")
        path.write_bytes(content)
        result = check(str(path))
    assert not result.error, result.error
    return [
        f"{one.rule} on page {one.page}: {one.message} {one.evidence}"
        for one in result.findings
        if one.severity == "error"
        and one.rule != "TBL-010"
        and not (one.rule == "TAG-002" and not _CAPTION.search(str(one.evidence)))
    ]
