"""The files that platforms give: where they lie, what is in them, how many records they hold."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file of an export; `records` counts what a reader should find in a table."""

    path: str
    content: str
    records: int | None = None
    exported: datetime | None = None

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the file as it is written."""
        return hashlib.sha256(self.content.encode()).hexdigest()
