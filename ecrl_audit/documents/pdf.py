"""HTML to one PDF that is archival and accessible, the same bytes for the same input."""

from __future__ import annotations

import contextlib
import gc
import logging
import warnings
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ecrl_audit import __version__
from ecrl_audit.documents.finisher import finish
from ecrl_audit.documents.fonts import only_our_fonts
from ecrl_audit.documents.stream_ends import has_trailing_return
from ecrl_audit.errors import EnvironmentLacksError, RenderError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

VARIANT = "pdf/a-3a"
_MOST_ATTEMPTS = 4
_INSTALL = "apt-get install --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"
_LACKS_PANGO = f"PDF documents need the Pango library, which is not installed. Run: {_INSTALL}"
_LACKS_SUBSET = f"PDF documents need the HarfBuzz subset library. Run: {_INSTALL}"


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file carried inside the PDF; the name's ending sets its type."""

    name: str
    description: str
    content: bytes


def renderer() -> Any:  # noqa: ANN401 - a module without types
    """Return the renderer.

    Raises EnvironmentLacksError with the line that installs what is missing.
    """
    try:
        with contextlib.redirect_stdout(None):
            import weasyprint
            from weasyprint.text import ffi
    except OSError as error:
        raise EnvironmentLacksError(_LACKS_PANGO) from error
    if getattr(ffi, "harfbuzz_subset", None) is None:
        raise EnvironmentLacksError(_LACKS_SUBSET)
    return weasyprint


def made_with() -> dict[str, str]:
    """Return the programs that the bytes of a PDF depend on, with their versions."""
    weasyprint = renderer()
    number: int = weasyprint.text.ffi.pango.pango_version()
    pango = f"{number // 10_000}.{number // 100 % 100}.{number % 100}"
    return {"ecrl-audit": __version__, "weasyprint": weasyprint.__version__, "pango": pango}


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document in pages, not yet written."""

    document: Any

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return len(self.document.pages)


@contextlib.contextmanager
def printing_room() -> Iterator[None]:
    """Set the stage for laying out and writing: our fonts only, no garbage collection.

    The layout makes many long-lived objects; the collector would spend a third of the
    time looking through them. The renderer leaves its colour profile to be closed by
    Python, which is no fault of the document.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        with only_our_fonts(), warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            yield
    finally:
        if collecting:
            gc.enable()


def lay_out(html: str) -> LaidOut:
    """Lay HTML out in pages; it may reach nothing outside itself.

    Call it, and `write`, inside one `printing_room`.
    """
    with _closed_in(), _complaints_collected() as complaints:
        page_tree = renderer().HTML(string=html, url_fetcher=_locked_fetcher())
        document = page_tree.render(pdf_variant=VARIANT)
    if complaints:
        message = f"A document could not be laid out as written: {complaints[0]}"
        raise RenderError(message)
    return LaidOut(document)


def write(
    laid_out: LaidOut, target: Path, attached: Sequence[AttachedFile], dated: datetime
) -> None:
    """Write the pages with their attachments, all dated `dated`, never by the clock."""
    for attempt in range(_MOST_ATTEMPTS):
        with _closed_in():
            content: bytes = laid_out.document.write_pdf(
                pdf_variant=VARIANT,
                finisher=partial(finish, attempt=attempt),
                attachments=[_attachment(file, dated) for file in attached],
            )
        if not has_trailing_return(content):
            break
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


@contextlib.contextmanager
def _closed_in() -> Iterator[None]:
    """Turn an attempt to read something outside the document into our own error.

    The renderer raises it past `except Exception`.
    """
    try:
        yield
    except renderer().urls.FatalURLFetchingError as error:
        message = f"A document tried to read something outside itself: {error}"
        raise RenderError(message) from error


def _attachment(file: AttachedFile, dated: datetime) -> Any:  # noqa: ANN401 - the renderer's own
    return renderer().Attachment(
        string=file.content,
        name=file.name,
        description=file.description,
        relationship="Data",
        created=dated,
        modified=dated,
        url_fetcher=_locked_fetcher(),
    )


def _locked_fetcher() -> Any:  # noqa: ANN401 - the renderer's own class
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)


class _Collector(logging.Handler):
    """Keeps what the renderer complains about."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def _complaints_collected() -> Iterator[list[str]]:
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
