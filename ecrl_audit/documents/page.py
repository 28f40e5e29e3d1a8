"""The page: the director's results as one file for a browser, to be searched and filtered.

It is made of stored results only, reaches nothing outside itself, and the same results give
the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecrl_audit.assets import folder
from ecrl_audit.documents.html import render_html
from ecrl_audit.documents.page_parts.articles import articles
from ecrl_audit.documents.page_parts.fonts import font_rules
from ecrl_audit.documents.restricted import restricted
from ecrl_audit.errors import EnvironmentLacksError

if TYPE_CHECKING:
    from datetime import datetime

    from ecrl_audit.documents.restricted import Restricted
    from ecrl_audit.documents.results import Connection

_SECTIONS = (
    ("glance", "At a glance"),
    ("controls", "Results by control"),
    ("findings", "Findings"),
    ("others", "Other items to look at"),
    ("scope", "Scope and coverage"),
    ("thresholds", "Thresholds"),
    ("quality", "Data quality"),
    ("clauses", "Clauses"),
    ("observations", "Observations on the policy"),
    ("followup", "Follow-up"),
    ("evidence", "Evidence index"),
)


def write_page(
    connection: Connection, run_id: str, target: Path, issued: datetime | None = None
) -> None:
    """Write the page of a run, restricted; `issued` replaces the stored issue time.

    Raises RenderError when the run is unknown, EnvironmentLacksError when the target cannot
    be written.
    """
    content = page(restricted(connection, run_id, issued)).encode("utf-8")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".page-", dir=target.parent) as room:
            partial = Path(room, "page.html")
            partial.write_bytes(content)
            partial.replace(target)
    except OSError as error:
        raise EnvironmentLacksError(f"{target} cannot be written: {error.strerror}.") from error


def page(run: Restricted) -> str:
    """Return the whole page."""
    from markupsafe import Markup

    body = render_html("page/body.html.j2", _context(run))
    style = f"{font_rules(body)}\n{_own('style.css')}"
    script = _own("script.js")
    return render_html(
        "page.html.j2",
        {
            **run.context,
            "policy": _policy(style, script),
            "style": Markup(style),  # noqa: S704 - our own file
            "script": Markup(script),  # noqa: S704 - our own file
            "body": Markup(body),  # noqa: S704 - escaped when it was made
        },
    )


def _own(name: str) -> str:
    return (folder("report_templates") / "page" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Return what a browser may do with the page: show it, and run its own script."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _context(run: Restricted) -> dict[str, Any]:
    findings, others = articles(run)
    listed = [item for article in (*findings, *others) for item in article.items]
    addressed = {article.line.control for article in (*findings, *others)}
    channels = sorted({item.line.channel for item in listed if item.line.channel != "–"})
    return {
        **run.context,
        "sections": _SECTIONS,
        "findings": findings,
        "others": others,
        "addressed": addressed,
        "channels": channels,
        "used_outcomes": {item.outcome for item in listed},
        "used_severities": {item.severity for item in listed},
    }
