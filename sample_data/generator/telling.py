"""The whole story from the first day to the cut-off, and the files it leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_data.generator.access import tell_access
from sample_data.generator.answers import responses_text
from sample_data.generator.blocks import tell_blocks
from sample_data.generator.business_suite import facebook_export
from sample_data.generator.coverage import tell_coverage
from sample_data.generator.library_posts import tell_library_posts
from sample_data.generator.notices import tell_notices
from sample_data.generator.numbering import number_all
from sample_data.generator.planted import planted_table
from sample_data.generator.readers_voice import tell_comments
from sample_data.generator.review_acts import (
    tell_concerns,
    tell_looked_at,
    tell_sightings,
    tell_warnings,
)
from sample_data.generator.routine import (
    tell_block_lists,
    tell_messages,
    tell_reviews,
    tell_statement_checks,
)
from sample_data.generator.scripted import tell_episodes, tell_rows
from sample_data.generator.settings import MARK, settings_text
from sample_data.generator.sheets import sheet_files
from sample_data.generator.story import read_story
from sample_data.generator.unwelcome import tell_duplicates, tell_filtered, tell_unwelcome
from sample_data.generator.world import World
from sample_data.generator.wxr import blog_export
from sample_data.generator.x_archive import x_archive

if TYPE_CHECKING:
    from collections.abc import Callable

_CHAPTERS: tuple[Callable[[World], None], ...] = (
    tell_library_posts,
    tell_comments,
    tell_duplicates,
    tell_episodes,
    tell_blocks,
    tell_rows,
    tell_unwelcome,
    tell_filtered,
    tell_looked_at,
    tell_warnings,
    tell_concerns,
    tell_sightings,
    tell_notices,
    tell_access,
    tell_reviews,
    tell_statement_checks,
    tell_block_lists,
    tell_messages,
)


def sample_files() -> dict[str, bytes]:
    """Return every generated file by its path below sample_data."""
    world = World(read_story())
    for chapter in _CHAPTERS:
        chapter(world)
    number_all(world)
    facebook, blog = facebook_export(world), blog_export(world)
    archive_path, archive = x_archive(world)
    tell_coverage(world, {"fb-page": facebook, "blog": blog})
    evidence = {
        "SAMPLE.txt": MARK,
        "audit.toml": settings_text(facebook.path),
        "responses.csv": responses_text(world),
        **sheet_files(world),
        **world.copies,
        **{export.path: export.content for export in (facebook, blog)},
    }
    files = {f"evidence/{path}": text.encode() for path, text in sorted(evidence.items())}
    files[f"evidence/{archive_path}"] = archive
    return {**files, "planted.csv": planted_table(world).encode()}
