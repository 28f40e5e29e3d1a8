"""The archive of the X account: a ZIP of JavaScript files and a manifest that counts them."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sample_data.generator.world import Post, World

_ACCOUNT = "2957301846"
_HANDLE = "LakesPinesLib"
_MADE = datetime(2026, 10, 5, 14, 22, 9, tzinfo=UTC)
_PATH = "exports/x-account/twitter-2026-10-05.zip"
_PACKED = (2026, 10, 5, 14, 22, 8)
_READABLE = 0o100644 << 16
_README = "This archive holds the data of @LakesPinesLib in the folder data.\n"
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


def x_archive(world: World) -> tuple[str, bytes]:
    """Return the path of the archive and its bytes; nothing in it is compressed."""
    parts = _parts(world)
    members = {
        "manifest": _manifest(parts),
        **{name: _script(f"YTD.{_global(name)}.part0", records) for name, records in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        _pack(archive, "data/README.txt", _README)
        for name, text in sorted(members.items()):
            _pack(archive, f"data/{name}.js", text)
    return _PATH, stream.getvalue()


def _pack(archive: zipfile.ZipFile, name: str, text: str) -> None:
    member = zipfile.ZipInfo(name, _PACKED)
    member.create_system = 3
    member.external_attr = _READABLE
    archive.writestr(member, text)


def _parts(world: World) -> dict[str, Sequence[Any]]:
    posts = [post for post in world.posts.values() if post.channel == "x-account"]
    own = sorted((post for post in posts if post.kind == "staff"), key=lambda post: post.posted)
    blocked = sorted({row["user"] for row in world.rows["block_lists"] if _still_blocked(row)})
    return {
        "account": [{"account": _account()}],
        "block": [{"blocking": _user(user.removeprefix("x:"))} for user in blocked],
        "deleted-tweets": [_deleted(moment, text) for moment, text in _DELETED],
        "direct-messages": [_conversation()],
        "mute": [{"muting": _user("1166002917334")}],
        "tweets": [_tweet(post) for post in reversed(own)],
    }


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


def _conversation() -> dict[str, Any]:
    message = {
        "id": _number(_MADE),
        "senderId": "1144700291835",
        "recipientId": _ACCOUNT,
        "createdAt": _iso(_MADE),
        "text": "A private message: an audit never opens it.",
    }
    messages = [{"messageCreate": message}]
    return {"dmConversation": {"conversationId": f"1144700291835-{_ACCOUNT}", "messages": messages}}


def _script(name: str, value: object) -> str:
    return f"window.{name} = {json.dumps(value, ensure_ascii=False, indent=2)}\n"


def _global(name: str) -> str:
    return name.replace("-", "_")


def _manifest(parts: dict[str, Sequence[Any]]) -> str:
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
    return _script("__THAR_CONFIG", config)


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
