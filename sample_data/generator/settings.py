"""The settings file of the evidence folder."""

from __future__ import annotations

_TEXT = """\
schema = 1

[library]
name = "Lakes & Pines Regional Library"
time_zone = "America/Chicago"
fiscal_year_start = "01-01"

[engagement]
type = "management self-assessment"

[calendar]
indigenous_peoples_day = "open"
day_after_thanksgiving = "closed"
confirmed_through = 2027-12-31

# What the board and the director have adopted; every other threshold is still proposed.
[parameters]
concern_review_limit = {{ value = 3, status = "approved", approved_by = "Director", approved_on = 2026-01-12 }}
continuous_occurrences = {{ value = 3, status = "approved", approved_by = "Board", approved_on = 2026-02-09 }}
continuous_window = {{ value = 90, status = "approved", approved_by = "Board", approved_on = 2026-02-09 }}
continuous_min_dates = {{ value = 2, status = "approved", approved_by = "Board", approved_on = 2026-02-09 }}
repeat_infringer_notices = {{ value = 3, status = "approved", approved_by = "Board", approved_on = 2025-02-10 }}
repeat_infringer_window = {{ value = 12, status = "approved", approved_by = "Board", approved_on = 2025-02-10 }}

[[export]]
path = "{path}"
time_zone = "America/Chicago"
covers_from = 2026-01-01
covers_to = 2026-07-01
"""


def settings_text(facebook_path: str) -> str:
    """Return audit.toml; the export of the page is the one file that does not say its own zone."""
    return _TEXT.format(path=facebook_path)
