"""The episodes that the story tells one by one: posts, removals, and rows told as they stand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sample_data.generator.identity import new_post_id
from sample_data.generator.readers_voice import add_reply
from sample_data.generator.removing import Removal, digest, remove
from sample_data.generator.unwelcome import latest_post
from sample_data.generator.world import NUMBERED, Post

if TYPE_CHECKING:
    from sample_data.generator.story import Row
    from sample_data.generator.world import World

_ACT_CELLS = ("source", "filter_rule", "notice_no", "reason")
_AS_TOLD = (
    "judgments",
    "sightings",
    "concerns",
    "appeals",
    "message_threads",
    "incidents",
    "partner_posts",
)
_SIMPLE = (
    "channels",
    "people",
    "roles",
    "team",
    "designations",
    "logins",
    "closed_days",
    "reason_codes",
    "filter_rules",
    "partners",
    "attestations",
    "waivers",
    "corrections",
)


def tell_episodes(world: World) -> None:
    """Add the told posts of the library, the told comments and removals, and told replies."""
    for row in world.story.rows("own_post"):
        _own_post(world, row)
    for row in world.story.rows("episode"):
        tell_episode(world, row)
    for row in world.story.rows("staff_reply"):
        question = world.posts[world.resolve(row["parent"])]
        reply = add_reply(world, question, row["author"], row["posted"], row["text"])
        world.names[f"@post:{row['name']}"] = reply.post


def _own_post(world: World, row: Row) -> None:
    post = Post(
        post=new_post_id(world, row["channel"], row["posted"]),
        channel=row["channel"],
        kind="staff",
        author=row["author"],
        posted=row["posted"],
        text=row["text"],
    )
    world.scripted_posts.add(world.add_post(post, row["name"]).post)


def tell_episode(world: World, row: Row) -> str:
    """Add one told comment and, if it was removed, the acts that followed."""
    comment = _told_comment(world, row)
    world.scripted_posts.add(comment.post)
    if "action" not in row:
        return ""
    automatic = row.get("source") == "automation"
    removal = Removal(
        post=comment,
        action=row["action"],
        acted=row["acted"],
        login=row["login"],
        code=row.get("code", ""),
        more={cell: row[cell] for cell in _ACT_CELLS if cell in row},
        capture=timedelta(seconds=40) if automatic else timedelta(minutes=-6),
        copied=row.get("copy") != "none",
        copy_more=_copy_more(world, row),
    )
    act = remove(world, removal, row["name"])
    if "restored" in row:
        _restore(world, comment, row)
    return act


def _copy_more(world: World, row: Row) -> Row:
    if "file" not in row:
        return {}
    world.copies[row["file"]] = row["text"]
    return {"file": row["file"], "sha256": digest(row["text"])}


def _told_comment(world: World, row: Row) -> Post:
    parent = latest_post(world, row["channel"], row["posted"])
    comment = Post(
        post=new_post_id(world, row["channel"], row["posted"], parent.post),
        channel=row["channel"],
        kind="public",
        author=row["author"],
        posted=row["posted"],
        text=row["text"],
        parent=parent.post,
        root=parent.root or parent.post,
        links=tuple(row.get("links", ())),
        flags=tuple(row.get("flags", ())),
        held=row.get("held", False),
    )
    return world.add_post(comment, row["name"])


def _restore(world: World, comment: Post, row: Row) -> None:
    restored: Row = {
        "acted": row["restored"],
        "channel": comment.channel,
        "action": "restore" if row["action"] == "delete" else "unhide",
        "post": comment.post,
        "user": comment.author,
        "login": row["login"],
        "source": "staff",
        "reason": "Shown again",
        "notice_no": row.get("notice_no", ""),
    }
    world.add("actions", restored, f"{row['name']}-restored")


def tell_rows(world: World) -> None:
    """Add the rows that stand in the story as they stand in a sheet."""
    for sheet in (*_SIMPLE, *_AS_TOLD, "actions"):
        for row in world.story.rows(sheet):
            world.add(sheet, _as_told(world, sheet, row), row.get("name", ""))
    _attest(world)


def _attest(world: World) -> None:
    told = world.story.settings["records.attested"]
    clauses = [{"clause": clause, "statement": told["statement"]} for clause in told["clauses"]]
    for day in told["quarters"]:
        document = f"attestations/{day.year}-Q{(day.month + 2) // 3}.pdf"
        for row in (*world.story.rows("quarterly_attestations"), *clauses):
            dated = {"attested": day, "by": told["by"], "document": document}
            world.add("attestations", {**row, **dated})


def _as_told(world: World, sheet: str, row: Row) -> Row:
    numbered = sheet in NUMBERED
    told = {cell: value for cell, value in row.items() if cell != "name" or not numbered}
    if "post" in told:
        told["post"] = world.resolve(told["post"])
    return told
