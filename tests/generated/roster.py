"""Who there is: channels, people, positions, designations, logins and what access they have."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tests.generated.maker import DAY, Maker, midnight

CHANNELS = ("fb", "x", "blog", "joined", "new")
LASTING = "director"
EMPLOYEES = ("assist", "resource", "deputy", "teamer", "leaver", "nobody", "second")
LOGINS = {
    LASTING: "l-director", "assist": "l-assist", "resource": "l-resource", "deputy": "l-deputy",
    "teamer": "l-teamer", "leaver": "l-leaver", "nobody": "l-nobody", "second": "l-second",
    "helper": "l-helper",
}  # fmt: skip
STAFF_LOGINS = (
    "l-assist", "l-director", "l-deputy", "l-teamer", "l-resource", "l-leaver", "l-nobody",
    "l-helper", "l-shared", "l-second", "l-ghost",
)  # fmt: skip
LEVELS = ("full", "partial", "content", "community", "messages", "ads", "insights", "owner_email")


def make_roster(maker: Maker) -> None:
    """Add the register of channels, the people and everything that gives them authority."""
    _channels(maker)
    _people(maker)
    _positions(maker)
    _designations(maker)
    _logins(maker)
    for channel in CHANNELS:
        _access(maker, channel)
    _left(maker)


def _channels(maker: Maker) -> None:
    early = maker.before(900).isoformat()
    fixed = {"opened": early, "comments": maker.mostly("open", "premoderated", "closed")}
    library = {"owner_role": "executive_director", **fixed}
    maker.add("channels", channel="fb", platform="facebook", kind="platform_hosted", handle="ecrl",
              url="https://facebook.com/ecrl", **{**library, "comments": "open"})  # fmt: skip
    maker.add("channels", channel="x", platform="x", kind="platform_hosted", handle="ecrl_x",
              url="https://x.com/ecrl", **library)  # fmt: skip
    maker.add("channels", channel="blog", platform="wordpress", handle="ecrl blog",
              kind=maker.mostly("self_hosted", "platform_hosted"), url="https://blog.ecrlib.org",
              **{**library, "comments": "open"})  # fmt: skip
    maker.add("channels", channel="joined", platform="nextdoor", kind="community_joined",
              handle="ecrl", url="", **fixed)  # fmt: skip
    opened = maker.within()
    closed = maker.within() if maker.chance(0.4) else None
    maker.add("channels", channel="new", platform=maker.one(("instagram", "discord", "youtube")),
              kind="platform_hosted", handle=maker.one(("ecrl_new", "ecrl")), comments="open",
              url="https://new.example.org", opened=opened.isoformat(),
              owner_role=maker.one(("programming_librarian", "", "assistant_director")),
              closed=closed.isoformat() if closed and closed > opened else "")  # fmt: skip
    if maker.chance(0.3):
        maker.add("channels", channel="twin", platform="facebook", kind="platform_hosted",
                  handle="ecrl", url="", **library)  # fmt: skip


def _people(maker: Maker) -> None:
    maker.add("people", person=LASTING, name="Dana Lasting", kind="employee", start="2019-01-01")
    boss = {"supervisor": LASTING, "start": maker.before(700).isoformat()}
    for person in EMPLOYEES:
        ended = person == "leaver" or maker.chance(0.1)
        maker.add("people", person=person, name=f"Name {person.title()}", kind="employee", **boss,
                  end=maker.within().isoformat() if ended else "")  # fmt: skip
    if maker.chance(0.3):
        maker.add("people", person="late", name="Late", kind="employee", **boss,
                  end=(maker.run.last - maker.dice.choice((0, 1, 2)) * DAY).isoformat())  # fmt: skip
    maker.add("people", person="helper", kind="volunteer", name="", start=boss["start"])
    maker.add("people", person="board", kind="board", name="Bo Ard", start="2015-01-01")
    if maker.chance(0.3):
        again = maker.run.last - maker.dice.randint(0, 20) * DAY
        kind = maker.one(("employee", "contractor"))
        maker.add("people", person="leaver", name="", kind=kind, start=again.isoformat())


def _positions(maker: Maker) -> None:
    maker.add("roles", person=LASTING, role="executive_director", title="Executive Director",
              acting="no", start="2019-01-01", end="")  # fmt: skip
    for person, role in (
        ("assist", "assistant_director"), ("resource", "resource_librarian"),
        ("second", "programming_librarian"), ("second", "assistant_director"),
        ("nobody", "other"),
    ):  # fmt: skip
        start = maker.before(400) if maker.chance(0.8) else maker.within()
        end = maker.within() if maker.chance(0.3) else None
        maker.add("roles", person=person, role=role, acting=maker.one(("", "no", "no", "yes")),
                  title=maker.one(("", "", role.replace("_", " "), "Chief of Fun")),
                  start=start.isoformat(), end=end.isoformat() if end else "")  # fmt: skip
    for person in ("teamer", "leaver", "deputy"):
        maker.add("team", person=person, start=maker.before(300).isoformat(),
                  end=maker.within().isoformat() if maker.chance(0.2) else "")  # fmt: skip


def _designations(maker: Maker) -> None:
    for place in range(5):
        start = maker.before(100) if maker.chance(0.6) else maker.within()
        recorded = midnight(start) + maker.dice.choice((-2 * DAY, timedelta(hours=9), 5 * DAY))
        end = start + maker.dice.choice((20, 60, 200)) * DAY if maker.chance(0.6) else None
        maker.add(
            "designations", designation=f"d{place}", start=start.isoformat(),
            designee=maker.one(("deputy", "deputy", "helper", "leaver", "second")),
            designated_by=maker.mostly(LASTING, "assist", "deputy", "helper", "stranger"),
            powers=maker.one(("all", "remove;respond", "block;remove", "permission;settings", "")),
            channels=maker.one(("all", "all", "fb;x", "blog", "")),
            end=end.isoformat() if end else "",
            revoked=maker.perhaps(0.15, maker.moment()), recorded=maker.when(recorded),
            document=maker.mostly(f"designations/d{place}.pdf", ""),
        )  # fmt: skip


def _logins(maker: Maker) -> None:
    for person, login in LOGINS.items():
        maker.add("logins", login=login, channel=maker.mostly("", "fb"), person=person,
                  kind=maker.mostly("human", "shared") if person != LASTING else "human",
                  start=maker.mostly("", maker.within().isoformat()), end="")  # fmt: skip
    for person in ("assist", "teamer", "resource")[: maker.dice.randint(1, 3)]:
        maker.add("logins", login="l-shared", channel="", kind="shared", person=person)
    maker.add("logins", login="l-bot", channel="fb", kind="automation")
    maker.add("logins", login="l-meta", channel="", kind="platform")
    reviewed = (maker.run.last - maker.dice.choice((10, 300, 366, 367)) * DAY).isoformat()
    maker.add("logins", login="l-app", channel="x", kind="third_party_app",
              person=maker.mostly("assist", ""), approved_by=maker.mostly("assist", ""),
              reviewed=maker.mostly(reviewed, ""))  # fmt: skip
    maker.add("logins", login="l-odd", channel="", kind="unknown", person="")
    if maker.chance(0.3):
        maker.add("logins", login="l-nobody", channel="blog", kind="human", person="deputy")


def _access(maker: Maker, channel: str) -> None:
    """Check the access to a channel every month or so, with changes in between."""
    day = maker.run.first - maker.dice.randint(1, 35) * DAY
    present = {
        login: maker.one(("full", "full", *LEVELS))
        for login in ("l-director", *maker.dice.sample(STAFF_LOGINS, 4), "l-app")
    }
    while day <= maker.run.last:
        _check(maker, channel, f"c{day:%m%d}", midnight(day) + timedelta(hours=15), present)
        login = maker.one(STAFF_LOGINS)
        old = present.pop(login, "")
        if not old or maker.chance(0.4):
            present[login] = maker.one(LEVELS)
        if maker.chance(0.8):
            _change(maker, channel, login, old, present.get(login, ""))
        day += maker.dice.choice((20, 30, 35, 36, 50)) * DAY


def _left(maker: Maker) -> None:
    """Show what access somebody who left still had on the days after, and take it away."""
    for row in [row for row in maker.tables["people"] if row.get("end")]:
        login = LOGINS.get(row["person"], "l-late")
        last = midnight(date.fromisoformat(row["end"]))
        for days in maker.dice.sample((0, 1, 2, 4), 2):
            there = {"l-director": "full"} if maker.chance(0.4) else {login: "full"}
            _check(maker, "fb", f"c-{login}-{days}", last + days * DAY + timedelta(hours=9), there)
        if maker.chance(0.6):
            when = last + maker.dice.choice((0, 1, 2, 5)) * DAY + timedelta(hours=12)
            maker.add("access_changes", changed=maker.when(when), channel="fb", change="revoke",
                      login=login, old_level="full", new_level="", changed_by="l-director")  # fmt: skip


def _check(maker: Maker, channel: str, check: str, at: datetime, present: dict[str, str]) -> None:
    stamp = f"{at:%Y-%m-%dT%H:%M:%SZ}"
    complete = maker.mostly("yes", "yes", "no", "unclear")
    shared = {"check": check, "checked": stamp, "checked_by": "assist", "channel": channel}
    if not present:
        maker.add("access_checks", **shared, complete=complete, login="", level="")
    for login, level in present.items():
        maker.add("access_checks", **shared, complete=complete, login=login, level=level)


def _change(maker: Maker, channel: str, login: str, old: str, new: str) -> None:
    change = "level" if old and new else "grant" if new else "revoke"
    maker.add("access_changes", changed=maker.when(maker.moment()), channel=channel, change=change,
              login=maker.mostly(login, ""), old_level=old, new_level=maker.mostly(new, ""),
              changed_by=maker.one(("l-director", "l-director", "l-meta", *STAFF_LOGINS)))  # fmt: skip
    if maker.chance(0.3):
        other = maker.one(("open_account", "close_account", "rename", "setting", "filter"))
        maker.add("access_changes", changed=maker.when(maker.moment()), channel=channel,
                  change=other, login="", changed_by=maker.one((*STAFF_LOGINS, "")))  # fmt: skip
