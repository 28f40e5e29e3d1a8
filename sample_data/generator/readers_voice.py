"""What readers write below the posts, and what the library answers to their questions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sample_data.generator.clock import LAST_DAY, ZONE, at, next_shift
from sample_data.generator.dice import Dice
from sample_data.generator.identity import new_author, new_post_id
from sample_data.generator.wording import comment_text, fill, new_text, topics_of
from sample_data.generator.world import Post

if TYPE_CHECKING:
    from sample_data.generator.world import World

_PER_POST = {"fb-page": (1, 3), "x-account": (0, 2), "ig-account": (1, 3), "blog": (2, 4)}
_READERS = {"fb-page": 150, "x-account": 90, "ig-account": 90, "blog": 80}
_QUESTION_EVERY = {"fb-page": 5, "x-account": 12, "ig-account": 6, "blog": 6}
_ANSWERED_BY = {
    "fb-page": "jkowalczyk",
    "x-account": "afalk",
    "ig-account": "afalk",
    "blog": "ekivela",
}
_WAKING, _BEDTIME = 7, 22
_UNCOVERED_DAY = date(2026, 8, 15)
_LAST_MOMENT = at(LAST_DAY, 20)


def tell_comments(world: World) -> None:
    """Add ordinary comments and questions below the library's posts."""
    dice = Dice("comments")
    for number, post in enumerate(list(world.ordinary)):
        if post.channel == "website":
            continue
        for _ in range(dice.between(*_PER_POST[post.channel])):
            _comment(world, post, dice)
        if number % _QUESTION_EVERY[post.channel] == 0:
            _question(world, post, dice)


def _comment(world: World, post: Post, dice: Dice) -> None:
    posted = quiet_hours_kept(post.posted + _delay(dice), post.channel)
    if posted <= _LAST_MOMENT:
        topic = dice.pick(topics_of(world.story.settings["words"], post.posted.month))
        add_comment(
            world, post, a_reader(post.channel, dice), posted, comment_text(world, topic, dice)
        )


def _delay(dice: Dice) -> timedelta:
    longest = dice.weighted([(10, 55), (60, 25), (150, 14), (700, 6)])
    return timedelta(hours=dice.below(longest), minutes=dice.between(4, 59))


def a_reader(channel: str, dice: Dice) -> str:
    """Return one of the readers of a channel; some write far more often than others."""
    return new_author(channel, min(dice.below(_READERS[channel]), dice.below(_READERS[channel])))


def quiet_hours_kept(moment: datetime, channel: str) -> datetime:
    """Return a moment moved out of the night and out of the day that no capture covers."""
    if moment.hour < _WAKING:
        moment += timedelta(hours=_WAKING)
    if moment.hour >= _BEDTIME:
        moment += timedelta(hours=10)
    if channel == "ig-account" and moment.date() == _UNCOVERED_DAY:
        moment += timedelta(days=1)
    return moment


def add_comment(world: World, post: Post, author: str, posted: datetime, text: str) -> Post:
    """Add a public comment below a post."""
    comment = Post(
        post=new_post_id(world, post.channel, posted, post.post),
        channel=post.channel,
        kind="public",
        author=author,
        posted=posted,
        text=text,
        parent=post.post,
        root=post.post,
    )
    return world.add_post(comment)


def _question(world: World, post: Post, dice: Dice) -> None:
    words = world.story.settings["words"]
    posted = quiet_hours_kept(post.posted + _delay(dice), post.channel)
    answered = next_shift(posted, dice.below(100))
    if answered > _LAST_MOMENT.astimezone(ZONE):
        return
    question = Post(
        post=new_post_id(world, post.channel, posted, post.post),
        channel=post.channel,
        kind="public",
        author=a_reader(post.channel, dice),
        posted=posted,
        text=new_text(world, words["question"]["ask"], words["slot"], dice),
        parent=post.post,
        root=post.post,
        flags=("question",),
    )
    world.add_post(question)
    answer = fill(dice.pick(words["question"]["answer"]), words["slot"], dice)
    add_reply(world, question, _ANSWERED_BY[post.channel], answered, answer)


def add_reply(world: World, question: Post, login: str, posted: datetime, text: str) -> Post:
    """Add an answer of the library below a comment."""
    reply = Post(
        post=new_post_id(world, question.channel, posted, question.root),
        channel=question.channel,
        kind="staff",
        author=login,
        posted=posted,
        text=text,
        parent=question.post,
        root=question.root,
    )
    return world.add_post(reply)
