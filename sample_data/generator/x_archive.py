"""The archive of the X account: JavaScript files with a manifest that counts their records."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sample_data.generator.clock import at
from sample_data.generator.exports import ExportFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sample_data.generator.world import Post, World

_ACCOUNT = "2957301846"
_HANDLE = "LakesPinesLib"
_MADE = datetime(2026, 10, 5, 14, 22, 9, tzinfo=UTC)
_FOLDER = "exports/x-account/data"
_SOURCE = '<a href="https://x.example" rel="nofollow">X Web App</a>'
_DELETED = (
    (
        datetime(2026, 10, 1, 15, 4, 11, tzinfo=UTC),
        "Bookmobile stops for Thursday: Cedar Bay at 10, fairgrounds at 2.",
    ),
    (
        datetime(2026, 10, 2, 20, 31, 40, tzinfo=UTC),
        "Reading room closes at 4 today. Correction follows.",
    ),
)


def x_archive(world: World) -> list[ExportFile]:
    """Return the files of the archive, the manifest first."""
    posts = [
        post
        for post in world.posts.values()
        if post.channel == "x-account" and post.kind == "staff"
    ]
    tweets = [_tweet(post) for post in sorted(posts, key=lambda post: post.posted, reverse=True)]
    blocked = sorted({row["user"] for row in world.rows["block_lists"] if _still_blocked(row)})
    parts: dict[str, Sequence[Any]] = {
        "account": [{"account": _account()}],
        "tweets": tweets,
        "deleted-tweets": [_deleted(moment, text) for moment, text in _DELETED],
        "block": [{"blocking": _user(user.removeprefix("x:"))} for user in blocked],
        "mute": [{"muting": _user("1166002917334")}],
    }
    files = [_part(name, records) for name, records in parts.items()]
    return [_manifest(parts), *files]


def _still_blocked(row: dict[str, Any]) -> bool:
    return bool(row["channel"] == "x-account" and row["check"] == "BK-2026-09-30" and row["user"])


def _account() -> dict[str, str]:
    return {
        "email": "social@lakesandpines.example",
        "createdVia": "web",
        "username": _HANDLE,
        "accountId": _ACCOUNT,
        "createdAt": "2015-02-02T16:11:05.000Z",
        "accountDisplayName": "Lakes & Pines Library",
    }


def _tweet(post: Post) -> dict[str, Any]:
    number = post.post.removeprefix("x:")
    record = _bare_tweet(number, post.posted, post.text)
    if post.parent:
        record["in_reply_to_status_id_str"] = post.parent.removeprefix("x:")
        record["in_reply_to_status_id"] = record["in_reply_to_status_id_str"]
    return {"tweet": record}


def _bare_tweet(number: str, posted: datetime, text: str) -> dict[str, Any]:
    return {
        "edit_info": {
            "initial": {"editTweetIds": [number], "editsRemaining": "5", "isEditEligible": False}
        },
        "retweeted": False,
        "source": _SOURCE,
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", str(len(text))],
        "favorite_count": str(len(text) % 17),
        "id_str": number,
        "truncated": False,
        "retweet_count": str(len(text) % 4),
        "id": number,
        "possibly_sensitive": False,
        "created_at": posted.astimezone(UTC).strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "favorited": False,
        "full_text": text,
        "lang": "en",
    }


def _deleted(moment: datetime, text: str) -> dict[str, Any]:
    record = _bare_tweet(_number(moment), moment, text)
    return {"tweet": record | {"deleted_at": _iso(moment.replace(minute=moment.minute + 5))}}


def _number(moment: datetime) -> str:
    return str((int(moment.timestamp() * 1000) - 1288834974657) << 22)


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _user(number: str) -> dict[str, str]:
    return {"accountId": number, "userLink": f"https://x.example/intent/user?user_id={number}"}


def _part(name: str, records: Sequence[Any]) -> ExportFile:
    body = json.dumps(records, ensure_ascii=False, indent=2)
    return ExportFile(
        f"{_FOLDER}/{name}.js", f"window.YTD.{_global(name)}.part0 = {body}\n", len(records)
    )


def _global(name: str) -> str:
    return name.replace("-", "_")


def _manifest(parts: dict[str, Sequence[Any]]) -> ExportFile:
    config = {
        "userInfo": {
            "accountId": _ACCOUNT,
            "userName": _HANDLE,
            "displayName": "Lakes & Pines Library",
        },
        "archiveInfo": {
            "sizeBytes": "1048576",
            "generationDate": _iso(_MADE),
            "isPartialArchive": False,
        },
        "readmeInfo": {"fileName": "data/README.txt", "directory": "data/", "name": "README.txt"},
        "dataTypes": {_camel(name): _declared(name, records) for name, records in parts.items()},
    }
    text = f"window.__THAR_CONFIG = {json.dumps(config, ensure_ascii=False, indent=2)}\n"
    return ExportFile(f"{_FOLDER}/manifest.js", text, 1, at(_MADE.date(), 9))


def _declared(name: str, records: Sequence[Any]) -> dict[str, Any]:
    file = {
        "fileName": f"data/{name}.js",
        "globalName": f"YTD.{_global(name)}.part0",
        "count": str(len(records)),
    }
    return {"files": [file]}


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)
