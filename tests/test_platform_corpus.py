"""Every real sample is loaded with the counts its text has, or refused or left unread by name."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from ecrl_audit.errors import InputRefusedError
from ecrl_audit.readers import FileIgnored, recognise, records
from tests.platforms.harness import CORPUS, FORMATS, load

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the samples are not beside the checkout"
)
REFUSED = {
    "facebook/graph_spring/emptyFeed.json": "empty answer",
    "facebook/graph_spring/error-10-permissionDenied.json": "a request that failed",
    "facebook/graph_spring/error-100-nonExistingFields.json": "a request that failed",
    "x/api_v1/forbidden.json": "a request that failed",
    "wordpress/wxr/malformed.xml": "line 90, column 2",
    "wordpress/wxr/crazy-cdata.xml": "line 18, column 71",
    "dsa/sor_daily_aggregates_2025.parquet": "a Parquet file",
}
NO_EXPORTS = {"PROVENANCE.tsv", "github_dmca/tree_filenames_2015_2021.txt"}
UNREAD = (
    "bluesky/lexicons/",
    "bluesky/ozone/report-reason.json",
    "discord/docs/",
    "discourse/api/groups.json",
    "discourse/api/post_action_users.json",
    "dsa/statements.json",
    "dsa/transparency_report_7_appeals_excerpt.csv",
    "facebook/dyi/",
    "facebook/graph/v10_0__from-as-",
    "facebook/graph/v2_6__page-with-admin_notes.json",
    "facebook/graph/v2_9__comment-messagetags.json",
    "facebook/graph_webhooks/permission-granted",
    "github_dmca/data/2015-SUMMARY",
    "github_dmca/data/2017-SUMMARY",
    "github_dmca/data/2019-SUMMARY",
    "github_dmca/data/2021-SUMMARY",
    "instagram/dyi/following_2025_title_shape.json",
    "mastodon/admin_api/test_instance_domain_blocks.json",
    "reddit/api/test__iter__TestSubredditRemovalReasons.json",
    "reddit/api/test_notes__TestSubredditModeration.json",
    "wordpress/rest/",
    "x/archive_2019_layout/account-suspension.js",
    "x/archive_2019_layout/follow",
    "x/archive_2019_layout/saved-search.js",
    "x/archive_org/README.txt",
    "x/archive_org/account-suspension.js",
    "x/archive_org/account-timezone.js",
    "x/archive_org/tweetdeck.js",
    "youtube/api_v3/abuse_reason.json",
)


def samples() -> list[str]:
    found = (str(path.relative_to(CORPUS)) for path in CORPUS.rglob("*") if path.is_file())
    return sorted(name for name in found if name not in NO_EXPORTS)


def outcome(name: str) -> tuple[str, str]:
    """Return what becomes of a sample, and why."""
    path = CORPUS / name
    try:
        found = list(records(path, recognise(path, FORMATS)))
    except FileIgnored as left:
        return "unread", left.why
    except InputRefusedError as refused:
        return "refused" if refused.file == path.name else "misnamed", refused.why
    return ("loaded" if found or name.startswith("x/archive_org/") else "empty"), ""


def test_every_sample_is_loaded_refused_or_left_unread_as_it_should_be() -> None:
    for name in samples():
        became, why = outcome(name)
        if name in REFUSED:
            assert (became, REFUSED[name] in why) == ("refused", True), name
        else:
            assert became == ("unread" if name.startswith(UNREAD) else "loaded"), name


def elements(name: str) -> list[Any]:
    """Return the objects of a JSON sample that hold anything, at any depth."""
    found: list[Any] = []

    def walk(value: Any) -> None:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            found.append(value)
            for below in value.values():
                walk(below)
        elif isinstance(value, list):
            for below in value:
                walk(below)

    walk(json.loads((CORPUS / name).read_text("utf-8-sig")))
    return found


COUNTS = {
    ("bluesky/ozone/moderation-events.json", "event"): lambda e: "createdBy" in e and "event" in e,
    ("bluesky/ozone/team.json", "member"): lambda e: "#role" in str(e.get("role", "")),
    ("bluesky/ozone/moderation-statuses.json", "status"): lambda e: "reviewState" in e,
    ("discord/chat_exporter/SV_5A_5M.json", "message"): lambda e: "isPinned" in e,
    ("discourse/api/topic.json", "post"): lambda e: "cooked" in e,
    ("discourse/api/user_list.json", "user"): lambda e: "trust_level" in e,
    ("facebook/graph/v2_1__feed-got.json", "node"): lambda e: "type" in e and "from" in e,
    ("facebook/graph/v2_3__page-settings.json", "setting"): lambda e: "setting" in e,
    ("mastodon/admin_api/test_admin_reports.json", "report"): lambda e: (
        "target_account" in e and "category" in e
    ),
    ("mastodon/blocklists/data-mastodon.json", "server"): lambda e: "severity" in e,
    ("reddit/api/test_log__TestSubredditModeration.json", "event"): lambda e: "mod_id36" in e,
    (
        "reddit/api/test_reports__only_comments__TestSubredditModeration.json",
        "reported",
    ): lambda e: "user_reports" in e,
    ("reddit/go/moderators.json", "moderator"): lambda e: "mod_permissions" in e,
    ("youtube/api_v3/comment_threads_all_to_me.json", "thread"): lambda e: "topLevelComment" in e,
    ("youtube/api_v3/comments_by_parent_paged_1.json", "comment"): lambda e: "parentId" in e,
}


@pytest.mark.parametrize(("name", "kind"), list(COUNTS), ids=str)
def test_the_counts_of_a_json_sample_agree_with_its_text(name: str, kind: str) -> None:
    counted = sum(COUNTS[name, kind](element) for element in elements(name))
    assert load(CORPUS / name).kinds()[kind] == counted > 0


@pytest.mark.parametrize(
    "name",
    [
        "github_dmca/data/2015-COMPILED-DATA.csv",
        "github_dmca/data/2017-COMPILED-DATA.csv",
        "github_dmca/data/2019-COMPILED-DATA.csv",
        "github_dmca/data/2021-COMPILED-DATA.csv",
        "mastodon/blocklists/data-suspends-01.csv",
        "mastodon/blocklists/demo-blocklist-01.csv",
        "youtube/takeout/comments_pre_2024-06.csv",
        "youtube/takeout/comments_post_2024-06.csv",
        "lumen/example_notice_export.csv",
    ],
    ids=str,
)
def test_the_rows_of_a_csv_sample_agree_with_its_text(name: str) -> None:
    with (CORPUS / name).open(encoding="utf-8-sig", newline="") as handle:
        rows = [row for row in csv.reader(handle) if any(cell.strip() for cell in row)]
    assert len(load(CORPUS / name).records) == len(rows) - 1


def test_each_line_of_the_streams_is_a_record_or_set_aside() -> None:
    for path in sorted((CORPUS / "x" / "api_v2").glob("*.jsonl")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        loaded = load(path)
        broken = [line for line in lines if not _parses(line)]
        assert len(loaded.flaws()) == len(broken)
        asked = loaded.kinds().get("tweet", 0) + loaded.kinds().get("compliance", 0)
        assert asked >= len(lines) - len(broken)


def _parses(line: str) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def test_no_mail_address_of_a_sample_reaches_a_record() -> None:
    address = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}")
    for name in ("wordpress/wxr/wxr-comprehensive.xml", "discourse/api/user_list.json"):
        path = CORPUS / name
        known = set(address.findall(path.read_text("utf-8")))
        kept = json.dumps([r.body for r in records(path, recognise(path, FORMATS))])
        assert known
        assert not known.intersection(address.findall(kept)), name


def test_names_of_samples_are_read_from_a_folder_that_is_there() -> None:
    assert len(samples()) > 250
    assert Path(CORPUS / samples()[0]).is_file()
