"""What every part of a copyright case file is made with: the records of one case, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ecrl_audit.documents.phrases import short_day
from ecrl_audit.documents.pseudonyms import USER, named_people, pseudonyms
from ecrl_audit.documents.sections.labels import Words, words
from ecrl_audit.documents.sections.people import series_secret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecrl_audit.documents.pseudonyms import Pseudonyms
    from ecrl_audit.documents.restricted import Restricted
    from ecrl_audit.documents.results import Record, Results

MASK = "[masked]"
_USERS = (("case_items", "user_key"), ("case_authors", "user_key"))
_STAFF = (
    ("case_steps", "by_person"),
    ("case_notices", "assessed_by"),
    ("case_notices", "signed_by"),
)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])"
    r"|(?<![\w-])\d{1,6} (?:[A-Z][\w.']* ){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Kit:
    """The stored records of a run with the words and names of the case files."""

    results: Results
    labels: Words
    words: Words
    names: Pseudonyms

    def of(self, figure: str, notice_no: str) -> tuple[Record, ...]:
        """Return the rows of a figure that belong to one case."""
        return tuple(row for row in self.results.figure(figure) if row["notice_no"] == notice_no)

    def text(self, text: str | None) -> str:
        """Return a text of the evidence as it is printed: contact data masked, people renamed."""
        return self.names.text(masked(text or ""))

    def person(self, key: str | None) -> str:
        """Return a member of staff by pseudonym, a dash where nobody is named."""
        return self.names.staff.get(key, "Staff-unknown") if key else "–"

    def user(self, key: str | None) -> str:
        """Return a user by pseudonym, a dash where nobody is named."""
        return self.names.name(key, USER) if key else "–"

    def place(self, rec: int) -> str:
        """Return file#row of an evidence reference; a file of the logbook by its name alone."""
        source, row = divmod(rec, 1_000_000_000)
        files = {one["source_id"]: one["file"] for one in self.results.sources}
        file = files.get(source, f"source {source}")
        return f"{file.removeprefix('logbook/')}#{row}"

    def local(self, moment: str | None) -> str:
        """Return a stored UTC moment as local date and time."""
        if moment is None:
            return "–"
        zone = ZoneInfo(self.results.run["time_zone"])
        local = datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(zone)
        return f"{short_day(local.date())}, {local:%H:%M %Z}"


def masked(text: str) -> str:
    """Return a text without e-mail addresses, telephone numbers and street addresses."""
    return _CONTACT.sub(MASK, text)


def day_words(day: str | None) -> str:
    """Return a stored day in words, a dash where there is none."""
    return short_day(date.fromisoformat(day)) if day else "–"


def case_kit(run: Restricted) -> Kit:
    """Return the kit of a run; people whom only a case names get a pseudonym too."""
    names, results = run.reader.names, run.results
    users = _named(results, _USERS) - set(names.users)
    staff = _named(results, _STAFF) - set(names.staff)
    if users or staff:
        names = _completed(names, users, staff, series_secret(run.connection))
    return Kit(results, run.reader.labels, words("case"), names)


def _named(results: Results, cells: Sequence[tuple[str, str]]) -> set[str]:
    return {row[cell] for figure, cell in cells for row in results.figure(figure) if row[cell]}


def _completed(names: Pseudonyms, users: set[str], staff: set[str], secret: bytes) -> Pseudonyms:
    keyed = pseudonyms(secret, {*names.users, *users}, ()).users
    place = {key: f"Staff-C{number}" for number, key in enumerate(sorted(staff), start=1)}
    return named_people(
        {**names.users, **{key: keyed[key] for key in users}}, {**names.staff, **place}
    )
