"""Everything that happens in the invented library while it is being told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from sample_data.generator.story import Row, Story


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sheet whose rows get running numbers in the order of a time."""

    name: str
    key: str
    form: str
    time: str


NUMBERED = {
    "actions": Numbered("act", "action_no", "A-2026-{:04}", "acted"),
    "evidence": Numbered("evidence", "evidence", "EV-2026-{:04}", "captured"),
    "concerns": Numbered("concern", "concern", "C-2026-{:03}", "received"),
    "investigations": Numbered("investigation", "case_no", "INV-2026-{:02}", "opened"),
    "appeals": Numbered("appeal", "appeal", "AP-2026-{:02}", "received"),
    "message_threads": Numbered("thread", "thread", "T-2026-{:03}", "received"),
    "incidents": Numbered("incident", "incident", "IN-2026-{:02}", "aware"),
    "partner_posts": Numbered("partner_post", "partner_post", "PP-2026-{:02}", "posted"),
}


@dataclass(frozen=True, slots=True)
class Post:
    """A post, comment or reply. `held` ones were never public."""

    post: str
    channel: str
    kind: str
    author: str
    posted: datetime
    text: str
    parent: str = ""
    root: str = ""
    links: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    scheduled: datetime | None = None
    held: bool = False
    title: str = ""


@dataclass(slots=True)
class World:
    """Posts, rows of every sheet, names for what gets its number later, and what was planted."""

    story: Story
    posts: dict[str, Post] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    copies: dict[str, str] = field(default_factory=dict)
    ordinary: list[Post] = field(default_factory=list)
    scripted_posts: set[str] = field(default_factory=set)

    def add(self, sheet: str, row: Row, name: str = "") -> str:
        """Add a row to a sheet; a numbered sheet gives back the name to refer to it by."""
        rows = self.rows.setdefault(sheet, [])
        if sheet not in NUMBERED:
            rows.append(row)
            return ""
        numbered = NUMBERED[sheet]
        token = f"@{numbered.name}:{name or len(rows)}"
        if any(token == other[numbered.key] for other in rows):
            raise ValueError(f"{token} is told twice")
        rows.append({**row, numbered.key: token})
        return token

    def add_post(self, post: Post, name: str = "") -> Post:
        """Add a post; `name` lets the story refer to it as @post:name."""
        if post.post in self.posts:
            raise ValueError(f"{post.post} is told twice")
        self.posts[post.post] = post
        if name:
            self.names[f"@post:{name}"] = post.post
        self.texts.add(post.text.casefold())
        return post

    def resolve(self, reference: str) -> str:
        """Return the id of a post that may be given by its story name."""
        return self.names[reference] if reference.startswith("@post:") else reference

    def person(self, login: str) -> str:
        """Return the person behind a login, the first one of a shared login."""
        rows = self.story.rows("logins")
        return str(next(row["person"] for row in rows if row["login"] == login))
