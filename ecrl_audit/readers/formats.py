"""The format files of queries/platforms: a TOML header, then one SELECT per sheet it fills."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from ecrl_audit.errors import UsageError
from ecrl_audit.readers.paths import allow_list, path_and_form, steps
from ecrl_audit.readers.shapes import Clue, Pairs, PlatformFormat, RecordRule, Section
from ecrl_audit.readers.times import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_HEADER = re.compile(r"\s*/\*(.*?)\*/(.*)", re.DOTALL)
_SECTION = re.compile(r"^-- (?:(relation|fills): (\w+)|(out_of_scope))[ \t]*$", re.MULTILINE)
_CONTAINERS = ("json", "javascript", "csv", "xml", "markdown")
_WORDS = ("id", "title", "platform", "container", "brings", "sample")
_LISTS = ("versions", "cannot_prove", "members", "headerless", "rest")
_TABLES = ("recognise", "record", "ignored", "columns", "namespaces", "pairs", "parts", "extracts")
_KNOWN = {*_WORDS, *_LISTS, *_TABLES, "repair", "beside", "account_beside"}
_CLUE_KEYS = {"name", "text", "shape", "without", "columns", "unread"}
_RECORD_KEYS = {"kind", "at", "fields", "inside", "where", "carry", "empty", "plain"}


def read_formats(folder: Path) -> tuple[PlatformFormat, ...]:
    """Return every format of a folder, sorted by id; a malformed file is a UsageError."""
    files = sorted(folder.glob("*.sql"))
    return tuple(sorted(map(read_format, files), key=lambda fmt: fmt.id))


def read_format(path: Path) -> PlatformFormat:
    """Return one format file; a missing, unknown or unusable key is named in a UsageError."""
    found = _HEADER.match(path.read_text(encoding="utf-8"))
    if not found:
        raise UsageError(f"{path.name}: does not begin with a header /* … */ in TOML.")
    try:
        header = tomllib.loads(found[1])
        _check(header, path.stem)
        return _format(header, tuple(_sections(found[2] + _rest(path, header))))
    except (ValueError, TypeError, KeyError, OSError, re.error) as error:
        raise UsageError(f"{path.name}: {error}") from error


def _rest(path: Path, header: Mapping[str, Any]) -> str:
    """Return the statements that a format shares with others, from the files its `rest` names."""
    shared = (path.parent / "shared" / f"{name}.sql" for name in header.get("rest", ()))
    return "".join("\n" + file.read_text(encoding="utf-8") for file in shared)


def _check(header: Mapping[str, Any], stem: str) -> None:
    missing = [name for name in (*_WORDS, "cannot_prove", "recognise") if not header.get(name)]
    unknown = sorted(set(header) - _KNOWN)
    if missing or unknown:
        parts = [f"the header lacks {', '.join(missing)}"] if missing else []
        parts += [f"the header has unknown keys: {', '.join(unknown)}"] if unknown else []
        raise ValueError("; ".join(parts))
    if header["id"] != stem:
        raise ValueError(f"its id is {header['id']}; it must be the name of the file, {stem}")
    if header["container"] not in _CONTAINERS:
        raise ValueError(f"container must be one of {', '.join(_CONTAINERS)}")


def _format(header: Mapping[str, Any], sections: tuple[Section, ...]) -> PlatformFormat:
    return PlatformFormat(
        **{name: header[name].strip() for name in _WORDS},
        versions=tuple(header.get("versions", ())),
        cannot_prove=tuple(header["cannot_prove"]),
        clues=tuple(_clue(clue) for clue in header["recognise"]),
        records=tuple(_record_rule(rule) for rule in header.get("record", ())),
        sections=sections,
        ignored=dict(header.get("ignored", {})),
        members=tuple(header.get("members", ())),
        columns={name: tuple(known) for name, known in header.get("columns", {}).items()},
        namespaces=_patterns(header.get("namespaces", {})),
        pairs=tuple(_pairs(entry) for entry in header.get("pairs", ())),
        parts=_patterns(header.get("parts", {}), re.IGNORECASE | re.MULTILINE),
        repair=header.get("repair"),
        beside=header.get("beside"),
        account_beside=tuple(header.get("account_beside", ())),
        headerless=tuple(header.get("headerless", ())),
        extracts={
            name: (column, re.compile(pattern))
            for name, (column, pattern) in header.get("extracts", {}).items()
        },
    )


def _pairs(entry: Mapping[str, Any]) -> Pairs:
    return Pairs(
        element=entry["element"],
        name=entry["name"],
        value=entry["value"],
        keep=tuple(entry["keep"]),
        serialised=tuple(entry.get("serialised", ())),
        shown_by=_patterns(entry.get("shown_by", {})),
    )


def _patterns(table: Mapping[str, str], flags: int = 0) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, flags) for name, pattern in table.items()}


def _clue(entry: Mapping[str, Any]) -> Clue:
    _no_others(entry, _CLUE_KEYS, "recognise")
    return Clue(
        name=re.compile(entry["name"], re.IGNORECASE) if "name" in entry else None,
        text=re.compile(entry["text"]) if "text" in entry else None,
        shape=tuple(entry.get("shape", ())),
        without=tuple(entry.get("without", ())),
        columns=tuple(entry.get("columns", ())),
        unread=entry.get("unread"),
    )


def _record_rule(entry: Mapping[str, Any]) -> RecordRule:
    _no_others(entry, _RECORD_KEYS, "record")
    at = entry.get("at", "")
    fields = allow_list(entry["fields"])
    _check_forms(fields)
    return RecordRule(
        kind=entry["kind"],
        at=tuple(steps(path) for path in ([at] if isinstance(at, str) else at)),
        fields=fields,
        inside=re.compile(entry["inside"]) if "inside" in entry else None,
        where=_patterns(entry.get("where", {})),
        carry={name: path_and_form(path) for name, path in entry.get("carry", {}).items()},
        empty=entry.get("empty"),
        plain=entry.get("plain"),
    )


def _no_others(entry: Mapping[str, Any], known: set[str], table: str) -> None:
    unknown = sorted(set(entry) - known)
    if unknown:
        raise ValueError(f"[[{table}]] has unknown keys: {', '.join(unknown)}")


def _check_forms(fields: Mapping[str, Any]) -> None:
    for name, below in fields.items():
        if not isinstance(below, str):
            _check_forms(below)
        elif below and below not in FORMS:
            raise ValueError(f"field {name} has the unknown form {below}")


def _sections(text: str) -> Iterator[Section]:
    """Yield each statement, the relations that stand before it given to it as names.

    A `-- relation: name` is a SELECT that later statements of the file can name.
    """
    marks = list(_SECTION.finditer(text))
    if text[: marks[0].start() if marks else None].strip():
        raise ValueError("between the header and the first `-- fills:` line stands something")
    relations: list[str] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        query = text[mark.end() : following.start() if following else None].strip().rstrip(";")
        if not query.startswith(("select", "with")):
            raise ValueError(f"the section {mark[0].strip()!r} is not one select")
        if mark[2] and list(map(str, (m[0] for m in marks))).count(mark[0]) > 1:
            raise ValueError(f"the section {mark[0].strip()!r} stands twice")
        if mark[1] == "relation":
            relations.append(f"{mark[2]} as (\n{query}\n)")
        else:
            yield Section(mark[2] or mark[3], _with_relations(relations, query))


def _with_relations(relations: list[str], query: str) -> str:
    if not relations:
        return query
    more = "," + query.removeprefix("with") if query.startswith("with") else f"\n{query}"
    return "with " + ",\n".join(relations) + more
