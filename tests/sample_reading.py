"""The sample evidence as a test reads it: plain csv, plain datetime, nothing of the product."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from defusedxml.ElementTree import fromstring

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_data"
EVIDENCE = SAMPLE / "evidence"
ZONE = ZoneInfo("America/Chicago")
FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)
HOLIDAYS = {date(2026, 1, 1), date(2026, 1, 19), date(2026, 5, 25), date(2026, 6, 19)}
HOLIDAYS |= {date(2026, 7, 3), date(2026, 9, 7)}
LEARNING_DAYS = {date(2026, 5, 8), date(2026, 9, 18)}
WP = "{http://wordpress.org/export/1.2/}"

Row = dict[str, str]


def header(name: str) -> list[str]:
    """Return the column names of a sheet as the contract writes them."""
    return _parts(name)[0][0]


@cache
def sheet(name: str) -> list[Row]:
    """Return every row of a sheet, of all its parts, with the column names of the contract."""
    return [
        dict(zip(titles, record, strict=True)) for titles, *rows in _parts(name) for record in rows
    ]


def _parts(name: str) -> list[list[list[str]]]:
    """Return the records of each part of a sheet, its column names first."""
    parts = []
    for path in sorted((EVIDENCE / "logbook").glob(f"{name}.*csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            titles, *rows = csv.reader(stream)
        parts.append([[title.strip().lower().replace(" ", "_") for title in titles], *rows])
    return parts


@cache
def planted() -> list[Row]:
    """Return the list of what was planted."""
    with (SAMPLE / "planted.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def planted_items(control: str, *words: str) -> set[str]:
    """Return the planted items of a control, all or those of some outcomes or subtypes."""
    return {
        row["item"]
        for row in planted()
        if row["control"] == control
        and (not words or {row["outcome"], row["subtype"]} & set(words))
    }


def moment(text: str) -> datetime:
    """Return a written time as a moment; a date alone is its noon."""
    if len(text) == len("2026-01-01"):
        text += " 12:00"
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=ZONE)).astimezone(ZONE)


def is_open(day: date) -> bool:
    """Tell a business day, counted by hand: weekdays without holidays and learning days."""
    return day.weekday() < 5 and day not in HOLIDAYS | LEARNING_DAYS


def due(text: str, days: int) -> date:
    """Return the last local day to act: n business days after the day something came in."""
    day = moment(text).date()
    while days:
        day += timedelta(days=1)
        days -= is_open(day)
    return day


def in_period(text: str) -> bool:
    """Tell whether a written time lies in the third quarter of 2026."""
    return bool(text) and FIRST <= moment(text).date() <= LAST


@cache
def blog_comments() -> dict[str, Row]:
    """Return the comments of the blog's export by the id that the reader gives them."""
    (path,) = (EVIDENCE / "exports" / "blog").glob("*.xml")
    found = {}
    for item in fromstring(path.read_text(encoding="utf-8")).iter("item"):
        root = f"wp:{item.findtext(WP + 'post_id')}"
        for comment in item.iter(f"{WP}comment"):
            cells = {child.tag.removeprefix(WP): child.text or "" for child in comment}
            found[f"wp:c{cells['comment_id']}"] = cells | {"root": root}
    return found


@cache
def archive() -> dict[str, str]:
    """Return the text of every member of the X archive by its name."""
    (path,) = (EVIDENCE / "exports" / "x-account").glob("*.zip")
    with zipfile.ZipFile(path) as members:
        return {name: members.read(name).decode() for name in members.namelist()}


def script(member: str) -> dict[str, Any]:
    """Return what a member of the X archive assigns, by the name it assigns it to."""
    name, _, body = archive()[member].partition(" = ")
    return {name: json.loads(body)}


@cache
def exported_posts() -> set[str]:
    """Return the ids of what the three exports bring."""
    ids = set(blog_comments()) | {comment["root"] for comment in blog_comments().values()}
    (tweets,) = script("data/tweets.js").values()
    ids |= {f"x:{entry['tweet']['id_str']}" for entry in tweets}
    (path,) = (EVIDENCE / "exports" / "fb-page").glob("*.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        ids |= {f"fb:{row['Post ID']}" for row in csv.DictReader(stream)}
    return ids


@cache
def posts() -> dict[str, str]:
    """Return when each post was posted, as far as the logbook and the blog's export say it."""
    known = {row["post"]: row["posted"] for row in sheet("posts")}
    blog = {key: f"{row['comment_date_gmt']}Z" for key, row in blog_comments().items()}
    return known | {key: text.replace(" ", "T") for key, text in blog.items()}


def texts() -> Iterator[tuple[str, str]]:
    """Yield every file below the evidence folder with what it holds."""
    for path in sorted(EVIDENCE.rglob("*")):
        if path.is_file() and path.suffix != ".zip":
            yield path.relative_to(EVIDENCE).as_posix(), path.read_text(encoding="utf-8")
    yield from archive().items()


def mail_and_web(text: str) -> set[str]:
    """Return the host names of all mail and web addresses in a text."""
    return set(re.findall(r"(?:https?://|\b[\w.+-]+@|(?<![\w/.])www\.)([\w.-]+\w)", text))
