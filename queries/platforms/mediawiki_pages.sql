/*
id        = "mediawiki_pages"
title     = "MediaWiki page dump (XML)"
platform  = "other"
container = "xml"
versions  = ["export 0.3 to 0.11, pages with their revisions"]
brings    = "Pages with every revision that was exported: who wrote it, when, and its text."
cannot_prove = [
    "pages and revisions that were deleted: they are not in the dump",
    "who wrote a revision without an account: addresses are left unread",
    "which pages are the library's: every page is loaded as a visitor's, unless audit.toml names the account",
]
sample    = "mediawiki/dump.xml"

[[recognise]]
text = '<mediawiki [^>]*export-0\.\d+/[\s\S]*<page>'

[namespaces]
plain = 'https?://www\.mediawiki\.org/xml/export-0\.\d+/'

[[record]]
kind   = "revision"
at     = "mediawiki.page.revision"
fields = ["id", "timestamp (stamp)", "contributor.username", "text"]
carry  = { page_id = "page.id", title = "page.title", space = "page.ns" }
*/

-- relation: revision
select
    raw.rec_row,
    'mw:' || json_extract_string(raw.body, '$.title') as post,
    case when own_account.name is null then 'public' else 'staff' end as author_kind,
    coalesce(own_account.name, 'mw:' || nullif(json_extract_string(raw.body, '$.contributor.username'), '')) as author,
    json_extract_string(raw.body, '$.timestamp') as edited,
    json_extract_string(raw.body, '$.text') as content,
    row_number() over (
        partition by json_extract_string(raw.body, '$.page_id')
        order by json_extract_string(raw.body, '$.timestamp'), raw.rec_row
    ) as number
from raw
left join own_account on own_account.name = json_extract_string(raw.body, '$.contributor.username');

-- fills: posts
select
    revision.rec_row as row,
    'current_state' as basis,
    revision.post,
    this_file.channel,
    revision.author_kind,
    revision.author,
    revision.edited as posted,
    revision.content as text,
    'public' as surface
from revision
cross join this_file
where revision.number = 1;

-- fills: revisions
select
    revision.rec_row as row,
    'event' as basis,
    revision.post,
    cast(revision.number as varchar) as revision,
    revision.edited,
    revision.content as text
from revision;

-- fills: sightings
select
    revision.rec_row as row,
    'current_state' as basis,
    revision.post,
    this_file.exported_at as seen,
    'visible' as state,
    right(this_file.file, 128) as export
from revision
cross join this_file
where revision.number = 1 and this_file.exported_at is not null;

-- fills: coverage
select
    0 as row,
    'current_state' as basis,
    'posts' as source,
    this_file.channel,
    this_file.covers_from,
    this_file.covers_to,
    this_file.exported_at as exported,
    this_file.file
from this_file
where this_file.covers_from is not null and this_file.covers_to is not null;
