"""Where the templates, styles, words and fonts lie."""

from __future__ import annotations

from pathlib import Path

from ecrl_audit.errors import EnvironmentLacksError

FOLDER_NAME = "report_templates"


def templates_folder() -> Path:
    """Return the folder of templates, inside an installed package or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / FOLDER_NAME, package.parent / FOLDER_NAME):
        if candidate.is_dir():
            return candidate
    message = f"The folder {FOLDER_NAME} is missing beside {package}: install the program again."
    raise EnvironmentLacksError(message)
