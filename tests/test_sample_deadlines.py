"""A second opinion on the planted deadlines: counted by hand, on the rows as they are written."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tests import sample_reading as read
from tests.sample_reading import Row

Span = tuple[str, str, str]


def late(spans: Iterator[Span], limit: int) -> set[str]:
    """Return the items whose second time lies after the limit that the first one starts."""
    return {
        item
        for item, started, done in spans
        if read.in_period(started)
        and (not done or read.moment(done).date() > read.due(started, limit))
    }


def of(name: str, *columns: str) -> Iterator[Span]:
    """Yield the item and the two times of each row of a sheet."""
    for row in read.sheet(name):
        yield row[columns[0]], row[columns[1]], row[columns[2]]


def venue_a(*columns: str) -> Iterator[Span]:
    """Yield the times of the notices about other people's items."""
    for row in read.sheet("dmca_notices"):
        if row["venue"] in ("A", "A2"):
            yield row["notice_no"], row[columns[0]], row[columns[1]]


def event(notice_no: str, kind: str) -> str:
    """Return the time of the last step of a kind in a case, blank if there was none."""
    found = [
        r for r in read.sheet("dmca_events") if (r["notice_no"], r["event"]) == (notice_no, kind)
    ]
    return max((row["happened"] for row in found), key=read.moment, default="")


def complete(row: Row) -> bool:
    """Tell a notice of venue A with all six elements."""
    elements = ("signature", "work_identified", "material_located", "contact", "good_faith")
    return row["venue"] == "A" and all(
        row[element] == "yes" for element in (*elements, "accuracy_under_perjury")
    )


def removals_on_notice() -> Iterator[Span]:
    for row in filter(complete, read.sheet("dmca_notices")):
        yield row["notice_no"], row["received_by_agent"], event(row["notice_no"], "disabled")


def sender_contacts() -> Iterator[Span]:
    for row in read.sheet("dmca_notices"):
        if row["class"] == "curable" and row["accuracy_under_perjury"] == "no":
            contacted = event(row["notice_no"], "contacted_sender")
            yield row["notice_no"], row["received_by_agent"], contacted


def authors_told() -> Iterator[Span]:
    for row in read.sheet("dmca_notices"):
        if row["venue"] == "A" and (gone := event(row["notice_no"], "disabled")):
            yield row["notice_no"], gone, event(row["notice_no"], "subscriber_notified")


def upheld() -> Iterator[Span]:
    acted = {row["action_no"]: row["acted"] for row in read.sheet("actions")}
    for row in read.sheet("concerns"):
        if row["outcome"] == "upheld":
            yield row["concern"], row["closed"], acted[row["action_no"]]


def questions() -> Iterator[Span]:
    replies = {
        row["parent"]: row["posted"] for row in read.sheet("posts") if row["author_kind"] == "staff"
    }
    for row in read.sheet("posts"):
        if "question" in row["flags"] and row["channel"] != "x-account":
            yield row["post"], row["posted"], replies.get(row["post"], "")


@pytest.mark.parametrize(
    ("control", "spans", "limit"),
    [
        ("MO-03", of("concerns", "concern", "received", "first_reviewed"), 3),
        ("MO-04", of("concerns", "concern", "received", "closed"), 10),
        ("MO-05", upheld(), 3),
        ("MO-06", questions(), 2),
        ("MO-07", of("message_threads", "thread", "received", "first_opened"), 2),
        ("ST-04", of("incidents", "incident", "aware", "reported"), 1),
        ("RM-19", of("appeals", "appeal", "received", "decided"), 10),
        ("DM-07", venue_a("received_by_agent", "assessed"), 1),
        ("DM-09", removals_on_notice(), 2),
        ("DM-10", sender_contacts(), 2),
        ("DM-13", authors_told(), 2),
        ("DM-14", of("dmca_counter_notices", "counter_no", "received_by_agent", "assessed"), 1),
        ("DM-29", venue_a("received", "received_by_agent"), 1),
    ],
)
def test_what_is_late_was_planted(control: str, spans: Iterator[Span], limit: int) -> None:
    counted = list(spans)
    assert [started for _, started, _ in counted if read.in_period(started)]
    assert late(iter(counted), limit) == read.planted_items(control, "exception")


def test_reports_reviewed_within_the_limit_and_over_the_target_were_planted() -> None:
    spans = list(of("concerns", "concern", "received", "first_reviewed"))
    over_target = late(iter(spans), 1) - late(iter(spans), 3)
    assert over_target == read.planted_items("MO-03", "observation")


def review_days(channel: str) -> list[tuple[date, str]]:
    rows = [row for row in read.sheet("monitoring") if row["channel"] == channel]
    return [(read.moment(row["reviewed"]).date(), row["reviewed"]) for row in rows]


def test_days_without_a_review_were_planted() -> None:
    working = [read.FIRST + timedelta(days=n) for n in range((read.LAST - read.FIRST).days + 1)]
    missed = {
        f"{channel}/{day}"
        for channel in ("fb-page", "x-account", "ig-account", "blog")
        for day in filter(read.is_open, working)
        if day not in {reviewed for reviewed, _ in review_days(channel)}
    }
    assert missed == read.planted_items("MO-01")


def test_comments_that_no_review_covers_in_time_were_planted() -> None:
    comments = {
        row["post"]: row["channel"] for row in read.sheet("posts") if row["author_kind"] == "public"
    }
    comments |= dict.fromkeys(read.blog_comments(), "blog")
    reviews = {channel: review_days(channel) for channel in set(comments.values())}
    uncovered = {
        post
        for post, channel in comments.items()
        if read.in_period(read.posts()[post])
        and not any(
            read.moment(text) >= read.moment(read.posts()[post])
            and day <= read.due(read.posts()[post], 2)
            for day, text in reviews[channel]
        )
    }
    assert uncovered == read.planted_items("MO-02")


def test_the_comment_restored_early_was_planted() -> None:
    early, open_windows = set(), set()
    for row in read.sheet("dmca_counter_notices"):
        item = f"{row['notice_no']}/{row['post']}"
        restored = event(row["notice_no"], "restored")
        if read.in_period(row["received_by_agent"]) and not restored:
            open_windows.add(item)
        elif restored and read.moment(restored).date() < read.due(row["received_by_agent"], 10):
            early.add(item)
        elif restored:
            assert read.moment(restored).date() <= read.due(row["received_by_agent"], 14)
    assert early == read.planted_items("DM-16", "exception")
    assert open_windows == read.planted_items("DM-16", "pending")


def test_every_copy_precedes_its_removal_unless_planted() -> None:
    captured = {row["evidence"]: read.moment(row["captured"]) for row in read.sheet("evidence")}
    late_or_none = {
        row["action_no"]
        for row in read.sheet("actions")
        if row["action"] in ("hide", "delete")
        and row["reason_code"]
        and read.in_period(row["acted"])
        if captured.get(row["evidence"], read.moment("2027-01-01")) > read.moment(row["acted"])
    }
    assert late_or_none == read.planted_items("RM-05")


def test_leavers_lost_their_access_in_time_but_one() -> None:
    ends = {row["person"]: row["end"] for row in read.sheet("people") if read.in_period(row["end"])}
    logins = {row["login"]: row["person"] for row in read.sheet("logins") if row["person"] in ends}
    revoked = [
        r for r in read.sheet("access_changes") if r["change"] == "revoke" and r["login"] in logins
    ]
    overdue = {
        logins[row["login"]]
        for row in revoked
        if read.moment(row["changed"]).date() > read.due(ends[logins[row["login"]]], 1)
    }
    assert set(logins.values()) == set(ends)
    assert overdue == read.planted_items("AU-04")
