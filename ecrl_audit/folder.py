"""The files of an evidence folder into a plan: what each one is, or why it cannot be evidence."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit import policy, statements
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.sheet_table import normal

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_FILE = "audit.toml"
WORKBOOK = "logbook.xlsx"
RESPONSES = "responses.csv"
SAMPLE_MARK = "SAMPLE.txt"
_IGNORED_NAMES = {
    ".ds_store": "a folder setting of macOS",
    "thumbs.db": "a picture cache of Windows",
    "desktop.ini": "a folder setting of Windows",
    ".gitkeep": "a place holder",
}
_NOTES = ("readme", "readme.md", "readme.txt", "license", "license.txt")
_LARGEST = 8 * 1024**3


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file: its path below the folder and what it is (sheet, workbook, export, …)."""

    path: Path
    name: str
    kind: str
    sheet: str = ""
    channel: str | None = None
    why: str = ""


def plan(folder: Path) -> list[PlannedFile]:
    """Return every file below an evidence folder in path order with what it is.

    Kinds: settings, sheet, workbook, export, responses, ignored, refused, other
    (other = perhaps a kept copy that a sheet refers to). Raises InputRefusedError when
    the folder itself cannot be read.
    """
    if not folder.is_dir():
        raise InputRefusedError(str(folder), "is not a folder.", "Name the evidence folder.")
    found: list[PlannedFile] = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        for linked in [name for name in folders if os.path.islink(os.path.join(root, name))]:
            folders.remove(linked)
            found.append(_refused(folder, os.path.join(root, linked), "is a link to another folder."))
        found.extend(_classify(folder, os.path.join(root, name)) for name in sorted(names))
    return sorted(found, key=lambda file: file.name)


def _refused(folder: Path, path: str, why: str) -> PlannedFile:
    return PlannedFile(folder / path, _relative(folder, path), "refused", why=why)


def _relative(folder: Path, path: str) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")


def _classify(folder: Path, path: str) -> PlannedFile:
    name = _relative(folder, path)
    parts = name.split("/")
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        return _refused(folder, path, "is a link or a device, not a regular file.")
    if status.st_size > _LARGEST:
        return _refused(folder, path, "is larger than 8 GB.")
    low = parts[-1].lower()
    if low in _IGNORED_NAMES or low.startswith(("~$", "._", ".~lock")):
        why = _IGNORED_NAMES.get(low, "a lock file of an office program")
        return PlannedFile(folder / path, name, "ignored", why=why)
    if name == SETTINGS_FILE:
        return PlannedFile(folder / path, name, "settings")
    if name == RESPONSES:
        return PlannedFile(folder / path, name, "responses")
    if parts[0] == "templates":
        return PlannedFile(folder / path, name, "ignored", why="a template, not evidence")
    if name == SAMPLE_MARK:
        return PlannedFile(folder / path, name, "ignored", why="marks a library of invented data")
    if low in _NOTES and parts[0] != "exports":
        return PlannedFile(folder / path, name, "ignored", why="notes for people, not evidence")
    if name == WORKBOOK:
        return PlannedFile(folder / path, name, "workbook")
    if parts[0] == "logbook":
        return _logbook_file(folder, path, name, parts)
    if parts[0] == "exports":
        return _export_file(folder, path, name, parts)
    return PlannedFile(folder / path, name, "other")


def _logbook_file(folder: Path, path: str, name: str, parts: list[str]) -> PlannedFile:
    sheets = statements.sheets()
    stem = normal(parts[-1].split(".", 1)[0])
    if len(parts) != 2 or not parts[-1].lower().endswith(".csv"):  # noqa: PLR2004 - logbook/<file>
        return PlannedFile(folder / path, name, "other")
    if stem not in sheets:
        hint = policy.nearest(stem, sheets)
        return _refused(folder, path, f"is no sheet of the logbook; {hint}")
    return PlannedFile(folder / path, name, "sheet", sheet=stem)


def _export_file(folder: Path, path: str, name: str, parts: list[str]) -> PlannedFile:
    if len(parts) < 3:  # noqa: PLR2004 - exports/<channel>/<file>
        return _refused(folder, path, "belongs to no channel: put it into exports/<channel>/.")
    return PlannedFile(folder / path, name, "export", channel=parts[1])




def digest(path: Path) -> str:
    """Return the SHA-256 of a file as lower-case hex; the file is read once, in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
