"""What this environment has and lacks: versions, libraries, fonts, write access."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from ecrl_audit import __version__, assets
from ecrl_audit.errors import AuditError

_LIBRARIES = (
    "click",
    "duckdb",
    "jinja2",
    "pandas",
    "weasyprint",
    "xlsxwriter",
    "python-calamine",
    "defusedxml",
)
PANGO = "apt-get install --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what was seen or what to do."""

    name: str
    is_well: bool
    text: str


def examine() -> list[Finding]:
    """Look at everything the audit needs and say what is missing and how to get it."""
    found = [
        Finding("ecrl-audit", is_well=True, text=__version__),
        Finding(
            "python",
            sys.version_info >= (3, 11),
            f"{platform.python_version()} on {platform.system()}",
        ),
    ]
    found += [_library(name) for name in _LIBRARIES]
    found += [
        _pango(),
        _subset(),
        *(_folder(name) for name in ("queries", "report_templates", "sample_data")),
    ]
    found += [_fonts(), _writable(Path.cwd()), _writable(Path(tempfile.gettempdir()))]
    return found


def _library(name: str) -> Finding:
    try:
        return Finding(name, is_well=True, text=version(name))
    except importlib.metadata.PackageNotFoundError:
        return Finding(name, is_well=False, text="is not installed; install ecrl-audit again")


def _pango() -> Finding:
    try:
        importlib.import_module("weasyprint")
    except OSError as error:
        return Finding("pango", is_well=False, text=f"{str(error).splitlines()[0]}; {PANGO}")
    return Finding("pango", is_well=True, text="found")


def _subset() -> Finding:
    try:
        ffi = importlib.import_module("weasyprint.text.ffi")
    except OSError:
        return Finding("harfbuzz-subset", is_well=False, text=PANGO)
    has_subset = getattr(ffi, "harfbuzz_subset", None) is not None
    return Finding("harfbuzz-subset", has_subset, "found" if has_subset else PANGO)


def _folder(name: str) -> Finding:
    try:
        return Finding(name, is_well=True, text=str(assets.folder(name)))
    except AuditError as error:
        return Finding(name, is_well=False, text=str(error))


def _fonts() -> Finding:
    fonts = sorted((assets.folder("report_templates") / "fonts").glob("*/*.ttf"))
    return Finding("fonts", bool(fonts), f"{len(fonts)} faces")


def _writable(folder: Path) -> Finding:
    is_writable = os.access(folder, os.W_OK)
    return Finding(
        "write access", is_writable, f"{folder}" + ("" if is_writable else " cannot be written to")
    )
