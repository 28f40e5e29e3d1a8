"""Our fonts inside the page, cut down to the characters that it shows."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecrl_audit.assets import folder

if TYPE_CHECKING:
    from pathlib import Path

_FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file and the part it plays in the style sheet."""

    family: str
    weight: int
    style: str
    file: str


FACES = (
    Face("Public Sans", 400, "normal", "public-sans/PublicSans_400Regular.ttf"),
    Face("Public Sans", 600, "normal", "public-sans/PublicSans_600SemiBold.ttf"),
    Face("Source Serif 4", 400, "normal", "source-serif-4/SourceSerif4_400Regular.ttf"),
    Face("Source Serif 4", 400, "italic", "source-serif-4/SourceSerif4_400Regular_Italic.ttf"),
    Face("Source Serif 4", 600, "normal", "source-serif-4/SourceSerif4_600SemiBold.ttf"),
    Face("IBM Plex Mono", 400, "normal", "ibm-plex-mono/IBMPlexMono_400Regular.ttf"),
)


def font_rules(text: str) -> str:
    """Return the style rules that carry every face, for the characters of a text."""
    characters = frozenset(map(ord, text))
    fonts = folder("report_templates") / "fonts"
    return "\n".join(_rule(face, _subset(fonts / face.file, characters)) for face in FACES)


def _rule(face: Face, content: bytes) -> str:
    data = base64.b64encode(content).decode("ascii")
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};'
        f"font-style:{face.style};font-display:swap;"
        f'src:url("data:font/woff;base64,{data}") format("woff")}}'
    )


def _subset(file: Path, characters: frozenset[int]) -> bytes:
    from fontTools import subset

    options = subset.Options(flavor="woff", layout_features=_FEATURES, hinting=False)
    options.drop_tables = [*options.drop_tables, "meta"]
    options.name_IDs = [0, 13, 14]  # whose font it is, and its licence
    with subset.load_font(file, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=characters)
        cutter.subset(font)
        stream = io.BytesIO()
        font.flavor = "woff"
        font.save(stream, reorderTables=False)
    return stream.getvalue()
