"""The content export of the Facebook page, as Meta Business Suite writes it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from sample_data.generator.dice import Dice
from sample_data.generator.exports import ExportFile

if TYPE_CHECKING:
    from sample_data.generator.world import Post, World

PAGE_NAME = "Lakes & Pines Regional Library"
_PAGE_ID = "100064811273095"
_PATH = "exports/fb-page/Jan-01-2026_Jul-01-2026_848120773.csv"
_COLUMNS = (
    "Post ID",
    "Page ID",
    "Page name",
    "Title",
    "Description",
    "Duration (sec)",
    "Publish time",
    "Caption type",
    "Permalink",
    "Is crosspost",
    "Is share",
    "Post type",
    "Languages",
    "Custom labels",
    "Funded content status",
    "Data comment",
    "Date",
    "Views",
    "Reach",
    "Reactions, Comments and Shares",
    "Reactions",
    "Comments",
    "Shares",
    "Total clicks",
    "Other Clicks",
    "Link Clicks",
)


def facebook_export(world: World) -> ExportFile:
    """Return the export of the first half-year: the posts whose author nobody wrote down."""
    posts = [post for post in world.posts.values() if post.channel == "fb-page" and _exported(post)]
    posts.sort(key=lambda post: post.posted, reverse=True)
    dice = Dice("business suite")
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    for post in posts:
        writer.writerow(_record(world, post, dice))
    return ExportFile(_PATH, stream.getvalue(), len(posts))


def _exported(post: Post) -> bool:
    return post.kind == "staff" and not post.author


def _record(world: World, post: Post, dice: Dice) -> list[str]:
    number = post.post.removeprefix("fb:")
    comments = sum(1 for other in world.posts.values() if other.root == post.post)
    reach, clicks, links = dice.between(210, 2400), dice.between(4, 60), dice.below(12)
    reactions, shares = dice.between(3, 90), dice.below(9)
    figures = (
        reach + dice.between(20, 400),
        reach,
        reactions + comments + shares,
        reactions,
        comments,
        shares,
    )
    kind = "Links" if "www." in post.text else dice.pick(("Photos", "Photos", "Text", "Videos"))
    duration = dice.between(14, 95) if kind == "Videos" else 0
    link = f"https://facebook.example/LakesAndPinesLibrary/posts/{number}"
    texts = (number, _PAGE_ID, PAGE_NAME, post.text.split(".")[0], post.text, duration)
    about = (f"{post.posted:%m/%d/%Y %H:%M}", "", link, 0, 0, kind, "", "", "", "", "Lifetime")
    return [str(cell) for cell in (*texts, *about, *figures, clicks + links, clicks, links)]
