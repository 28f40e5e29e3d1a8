/*
id        = "pagefreezer"
title     = "Archive of social media (PageFreezer items, JSON)"
platform  = "other"
container = "json"
versions  = ["list of items, JSON lines"]
brings    = "Posts and comments by anybody as the archive captured them, with edits and with the time at which an item was found gone."
cannot_prove = [
    "who removed an item, and why: the archive sees that it is gone, not by whose hand",
    "exactly when an item went: it went between two captures, and the time is that of the later one",
    "items that came and went between two captures",
    "which items are the library's, where the author is not the page itself: such items are loaded as a visitor's, unless audit.toml names the account",
    "what an item said between two edits: the archive notes the time of each, and the last text only",
]
sample    = "made by the tests from the published shape"

[[recognise]]
shape = ["[].sm_object_id", "[].activity_type", "[].creation_ts"]

[[recognise]]
shape = ["sm_object_id", "activity_type", "creation_ts"]

[[recognise]]
shape = ["items[].sm_object_id", "items[].creation_ts"]

[[record]]
kind   = "private"
at     = ["[]", "items[]", ""]
where  = { sm_object_id = ".", activity_type = '(?i)message|direct|inbox|chat' }
fields = ["activity_type"]

[[record]]
kind   = "item"
at     = ["[]", "items[]", ""]
where  = { sm_object_id = ".", activity_type = '(?i)^(?!.*(message|direct|inbox|chat))' }
fields = [
    "sm_network", "sm_object_id", "sm_parent_id", "activity_type", "creation_ts (unix_or_iso)",
    "last_modification_ts (unix_or_iso)", "deleted_ts (unix_or_iso)", "changed_history.*", "etc.message",
    "etc.from.id", "etc.from.name",
]
*/

-- relation: item
select
    rec_row,
    case lower(coalesce(json_extract_string(body, '$.sm_network'), ''))
        when 'facebook' then 'fb:'
        when 'twitter' then 'x:'
        when 'x' then 'x:'
        when 'instagram' then 'ig:'
        when 'youtube' then 'yt:'
        when '' then 'pf:'
        else lower(json_extract_string(body, '$.sm_network')) || ':'
    end as prefix,
    json_extract_string(body, '$.sm_object_id') as id,
    json_extract_string(body, '$.sm_parent_id') as parent_id,
    json_extract_string(body, '$.creation_ts') as posted,
    json_extract_string(body, '$.last_modification_ts') as edited,
    json_extract_string(body, '$.deleted_ts') as gone_at,
    json_extract_string(body, '$.etc.message') as content,
    json_extract_string(body, '$.etc.from.id') as from_id,
    coalesce(json_extract_string(body, '$.etc.from.id'), json_extract_string(body, '$.etc.from.name')) as author
from raw
where kind = 'item';

-- relation: page
select distinct from_id
from item
where prefix = 'fb:' and starts_with(id, from_id || '_');

-- relation: change
select
    listed.rec_row,
    case
        when regexp_matches(listed.noted_at, '^\d{1,11}$')
            then cast(timestamp '1970-01-01 00:00:00' + to_seconds(cast(listed.noted_at as bigint)) as varchar) || 'Z'
        else listed.noted_at
    end as edited,
    row_number() over (partition by listed.rec_row order by listed.noted_at) as place,
    row_number() over (partition by listed.rec_row order by listed.noted_at desc) = 1 as is_last
from (
    select
        rec_row,
        body,
        unnest(json_keys(body, '$.changed_history')) as noted_at
    from raw
    where kind = 'item' and json_type(body, '$.changed_history') = 'OBJECT'
) as listed
where
    regexp_matches(
        json_extract_string(listed.body, '$.changed_history."' || listed.noted_at || '"'),
        '(?i)message|text|content|caption|title|description'
    );

-- fills: posts
select
    item.rec_row as row,
    'snapshot_diff' as basis,
    item.prefix || item.id as post,
    this_file.channel,
    item.prefix || item.parent_id as parent,
    case when coalesce(page.from_id, own_account.handle) is null then 'public' else 'staff' end as author_kind,
    coalesce(own_account.handle, case when page.from_id is null then item.prefix || item.author end) as author,
    item.posted,
    item.content as text,
    'public' as surface
from item
left join page on page.from_id = item.from_id and item.prefix = 'fb:'
left join own_account on own_account.handle = lower(ltrim(item.author, '@'))
cross join this_file;

-- fills: revisions
select
    item.rec_row as row,
    'snapshot_diff' as basis,
    item.prefix || item.id as post,
    '2' as revision,
    item.edited,
    item.content as text
from item
where
    item.edited is not null
    and item.edited <> item.posted
    and not exists (
        select 1
        from change
        where change.rec_row = item.rec_row
    )
union all
select
    change.rec_row as row,
    'snapshot_diff' as basis,
    item.prefix || item.id as post,
    cast(change.place + 1 as varchar) as revision,
    change.edited,
    case when change.is_last then item.content end as text
from change
inner join item on item.rec_row = change.rec_row;

-- fills: sightings
select
    item.rec_row as row,
    'snapshot_diff' as basis,
    item.prefix || item.id as post,
    coalesce(item.gone_at, this_file.exported_at) as seen,
    case when item.gone_at is null then 'visible' else 'absent' end as state,
    right(this_file.file, 128) as export
from item
cross join this_file
where coalesce(item.gone_at, this_file.exported_at) is not null;

-- fills: coverage
select
    0 as row,
    'snapshot_diff' as basis,
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
    'a private message: its text is left unread' as why
from raw
where kind = 'private';
