"""The bytes of an export: one file, or the members of a ZIP, opened safely and read in pieces."""

from __future__ import annotations

import io
import os
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.zips import check_sizes, member_chunks, open_zip

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ecrl_audit.readers.shapes import Progress

_PIECE = 1 << 20
_HEAD = 64 * 1024
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Blob:
    """One file of an export: its name inside the ZIP (or its own), and its bytes in pieces."""

    file: str
    name: str
    zipped: bool
    pieces: Callable[[], Iterator[bytes]]

    @property
    def shown(self) -> str:
        """The file, and the member of it, as a message names them."""
        return f"{self.file} ({self.name})" if self.zipped else self.file

    def head(self) -> bytes:
        """Return the first 64 kB."""
        found = b""
        for piece in self.pieces():
            found += piece
            if len(found) >= _HEAD:
                break
        return found[:_HEAD]


@contextmanager
def open_blobs(path: Path, progress: Progress | None = None) -> Iterator[list[Blob]]:
    """Give the files of an export: the one at `path`, or each member if it is a ZIP, by name."""
    with _open(path, progress) as source:
        size = os.fstat(source.fileno()).st_size
        if size == 0:
            raise InputRefusedError(path.name, "is empty.", "Download the export again.")
        start = source.peek(4)[:4]
        if start in (_ZIP, _EMPTY_ZIP):
            with open_zip(source, path.name) as archive:
                yield _members(archive, path.name)
        else:
            pieces = partial(_file_pieces, source)
            yield [Blob(path.name, _below_channel(path), zipped=False, pieces=pieces)]
        if os.fstat(source.fileno()).st_size != size:
            raise InputRefusedError(path.name, "changed while it was read.", "Load it again.")


def _below_channel(path: Path) -> str:
    """Return where a file lies below its channel, as it would be named inside the ZIP."""
    parts = path.parts
    if "exports" not in parts[:-2]:
        return path.name
    start = len(parts) - parts[::-1].index("exports")
    return "/".join(parts[start + 1 :])


def _members(archive: zipfile.ZipFile, file: str) -> list[Blob]:
    infos = [info for info in archive.infolist() if not info.is_dir() and not _junk(info.filename)]
    if not infos:
        raise InputRefusedError(file, "is a ZIP without files.", "Download the export again.")
    return [_member(archive, info, file) for info in sorted(infos, key=lambda info: info.filename)]


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str) -> Blob:
    def pieces() -> Iterator[bytes]:
        check_sizes([info], file)
        return member_chunks(archive, info, file)

    return Blob(file, info.filename, zipped=True, pieces=pieces)


def _junk(name: str) -> bool:
    return name.startswith(_JUNK[0]) or name.rsplit("/", 1)[-1] in _JUNK


def _file_pieces(source: IO[bytes]) -> Iterator[bytes]:
    source.seek(0)
    while piece := source.read(_PIECE):
        yield piece


@contextmanager
def _open(path: Path, progress: Progress | None) -> Iterator[io.BufferedReader]:
    mode = path.lstat().st_mode if path.exists() or path.is_symlink() else None
    if mode is None:
        raise InputRefusedError(path.name, "is not there.", "Check the name.")
    if not stat.S_ISREG(mode):
        what = "a link" if stat.S_ISLNK(mode) else "not a plain file"
        raise InputRefusedError(path.name, f"is {what}.", "Put the file itself here.")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError as error:
        why = f"cannot be opened: {error.strerror}."
        raise InputRefusedError(path.name, why, "Check who may read it.") from error
    raw = io.FileIO(descriptor, "rb")
    with _Watched(raw, progress) as handle:
        yield handle


class _Watched(io.BufferedReader):
    """A file that tells how many bytes were read from it."""

    def __init__(self, raw: io.FileIO, progress: Progress | None) -> None:
        super().__init__(raw)
        self._progress = progress
        self._done = 0

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(size)
        self._done += len(piece)
        if self._progress:
            self._progress(self._done)
        return piece
