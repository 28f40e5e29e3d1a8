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
sample    = "wordpress/wxr/*.xml"

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

-- fills: posts
with author as (
    select
        json_extract_string(body, '$.author_id') as author_id,
        max(json_extract_string(body, '$.author_login')) as login
    from raw
    where kind = 'author' and json_extract_string(body, '$.author_id') is not null
    group by json_extract_string(body, '$.author_id')
),

item as (
    select
        rec_row,
        json_extract_string(body, '$.post_id') as post_id,
        json_extract_string(body, '$.dc_creator') as login,
        coalesce(
            json_extract_string(body, '$.post_date_gmt'), json_extract_string(body, '$.post_date')
        ) as posted,
        json_extract_string(body, '$.title') as title,
        json_extract_string(body, '$.content_encoded') as content,
        json_extract_string(body, '$.status') as status,
        json_extract_string(body, '$.post_type') as post_type,
        json_extract_string(body, '$.postmeta._wp_trash_meta_status[0]') as status_before
    from raw
    where kind = 'item'
),

comment as (
    select
        rec_row,
        json_extract_string(body, '$.comment_id') as comment_id,
        json_extract_string(body, '$.post_id') as post_id,
        nullif(json_extract_string(body, '$.comment_parent'), '0') as parent_id,
        json_extract_string(body, '$.comment_author') as written_by,
        json_extract_string(body, '$.comment_user_id') as user_id,
        coalesce(
            json_extract_string(body, '$.comment_date_gmt'), json_extract_string(body, '$.comment_date')
        ) as posted,
        json_extract_string(body, '$.comment_content') as content,
        json_extract_string(body, '$.comment_approved') as approved,
        coalesce(json_extract_string(body, '$.comment_type'), '') as comment_type
    from raw
    where kind = 'comment'
),

written as (
    select
        item.rec_row,
        'wp:' || item.post_id as post,
        cast(null as varchar) as parent,
        cast(null as varchar) as root,
        'staff' as author_kind,
        item.login as author,
        item.posted,
        concat_ws(chr(10), nullif(item.title, ''), nullif(item.content, '')) as content,
        'public' as surface
    from item
    where
        (
            coalesce(item.status, '') in ('publish', 'inherit', '')
            or (item.status = 'trash' and coalesce(item.status_before, '') in ('publish', ''))
        )
        and (
            coalesce(item.post_type, '') not in (
                '', 'attachment', 'nav_menu_item', 'revision', 'custom_css', 'customize_changeset', 'oembed_cache',
                'user_request', 'wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles',
                'wp_navigation', 'wp_font_family', 'wp_font_face', 'feedback', 'elementor_library'
            )
            or (coalesce(item.post_type, '') in ('', 'attachment') and exists (
                select 1 from comment
                where comment.post_id = item.post_id
            ))
            or item.post_id is null
        )
    union all
    select
        comment.rec_row,
        'wp:c' || comment.comment_id as post,
        coalesce('wp:c' || comment.parent_id, 'wp:' || comment.post_id) as parent,
        'wp:' || comment.post_id as root,
        case when author.login is null then 'public' else 'staff' end as author_kind,
        coalesce(author.login, 'wp:' || nullif(comment.written_by, '')) as author,
        comment.posted,
        comment.content,
        case when comment.approved = '0' then 'held' else 'public' end as surface
    from comment
    left join author on author.author_id = comment.user_id and comment.user_id <> '0'
    where comment.comment_type in ('', 'comment', 'pingback', 'trackback')
)

select
    written.rec_row as row,
    'current_state' as basis,
    written.post,
    this_file.channel,
    written.parent,
    written.root,
    written.author_kind,
    written.author,
    written.posted,
    written.content as text,
    nullif(array_to_string(
        list_transform(
            regexp_extract_all(coalesce(written.content, ''), 'https?://[^\s<>"'']+'),
            lambda link : replace(link, ';', '%3B')
        ), ';'
    ), '') as links,
    written.surface
from written
cross join this_file

-- fills: sightings
with made as (
    select
        this_file.file,
        coalesce(site.exported_at, this_file.exported_at) as exported_at
    from this_file
    left join (
        select max(json_extract_string(body, '$.pubDate')) as exported_at
        from raw
        where kind = 'site'
    ) as site on true
),

seen as (
    select
        rec_row,
        'wp:c' || json_extract_string(body, '$.comment_id') as post,
        case
            when json_extract_string(body, '$.comment_approved') = '0' then 'held'
            when json_extract_string(body, '$.comment_approved') <> '1' then 'hidden'
            when coalesce(json_extract_string(body, '$.post_status'), 'publish') in ('publish', 'inherit', '')
                then 'visible'
            else 'hidden'
        end as state
    from raw
    where
        kind = 'comment'
        and coalesce(json_extract_string(body, '$.comment_type'), '') in ('', 'comment', 'pingback', 'trackback')
    union all
    select
        rec_row,
        'wp:' || json_extract_string(body, '$.post_id') as post,
        case when json_extract_string(body, '$.status') = 'trash' then 'absent' else 'visible' end as state
    from raw
    where
        kind = 'item'
        and json_extract_string(body, '$.post_type') in ('post', 'page')
        and (
            json_extract_string(body, '$.status') = 'publish'
            or (
                json_extract_string(body, '$.status') = 'trash'
                and coalesce(json_extract_string(body, '$.postmeta._wp_trash_meta_status[0]'), '') in ('publish', '')
            )
        )
)

select
    seen.rec_row as row,
    'current_state' as basis,
    seen.post,
    made.exported_at as seen,
    seen.state,
    right(made.file, 128) as export
from seen
cross join made
where made.exported_at is not null

-- fills: actions
with made as (
    select
        this_file.channel,
        coalesce(site.exported_at, this_file.exported_at) as exported_at
    from this_file
    left join (
        select max(json_extract_string(body, '$.pubDate')) as exported_at
        from raw
        where kind = 'site'
    ) as site on true
),

trashed as (
    select
        rec_row,
        kind,
        case when kind = 'comment' then 'c' || json_extract_string(body, '$.comment_id')
            else json_extract_string(body, '$.post_id')
        end as native_id,
        case when kind = 'comment' then json_extract_string(body, '$.comment_date_gmt')
            else json_extract_string(body, '$.post_date_gmt')
        end as posted,
        coalesce(
            json_extract_string(body, '$.commentmeta._wp_trash_meta_time[0]'),
            json_extract_string(body, '$.postmeta._wp_trash_meta_time[0]')
        ) as trashed_at
    from raw
    where
        (kind = 'comment' and json_extract_string(body, '$.comment_approved') = 'trash')
        or (
            kind = 'item'
            and json_extract_string(body, '$.status') = 'trash'
            and json_extract_string(body, '$.post_type') in ('post', 'page')
            and coalesce(json_extract_string(body, '$.postmeta._wp_trash_meta_status[0]'), '') in ('publish', '')
        )
),

noted as (
    select
        listed.rec_row,
        listed.native_id,
        json_extract_string(listed.entry, '$.event') as event,
        json_extract_string(listed.entry, '$.time') as happened,
        nullif(json_extract_string(listed.entry, '$.user'), '') as login
    from (
        select
            rec_row,
            'c' || json_extract_string(body, '$.comment_id') as native_id,
            unnest(json_extract(body, '$.commentmeta.akismet_history[*]')) as entry
        from raw
        where kind = 'comment'
    ) as listed
),

last_trash as (
    select
        rec_row,
        happened,
        login
    from noted
    where event = 'status-trash'
    qualify row_number() over (partition by rec_row order by happened desc, login asc nulls last) = 1
),

act as (
    select
        trashed.rec_row,
        'wp:' || trashed.native_id || ':trash' as action_no,
        coalesce(
            trashed.trashed_at, last_trash.happened, trashed.posted || '/' || made.exported_at
        ) as acted,
        'delete' as action,
        trashed.native_id,
        last_trash.login,
        'staff' as source,
        case when coalesce(trashed.trashed_at, last_trash.happened) is null then 'current_state' else 'event' end
            as basis
    from trashed
    cross join made
    left join last_trash on last_trash.rec_row = trashed.rec_row
    union all
    select
        noted.rec_row,
        'wp:' || noted.native_id || ':' || noted.event || ':' || noted.happened as action_no,
        noted.happened as acted,
        case noted.event
            when 'status-trash' then 'delete'
            when 'status-approved' then 'hold_release'
            when 'report-ham' then 'hold_release'
            else 'hide'
        end as action,
        noted.native_id,
        noted.login,
        case when noted.login is null then 'automation' else 'staff' end as source,
        'event' as basis
    from noted
    where
        noted.event in (
            'status-trash', 'status-spam', 'report-spam', 'status-unapproved', 'status-hold', 'status-approved',
            'report-ham'
        )
        and not exists (
            select 1
            from last_trash
            inner join trashed on trashed.rec_row = last_trash.rec_row
            where
                last_trash.rec_row = noted.rec_row
                and noted.event = 'status-trash'
                and last_trash.happened = noted.happened
        )
)

select
    act.rec_row as row,
    act.basis,
    act.action_no,
    act.acted,
    made.channel,
    act.action,
    'wp:' || act.native_id as post,
    act.login,
    act.source
from act
cross join made

-- fills: coverage
with made as (
    select
        this_file.channel,
        this_file.file,
        this_file.covers_from,
        this_file.covers_to,
        site.rec_row,
        coalesce(site.exported_at, this_file.exported_at) as exported_at
    from this_file
    inner join (
        select
            min(rec_row) as rec_row,
            max(json_extract_string(body, '$.pubDate')) as exported_at
        from raw
        where kind = 'site'
    ) as site on site.rec_row is not null
),

first_post as (
    select min(left(coalesce(
        json_extract_string(body, '$.post_date_gmt'),
        json_extract_string(body, '$.comment_date_gmt')
    ), 10)) as posted_on
    from raw
)

select
    made.rec_row as row,
    'current_state' as basis,
    'posts' as source,
    made.channel,
    coalesce(made.covers_from, first_post.posted_on) as covers_from,
    coalesce(
        made.covers_to,
        cast(cast(try_cast(replace(left(made.exported_at, 19), 'T', ' ') as timestamp) - interval 12 hour as date) - 1 as varchar)
    ) as covers_to,
    made.exported_at as exported,
    made.file
from made
cross join first_post
where
    coalesce(made.covers_from, first_post.posted_on) is not null
    and coalesce(made.covers_to, made.exported_at) is not null

-- out_of_scope
with first_post as (
    select min(coalesce(
        json_extract_string(body, '$.post_date_gmt'),
        json_extract_string(body, '$.comment_date_gmt')
    )) as posted_at
    from raw
)

select
    raw.rec_row as row,
    case
        when raw.kind = 'author' then 'a name in the list of authors: it carries no role, so it says nothing of access'
        when raw.kind = 'site' then 'the file about itself: it does not say when it was made, or holds nothing dated'
        when raw.kind = 'comment' then 'a comment of a kind that is no visitor''s: '
            || json_extract_string(raw.body, '$.comment_type')
        when coalesce(json_extract_string(raw.body, '$.status'), '') not in ('publish', 'inherit', 'trash', '')
            then 'not public when exported: ' || json_extract_string(raw.body, '$.status')
        when json_extract_string(raw.body, '$.status') = 'trash'
            and coalesce(json_extract_string(raw.body, '$.postmeta._wp_trash_meta_status[0]'), '') not in ('publish', '')
            then 'thrown away before it was public'
        else 'not a post: ' || coalesce(nullif(json_extract_string(raw.body, '$.post_type'), ''), 'of no type')
    end as why
from raw
cross join first_post
cross join this_file
where
    raw.kind = 'author'
    or (
        raw.kind = 'site'
        and (
            coalesce(this_file.covers_from, first_post.posted_at) is null
            or coalesce(
                this_file.covers_to, json_extract_string(raw.body, '$.pubDate'), this_file.exported_at
            ) is null
        )
    )
    or (
        raw.kind = 'comment'
        and coalesce(json_extract_string(raw.body, '$.comment_type'), '')
            not in ('', 'comment', 'pingback', 'trackback')
    )
    or (
        raw.kind = 'item'
        and json_extract_string(raw.body, '$.post_id') is not null
        and (
            coalesce(json_extract_string(raw.body, '$.status'), '') not in ('publish', 'inherit', 'trash', '')
            or (
                json_extract_string(raw.body, '$.status') = 'trash'
                and coalesce(json_extract_string(raw.body, '$.postmeta._wp_trash_meta_status[0]'), '')
                    not in ('publish', '')
            )
            or coalesce(json_extract_string(raw.body, '$.post_type'), '') in (
                'nav_menu_item', 'revision', 'custom_css', 'customize_changeset', 'oembed_cache', 'user_request',
                'wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation',
                'wp_font_family', 'wp_font_face', 'feedback', 'elementor_library'
            )
            or (
                coalesce(json_extract_string(raw.body, '$.post_type'), '') in ('', 'attachment')
                and not exists (
                    select 1 from raw as comment
                    where
                        comment.kind = 'comment'
                        and json_extract_string(comment.body, '$.post_id')
                            = json_extract_string(raw.body, '$.post_id')
                )
            )
        )
    )
