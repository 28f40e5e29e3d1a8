"""Copyright cases: notices of every venue, their steps, counter-notices, agent and pages."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.generated.maker import DAY, Maker, Row

_ELEMENTS = (
    "signature", "work_identified", "material_located", "contact", "good_faith",
    "accuracy_under_perjury",
)  # fmt: skip
_COUNTER = (
    "signature", "material_located", "good_faith_under_perjury", "name_address_phone",
    "consent_to_jurisdiction", "accepts_service",
)  # fmt: skip
_AGENT = {"agent": "Dana Lasting", "address": "1 Main St", "phone": "320-555-0100",
          "email": "dmca@ecrlib.org"}  # fmt: skip


def make_copyright(maker: Maker) -> None:
    """Add the agent's filings, what the sites show, and some two dozen cases."""
    _agent(maker)
    for number in range(26):
        _case(maker, f"n{number + (number > 20)}")


def _agent(maker: Maker) -> None:
    run = maker.run
    days = (run.first - maker.dice.randint(1000, 1150) * DAY, maker.within())
    kinds = ("new", maker.one(("resubmit", "amend", "terminate")))
    for filed, kind in zip(days, kinds, strict=True):
        maker.add("dmca_agent", filed=filed.isoformat(), kind=kind, provider="ECRL", **_AGENT,
                  alternate_names=maker.one(("", "ECRL blog;blog.ecrlib.org", "ecrlib.org", "ECRL blog")))  # fmt: skip
    for _ in range(4):
        at = maker.moment()
        shown = {name: maker.mostly(value, "", "PO Box 1") for name, value in _AGENT.items()}
        if maker.chance(0.5):
            shown = dict(_AGENT)
        maker.add("dmca_agent_pages", checked=maker.when(at), channel="blog", **shown,
                  repeat_infringer_rule=maker.mostly("yes", "no", ""),
                  test_message_sent=maker.perhaps(0.5, at),
                  test_message_answered=maker.perhaps(0.4, maker.later(at)))  # fmt: skip


def _filled(maker: Maker, names: tuple[str, ...]) -> dict[str, str]:
    if maker.chance(0.55):
        return dict.fromkeys(names, "yes")
    return {name: maker.mostly("yes", "no", "no", "unclear", "") for name in names}


def _case(maker: Maker, number: str) -> None:
    received = maker.moment()
    agent_at = maker.later(received, soon=True) if maker.chance(0.3) else received
    venue = maker.one(("A", "A", "A", "A2", "A2", "A3", "B", "C"))
    posts = [row for row in maker.tables["posts"] if row["author_kind"] == "public"]
    own = [row for row in maker.tables["posts"] if row["author_kind"] == "staff"]
    about = own if venue in ("A3", "B") else posts
    items = maker.dice.sample(about, maker.dice.choice((0, 1, 1, 2)))
    maker.add(
        "dmca_notices", notice_no=number, venue=venue, received=maker.when(received),
        channel=maker.mostly("blog" if venue == "A" else "fb", ""), via="email",
        received_by_agent=maker.perhaps(0.9, agent_at), claimant="Claimant Person",
        work=maker.mostly("a photograph", "representative list of photographs"),
        **_filled(maker, _ELEMENTS), assessed=maker.perhaps(0.8, maker.later(agent_at, soon=True)),
        assessed_by="director", override_reason=maker.mostly("", "read together"),
        retracted=maker.perhaps(0.1, maker.later(agent_at)),
        signed_by=maker.mostly("director", "helper", "") if venue in ("B", "C") else "",
        fair_use_considered=maker.mostly("yes", "no", "") if venue == "C" else "",
        document=maker.mostly("notice.pdf", ""),
        **{"class": maker.one(("complete", "complete", "curable", "defective", ""))},
    )  # fmt: skip
    for row in items:
        maker.add("dmca_items", notice_no=number, post=maker.mostly(row["post"], "gone"),
                  user=maker.mostly("repeat-user", row["author"], ""), url="")  # fmt: skip
    _steps(maker, number, items, agent_at)


def _steps(maker: Maker, number: str, items: list[Row], at: datetime) -> None:
    """Let a case take its course: some steps late, some missing, some in the wrong order."""
    disabled = maker.later(at, soon=True)
    for row in items:
        if maker.chance(0.8):
            _step(maker, number, maker.mostly("disabled", "partial"), disabled, post=row["post"])
            maker.add("evidence", evidence=maker.key("e"), post=row["post"], file="copies/y.png",
                      captured=maker.when(disabled - timedelta(hours=1)))  # fmt: skip
    for event in ("contacted_sender", "cured", "subscriber_notified", "no_contact_route",
                  "routed_to_platform", "independent_ground", "terminated", "decision_recorded",
                  "retracted"):  # fmt: skip
        usual = event in ("subscriber_notified", "contacted_sender")
        if maker.chance(0.5 if usual else 0.12):
            _step(maker, number, event, maker.later(at, soon=True))
    if maker.chance(0.45):
        _countered(maker, number, items, maker.later(disabled))
    if maker.chance(0.5):
        _step(maker, number, "closed", maker.later(disabled) + 20 * DAY)


def _step(maker: Maker, number: str, event: str, at: datetime, **known: str) -> None:
    document = maker.mostly("step.pdf", "", "error found, counsel asked, misrepresentation")
    maker.add("dmca_events", notice_no=number, event=event, happened=maker.when(at),
              by=maker.mostly("director", "helper", ""), document=document, **known)  # fmt: skip


def _countered(maker: Maker, number: str, items: list[Row], at: datetime) -> None:
    maker.add("dmca_counter_notices", counter_no=maker.key("cn"), notice_no=number,
              post=maker.mostly("", items[0]["post"] if items else "", "gone"),
              received_by_agent=maker.when(at), **_filled(maker, _COUNTER),
              assessed=maker.perhaps(0.8, maker.later(at, soon=True)),
              withdrawn=maker.perhaps(0.1, maker.later(at)), document=maker.mostly("c.pdf", ""))  # fmt: skip
    if maker.chance(0.7):
        states = maker.mostly("yes", "no", "", "unclear")
        forwarded = maker.later(at, soon=True)
        _step(maker, number, "counter_forwarded", forwarded, states_ten_days=states)
    if maker.chance(0.15):
        _step(maker, number, "court_notice_received", at + maker.dice.randint(5, 25) * DAY)
    if maker.chance(0.75):
        days = maker.dice.choice((2, 13, 14, 15, 16, 18, 20, 21, 25, 40))
        post = maker.mostly("", *(row["post"] for row in items))
        _step(maker, number, "restored", at + days * DAY, post=post)
