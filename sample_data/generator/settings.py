"""The settings file of the evidence folder."""

from __future__ import annotations

from pathlib import Path

MARK = """\
This is the evidence of an invented library: the Lakes & Pines Regional Library, its people, its
readers and their comments do not exist. Reports made from this folder are marked as samples.
"""
_TEMPLATE = Path(__file__).with_name("story") / "audit.template"


def settings_text(facebook_path: str) -> str:
    """Return audit.toml; the page's export is the one file that does not say its own zone."""
    return _TEMPLATE.read_text(encoding="utf-8").replace("@facebook-export", facebook_path)
