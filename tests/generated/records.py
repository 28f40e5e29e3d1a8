"""What the library keeps beside: reviews, snapshots of the statement, incidents, partners, coverage."""

from __future__ import annotations

from datetime import timedelta

from tests.generated.maker import DAY, Maker, midnight
from tests.generated.roster import CHANNELS

STATEMENT = (
    "Due to ECRL\u2019s social media policies, users who continuously post content that disregards"
    " said policies will be blocked. ECRL policies can be found at:"
    " www.ecrlib.org/about/policies-and-procedures."
)
_PAGE = "https://www.ecrlib.org/about/policies-and-procedures"
_SOURCES = (
    "actions", "posts", "access_checks", "access_changes", "block_lists", "concerns",
    "statement_checks", "monitoring", "dmca", "incidents", "partners",
)  # fmt: skip
_CLAUSES = (
    "AT-01", "AT-02", "1.1", "1.4b", "AT-04", "DM-05", "DM-26", "RC-01", "RC-03", "RM-19", "AU-15",
    "MO-10", "MO-08", "BL-08", "ST-03", "ST-07", "ST-09", "ST-10", "NT-04", "DM-22",
)  # fmt: skip


def make_records(maker: Maker) -> None:
    """Add everything that is neither a post nor a case."""
    for channel in CHANNELS:
        _reviewed(maker, channel)
        _statements(maker, channel)
    for _ in range(14):
        _thread(maker)
        _incident(maker)
        _partner_post(maker)
    for number in range(3):
        maker.add("partners", partner=f"o{number}", policy_given=maker.mostly("2024-01-01", ""),
                  name=maker.one(("Friends of the Library", "First Church", "Acme Inc")))  # fmt: skip
    _covered(maker)
    _decided(maker)


def _reviewed(maker: Maker, channel: str) -> None:
    day = maker.run.first - 3 * DAY
    while day <= maker.run.last:
        at = midnight(day) + timedelta(hours=maker.dice.choice((9, 16)))
        maker.add("monitoring", channel=channel, reviewed=maker.when(at),
                  reviewer=maker.mostly("teamer", "assist", "nobody", "helper", "deputy"),
                  seen_through=maker.perhaps(0.3, at - timedelta(hours=4)),
                  surfaces=maker.mostly("comments;old_threads", "comments", "messages", "all", ""))  # fmt: skip
        day += maker.dice.choice((1, 1, 1, 2, 2, 5)) * DAY


def _statements(maker: Maker, channel: str) -> None:
    """Capture the statement every month: right in most ways, wrong in some."""
    day = maker.run.first - maker.dice.randint(5, 40) * DAY
    while day <= maker.run.last:
        text = maker.mostly(STATEMENT, f"{STATEMENT[:-1]}  ", STATEMENT.upper(), "",
                            "ECRL policies can be found on our site.",
                            STATEMENT.replace("www.", "https://www."))  # fmt: skip
        at = midnight(day) + timedelta(hours=15)
        maker.add("statement_checks", check=f"s{day:%m%d}", checked=maker.when(at, exact=0.9),
                  channel=channel, text=text, public=maker.mostly("yes", "no", ""),
                  location=maker.mostly("pinned_post", "about", "story", "image", "none", "footer"),
                  shown_as=maker.mostly("text", "image_with_alt", "image_without_alt", ""),
                  expanded_url=maker.mostly(_PAGE, "https://e.co/x", ""),
                  link_status=maker.mostly("200", "301", "404", ""),
                  carrier_posted=maker.perhaps(0.5, maker.moment()),
                  policy_text_matches=maker.mostly("yes", "no", ""))  # fmt: skip
        day += maker.dice.choice((15, 28, 35, 36, 60)) * DAY


def _thread(maker: Maker) -> None:
    at = maker.moment()
    maker.add("message_threads", thread=maker.key("t"), channel=maker.one(CHANNELS),
              received=maker.when(at), first_opened=maker.perhaps(0.6, maker.later(at)),
              first_replied=maker.perhaps(0.5, maker.later(at)))  # fmt: skip


def _incident(maker: Maker) -> None:
    at = maker.moment()
    posts = [row["post"] for row in maker.tables["posts"]]
    employee = maker.one(("teamer", "assist", "director", "leaver", "nobody", ""))
    maker.add(
        "incidents", incident=maker.key("in"), channel=maker.one(CHANNELS),
        aware=maker.perhaps(0.85, at), employee=employee,
        reported=maker.perhaps(0.8, maker.later(at)),
        reported_to=maker.one(("director", "director", "board", "teamer", employee, "")),
        kind=maker.one(("privacy breach", "threat", "copyright", "")),
        post=maker.mostly(maker.one(posts), ""),
        authorities=maker.mostly("not_needed", "contacted", "not_contacted", ""),
        authorities_decided=maker.perhaps(0.6, maker.later(at)),
        closed=maker.perhaps(0.6, maker.later(at) + maker.dice.choice((0, 25, 35)) * DAY),
    )  # fmt: skip


def _partner_post(maker: Maker) -> None:
    at = maker.moment()
    flagged = maker.later(at)
    is_flagged = maker.chance(0.4)
    maker.add(
        "partner_posts", partner_post=maker.key("pp"), partner=maker.one(("o0", "o1", "o2", "o9")),
        direction=maker.one(("by_partner", "by_library")), channel=maker.one(CHANNELS), post="",
        posted=maker.when(at), category=maker.one(("hosted", "aligned", "partner", "")),
        links_account=maker.mostly("yes", "no", "", "unclear"),
        links_website=maker.mostly("yes", "no", "", "unclear"),
        breach_flagged=maker.when(flagged) if is_flagged else "",
        breach_contacted=maker.perhaps(0.6, maker.later(flagged)) if is_flagged else "",
    )  # fmt: skip


def _covered(maker: Maker) -> None:
    """Declare what the sources cover: often everything, sometimes with a hole."""
    run = maker.run
    first, last = (run.first - 400 * DAY).isoformat(), (run.last + 40 * DAY).isoformat()
    if maker.chance(0.5):
        maker.add("coverage", source="all", channel="all", covers_from=first, covers_to=last,
                  rows_declared="", file="")  # fmt: skip
        return
    for source in _SOURCES:
        hole = maker.within()
        for channel in ("all",) if maker.chance(0.6) else CHANNELS[:4]:
            until = hole.isoformat() if maker.chance(0.25) else last
            maker.add("coverage", source=source, channel=channel, covers_from=first, covers_to=until,
                      exported=maker.perhaps(0.2, run.ends_at), rows_declared="", file="")  # fmt: skip


def _decided(maker: Maker) -> None:
    """Add the statements, closings, codes, corrections and accepted deviations."""
    for clause in _CLAUSES:
        if maker.chance(0.7):
            day = maker.before(500) if maker.chance(0.8) else maker.within()
            maker.add("attestations", clause=clause, attested=day.isoformat(), by="director",
                      statement=maker.mostly("So it is.", "rests on 4.11 and 5.2", ""),
                      count=maker.one(("", "3", "41")), document=maker.mostly("a.pdf", ""))  # fmt: skip
    for _ in range(3):
        maker.add("closed_days", day=maker.within().isoformat(), name="",
                  status=maker.mostly("closed", "open"))  # fmt: skip
    turn = maker.within()
    grants = {"grants_removal": "yes", "grants_block": maker.one(("yes", "no"))}
    maker.add("reason_codes", code="OLD", clause="4.8b", **grants, context_dependent="no",
              start="2022-01-01", end=(turn - DAY).isoformat())  # fmt: skip
    maker.add("reason_codes", code="NEW", clause="4.9c", **grants, context_dependent="",
              start=turn.isoformat(), end="")  # fmt: skip
    maker.add("reason_codes", code="4.2", clause="4.2", grants_removal="unclear",
              grants_block="no", start="", end=maker.mostly("", turn.isoformat()))  # fmt: skip
    for control in ("RM-01", "BL-01"):
        start = maker.before(200)
        maker.add("waivers", control=control, items=maker.mostly("a90", "a91;a92"), reason="known",
                  approved_by="Board", second_approver="", approved=start.isoformat(),
                  start=start.isoformat(), expires=(start + 300 * DAY).isoformat())  # fmt: skip
    maker.add("corrections", sheet="dmca_notices", key="n21", by="director", why="void",
              corrected=maker.when(maker.moment()))  # fmt: skip
