"""The story files as tables of rows and settings, their local times made aware of the zone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sample_data.generator.clock import ZONE

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = dict[str, Any]
_FOLDER = Path(__file__).with_name("story")


@dataclass(frozen=True, slots=True)
class Story:
    """All story files together: rows of the same name in file order, settings by their name."""

    tables: Mapping[str, tuple[Row, ...]]
    settings: Mapping[str, Any]

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a name; none if the story tells nothing of it."""
        return self.tables.get(name, ())


def read_story() -> Story:
    """Return the story, except for the words that ordinary posts are made of."""
    tables: dict[str, tuple[Row, ...]] = {}
    settings: dict[str, Any] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        if path.stem in ("words", "unwelcome", "columns", "statement"):
            settings[path.stem] = read_file(path.stem)
            continue
        for name, value in read_file(path.stem).items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                tables[name] = (*tables.get(name, ()), *value)
            else:
                settings[f"{path.stem}.{name}"] = value
    return Story(tables, settings)


def read_file(stem: str) -> Row:
    """Return one story file, its local times in the zone of the library."""
    content = (_FOLDER / f"{stem}.toml").read_text(encoding="utf-8")
    aware = _aware(tomllib.loads(content))
    if not isinstance(aware, dict):
        raise TypeError(f"{stem}.toml is no table")
    return aware


def _aware(value: object) -> object:
    if isinstance(value, datetime):
        return value.replace(tzinfo=ZONE)
    if isinstance(value, list):
        return [_aware(element) for element in value]
    if isinstance(value, dict):
        return {name: _aware(element) for name, element in value.items()}
    return value
