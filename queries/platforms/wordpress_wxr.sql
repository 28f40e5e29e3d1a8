/*
id        = "wordpress_wxr"
title     = "WordPress export file (WXR)"
platform  = "wordpress"
container = "xml"
versions  = ["1.0", "1.1", "1.2"]
brings    = "Posts and pages, visitors' comments with their state (approved, held, in the trash), who put a comment in the trash and when, where Akismet or the trash recorded it."
cannot_prove = [
    "comments marked as spam: WordPress leaves them out of every export",
    "comments removed for good: once the trash is emptied nothing of them is left",
    "who put a comment in the trash, where Akismet was not active",
    "why a comment was removed",
    "what a comment said before it was edited",
    "who has access: the list of authors carries no roles",
]
sample    = "wordpress/wxr"

[[recognise]]
text = 'https?://wordpress\.org/export/1\.\d/'

[namespaces]
plain   = 'https?://wordpress\.org/export/1\.\d/'
content = 'http://purl\.org/rss/1\.0/modules/content/'
dc      = 'http://purl\.org/dc/elements/1\.1/'

[[pairs]]
element = "postmeta"
name    = "meta_key"
value   = "meta_value"
keep    = ["_wp_trash_meta_time", "_wp_trash_meta_status"]

[[pairs]]
element    = "commentmeta"
name       = "meta_key"
value      = "meta_value"
keep       = ["_wp_trash_meta_time", "_wp_trash_meta_status", "akismet_history"]
serialised = ["akismet_history"]

[[record]]
kind   = "author"
at     = "rss.channel.author"
fields = ["author_id", "author_login"]

[[record]]
kind   = "item"
at     = "rss.channel.item"
fields = [
    "title", "link", "dc_creator", "content_encoded", "post_id", "post_date (iso)", "post_date_gmt (utc)",
    "status", "post_type", "postmeta._wp_trash_meta_time (unix)", "postmeta._wp_trash_meta_status",
]

[[record]]
kind   = "comment"
at     = "rss.channel.item.comment"
fields = [
    "comment_id", "comment_author", "comment_date (iso)", "comment_date_gmt (utc)", "comment_content",
    "comment_approved", "comment_type", "comment_parent", "comment_user_id",
    "commentmeta._wp_trash_meta_time (unix)", "commentmeta._wp_trash_meta_status",
    "commentmeta.akismet_history.time (unix)", "commentmeta.akismet_history.event",
    "commentmeta.akismet_history.user",
]
carry  = { post_id = "item.post_id", post_status = "item.status" }

[[record]]
kind   = "site"
at     = "rss.channel"
fields = ["pubDate (rfc2822)", "wxr_version"]
*/

-- relation: made
with site as (
    select
        min(rec_row) as rec_row,
        max(json_extract_string(body, '$.pubDate')) as exported_at
    from raw
    where kind = 'site'
)

select
    this_file.channel,
    this_file.file,
    this_file.covers_from,
    this_file.covers_to,
    site.rec_row,
    coalesce(site.exported_at, this_file.exported_at) as exported_at
from this_file
left join site on true;

-- relation: author
select
    json_extract_string(body, '$.author_id') as author_id,
    max(json_extract_string(body, '$.author_login')) as login
from raw
where kind = 'author' and json_extract_string(body, '$.author_id') is not null
group by json_extract_string(body, '$.author_id');

-- relation: comment
select
    rec_row,
    json_extract_string(body, '$.comment_id') as comment_id,
    json_extract_string(body, '$.post_id') as post_id,
    coalesce(json_extract_string(body, '$.post_status'), '') as post_status,
    nullif(json_extract_string(body, '$.comment_parent'), '0') as parent_id,
    json_extract_string(body, '$.comment_author') as written_by,
    json_extract_string(body, '$.comment_user_id') as user_id,
    coalesce(json_extract_string(body, '$.comment_date_gmt'), json_extract_string(body, '$.comment_date')) as posted,
    json_extract_string(body, '$.comment_content') as content,
    coalesce(json_extract_string(body, '$.comment_approved'), '') as approved,
    json_extract_string(body, '$.commentmeta._wp_trash_meta_time[0]') as trashed_at,
    body,
    case
        when coalesce(json_extract_string(body, '$.comment_type'), '') not in ('', 'comment', 'pingback', 'trackback')
            then 'a comment of a kind that no visitor writes: ' || json_extract_string(body, '$.comment_type')
    end as why_not
from raw
where kind = 'comment';

-- relation: item
with commented as (
    select distinct post_id
    from comment
    where post_id is not null
)

select
    raw.rec_row,
    json_extract_string(raw.body, '$.post_id') as post_id,
    json_extract_string(raw.body, '$.dc_creator') as login,
    coalesce(
        json_extract_string(raw.body, '$.post_date_gmt'), json_extract_string(raw.body, '$.post_date')
    ) as posted,
    concat_ws(
        chr(10),
        nullif(json_extract_string(raw.body, '$.title'), ''),
        nullif(json_extract_string(raw.body, '$.content_encoded'), '')
    ) as content,
    coalesce(json_extract_string(raw.body, '$.status'), '') as status,
    json_extract_string(raw.body, '$.postmeta._wp_trash_meta_time[0]') as trashed_at,
    case
        when json_extract_string(raw.body, '$.post_id') is null then null
        when coalesce(json_extract_string(raw.body, '$.status'), '') not in ('publish', 'inherit', 'trash', '')
            then 'not public when exported: ' || json_extract_string(raw.body, '$.status')
        when
            json_extract_string(raw.body, '$.status') = 'trash'
            and coalesce(json_extract_string(raw.body, '$.postmeta._wp_trash_meta_status[0]'), 'publish') <> 'publish'
            then 'thrown away before it was public'
        when
            json_extract_string(raw.body, '$.post_type') in (
                'nav_menu_item', 'revision', 'custom_css', 'customize_changeset', 'oembed_cache', 'user_request',
                'wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation', 'wp_font_family',
                'wp_font_face', 'feedback', 'elementor_library'
            )
            then 'a part of the site, not a post: ' || json_extract_string(raw.body, '$.post_type')
        when
            coalesce(json_extract_string(raw.body, '$.post_type'), 'attachment') = 'attachment'
            and commented.post_id is null
            then 'an uploaded file that nobody commented on, not a post'
    end as why_not
from raw
left join commented on commented.post_id = json_extract_string(raw.body, '$.post_id')
where raw.kind = 'item';

-- relation: creator
select distinct login
from item
where login is not null;

-- relation: written
select
    item.rec_row,
    'wp:' || item.post_id as post,
    cast(null as varchar) as parent,
    cast(null as varchar) as root,
    'staff' as author_kind,
    item.login as author,
    item.posted,
    item.content,
    'public' as surface,
    case when item.status = 'trash' then 'absent' else 'visible' end as state,
    item.status = 'trash' as in_trash,
    item.trashed_at
from item
where item.why_not is null
union all
select
    comment.rec_row,
    'wp:c' || comment.comment_id as post,
    coalesce('wp:c' || comment.parent_id, 'wp:' || comment.post_id) as parent,
    'wp:' || comment.post_id as root,
    case when coalesce(author.login, creator.login) is null then 'public' else 'staff' end as author_kind,
    coalesce(author.login, creator.login, 'wp:' || nullif(comment.written_by, '')) as author,
    comment.posted,
    comment.content,
    case when comment.approved = '0' then 'held' else 'public' end as surface,
    case
        when comment.approved = '0' then 'held'
        when comment.approved = '1' and comment.post_status in ('publish', 'inherit', '') then 'visible'
        else 'hidden'
    end as state,
    comment.approved = 'trash' as in_trash,
    comment.trashed_at
from comment
left join author on author.author_id = comment.user_id and comment.user_id <> '0'
left join creator on creator.login = comment.written_by and comment.user_id <> '0'
where comment.why_not is null;

-- relation: noted
select
    listed.rec_row,
    listed.post,
    json_extract_string(listed.entry, '$.event') as event,
    json_extract_string(listed.entry, '$.time') as happened,
    nullif(json_extract_string(listed.entry, '$.user'), '') as login
from (
    select
        rec_row,
        'wp:c' || comment_id as post,
        unnest(json_extract(body, '$.commentmeta.akismet_history[*]')) as entry
    from comment
    where why_not is null
) as listed;

-- relation: last_trash
select
    rec_row,
    happened,
    login
from noted
where event = 'status-trash'
qualify row_number() over (partition by rec_row order by happened desc, login asc nulls last) = 1;

-- relation: linked
select
    rec_row,
    nullif(array_to_string(
        list_transform(
            regexp_extract_all(coalesce(content, ''), 'https?://[^\s<>"'']+'),
            lambda link: replace(link, ';', '%3B')
        ), ';'
    ), '') as links
from written;

-- fills: posts
select
    written.rec_row as row,
    'current_state' as basis,
    written.post,
    made.channel,
    written.parent,
    written.root,
    written.author_kind,
    written.author,
    written.posted,
    written.content as text,
    linked.links,
    written.surface
from written
inner join linked on linked.rec_row = written.rec_row
cross join made;

-- fills: sightings
select
    written.rec_row as row,
    'current_state' as basis,
    written.post,
    made.exported_at as seen,
    written.state,
    right(made.file, 128) as export
from written
cross join made
where made.exported_at is not null;

-- fills: actions
with act as (
    select
        written.rec_row,
        written.post,
        written.post || ':trash' as action_no,
        coalesce(written.trashed_at, last_trash.happened, written.posted || '/' || made.exported_at) as acted,
        'delete' as action,
        last_trash.login,
        'staff' as source,
        case
            when coalesce(written.trashed_at, last_trash.happened) is null then 'current_state' else 'event'
        end as basis
    from written
    cross join made
    left join last_trash on last_trash.rec_row = written.rec_row
    where written.in_trash
    union all
    select
        noted.rec_row,
        noted.post,
        noted.post || ':' || noted.event || ':' || noted.happened as action_no,
        noted.happened as acted,
        case noted.event
            when 'status-trash' then 'delete'
            when 'status-approved' then 'hold_release'
            when 'report-ham' then 'hold_release'
            else 'hide'
        end as action,
        noted.login,
        case when noted.login is null then 'automation' else 'staff' end as source,
        'event' as basis
    from noted
    inner join written on written.rec_row = noted.rec_row
    left join last_trash
        on
            last_trash.rec_row = noted.rec_row
            and last_trash.happened = noted.happened
            and noted.event = 'status-trash'
    where
        noted.event in (
            'status-trash', 'status-spam', 'report-spam', 'status-unapproved', 'status-hold', 'status-approved',
            'report-ham'
        )
        and not (written.in_trash and last_trash.rec_row is not null)
)

select
    act.rec_row as row,
    act.basis,
    act.action_no,
    act.acted,
    made.channel,
    act.action,
    act.post,
    act.login,
    act.source
from act
cross join made;

-- relation: covered
with first_post as (
    select min(left(posted, 10)) as posted_on
    from written
)

select
    made.rec_row,
    made.channel,
    made.file,
    made.exported_at,
    coalesce(made.covers_from, first_post.posted_on) as covers_from,
    coalesce(
        made.covers_to,
        cast(
            cast(try_cast(replace(left(made.exported_at, 19), 'T', ' ') as timestamp) - interval 12 hour as date) - 1
            as varchar
        )
    ) as covers_to
from made
cross join first_post;

-- fills: coverage
select
    covered.rec_row as row,
    'current_state' as basis,
    'posts' as source,
    covered.channel,
    covered.covers_from,
    covered.covers_to,
    covered.exported_at as exported,
    covered.file
from covered
where covered.covers_from <= covered.covers_to;

-- out_of_scope
select
    rec_row as row,
    'a name in the list of authors: it carries no role, so it says nothing of access' as why
from raw
where kind = 'author'
union all
select
    rec_row as row,
    why_not as why
from item
where why_not is not null
union all
select
    rec_row as row,
    why_not as why
from comment
where why_not is not null
union all
select
    raw.rec_row as row,
    'the file about itself: it does not say when it was made, or holds nothing older than a day' as why
from raw
cross join covered
where
    raw.kind = 'site'
    and (covered.covers_from is null or covered.covers_to is null or covered.covers_from > covered.covers_to);
