"""People the library acts against: repeat offenders, investigations, blocks, lists and reviews."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.generated.maker import DAY, Maker, midnight
from tests.generated.roster import STAFF_LOGINS

_CHANNELS = ("fb", "fb", "x", "blog", "joined")
_CODES = ("4.14-threat", "4.8a", "4.11", "4.5b", "4.13-repeat", "OLD", "NEW", "")


def make_blocks(maker: Maker) -> None:
    """Add users with findings, cases and measures, and the lists the platforms keep."""
    for number in range(14):
        _user(maker, f"b{number}")
    for channel in ("fb", "x", "joined"):
        _lists(maker, channel)


def _user(maker: Maker, user: str) -> None:
    channel = maker.one(_CHANNELS)
    at = maker.moment() - maker.dice.choice((0, 20, 80)) * DAY
    posts = []
    for _ in range(maker.dice.choice((0, 1, 2, 3, 4, 5))):
        posts.append(_violation(maker, user, channel, at))
        at += maker.dice.choice((timedelta(minutes=59), timedelta(minutes=61), DAY, 9 * DAY))
    opened = maker.later(at)
    case_no, concluded = _investigated(maker, user, channel, posts, opened)
    if maker.chance(0.85):
        moment = maker.dice.choice((maker.later(concluded), maker.later(concluded), opened, at))
        _measured(maker, user, channel, case_no, moment)
    if maker.chance(0.4):
        maker.add("block_reviews", user=user, channel=maker.mostly(channel, "x"), by="assist",
                  reviewed=maker.when(maker.later(concluded)),
                  decision=maker.one(("keep", "lift", "no_block", "expires")),
                  expires=maker.mostly("", maker.within().isoformat()))  # fmt: skip


def _violation(maker: Maker, user: str, channel: str, at: datetime) -> str:
    post = maker.add(
        "posts", post=maker.key("v"), channel=channel, author_kind="public", author=user,
        posted=maker.when(at, exact=0.9), surface="public", parent="", root="",
        text=f"an abusive remark number {at:%m%d%H%M} of {user}",
    )  # fmt: skip
    rule = maker.one(("4.14b", "4.8a", "4.14-threat"))
    found = maker.later(at, soon=True)
    maker.add("judgments", post=post["post"], rule=rule, by="assist", judged=maker.when(found),
              judgment=maker.mostly("violating", "unclear"), origin=maker.mostly("moderator", "detector"))  # fmt: skip
    if maker.chance(0.2):
        maker.add("judgments", post=post["post"], rule=rule, by="director", judgment="not_violating",
                  judged=maker.when(maker.later(found)), origin="reviewer")  # fmt: skip
    if maker.chance(0.5):
        maker.add("actions", action_no=maker.key("a"), acted=maker.when(found), channel=channel,
                  action=maker.one(("delete", "hide", "warn")), post=post["post"], user=user,
                  login=maker.one(STAFF_LOGINS), source="staff", reason_code=rule)  # fmt: skip
    return post["post"]


def _investigated(
    maker: Maker, user: str, channel: str, posts: list[str], opened: datetime
) -> tuple[str, datetime]:
    """Investigate somebody, or not; return the case to name and the moment it was concluded."""
    concluded = maker.later(opened)
    if maker.chance(0.15):
        return maker.mostly("", "no-such-case"), concluded
    case_no = maker.key("i")
    maker.add(
        "investigations", case_no=case_no, user=maker.mostly(user, "someone-else"),
        channels=maker.one((channel, channel, f"{channel};x", "blog", "")),
        opened=maker.when(opened), opened_by="assist", concluded=maker.perhaps(0.85, concluded),
        conclusion=maker.mostly("violation_found", "no_violation", "inconclusive", ""),
        clauses=maker.mostly("4.14b", "4.8a;4.11", "4.6", "NEW", ""),
        posts=";".join(posts) if maker.chance(0.8) else maker.one(("", "missing", "v1;v2")),
        decided_by="director", identity_link=maker.mostly("", "links/one.pdf"),
    )  # fmt: skip
    return case_no, concluded


def _measured(maker: Maker, user: str, channel: str, case_no: str, at: datetime) -> None:
    """Block somebody, or do something like it; lift, appeal or carry it over afterwards."""
    source = maker.mostly("staff", "automation", "platform")
    action = maker.mostly("block", "restrict", "mute", "remove_member", "comment_lock")
    act = maker.add(
        "actions", action_no=maker.key("a"), acted=maker.when(at), channel=channel, action=action,
        user=user, login=maker.one(STAFF_LOGINS) if source == "staff" else "l-bot", source=source,
        reason_code=maker.one(_CODES), case_no=maker.mostly(case_no, ""), reason="",
        severe=maker.mostly("", "yes"), author_told=maker.perhaps(0.4, maker.later(at)),
        notice_no=maker.mostly("", "n1"), logged=maker.perhaps(0.1, maker.later(at)),
    )  # fmt: skip
    if maker.chance(0.2):
        maker.add("actions", action_no=maker.key("a"), acted=maker.when(maker.later(at)), user=user,
                  channel=maker.one(("x", channel)), action="block", login="l-meta",
                  source=maker.one(("platform", "staff")), case_no=case_no)  # fmt: skip
    if maker.chance(0.3):
        received = maker.later(at)
        decided = maker.later(received)
        maker.add("appeals", appeal=maker.key("ap"), action_no=act["action_no"],
                  received=maker.when(received), decided=maker.when(decided),
                  decision=maker.one(("reversed", "reversed", "upheld", "withdrawn")),
                  decided_by="director", remedy=maker.mostly("unblocked", "", "impossible"),
                  remedied=maker.perhaps(0.5, maker.later(decided)))  # fmt: skip
    if maker.chance(0.35):
        maker.add("actions", action_no=maker.key("a"), acted=maker.when(maker.later(at)), user=user,
                  channel=channel, action="unblock", login=maker.one(STAFF_LOGINS), source="staff")  # fmt: skip


def _lists(maker: Maker, channel: str) -> None:
    """Show the platform's list of blocked users now and then: some missing, some too many."""
    blocked = [row["user"] for row in maker.tables["actions"] if row["action"] == "block"]
    day = maker.run.first + maker.dice.randint(0, 20) * DAY
    while day <= maker.run.last:
        check, checked = f"bl{day:%m%d}", maker.when(midnight(day) + timedelta(hours=17))
        shown = [user for user in dict.fromkeys(blocked) if maker.chance(0.7)]
        for user in [*shown, "old-one", "never-blocked"] if maker.chance(0.9) else [""]:
            legacy = "yes" if user == "old-one" else ""
            maker.add("block_lists", check=check, checked=checked, channel=channel, user=user,
                      legacy=maker.mostly(legacy, "unclear"))  # fmt: skip
        day += maker.dice.choice((30, 45)) * DAY
