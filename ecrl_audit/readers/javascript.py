"""A JavaScript literal where JSON was due: unquoted names, single quotes, trailing commas."""

from __future__ import annotations

import json
import re

_BLANK = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_NUMBER = re.compile(r"-?(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)")
_TEXT = {
    quote: re.compile(rf"{quote}((?:[^{quote}\\\n]|\\.)*){quote}", re.DOTALL) for quote in "\"'"
}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "undefined": None}
_DEEPEST = 64


def javascript_value(text: str, start: int, depth: int = 0) -> tuple[object, int]:
    """Return the literal that starts at a place of a text, and where it ends.

    Numbers stay text. Raises json.JSONDecodeError with the place that does not parse.
    """
    start = _skip(text, start)
    if depth > _DEEPEST:
        raise json.JSONDecodeError("nested too deeply", text, start)
    mark = text[start : start + 1]
    if mark == "{":
        return _object(text, start + 1, depth)
    if mark == "[":
        return _array(text, start + 1, depth)
    if mark in _TEXT and mark:
        return _string(text, start)
    if number := _NUMBER.match(text, start):
        return number[0], number.end()
    word = _NAME.match(text, start)
    if word and word[0] in _WORDS:
        return _WORDS[word[0]], word.end()
    raise json.JSONDecodeError("Expecting value", text, start)


def _skip(text: str, start: int) -> int:
    found = _BLANK.match(text, start)
    return found.end() if found else start


def _object(text: str, place: int, depth: int) -> tuple[dict[str, object], int]:
    found: dict[str, object] = {}
    while True:
        place = _skip(text, place)
        if text[place : place + 1] == "}":
            return found, place + 1
        name, place = _name(text, place)
        place = _skip(text, place)
        if name in found or text[place : place + 1] != ":":
            raise json.JSONDecodeError(f"after the name {name!r}", text, place)
        found[name], place = javascript_value(text, place + 1, depth + 1)
        place = _comma(text, place, "}")


def _array(text: str, place: int, depth: int) -> tuple[list[object], int]:
    found: list[object] = []
    while True:
        place = _skip(text, place)
        if text[place : place + 1] == "]":
            return found, place + 1
        element, place = javascript_value(text, place, depth + 1)
        found.append(element)
        place = _comma(text, place, "]")


def _comma(text: str, place: int, closing: str) -> int:
    place = _skip(text, place)
    mark = text[place : place + 1]
    if mark == ",":
        return place + 1
    if mark == closing:
        return place
    raise json.JSONDecodeError(f"Expecting ',' or '{closing}'", text, place)


def _name(text: str, place: int) -> tuple[str, int]:
    if text[place : place + 1] in ('"', "'"):
        return _string(text, place)
    found = _NAME.match(text, place) or _NUMBER.match(text, place)
    if not found:
        raise json.JSONDecodeError("Expecting a name", text, place)
    return found[0], found.end()


def _string(text: str, place: int) -> tuple[str, int]:
    found = _TEXT[text[place]].match(text, place)
    if not found:
        raise json.JSONDecodeError("Unterminated string starting at", text, place)
    units = _ESCAPE.sub(_unescape, found[1]).encode("utf-16", "surrogatepass")
    return units.decode("utf-16", "surrogatepass"), found.end()


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _SHORT.get(found[3], found[3])
