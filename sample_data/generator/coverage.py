"""What each source covers, with the files that the exports came as."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sample_data.generator.exports import ExportFile
    from sample_data.generator.world import World


def tell_coverage(world: World, exports: Mapping[str, ExportFile]) -> None:
    """Add the coverage rows: hand-kept sources throughout, posts per channel and export."""
    kept = world.story.settings["quality.kept_throughout"]
    span = {"covers_from": kept["covers_from"], "covers_to": kept["covers_to"]}
    for source in kept["sources"]:
        world.add("coverage", {"source": source, "channel": "all", **span})
    for told in world.story.rows("coverage"):
        row = dict(told)
        if "export" in row:
            export = exports[row.pop("export")]
            row |= {"file": export.path, "exported": export.exported, "sha256": export.sha256}
            row["rows_declared"] = export.records
        world.add("coverage", row)
