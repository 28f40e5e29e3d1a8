"""What the platform readers hand over: formats as declared, and records as read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

Fields = Mapping[str, "Fields | str"]
"""An allow-list: a name leads to the names below it, or to the form its time is written in."""

Progress = Callable[[int], None]
"""Called with the bytes read from disk so far."""


class FileIgnored(ValueError):  # noqa: N818 - not an error: the file is known and left unread
    """A file that is known and deliberately left unread; `why` is for the reader of the report."""

    def __init__(self, file: str, why: str) -> None:
        """Name the file and say why it is not read."""
        self.file = file
        self.why = why
        super().__init__(f"{file}: {why}")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of an export, holding the allow-listed fields only.

    `row` counts from 1 over the whole file, over all members of a ZIP in sorted order. Row 0 is
    the file itself (a list that is there and empty) and is no record: it is not counted as seen.
    `flaw` says why a record could not be read; its body is then empty and it is to be set aside.
    """

    row: int
    kind: str
    member: str
    body: dict[str, object]
    flaw: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One statement of a format file and the sheet it fills (or `out_of_scope`)."""

    fills: str
    query: str


@dataclass(frozen=True, slots=True)
class Clue:
    """One way to know a format: every part that is given must hold.

    name: searched in the file's name; text: searched in its first 64 kB; shape: paths that
    must be there; without: paths that must not; columns: the header must have them all. unread:
    why a file known by this clue is left unread.
    """

    name: re.Pattern[str] | None = None
    text: re.Pattern[str] | None = None
    shape: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    unread: str | None = None

    @property
    def weight(self) -> int:
        """How much the clue asks for: the format whose clue asks for most wins."""
        given = sum(part is not None for part in (self.name, self.text))
        return given + len(self.shape) + len(self.without) + len(self.columns)


@dataclass(frozen=True, slots=True)
class RecordRule:
    """Where the records of one kind stand and which of their fields are read.

    at: paths; what holds an element found by an earlier one is passed over. inside: what the title of the document
    must match. where: what the element must say. carry: values taken from around it.
    empty: the kind of the record that an empty list gives, as row 0. plain: the field that an
    element takes which is a plain value, where a list holds no objects.
    """

    kind: str
    at: tuple[tuple[tuple[str, str], ...], ...]
    fields: Fields
    inside: re.Pattern[str] | None = None
    where: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    carry: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    empty: str | None = None
    plain: str | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """A list of name-and-value elements, read as a mapping of the names kept to their values.

    shown_by: names that a value itself shows, whatever language its label is in.
    """

    element: str
    name: str
    value: str
    keep: tuple[str, ...]
    serialised: tuple[str, ...] = ()
    shown_by: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlatformFormat:
    """One file of queries/platforms: how to know an export, what to read of it, what it fills.

    columns: the names a CSV column is known under. headerless: the columns of a CSV without a
    header. extracts: what is taken out of a column that is otherwise left unread. parts: what is
    searched for in a Markdown text. beside: the file next to it that knows when it was made;
    account_beside: the files next to it that know whose it is, the first that does counts. zone:
    of the times of one file that are written without an offset; None leaves them as they are.
    """

    id: str
    title: str
    platform: str
    container: str
    versions: tuple[str, ...]
    brings: str
    cannot_prove: tuple[str, ...]
    sample: str
    clues: tuple[Clue, ...]
    records: tuple[RecordRule, ...]
    sections: tuple[Section, ...]
    ignored: Mapping[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    namespaces: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    pairs: tuple[Pairs, ...] = ()
    parts: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    repair: str | None = None
    beside: str | None = None
    account_beside: tuple[str, ...] = ()
    headerless: tuple[str, ...] = ()
    extracts: Mapping[str, tuple[str, re.Pattern[str]]] = field(default_factory=dict)
    zone: str | None = None
