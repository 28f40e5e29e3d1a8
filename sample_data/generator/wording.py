"""Sentences made of the words of the story, no long one told twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sample_data.generator.dice import Dice
    from sample_data.generator.story import Row
    from sample_data.generator.world import World

_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE_START = re.compile(r"(?:^|\. )[a-z]")
_LONG = 20
_TRIES = 400


def fill(template: str, slots: Mapping[str, Sequence[str]], dice: Dice) -> str:
    """Return a template with each slot filled; a slot used twice gets the same word."""
    chosen = {name: dice.pick(slots[name]) for name in sorted(set(_SLOT.findall(template)))}
    text = _SLOT.sub(lambda found: chosen[found[1]], template)
    return _SENTENCE_START.sub(lambda found: found[0].upper(), text)


def new_text(
    world: World, templates: Sequence[str], slots: Mapping[str, Sequence[str]], dice: Dice
) -> str:
    """Return a text that nobody has written yet, unless it is a very short one."""
    for _ in range(_TRIES):
        text = fill(dice.pick(templates), slots, dice)
        if len(text) < _LONG or text.casefold() not in world.texts:
            return text
    raise ValueError(f"no new text is left in {templates[0]!r} and its like")


def topics_of(words: Row, month: int) -> list[Row]:
    """Return the topics that come up in a month."""
    return [topic for topic in words["topic"] if month in topic["months"]]


def comment_text(world: World, topic: Row, dice: Dice) -> str:
    """Return what a reader writes below a post on a topic."""
    words = world.story.settings["words"]
    templates = dice.weighted(
        [
            (topic["comments"], 62),
            (words["generic"]["comments"], 26),
            (words["generic"]["short"], 12),
        ]
    )
    try:
        return new_text(world, templates, words["slot"], dice)
    except ValueError:
        return new_text(world, words["generic"]["comments"], words["slot"], dice)
