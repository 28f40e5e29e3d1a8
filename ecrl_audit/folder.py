"""The files of an evidence folder into a plan: what each one is, or why it cannot be evidence."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from ecrl_audit import policy, statements
from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.sheet_table import normal

SETTINGS_FILE = "audit.toml"
WORKBOOK = "logbook.xlsx"
RESPONSES = "responses.csv"
MAPPING = "mapping.toml"
SAMPLE_MARK = "SAMPLE.txt"
_IGNORED_NAMES = {
    ".ds_store": "a folder setting of macOS",
    "thumbs.db": "a picture cache of Windows",
    "desktop.ini": "a folder setting of Windows",
    ".gitkeep": "a place holder",
}
_KINDS = {
    SETTINGS_FILE: "settings",
    MAPPING: "mapping",
    RESPONSES: "responses",
    WORKBOOK: "workbook",
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
        here = Path(root)
        for linked in [name for name in folders if (here / name).is_symlink()]:
            folders.remove(linked)
            found.append(_refused(folder, here / linked, "is a link to another folder."))
        found.extend(_classify(folder, here / name) for name in sorted(names))
    return sorted(found, key=lambda file: file.name)


def _refused(folder: Path, path: Path, why: str) -> PlannedFile:
    return PlannedFile(path, _relative(folder, path), "refused", why=why)


def _relative(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _classify(folder: Path, path: Path) -> PlannedFile:
    name = _relative(folder, path)
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return _refused(folder, path, "is a link or a device, not a regular file.")
    if status.st_size > _LARGEST:
        return _refused(folder, path, "is larger than 8 GB.")
    why = _left_out(name)
    if why:
        return PlannedFile(path, name, "ignored", why=why)
    if name in _KINDS:
        return PlannedFile(path, name, _KINDS[name])
    top = name.split("/")[0]
    if top == "logbook":
        return _logbook_file(folder, path, name)
    if top == "exports":
        return _export_file(folder, path, name)
    return PlannedFile(path, name, "other")


def _left_out(name: str) -> str:
    """Return why a file of this name is no evidence, blank when its name does not say so."""
    low = name.rsplit("/", 1)[-1].lower()
    if low.startswith(("~$", "._", ".~lock")):
        return "a lock file of an office program"
    if name == SAMPLE_MARK:
        return "marks a library of invented data"
    if name.startswith("templates/"):
        return "a template, not evidence"
    if low in _NOTES and not name.startswith("exports/"):
        return "notes for people, not evidence"
    return _IGNORED_NAMES.get(low, "")


def _logbook_file(folder: Path, path: Path, name: str) -> PlannedFile:
    sheets = statements.sheets()
    last = name.rsplit("/", 1)[-1]
    stem = normal(last.split(".", 1)[0])
    if name != f"logbook/{last}" or not last.lower().endswith(".csv"):
        return PlannedFile(path, name, "other")
    if stem not in sheets:
        hint = policy.nearest(stem, sheets)
        return _refused(folder, path, f"is no sheet of the logbook; {hint}")
    return PlannedFile(path, name, "sheet", sheet=stem)


def _export_file(folder: Path, path: Path, name: str) -> PlannedFile:
    _, _, rest = name.partition("/")
    channel, slash, _ = rest.partition("/")
    if not slash:
        return _refused(folder, path, "belongs to no channel: put it into exports/<channel>/.")
    kind = "mapping" if name.endswith(f"/{MAPPING}") else "export"
    return PlannedFile(path, name, kind, channel=channel)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file as lower-case hex; the file is read once, in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
