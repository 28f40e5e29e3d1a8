"""JSON in pieces, strictly: big arrays element by element, numbers as text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers.javascript import javascript_value
from ecrl_audit.readers.paths import TWICE

if TYPE_CHECKING:
    from collections.abc import Iterator

_BIGGEST = 64 * 1024**2
_SMALL = 8 * 1024**2
_SMALL_COUNT = 2000
_NEAR_THE_END = 16
_SPACE = re.compile(r"\s*")
_BARE_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_NAME_END = re.compile(r"\s*:\s*")
_AGAIN = "Download the export again; a file that was opened and saved elsewhere is often damaged."


class UnfitJsonError(ValueError):
    """JSON that Python would read and that is none: NaN, Infinity."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a document: where it stands, its value, and the plain values read before it."""

    prefix: str
    value: object
    head: dict[str, object] = field(default_factory=dict)


def decoder() -> json.JSONDecoder:
    """Return a decoder that keeps numbers as written and refuses what is no JSON."""
    return json.JSONDecoder(
        object_pairs_hook=_names_once,
        parse_int=str,
        parse_float=str,
        parse_constant=_constant,
    )


def _names_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A name that stands twice with two values has no value: who asks for it is told."""
    found = dict(pairs)
    if len(found) < len(pairs):
        for name, value in pairs:
            if found[name] != value:
                found[name] = TWICE
    return found


def _constant(word: str) -> object:
    raise UnfitJsonError(f"{word} is not a number")


def _assembled(pieces: list[Piece]) -> Piece:
    """Return a whole document from its parts."""
    if not pieces:
        return Piece("", {})
    if pieces[0].prefix in ("", "[]"):
        listed = [piece.value for piece in pieces]
        return Piece("", listed if pieces[0].prefix else pieces[0].value)
    whole: dict[str, object] = {}
    for piece in pieces:
        if piece.prefix.endswith("[]"):
            elements = whole.setdefault(piece.prefix.removesuffix("[]"), [])
            if isinstance(elements, list):
                elements.append(piece.value)
        else:
            whole[piece.prefix] = piece.value
    return Piece("", whole)


class JsonStream:
    """Reads one document after another from pieces of text, in memory bounded by one element."""

    def __init__(self, pieces: Iterator[str], shown: str, *, lenient: bool = False) -> None:
        """Take the text in pieces; `lenient` also reads JavaScript literals."""
        self._pieces = pieces
        self._shown = shown
        self._lenient = lenient
        self._decoder = decoder()
        self._text = ""
        self._place = 0
        self._line = 1
        self._done = 0
        self._ended = False

    def more(self) -> bool:
        """Tell whether anything but space and semicolons is left."""
        while self._mark() == ";":
            self._place += 1
        return self._place < len(self._text)

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """Step over a pattern at this place and return it; None if it is not there."""
        self._skip()
        self._fill(4096)
        found = pattern.match(self._text, self._place)
        if found:
            self._place = found.end()
        return found[0] if found else None

    def parts(self) -> Iterator[Piece]:
        """Yield the next document in one piece when it is small, else element by element."""
        pieces = self.pieces()
        first: list[Piece] = []
        start = self._done + self._place
        for piece in pieces:
            first.append(piece)
            if len(first) > _SMALL_COUNT or self._done + self._place - start > _SMALL:
                yield from first
                yield from pieces
                return
        yield _assembled(first)

    def pieces(self) -> Iterator[Piece]:
        """Yield the parts of the next document, one element of a list at a time."""
        mark = self._mark()
        if mark not in ("{", "["):
            yield Piece("", self._value())
        elif mark == "[":
            yield from self._array("", {})
        else:
            yield from self._object()

    def _object(self) -> Iterator[Piece]:
        head: dict[str, object] = {}
        self._place += 1
        while self._follows("}", first=not head):
            name = self._name()
            if name in head:
                raise self._refused(f"the name {name!r} stands twice in one object")
            head[name] = None
            if self._mark() == "[":
                yield from self._array(name, head)
            else:
                head[name] = self._value()
                yield Piece(name, head[name], head)

    def _array(self, name: str, head: dict[str, object]) -> Iterator[Piece]:
        self._place += 1
        first = True
        while self._follows("]", first=first):
            yield Piece(f"{name}[]", self._value(), head)
            first = False
        if first:
            yield Piece(name, [], head)

    def _follows(self, closing: str, *, first: bool) -> bool:
        mark = self._mark()
        if mark == "," and not first:
            self._place += 1
            mark = self._mark()
            if mark == closing and not self._lenient:
                raise self._refused("a comma stands before nothing")
        elif mark != closing and not first:
            what = f"{mark!r} stands" if mark else "the file ends"
            raise self._refused(f"{what} where ',' or {closing!r} was due")
        if mark == closing:
            self._place += 1
        return mark != closing

    def _mark(self) -> str:
        self._skip()
        return self._text[self._place : self._place + 1]

    def _name(self) -> str:
        bare = self._lenient and self._mark() not in ('"', "'")
        found = self.take(_BARE_NAME) if bare else self._value()
        if not isinstance(found, str) or not self.take(_NAME_END):
            raise self._refused("a name and ':' were due")
        return found

    def _value(self) -> object:
        wanted = 1 << 16
        while True:
            try:
                value, end = self._decode()
            except json.JSONDecodeError as error:
                if self._ended or not self._may_be_cut(error):
                    raise self._refused(error.msg, error.pos) from error
            except (UnfitJsonError, RecursionError) as error:
                deep = isinstance(error, RecursionError)
                why = "is nested too deeply" if deep else str(error)
                raise self._refused(why) from error
            else:
                if self._ended or end < len(self._text):
                    self._place = end
                    return value
            wanted = max(wanted, len(self._text) - self._place) * 2
            if wanted > 2 * _BIGGEST:
                raise self._refused("one element is bigger than 64 MB, or never ends")
            self._fill(wanted)

    def _decode(self) -> tuple[object, int]:
        try:
            return self._decoder.raw_decode(self._text, self._place)
        except json.JSONDecodeError as error:
            if self._lenient and (self._ended or not self._may_be_cut(error)):
                return javascript_value(self._text, self._place)
            raise

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        near = error.pos >= len(self._text) - _NEAR_THE_END
        return near or error.msg.startswith("Unterminated")

    def _skip(self) -> None:
        while True:
            found = _SPACE.match(self._text, self._place)
            self._place = found.end() if found else self._place
            if self._place < len(self._text) or self._ended:
                return
            self._fill(1)

    def _fill(self, wanted: int) -> None:
        if self._place > _BIGGEST // 64:
            self._line += self._text.count("\n", 0, self._place - 1)
            self._text = self._text[self._place - 1 :]
            self._done += self._place - 1
            self._place = 1
        gathered = [self._text]
        length = len(self._text) - self._place
        while length < wanted and not self._ended:
            piece = next(self._pieces, None)
            self._ended = piece is None
            gathered.append(piece or "")
            length += len(piece or "")
        self._text = "".join(gathered)

    def _refused(self, why: str, place: int | None = None) -> InputRefusedError:
        place = self._place if place is None else place
        line = self._line + self._text.count("\n", 0, place)
        column = place - self._text.rfind("\n", 0, place)
        return InputRefusedError(
            self._shown, f"does not parse at line {line}, column {column}: {why}.", _AGAIN
        )
