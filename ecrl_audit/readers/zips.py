"""A ZIP as evidence: looked at before anything is inflated, never extracted."""

from __future__ import annotations

import lzma
import re
import stat
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_MEMBERS = 200_000
_MOST_BYTES = 2 * 1024**3
_MOST_RATIO = 100
_RATIO_COUNTS_FROM = 10 * 1024**2
_LONGEST_NAME = 240
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_AGAIN = "Download the export again and put the ZIP here as it came."
_BREAKS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    OSError,
    EOFError,
    RuntimeError,
)


def open_zip(handle: IO[bytes], file: str) -> zipfile.ZipFile:
    """Open a ZIP and refuse what no platform writes: links, doubles, ways out, bombs, passwords."""
    try:
        archive = zipfile.ZipFile(handle)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise InputRefusedError(file, f"is a damaged ZIP: {error}.", _AGAIN) from error
    infos = archive.infolist()
    if len(infos) > _MOST_MEMBERS:
        raise InputRefusedError(
            file, f"holds {len(infos)} files; {_MOST_MEMBERS} are read.", _AGAIN
        )
    seen: set[str] = set()
    for info in infos:
        _check_member(info, file)
        if info.filename.casefold() in seen:
            raise InputRefusedError(file, f"holds two files named {info.filename!r}.", _AGAIN)
        seen.add(info.filename.casefold())
    _check_places(infos, file)
    return archive


def _check_member(info: zipfile.ZipInfo, file: str) -> None:
    fault = _name_fault(info.orig_filename)
    if info.flag_bits & 1:
        fault = "is locked with a password"
    elif stat.S_ISLNK(info.external_attr >> 16):
        fault = "is a link"
    if fault:
        name = info.orig_filename[:80]
        raise InputRefusedError(file, f"its member {name!r} {fault}.", _AGAIN)


def _name_fault(name: str) -> str | None:
    parts = name.split("/")
    if "\0" in name or "\\" in name or re.match(r"[A-Za-z]:", name) or name.startswith("/"):
        return "has a name that no platform writes"
    if ".." in parts:
        return "has a name that leads out of the ZIP"
    if any(_RESERVED.fullmatch(part) for part in parts) or len(name) > _LONGEST_NAME:
        return "has a name that is reserved or too long"
    return None


def _check_places(infos: list[zipfile.ZipInfo], file: str) -> None:
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise InputRefusedError(file, "has members that lie over each other.", _AGAIN)
        end = info.header_offset + info.compress_size


def check_sizes(infos: list[zipfile.ZipInfo], file: str) -> None:
    """Refuse the members to be read when together they inflate to more than any export does."""
    total = sum(info.file_size for info in infos)
    if total > _MOST_BYTES:
        raise InputRefusedError(
            file,
            f"would inflate to {total // 1024**2} MB; {_MOST_BYTES // 1024**2} MB are read.",
            "Ask the platform for an export of a shorter time.",
        )
    for info in infos:
        packed = max(info.compress_size, 1)
        if info.file_size > _RATIO_COUNTS_FROM and info.file_size / packed > _MOST_RATIO:
            why = f"its member {info.filename!r} inflates more than {_MOST_RATIO} times."
            raise InputRefusedError(file, why, _AGAIN)


def member_chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str) -> Iterator[bytes]:
    """Yield the bytes of one member; a false size or checksum is refused when it shows."""
    try:
        with archive.open(info) as member:
            while chunk := member.read(1 << 20):
                yield chunk
    except _BREAKS as error:
        why = f"its member {info.filename!r} is damaged: {error}."
        raise InputRefusedError(file, why, _AGAIN) from error
    except ValueError as error:
        raise InputRefusedError(file, f"its member {info.filename!r}: {error}.", _AGAIN) from error
