"""Small WordPress export files with canaries where private data stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/{version}/">
<channel><title>Blog</title><pubDate>Thu, 01 Oct 2026 18:00:00 +0000</pubDate>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login>maria</wp:author_login>
  <wp:author_email>CANARY-mail@example.org</wp:author_email></wp:author>
<item><title>Summer</title><dc:creator>maria</dc:creator>
<content:encoded><![CDATA[Read at https://example.org/a?b=1;c=2 <b>now</b>]]></content:encoded>
<wp:post_id>10</wp:post_id><wp:post_date>2026-07-01 09:00:00</wp:post_date>
<wp:post_date_gmt>2026-07-01 14:00:00</wp:post_date_gmt><wp:status>{status}</wp:status>
<wp:post_type>{post_type}</wp:post_type><wp:post_password>CANARY-password</wp:post_password>
{postmeta}{comments}</item></channel></rss>"""

COMMENT = """<wp:comment><wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[{author}]]></wp:comment_author>
<wp:comment_author_email>CANARY-mail@example.org</wp:comment_author_email>
<wp:comment_author_IP>CANARY-203.0.113.9</wp:comment_author_IP>
<wp:comment_date>2026-07-02 05:00:00</wp:comment_date>
<wp:comment_date_gmt>2026-07-02 10:00:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[said {number}]]></wp:comment_content>
<wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{kind}</wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent><wp:comment_user_id>{user}</wp:comment_user_id>
{meta}</wp:comment>"""


def comment(number: int, approved: str = "1", **given: str) -> str:
    """Return a comment of the page; `given` replaces its parts."""
    parts = {"author": "Visitor", "kind": "", "parent": "0", "user": "0", "meta": "", **given}
    return COMMENT.format(number=number, approved=approved, **parts)


def meta(name: str, value: str, around: str = "commentmeta") -> str:
    """Return a name and a value that WordPress notes beside a comment or a post."""
    inner = f"<wp:meta_key>{name}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value>"
    return f"<wp:{around}>{inner}</wp:{around}>"


def page(folder: Path, *comments: str, **given: str) -> Path:
    """Write an export with one post and these comments; `given` replaces parts of the post."""
    parts = {"version": "1.2", "status": "publish", "post_type": "post", "postmeta": "", **given}
    path = folder / "blog.xml"
    path.write_text(PAGE.format(comments="".join(comments), **parts), encoding="utf-8")
    return path
