"""Paths into a document: where records stand, and which of their fields may leave it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ecrl_audit.readers.times import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ecrl_audit.readers.shapes import Fields

Step = tuple[str, str]
Mend = Callable[[str], str]
Write = Callable[[str, str], str | None]
_STEP = re.compile(r"([^\[\]{}]*)(\[\]|\{\}|)")
_FIELD = re.compile(r"(.+?)(?: \((\w+)\))?")
"""A field and the form its time is written in."""
TWICE = object()
"""Stands for the value of a name that an object says twice, differently."""
_DEEPEST = 64
_DAMAGED = re.compile(r"-?\d+([.,]\d+)?[eE]\+?\d{2,3}")
_LONGEST_NUMBER = 32


def steps(path: str) -> tuple[Step, ...]:
    """Return the steps of a path: `a.b[]` is the elements of the list b in a, `m{}` m's values.

    >>> steps("entry[].changes[]")
    (('entry', '[]'), ('changes', '[]'))
    """
    if not path:
        return ()
    found = [_STEP.fullmatch(part) for part in path.split(".")]
    if any(step is None for step in found):
        raise ValueError(f"{path!r} is not a path such as data[].comments.data[]")
    return tuple((step[1], step[2]) for step in found if step)


def walk(
    value: object, remaining: Sequence[Step], around: Mapping[str, object], here: str = ""
) -> Iterator[tuple[object, Mapping[str, object]]]:
    """Yield each element at the end of a path, with the elements passed on the way to it."""
    around = {**around, here: value} if isinstance(value, dict) else around
    if not remaining:
        yield value, around
        return
    (name, mark), rest = remaining[0], remaining[1:]
    if name:
        if not isinstance(value, dict) or name not in value:
            return
        value = value[name]
    here = f"{here}.{name}{mark}".lstrip(".")
    for element in _elements(value, mark):
        yield from walk(element, rest, around, here)


def _elements(value: object, mark: str) -> Sequence[object]:
    if mark == "[]":
        return value if isinstance(value, list) else ()
    if mark == "{}":
        return tuple(value.values()) if isinstance(value, dict) else ()
    return (value,)


def lookup(around: Mapping[str, object], path: str) -> object:
    """Return the plain value a path names among the elements passed; None if it is not there."""
    for prefix in sorted(around, key=len, reverse=True):
        if path == prefix or not path.startswith(f"{prefix}." if prefix else ""):
            continue
        found = around[prefix]
        for name in path[len(prefix) :].lstrip(".").split("."):
            found = found.get(name) if isinstance(found, dict) else None
        return found if isinstance(found, str | bool) else None
    return None


class UnfitTextError(ValueError):
    """A text that cannot be handed on as it is; the message says why."""


def plain_text(text: str) -> str:
    """Return a text fit to be handed on, a NUL in it made visible.

    Half of a surrogate pair and a number a spreadsheet damaged raise UnfitTextError.
    """
    if len(text) < _LONGEST_NUMBER and _DAMAGED.fullmatch(text):
        raise UnfitTextError(f"says {text!r}: a number damaged by a spreadsheet")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise UnfitTextError("holds half of a surrogate pair, which is no letter") from error
    return text.replace("\0", "\u2400")


def path_and_form(entry: str) -> tuple[str, str]:
    """Return the path of `created_time (iso)` and the form of its time, blank for no time.

    >>> path_and_form("entry[].time (unix)")
    ('entry[].time', 'unix')
    """
    found = _FIELD.fullmatch(entry)
    return (found[1], found[2] or "") if found else (entry, "")


def allow_list(fields: Sequence[str]) -> Fields:
    """Return the tree of an allow-list such as ["id", "from.id", "created_time (iso)"].

    A field that is listed itself and with names below it may be plain or an object.
    """
    tree: dict[str, object] = {}
    for entry in fields:
        path, form = path_and_form(entry)
        *above, last = path.split(".")
        level = tree
        for name in above:
            below = level.setdefault(name, {})
            if not isinstance(below, dict):
                level[name] = below = {"": below}
            level = below
        if isinstance(level.get(last), dict):
            level = level[last]  # type: ignore[assignment]
            last = ""
        level[last] = form
    return tree  # type: ignore[return-value]


def pick(
    value: object,
    fields: Fields | str,
    mend: Mend = plain_text,
    write: Write = written,
    depth: int = 0,
) -> object:
    """Return what an allow-list leaves of a value; anything it does not name stays behind.

    A name at the end of a path lets text, numbers and lists of them through, never an object.
    `*` stands for any name.
    """
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        kept = (pick(element, fields, mend, write, depth + 1) for element in value)
        return [element for element in kept if element is not None]
    if isinstance(fields, str):
        return _leaf(value, fields, mend, write)
    if not isinstance(value, dict):
        plain = fields.get("")
        return _leaf(value, plain, mend, write) if isinstance(plain, str) else None
    found: dict[str, object] = {}
    for name, element in value.items():
        below = fields.get(name, fields.get("*"))
        if below is not None and element is TWICE:
            raise UnfitTextError(f"says {name} twice, differently")
        if below is not None:
            found[name] = pick(element, below, mend, write, depth + 1)
    return found


def _leaf(value: object, form: str, mend: Mend, write: Write) -> object:
    if isinstance(value, str):
        return write(value, form) if form else mend(value)
    return None if isinstance(value, dict) else value


def flat(value: object, here: str = "", depth: int = 0) -> Iterator[str]:
    """Yield the path of everything in a value, to know a document by its shape."""
    if depth > _DEEPEST:
        return
    if here:
        yield here
    if isinstance(value, dict):
        for name, element in value.items():
            yield from flat(element, f"{here}.{name}".lstrip("."), depth + 1)
    elif isinstance(value, list) and value:
        yield f"{here}[]"
        for element in value[:50]:
            yield from flat(element, f"{here}[]", depth + 1)
