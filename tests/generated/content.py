"""What is posted and what the library does about it: posts, captures, acts, judgments, concerns."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.generated.maker import DAY, Maker, Row
from tests.generated.roster import CHANNELS, STAFF_LOGINS

USERS = ("ua", "ub", "uc", "ud", "ue")
CODES = (
    "4.1", "4.2", "4.3", "4.4", "4.8a", "4.8b", "4.9a", "4.9b", "4.9c", "4.9d", "4.10", "4.13",
    "4.14-threat", "4.14-hate", "4.16", "3.3b", "4.6", "4.15", "OLD", "NEW", "nonsense",
    "4.8a;4.6", "4.1;4.9d", "-", "",
)  # fmt: skip
RULES = ("4.3", "4.8a", "4.8a", "4.9d", "4.14b", "4.14-threat", "4.4", "6.2d", "6.5", "4.13")
TEXTS = (
    "Buy cheap garden furniture at https://shop.example.com today",
    "Please sign the petition for the new bypass, it matters to us all",
    "PLEASE sign the petition for the new  bypass, it matters to us all",
    "The council\u2019s vote was a disgrace and everybody knows it",
    "The council's vote was a disgrace and everybody knows it",
    "Call me at 320-555-0143 or write to jo@example.com about the sale",
    "Thank you!", "", "See https://ecrlib.org/events for the whole programme of this month",
    "Donate to our roof fund now, every dollar helps our congregation",
)  # fmt: skip
STAFF_TEXTS = (
    "Story time is on Monday",
    "Your hold on the book is ready, no fine is due",
    "Closed",
)
TAKING = ("hide", "delete", "delete", "hold_reject", "comment_lock", "unpublish")


def make_content(maker: Maker) -> None:
    """Add posts with all that hangs on them, rules, and copies of texts."""
    for place in range(3):
        _filter_rule(maker, f"f{place}")
    roots = [_staff_post(maker, place) for place in range(14)]
    for _ in range(75):
        _public_post(maker, roots)
    for _ in range(6):
        _repeated(maker, roots)
    for post in [row["post"] for row in maker.tables["posts"] if row["author_kind"] == "staff"]:
        _on_staff_post(maker, post)


def _filter_rule(maker: Maker, key: str) -> None:
    start = maker.moment() - maker.dice.choice((0, 100, 250)) * DAY
    maker.add("filter_rules", filter_rule=key, channel=maker.one(CHANNELS), pattern="x",
              clause=maker.mostly("4.8a", "", "9.9", "4.14a"),
              approved_by=maker.mostly("director", "nobody", "assist"),
              approved=maker.perhaps(0.85, start - maker.dice.choice((1, 10, 200)) * DAY),
              start=maker.when(start), end=maker.perhaps(0.3, maker.moment()))  # fmt: skip


def _staff_post(maker: Maker, place: int) -> Row:
    at = maker.moment()
    return maker.add(
        "posts", post=maker.key("s"), channel=maker.one(CHANNELS), parent="", root="",
        author_kind=maker.mostly("staff", "partner"), surface="public", links="",
        author=maker.one((*STAFF_LOGINS, "l-app", "l-meta", "")), posted=maker.when(at),
        scheduled=maker.perhaps(0.2, at - 3 * DAY), text=STAFF_TEXTS[place % 3],
        flags=maker.mostly("", "giveaway", "poll", "anniversary"),
    )  # fmt: skip


def _public_post(maker: Maker, roots: list[Row]) -> None:
    root = maker.dice.choice(roots)
    at = maker.moment()
    post = maker.add(
        "posts", post=maker.key("p"), channel=root["channel"], parent=maker.mostly(root["post"], ""),
        root=maker.mostly(root["post"], "", "gone"), author_kind="public",
        author=maker.mostly(maker.one(USERS), ""), posted=maker.when(at), text=maker.one(TEXTS),
        links=maker.mostly("", "https://shop.example.com", "https://ecrlib.org/x"),
        surface=maker.mostly("public", "held", ""), flags=maker.mostly("", "", "question"),
    )  # fmt: skip
    _handled(maker, post, at)
    if maker.chance(0.15):
        reply_at = maker.later(at)
        maker.add("posts", post=maker.key("r"), channel=post["channel"], parent=post["post"],
                  root=post["root"], author_kind="staff", author=maker.one(STAFF_LOGINS),
                  posted=maker.when(reply_at), text=maker.one(STAFF_TEXTS), surface="public")  # fmt: skip


def _repeated(maker: Maker, roots: list[Row]) -> None:
    """Let one person post the same text several times, some copies edited or removed."""
    root, author, text = maker.dice.choice(roots), maker.one(USERS), maker.one(TEXTS[:6])
    at = maker.moment()
    for number in range(maker.dice.randint(2, 4)):
        row = maker.add("posts", post=maker.key("p"), channel=root["channel"], parent=root["post"],
                        root=root["post"], author_kind="public", author=author,
                        posted=maker.when(at, exact=0.95), text=text, surface="public")  # fmt: skip
        if maker.chance(0.6):
            _removed(maker, row, maker.later(at), code="4.3" if number or maker.chance(0.3) else "")
        elif maker.chance(0.5):
            maker.add("actions", action_no=maker.key("a"), acted=maker.when(maker.later(at)),
                      channel=row["channel"], action="no_action", post=row["post"],
                      login="l-director", source="staff")  # fmt: skip
        at += maker.dice.choice((timedelta(minutes=30), timedelta(hours=5), 4 * DAY, 29 * DAY))


def _handled(maker: Maker, post: Row, at: datetime) -> None:
    """Let some of the things happen to a post that may."""
    if maker.chance(0.5):
        _judged(maker, post["post"], maker.later(at))
    if maker.chance(0.55):
        _removed(maker, post, maker.later(at))
    if maker.chance(0.2):
        _concern(maker, post, maker.later(at))
    if maker.chance(0.15):
        maker.add("revisions", post=post["post"], revision=maker.one(("1", "2")),
                  edited=maker.when(maker.later(at)), text=maker.one(TEXTS))  # fmt: skip
    for _ in range(maker.dice.choice((0, 0, 1, 2))):
        state = maker.one(("visible", "visible", "hidden", "absent", "held", "author_deleted"))
        maker.add("sightings", post=post["post"], seen=maker.when(maker.later(at)), state=state,
                  export=maker.one(("e1", "e2", "")))  # fmt: skip


def _judged(maker: Maker, post: str, at: datetime) -> None:
    for _ in range(maker.dice.randint(1, 2)):
        maker.add("judgments", post=post, rule=maker.one(RULES), by=maker.mostly("assist", "", "teamer"),
                  judgment=maker.one(("violating", "violating", "not_violating", "unclear")),
                  judged=maker.when(at), origin=maker.one(("moderator", "reviewer", "detector")))  # fmt: skip
        at = maker.later(at) if maker.chance(0.8) else at


def _removed(maker: Maker, post: Row, at: datetime, code: str | None = None) -> None:
    """Take a post from view, with the copy, the appeal and the return that may follow."""
    source = maker.mostly("staff", "automation", "platform", "author")
    act = maker.add(
        "actions", action_no=maker.key("a"), acted=maker.when(at), channel=post["channel"],
        action=maker.one(TAKING), post=post["post"], user=post["author"], source=source,
        login=maker.one(STAFF_LOGINS) if source == "staff" else maker.one(("l-bot", "")),
        filter_rule=maker.one(("f0", "f1", "f2", "f9")) if source == "automation" else "",
        reason_code=maker.one(CODES) if code is None else code,
        reason=maker.mostly("", "spam", "other"), reason_recorded=maker.perhaps(0.1, maker.later(at)),
        revision=maker.mostly("", "1"), severe=maker.mostly("", "yes"), evidence="",
        logged=maker.perhaps(0.2, maker.later(at)), sequence=maker.one(("", maker.key(""))),
        platform_response=maker.mostly("", "done", "refused", "failed"), ticket=maker.mostly("", "T1"),
        author_told=maker.perhaps(0.3, maker.later(at)),
    )  # fmt: skip
    if source == "automation":
        _judged(maker, post["post"], maker.later(at, soon=True))
    if maker.chance(0.6):
        _copied(maker, post["post"], at)
    if maker.chance(0.25):
        _appealed(maker, act, at)
    if maker.chance(0.2):
        maker.add("actions", action_no=maker.key("a"), acted=maker.when(maker.later(at)),
                  channel=post["channel"], post=post["post"], login=maker.one(STAFF_LOGINS),
                  action=maker.one(("unhide", "restore", "hold_release", "no_action", "delete")),
                  source="staff", reason=maker.mostly("", "answered by phone"))  # fmt: skip


def _copied(maker: Maker, post: str, at: datetime) -> None:
    gone = maker.run.last - maker.dice.randint(-10, 60) * DAY
    disposed = gone.isoformat() if maker.chance(0.15) else ""
    minutes = maker.dice.choice((-60, 0, 15, 16, 300))
    maker.add("evidence", evidence=maker.key("e"), post=post, revision=maker.mostly("", "1", "2"),
              captured=maker.when(at + timedelta(minutes=minutes), exact=0.9), sha256="",
              file=maker.mostly("copies/x.png", ""), disposed=disposed,
              retain_until=maker.one(("", "2030-01-01", maker.within().isoformat())),
              disposal_record="record" if disposed and maker.chance(0.6) else "")  # fmt: skip


def _appealed(maker: Maker, act: Row, at: datetime) -> None:
    received = maker.later(at)
    decided = maker.later(received)
    decision = maker.one(("upheld", "reversed", "reversed", "modified", "withdrawn", ""))
    remedy = maker.one(("restored", "invited_to_repost", "unblocked", "impossible", ""))
    maker.add("appeals", appeal=maker.key("ap"), action_no=act["action_no"],
              received=maker.when(received), decided=maker.when(decided) if decision else "",
              decision=decision, decided_by=maker.mostly("director", "assist", ""), remedy=remedy,
              remedied=maker.perhaps(0.6, maker.later(decided)))  # fmt: skip


def _concern(maker: Maker, post: Row, at: datetime) -> None:
    outcome = maker.one(("upheld", "upheld", "rejected", "duplicate", "withdrawn", "open", ""))
    reviewed = maker.later(at, soon=True)
    maker.add("concerns", concern=maker.key("k"), channel=post["channel"], received=maker.when(at),
              via=maker.mostly("message", "email", "comment", "platform_only"),
              post=maker.mostly(post["post"], "", "missing"), user=maker.mostly(post["author"], ""),
              category=maker.mostly(maker.one(RULES), "copyright", ""), action_no="",
              first_reviewed=maker.perhaps(0.8, reviewed), outcome=outcome,
              reviewed_by=maker.mostly("teamer", "nobody", "helper", "assist", ""),
              closed=maker.perhaps(0.75, maker.later(reviewed)))  # fmt: skip


def make_exports(maker: Maker) -> None:
    """Let a platform bring some of the acts, posts and captures as well, and some of its own."""
    for act in maker.dice.sample(maker.tables["actions"], 12):
        try:
            at = datetime.fromisoformat(act["acted"])
        except ValueError:
            continue
        seconds = maker.dice.choice((0, 60, 120, 121, 18000))
        stamp = f"{(at + timedelta(seconds=seconds)).isoformat()}"
        login = maker.mostly(act.get("login", ""), "l-assist")
        maker.add("export_actions", action_no=f"x-{act['action_no']}", acted=stamp, login=login,
                  **{k: act.get(k, "") for k in ("channel", "action", "post", "user", "source")})  # fmt: skip
    for post in maker.dice.sample(maker.tables["posts"], 10):
        own = {"flags": "", "scheduled": ""}
        maker.add(
            "export_posts", **{**post, **own, "post": maker.mostly(post["post"], maker.key("x"))}
        )
        state = maker.mostly("visible", "hidden")
        maker.add("export_sightings", post=post["post"], state=state, export="e9",
                  seen=maker.when(maker.moment()))  # fmt: skip


def _on_staff_post(maker: Maker, post: str) -> None:
    """Let a post of the library be read, removed or reported."""
    row = next(r for r in maker.tables["posts"] if r["post"] == post)
    at = maker.moment()
    if maker.chance(0.25):
        _judged(maker, post, at)
    if maker.chance(0.25):
        _removed(maker, row, at)
    if maker.chance(0.2):
        _concern(maker, row, at)
