"""Templates to HTML: escaped always, strict about names, every string through the guard."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ecrl_audit.assets import folder
from ecrl_audit.documents import phrases
from ecrl_audit.documents.fonts import covered_characters
from ecrl_audit.documents.glyphs import GlyphGuard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

_FILTERS = {
    "count": phrases.count,
    "in_words": phrases.in_words,
    "opening": phrases.opening,
    "plural": phrases.plural,
    "day": phrases.day,
    "short_day": phrases.short_day,
    "quantity": phrases.quantity,
    "listed": phrases.listed,
    "quoted_words": phrases.quoted_words,
    "shortened": phrases.title_of,
}


def render_html(template: str, context: Mapping[str, object]) -> str:
    """Fill a template of the package; an unknown name in it is an error, not an empty string."""
    return _environment().get_template(template).render(context)


def make_ready() -> None:
    """Read and compile every template, so that the first document need not."""
    environment = _environment()
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    guard = GlyphGuard(covered_characters())
    environment = Environment(
        loader=FileSystemLoader(folder("report_templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: _guarded(guard, value),
    )
    environment.filters.update(_FILTERS)
    environment.globals["share"] = phrases.share
    return environment


def _guarded(guard: GlyphGuard, value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Guard plain strings; markup made by our own macros has passed the guard already."""
    if type(value) is str:
        return guard.printable(value)
    return value
