"""Bytes into text: a byte-order mark, else strict UTF-8, else a refusal; nothing is guessed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ecrl_audit.readers.blobs import Blob

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip file"),
    (b"PK\x03\x04", "a ZIP inside a ZIP"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"wOF", "a font"),
    (b"OggS", "a sound or a film"),
    (b"ID3", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM6", b"II*\x00", b"MM\x00*")
_BOXES = {b"ftyp": "a film or a picture"}
_SAMPLE = 12


def encoding_of(head: bytes, declared: str | None = None) -> str:
    """Return the encoding of a text: its byte-order mark decides, then what was declared."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    return declared or "utf-8"


def medium(head: bytes) -> str | None:
    """Say what a file is that is not text: None when it may be text."""
    for start, name in _MAGIC:
        if head.startswith(start):
            return name
    return "a picture, a sound or a film" if is_picture_or_film(head) else None


def is_picture_or_film(head: bytes) -> bool:
    """Tell whether a file is a picture, a sound or a film: kept beside posts, and never read."""
    riff = head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"AVI ", b"WAVE")
    return riff or head.startswith(_PICTURES) or head[4:8] in _BOXES


def text_pieces(blob: Blob, declared: str | None = None) -> Iterator[str]:
    """Yield the text of a file in pieces; raises InputRefusedError at a byte that is no text."""
    pieces = blob.pieces()
    first = next(pieces, b"")
    encoding = encoding_of(first, declared)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    done = 0
    for piece in _then(first, pieces):
        yield _decode(blob, decoder, piece, done, encoding)
        done += len(piece)
    yield _decode(blob, decoder, b"", done, encoding, final=True)


def _then(first: bytes, others: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from others


def _decode(  # noqa: PLR0913 - where it stands is part of the message
    blob: Blob,
    decoder: codecs.IncrementalDecoder,
    piece: bytes,
    done: int,
    encoding: str,
    *,
    final: bool = False,
) -> str:
    try:
        return decoder.decode(piece, final)
    except UnicodeDecodeError as error:
        place = done + error.start
        around = bytes(error.object[max(error.start - _SAMPLE, 0) : error.start + _SAMPLE])
        raise InputRefusedError(
            blob.shown,
            f"is not {encoding} at byte {place} ({around!r}).",
            f"Save it as UTF-8; read as cp1252 it says {around.decode('cp1252', 'replace')!r}.",
        ) from error


def repaired(text: str) -> str:
    """Return a text whose UTF-8 bytes were written as Latin-1 letters as it was meant.

    Only for exports known to do this; text that was right stays as it is.

    >>> repaired("CafÃ©")
    'Café'
    """
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text
