/*
id        = "facebook_webhook"
title     = "Facebook webhook log (page feed)"
platform  = "facebook"
container = "json"
versions  = ["one event per file", "a list of events", "JSON lines", "sender_id of older and from of newer versions"]
brings    = "Comments and posts as they were written, changed, hidden, shown again or removed, each with its time, also those that are gone now."
cannot_prove = [
    "who of the staff hid or removed a comment, and why: an event names the author of the comment only",
    "whether a removed comment was removed by the library, by its author or by the platform: it is loaded as gone, not as an act of the library",
    "whether a comment was hidden by a person or by a filter",
    "anything from before the log began, or from hours in which it was not received: it gives no coverage unless audit.toml declares it",
    "who was blocked, when, by whom and why",
]
sample    = "facebook/graph_webhooks"

[[recognise]]
shape = ["entry[].changes[].field", "entry[].id"]

[[recognise]]
shape = ["[].entry[].changes[].field", "[].entry[].id"]

[[recognise]]
shape  = ["entry[].messaging[]"]
unread = "private messages are never read"

[[recognise]]
shape   = ["entry[].changes[].field", "entry[].changes[].value.media.id"]
unread  = "belongs to another platform"

[[recognise]]
shape  = ["entry[].uid", "entry[].changes[].field", "entry[].id"]
unread = "what a user let an application do: no evidence for this audit"

[[record]]
kind   = "change"
at     = ["entry[].changes[]", "[].entry[].changes[]"]
fields = [
    "field", "value.item", "value.verb", "value.comment_id", "value.post_id", "value.parent_id", "value.from.id",
    "value.sender_id", "value.created_time (unix_or_iso)", "value.message", "value.open_graph_story_id",
    "value.reviewer_id", "value.review_text", "value.link",
]
carry  = { page_id = "entry[].id", list_page_id = "[].entry[].id", happened = "entry[].time (unix)", list_happened = "[].entry[].time (unix)" }
*/

-- relation: event
select
    rec_row,
    coalesce(json_extract_string(body, '$.field'), '') as field,
    coalesce(json_extract_string(body, '$.value.item'), '') as item,
    coalesce(json_extract_string(body, '$.value.verb'), '') as verb,
    coalesce(
        json_extract_string(body, '$.value.comment_id'),
        json_extract_string(body, '$.value.post_id'),
        json_extract_string(body, '$.value.open_graph_story_id')
    ) as id,
    json_extract_string(body, '$.value.comment_id') is not null as is_comment,
    json_extract_string(body, '$.value.post_id') as post_id,
    json_extract_string(body, '$.value.parent_id') as parent_id,
    coalesce(
        json_extract_string(body, '$.value.from.id'),
        json_extract_string(body, '$.value.sender_id'),
        json_extract_string(body, '$.value.reviewer_id')
    ) as from_id,
    coalesce(json_extract_string(body, '$.page_id'), json_extract_string(body, '$.list_page_id')) as page_id,
    coalesce(json_extract_string(body, '$.happened'), json_extract_string(body, '$.list_happened')) as happened,
    json_extract_string(body, '$.value.created_time') as written_at,
    coalesce(
        json_extract_string(body, '$.value.message'), json_extract_string(body, '$.value.review_text')
    ) as content,
    json_extract_string(body, '$.value.link') as link
from raw;

-- relation: taken
select
    event.rec_row,
    event.item,
    case event.verb when 'edit' then 'edited' else event.verb end as verb,
    event.id,
    event.is_comment,
    event.post_id,
    event.parent_id,
    event.from_id,
    event.from_id = event.page_id as by_page,
    event.happened,
    event.written_at,
    event.content,
    event.link,
    case
        when event.field not in ('feed', 'ratings') then 'not about the page itself: ' || event.field
        when event.item in ('like', 'reaction') then 'a reaction, not a post'
        when event.item = 'album' then 'an album, not a post'
        when event.verb not in ('add', 'edit', 'edited', 'hide', 'unhide', 'remove')
            then 'neither written, changed, hidden nor removed: ' || event.verb
        when event.id is null then 'names no post or comment'
    end as why_not
from event;

-- fills: posts
select
    taken.rec_row as row,
    'event' as basis,
    'fb:' || taken.id as post,
    this_file.channel,
    case when taken.is_comment then 'fb:' || coalesce(taken.parent_id, taken.post_id) end as parent,
    case when taken.is_comment then 'fb:' || taken.post_id end as root,
    case when taken.by_page then 'staff' else 'public' end as author_kind,
    case when not taken.by_page then 'fb:' || taken.from_id end as author,
    coalesce(taken.written_at, taken.happened) as posted,
    taken.content as text,
    replace(taken.link, ';', '%3B') as links,
    'public' as surface
from taken
cross join this_file
where taken.why_not is null and taken.verb = 'add';

-- fills: revisions
select
    taken.rec_row as row,
    'event' as basis,
    'fb:' || taken.id as post,
    cast(1 + row_number() over (partition by taken.id order by taken.happened, taken.rec_row) as varchar) as revision,
    taken.happened as edited,
    taken.content as text
from taken
where taken.why_not is null and taken.verb = 'edited';

-- fills: sightings
select
    taken.rec_row as row,
    'event' as basis,
    'fb:' || taken.id as post,
    taken.happened as seen,
    case taken.verb when 'hide' then 'hidden' when 'remove' then 'absent' else 'visible' end as state,
    right(this_file.file, 128) as export
from taken
cross join this_file
where taken.why_not is null;

-- fills: actions
select
    taken.rec_row as row,
    'event' as basis,
    'fb:' || taken.id || ':' || taken.verb || ':' || taken.happened as action_no,
    taken.happened as acted,
    this_file.channel,
    case taken.verb when 'remove' then 'delete' else taken.verb end as action,
    'fb:' || taken.id as post,
    'staff' as source
from taken
cross join this_file
where
    taken.why_not is null
    and (
        taken.verb in ('hide', 'unhide')
        or (taken.verb = 'remove' and taken.by_page)
    );

-- fills: coverage
with kept as (
    select 'posts' as source
    union all
    select 'actions' as source
)

select
    0 as row,
    'event' as basis,
    kept.source,
    this_file.channel,
    this_file.covers_from,
    this_file.covers_to,
    this_file.exported_at as exported,
    this_file.file
from this_file
cross join kept
where this_file.covers_from is not null and this_file.covers_to is not null;

-- out_of_scope
select
    rec_row as row,
    why_not as why
from taken
where why_not is not null;
