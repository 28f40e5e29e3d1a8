"""Values that PHP serialised, read without trusting the lengths that search-and-replace broke."""

from __future__ import annotations

import re

_SCALAR = re.compile(r"N;|[bid]:([^;]*);")
_TEXT = re.compile(r's:\d+:"')
_TEXT_END = re.compile(r'";(?=s:\d+:"|[bid]:[^;]*;|N;|a:\d+:\{|O:\d+:|\}|$)')
_ARRAY = re.compile(r'(?:a|O:\d+:"[^"]*"):\d+:\{')
_DEEPEST = 32


def unserialised(text: str) -> object:
    """Return what a serialised PHP value says, or None when it is not one.

    Texts end where the next value begins, not after the number of bytes they claim.

    >>> unserialised('a:2:{s:4:"time";i:5;s:4:"user";s:99:"bob";}')
    {'time': '5', 'user': 'bob'}
    """
    try:
        value, _ = _value(text.strip(), 0, 0)
    except ValueError:
        return None
    return value


def _value(text: str, place: int, depth: int) -> tuple[object, int]:
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    if scalar := _SCALAR.match(text, place):
        return scalar[1], scalar.end()
    if start := _TEXT.match(text, place):
        end = _TEXT_END.search(text, start.end())
        if not end:
            raise ValueError("a text without an end")
        return text[start.end() : end.start()], end.end()
    if start := _ARRAY.match(text, place):
        return _array(text, start.end(), depth)
    raise ValueError(f"nothing known at {place}")


def _array(text: str, place: int, depth: int) -> tuple[dict[str, object], int]:
    found: dict[str, object] = {}
    while text[place : place + 1] != "}":
        name, place = _value(text, place, depth + 1)
        found[str(name)], place = _value(text, place, depth + 1)
    return found, place + 1
