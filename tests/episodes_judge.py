"""Episodes of removal and of blocking in plain Python: a walk through the history of one thing.

The walk knows CS-9, CS-10 and CS-18: the first effective act of the library opens an episode,
later ones join it, the first return to public view after it ends it; what the author or the
platform does is no removal of the library; an exported act that the log holds too is the same act.
Acts of one instant stand in the order of the log: its sequence, then its numbering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

MATCH = timedelta(seconds=120)
REMOVING = {"hide", "delete", "hold_reject", "unpublish"}
RETURNING = {"unhide", "restore", "hold_release"}
BLOCKING = {"block", "remove_member"}
Episode = tuple[str, frozenset[str], datetime, datetime | None, bool]


@dataclass(frozen=True, slots=True)
class Act:
    """One row of the moderation log, or of an export."""

    key: str
    at: datetime
    action: str
    source: str = "staff"
    sequence: int = 0
    is_done: bool = True
    is_exported: bool = False

    @property
    def is_own(self) -> bool:
        """Say whether it is an act of the library."""
        return self.source in {"staff", "automation"}

    @property
    def place(self) -> tuple[datetime, int, int, str]:
        """Return where it stands in time, and in the log among acts of one instant."""
        return self.at, self.sequence, len(self.key), self.key


@dataclass(frozen=True, slots=True)
class Thing:
    """A post, or a user on a channel, with everything that was done to it and seen of it."""

    key: str
    acts: tuple[Act, ...]
    kind: str = "public"
    is_held: bool = False
    seen: tuple[tuple[datetime, str], ...] = ()

    def counted(self) -> list[Act]:
        """Return the effective acts in order, without exported copies of logged ones (CS-18)."""
        copies = {c.key for a in self.acts for c in self.same(a) if c is not a}
        kept = [act for act in self.acts if act.key not in copies]
        return sorted((act for act in kept if act.is_done), key=lambda act: act.place)

    def same(self, act: Act) -> list[Act]:
        """Return an act and, if it is the log's, the exported rows that are the same act."""
        near = [a for a in self.acts if a.is_exported and abs(a.at - act.at) <= MATCH]
        copies = [a for a in near if a.action == act.action and not act.is_exported]
        return [act, *copies]

    def takes(self, act: Act) -> bool:
        """Say whether an act takes the item out of public view."""
        if act.action == "comment_lock":
            return any(
                state == "hidden" and act.at < seen and not self.others(act, seen)
                for seen, state in self.seen
            )
        if act.action == "hold_reject" and (self.is_held or not self.kind):
            shown = any(state == "visible" and seen <= act.at for seen, state in self.seen)
            returns = [a for a in self.counted() if a.action in RETURNING]
            return shown or any(a.at < act.at for a in returns)
        return act.action in REMOVING - ({"unpublish"} if not self.kind else set())

    def others(self, lock: Act, seen: datetime) -> list[Act]:
        """Return what else, between a lock and a capture, decided what the capture shows."""
        acts = [a for a in self.counted() if a.action in REMOVING | RETURNING]
        return [a for a in acts if lock.at <= a.at <= seen]


def walk(
    acts: Iterable[Act], opens: Callable[[Act], bool], closes: Callable[[Act], bool]
) -> list[Episode]:
    """Return the episodes of one history: opener, acts, beginning, end."""
    found: list[Episode] = []
    joined: list[Act] = []
    for act in acts:
        if closes(act):
            found.extend(_episode(joined, act.at))
            joined = []
        elif act.is_own and opens(act):
            joined.append(act)
    return found + _episode(joined, None)


def _episode(joined: list[Act], end: datetime | None) -> list[Episode]:
    keys = frozenset(act.key for act in joined)
    return [(joined[0].key, keys, joined[0].at, end, True)] if joined else []


def removals(post: Thing) -> list[Episode]:
    """Return the episodes of one post, and each removal that was not the library's."""
    if post.kind == "staff":
        return []
    acts = post.counted()
    others: list[Episode] = [
        (act.key, frozenset(copy.key for copy in post.same(act)), act.at, None, False)
        for act in acts
        if not act.is_own and act.action in REMOVING
    ]
    return others + walk(acts, post.takes, lambda act: act.action in RETURNING)


def blocks(user: Thing) -> list[Episode]:
    """Return the block episodes of one user on one channel; only the opener is named."""
    episodes = walk(
        user.counted(), lambda act: act.action in BLOCKING, lambda act: act.action == "unblock"
    )
    return [(opener, frozenset(), start, end, own) for opener, _, start, end, own in episodes]
