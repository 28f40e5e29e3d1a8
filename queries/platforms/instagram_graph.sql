/*
id        = "instagram_graph"
title     = "Instagram Graph API answers and webhook log (JSON)"
platform  = "instagram"
container = "json"
versions  = ["media", "comments with replies", "comment webhooks of 2021 and later"]
brings    = "The account's posts and visitors' comments with their ids, parents and whether they are hidden, as they stood when asked; comments as they came in, from a webhook log."
cannot_prove = [
    "who hid or removed a comment, when and why: a removed comment is not in an answer, and no event tells of it",
    "who wrote a comment, where the answer or the event leaves out the author",
    "who was blocked, when, by whom and why",
    "anything from before the log began: it gives no coverage unless audit.toml declares it",
]
sample    = "instagram/graph"

[[recognise]]
shape = ["id", "timestamp", "text", "media.id"]

[[recognise]]
shape = ["id", "timestamp", "media_type"]

[[recognise]]
shape = ["data[].id", "data[].timestamp", "data[].text"]

[[recognise]]
shape = ["data[].id", "data[].timestamp", "data[].media_type"]

[[recognise]]
text  = '"object"\s*:\s*"instagram"'
shape = ["entry[].changes[].field", "entry[].changes[].value.text", "entry[].id"]

[[recognise]]
text  = '"object"\s*:\s*"instagram"'
shape = ["[].entry[].changes[].field", "[].entry[].id"]

[[record]]
kind   = "event"
at     = ["entry[].changes[]", "[].entry[].changes[]"]
fields = ["field", "value.id", "value.text", "value.from.id", "value.from.username", "value.parent_id", "value.media.id"]
carry  = { account = "entry[].id", list_account = "[].entry[].id", happened = "entry[].time (unix)", list_happened = "[].entry[].time (unix)" }

[[record]]
kind   = "media"
at     = ["data[]", ""]
where  = { media_type = "." }
fields = ["id", "caption", "timestamp (iso)", "username", "permalink"]

[[record]]
kind   = "comment"
at     = ["data[]", ""]
where  = { text = ".", media_type = "^$" }
fields = ["id", "text", "timestamp (iso)", "username", "from.id", "from.username", "user.id", "hidden", "media.id", "parent_id"]

[[record]]
kind   = "reply"
at     = ["data[].replies.data[]", "replies.data[]"]
fields = ["id", "text", "timestamp (iso)", "username", "from.id", "from.username", "user.id", "hidden"]
carry  = { list_parent = "data[].id", parent = "id", list_root = "data[].media.id", root = "media.id" }
*/

-- relation: comment
select
    rec_row,
    kind,
    case when kind = 'event' then coalesce(json_extract_string(body, '$.field'), '') end as field,
    coalesce(json_extract_string(body, '$.id'), json_extract_string(body, '$.value.id')) as id,
    coalesce(
        json_extract_string(body, '$.text'),
        json_extract_string(body, '$.value.text'),
        json_extract_string(body, '$.caption')
    ) as content,
    coalesce(
        json_extract_string(body, '$.timestamp'),
        json_extract_string(body, '$.happened'),
        json_extract_string(body, '$.list_happened')
    ) as posted,
    coalesce(
        json_extract_string(body, '$.from.id'),
        json_extract_string(body, '$.user.id'),
        json_extract_string(body, '$.value.from.id')
    ) as from_id,
    coalesce(
        json_extract_string(body, '$.from.username'),
        json_extract_string(body, '$.value.from.username'),
        json_extract_string(body, '$.username')
    ) as username,
    coalesce(json_extract_string(body, '$.account'), json_extract_string(body, '$.list_account')) as account_id,
    coalesce(
        json_extract_string(body, '$.parent_id'),
        json_extract_string(body, '$.value.parent_id'),
        json_extract_string(body, '$.list_parent'),
        json_extract_string(body, '$.parent')
    ) as parent_id,
    coalesce(
        json_extract_string(body, '$.media.id'),
        json_extract_string(body, '$.value.media.id'),
        json_extract_string(body, '$.list_root'),
        json_extract_string(body, '$.root')
    ) as root_id,
    coalesce(json_extract_string(body, '$.hidden'), 'false') = 'true' as is_hidden
from raw;

-- relation: written
select
    comment.rec_row,
    comment.kind,
    comment.id,
    comment.content,
    comment.posted,
    coalesce(comment.parent_id, comment.root_id) as parent_id,
    comment.root_id,
    comment.is_hidden,
    comment.username,
    comment.kind = 'media'
    or comment.from_id = comment.account_id
    or exists (
        select 1
        from own_account
        where own_account.handle in (lower(comment.username), comment.from_id)
    ) as by_account,
    coalesce(comment.username, comment.from_id) as author
from comment
where comment.kind <> 'event' or comment.field in ('comments', 'live_comments');

-- fills: posts
select
    written.rec_row as row,
    case when written.kind = 'event' then 'event' else 'current_state' end as basis,
    'ig:' || written.id as post,
    this_file.channel,
    'ig:' || written.parent_id as parent,
    'ig:' || written.root_id as root,
    case when written.by_account then 'staff' else 'public' end as author_kind,
    case when written.by_account then written.username else 'ig:' || written.author end as author,
    written.posted,
    written.content as text,
    'public' as surface
from written
cross join this_file;

-- fills: sightings
select
    written.rec_row as row,
    case when written.kind = 'event' then 'event' else 'current_state' end as basis,
    'ig:' || written.id as post,
    case when written.kind = 'event' then written.posted else this_file.exported_at end as seen,
    case when written.is_hidden then 'hidden' else 'visible' end as state,
    right(this_file.file, 128) as export
from written
cross join this_file
where written.kind = 'event' or this_file.exported_at is not null;

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

-- out_of_scope
select
    rec_row as row,
    'not about a comment: ' || field as why
from comment
where kind = 'event' and field not in ('comments', 'live_comments');
