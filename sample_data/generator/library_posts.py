"""What the library publishes: its plan for each channel over nine months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sample_data.generator.clock import FIRST_DAY, LAST_DAY, at, days
from sample_data.generator.dice import Dice
from sample_data.generator.identity import new_post_id
from sample_data.generator.wording import fill, topics_of
from sample_data.generator.world import Post

if TYPE_CHECKING:
    from datetime import datetime

    from sample_data.generator.story import Row
    from sample_data.generator.world import World

FACEBOOK_EXPORT_ENDS = date(2026, 7, 1)
_NOON = 12
_TEAM_LEAVES = {"treyes": date(2026, 8, 13), "rmedina": date(2026, 12, 31)}
_TEAM_JOINS = {"rmedina": date(2026, 7, 22)}


@dataclass(frozen=True, slots=True)
class Plan:
    """On which weekdays a channel gets a post, and by whose login."""

    channel: str
    weekdays: tuple[int, ...]
    logins: tuple[str, ...]


PLANS = (
    Plan("fb-page", (2, 4), ("afalk", "jkowalczyk", "treyes", "afalk", "rmedina", "isobczak")),
    Plan("x-account", (1, 4), ("afalk",)),
    Plan("ig-account", (3,), ("afalk", "jkowalczyk", "queuepost", "treyes", "rmedina")),
    Plan("blog", (2,), ("jkowalczyk", "ekivela", "treyes", "isobczak", "jkowalczyk", "dokonkwo")),
)
_WEBSITE_LOGINS = ("dokonkwo", "isobczak", "afalk")


def tell_library_posts(world: World) -> None:
    """Add the ordinary posts of the library, in time order."""
    dice = Dice("library posts")
    for day in days(FIRST_DAY, LAST_DAY):
        for plan in PLANS:
            if day.weekday() in plan.weekdays:
                _publish(world, plan.channel, day, _login(plan, day), dice)
        if day.day in (1, 15):
            login = _WEBSITE_LOGINS[(2 * day.month + day.day // 15) % len(_WEBSITE_LOGINS)]
            _publish(world, "website", day, login, dice)


def _login(plan: Plan, day: date) -> str:
    here = [
        login
        for login in plan.logins
        if _TEAM_JOINS.get(login, FIRST_DAY) <= day <= _TEAM_LEAVES.get(login, day)
    ]
    return here[day.toordinal() // 2 % len(here)]


def _publish(world: World, channel: str, day: date, login: str, dice: Dice) -> None:
    words = world.story.settings["words"]
    topic = dice.pick(topics_of(words, day.month))
    posted = at(day, dice.between(9, 16), dice.below(60))
    title = fill(topic["title"], words["slot"], dice) if channel == "blog" else ""
    unnamed = channel == "fb-page" and day <= FACEBOOK_EXPORT_ENDS
    post = Post(
        post=new_post_id(world, channel, posted),
        channel=channel,
        kind="staff",
        author="" if unnamed else login,
        posted=posted,
        text=_text(topic, words, dice),
        scheduled=_scheduled(channel, login, posted, dice),
        title=title,
    )
    world.ordinary.append(world.add_post(post, "unnamed" if unnamed else ""))


def _text(topic: Row, words: Row, dice: Dice) -> str:
    text = fill(dice.pick(topic["post"]), words["slot"], dice)
    return (
        f"{text}\n\nMore at www.lakesandpines.example/{topic['name'].replace(' ', '-')}"
        if dice.percent(35)
        else text
    )


def _scheduled(channel: str, login: str, posted: datetime, dice: Dice) -> datetime | None:
    if channel != "ig-account" or login != "afalk" or posted.hour >= _NOON:
        return None
    return posted - timedelta(days=dice.between(1, 3), minutes=dice.below(90))
