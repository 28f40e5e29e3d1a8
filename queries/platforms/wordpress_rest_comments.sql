/*
id        = "wordpress_rest_comments"
title     = "WordPress REST answers: comments (JSON)"
platform  = "wordpress"
container = "json"
versions  = ["wp/v2/comments, a list or one comment"]
brings    = "Comments with their state as it stood when asked."
cannot_prove = [
    "that there are no held, trashed or spam comments: asked without logging in, WordPress gives out approved comments only, so an answer gives no coverage unless audit.toml declares it",
    "who approved, held or removed a comment, when and why",
    "comments removed for good",
    "whether a comment by a registered user is the library's: roles are not in it, so it is loaded as a visitor's, unless audit.toml names the number of the user",
]
sample    = "made by the tests from the published schema (wordpress/rest/comments_reference.md)"

[ignored]
"comments_reference.md" = "the published description of the answers"

[[recognise]]
shape = ["[].id", "[].post", "[].author_name", "[].content.rendered"]

[[recognise]]
shape = ["id", "post", "author_name", "content.rendered"]

[[record]]
kind   = "comment"
at     = ["[]", ""]
where  = { id = ".", post = "." }
fields = [
    "id", "post", "parent", "author", "author_name", "date (iso)", "date_gmt (utc)", "content.rendered", "content.raw",
    "status", "type",
]
*/

-- relation: comment
select
    raw.rec_row,
    json_extract_string(raw.body, '$.id') as id,
    json_extract_string(raw.body, '$.post') as post_id,
    nullif(json_extract_string(raw.body, '$.parent'), '0') as parent_id,
    own_account.name as login,
    nullif(json_extract_string(raw.body, '$.author_name'), '') as written_by,
    coalesce(json_extract_string(raw.body, '$.date_gmt'), json_extract_string(raw.body, '$.date')) as posted,
    coalesce(
        json_extract_string(raw.body, '$.content.raw'),
        trim(regexp_replace(json_extract_string(raw.body, '$.content.rendered'), '</?p>', '', 'g'), ' ' || chr(10))
    ) as content,
    coalesce(json_extract_string(raw.body, '$.status'), 'approved') as status
from raw
left join own_account on own_account.name = nullif(json_extract_string(raw.body, '$.author'), '0');

-- fills: posts
select
    comment.rec_row as row,
    'current_state' as basis,
    'wp:c' || comment.id as post,
    this_file.channel,
    coalesce('wp:c' || comment.parent_id, 'wp:' || comment.post_id) as parent,
    'wp:' || comment.post_id as root,
    case when comment.login is null then 'public' else 'staff' end as author_kind,
    coalesce(comment.login, 'wp:' || comment.written_by) as author,
    comment.posted,
    comment.content as text,
    case when comment.status = 'hold' then 'held' else 'public' end as surface
from comment
cross join this_file;

-- fills: sightings
select
    comment.rec_row as row,
    'current_state' as basis,
    'wp:c' || comment.id as post,
    this_file.exported_at as seen,
    case comment.status when 'approved' then 'visible' when 'hold' then 'held' else 'hidden' end as state,
    right(this_file.file, 128) as export
from comment
cross join this_file
where this_file.exported_at is not null;

-- fills: actions
select
    comment.rec_row as row,
    'current_state' as basis,
    'wp:c' || comment.id || ':trash' as action_no,
    comment.posted || '/' || this_file.exported_at as acted,
    this_file.channel,
    'delete' as action,
    'wp:c' || comment.id as post,
    'staff' as source
from comment
cross join this_file
where comment.status = 'trash' and this_file.exported_at is not null;

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
