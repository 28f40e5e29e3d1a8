"""Write docs/controls.md from the headers of the controls: one section each."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from ecrl_audit import catalogue, statements

TARGET = Path(__file__).parent.parent / "docs" / "controls.md"


def page_of_controls() -> str:
    """Return the whole page as Markdown."""
    lines = [
        "# The controls",
        "",
        "Made from the headers of `queries/controls`; do not edit by hand.",
        "",
    ]
    for control in statements.controls():
        lines.extend(_section(catalogue.page(control)))
    return "\n".join(lines)


def _section(page: dict[str, object]) -> list[str]:
    def listed(name: str) -> str:
        values = page[name]
        return ", ".join(str(v) for v in values) if isinstance(values, list) and values else "none"

    quotations = page["quotations"]
    assert isinstance(quotations, list)
    parts = (
        f"## {page['id']} {page['title']}",
        "\n".join(f"> {quotation}\n>" for quotation in quotations),
        f"**Criterion.** {page['criterion']}",
        f"**Population.** Each {page['population']}. {page['what_counts']}",
        f"**Severity** {page['severity']} · **basis** {listed('basis')} · **tier** {page['tier']}",
        f"**Needs** {listed('needs')} · **witnesses** {listed('witnesses')}",
        f"**Thresholds.** {listed('parameters')}",
        f"**Effect.** {page['effect']}",
        f"**Remedy.** {page['remedy']}",
    )
    return [line for part in parts for line in (part, "")]


if __name__ == "__main__":
    TARGET.write_text(page_of_controls(), encoding="utf-8")
