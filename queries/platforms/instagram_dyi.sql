/*
id        = "instagram_dyi"
title     = "Instagram download of your information (JSON)"
platform  = "instagram"
container = "json"
versions  = ["blocked lists of 2021 to 2023, of 2024 and 2025, and of 2026", "string_list_data and string_map_data", "label_values"]
brings    = "The account's own posts and comments, and the list of blocked accounts with the time of each block."
cannot_prove = [
    "what visitors wrote: the download holds only what the account itself wrote, so it gives no coverage of posts unless audit.toml declares it",
    "who hid or removed a visitor's comment, when and why",
    "who blocked an account and why, and which blocks were lifted: a lifted block is simply not in the list",
    "that a post was deleted: a deleted post is simply not in the download",
    "who has access: roles are kept in the business portfolio",
    "which post is which: the download carries no ids, so an id is made of the time and the text",
]
sample    = "instagram/dyi; other files made by the tests"
repair    = "latin1_escapes"

[ignored]
"*messages/inbox/?*"            = "private messages are never read"
"*messages/message_requests/?*" = "private messages are never read"
"followers*.json"              = "who follows the account is no evidence for this audit"
"following*.json"              = "whom the account follows is no evidence for this audit"
"close_friends.json"           = "whom the account follows is no evidence for this audit"
"liked_*.json"                 = "reactions are no evidence for this audit"
"*login_and_account_creation/?*" = "addresses of devices are never read"
"*login_activity.json"         = "addresses of devices are never read"
"*synced_contacts.json"        = "address books are never read"
"*"                            = "not among the files of the download that are evidence for this audit"

[[recognise]]
shape = ["relationships_blocked_users"]

[[recognise]]
name  = 'blocked'
shape = ["timestamp", "label_values[].label"]

[[recognise]]
name  = 'blocked'
shape = ["[].timestamp", "[].label_values[].label"]

[[recognise]]
shape  = ["relationships_following[].string_list_data[]"]
unread = "whom the account follows is no evidence for this audit"

[[recognise]]
shape  = ["[].string_list_data[].href", "[].media_list_data"]
unread = "who follows the account is no evidence for this audit"

[[recognise]]
shape = ["comments_media_comments"]

[[recognise]]
shape = ["comments_reels_comments"]

[[recognise]]
name  = 'comments'
shape = ["[].string_map_data"]

[[recognise]]
name  = 'comments'
shape = ["[].string_list_data[].timestamp"]

[[recognise]]
shape = ["[].media[].creation_timestamp", "[].media[].uri"]

[[recognise]]
shape = ["[].creation_timestamp", "[].uri"]

[[recognise]]
shape = ["media[].creation_timestamp", "media[].uri"]

[[recognise]]
shape = ["ig_stories[].creation_timestamp"]

[[recognise]]
shape = ["ig_reels_media[].media[].creation_timestamp"]

[[recognise]]
shape = ["ig_archived_post_media[].media[].creation_timestamp"]

[[pairs]]
element = "label_values"
name    = "label"
value   = "value"
keep    = ["Username", "Benutzername", "Nombre de usuario", "Nom d’utilisateur", "Nome de usuário", "Nome utente", "URL"]
shown_by = { URL = '^https?://(?:www\.)?instagram\.com/' }

[[record]]
kind   = "block"
at     = "relationships_blocked_users[]"
empty  = "no_block"
fields = ["title", "string_list_data.href", "string_list_data.value", "string_list_data.timestamp (unix)"]

[[record]]
kind   = "block"
at     = ["[]", ""]
where  = { label_values = ".", timestamp = '^\d+' }
fields = ["timestamp (unix)", "label_values.*"]

[[record]]
kind   = "comment"
at     = ["comments_media_comments[]", "comments_reels_comments[]"]
fields = [
    "string_map_data.Comment.value", "string_map_data.Kommentar.value", "string_map_data.Comentario.value",
    "string_map_data.Commentaire.value", "string_map_data.Comentário.value", "string_map_data.Commento.value",
    "string_map_data.*.timestamp (unix)", "string_list_data.value",
    "string_list_data.timestamp (unix)",
]

[[record]]
kind   = "comment"
at     = "[]"
where  = { string_map_data = "." }
fields = [
    "string_map_data.Comment.value", "string_map_data.Kommentar.value", "string_map_data.Comentario.value",
    "string_map_data.Commentaire.value", "string_map_data.Comentário.value", "string_map_data.Commento.value",
    "string_map_data.*.timestamp (unix)",
]

[[record]]
kind   = "comment"
at     = "[]"
where  = { string_list_data = "." }
fields = ["string_list_data.value", "string_list_data.timestamp (unix)"]

[[record]]
kind   = "media"
at     = ["[]", "ig_reels_media[]", "ig_archived_post_media[]"]
where  = { media = ".", label_values = "^$" }
fields = ["title", "creation_timestamp (unix)", "media.title", "media.creation_timestamp (unix)", "media.uri"]

[[record]]
kind   = "media"
at     = ["[]", "media[]"]
where  = { media = "^$", uri = ".", creation_timestamp = '^\d+' }
fields = ["title", "creation_timestamp (unix)", "uri"]

[[record]]
kind   = "story"
at     = "ig_stories[]"
fields = ["title", "creation_timestamp (unix)", "uri"]
*/

-- relation: written
select
    rec_row,
    kind,
    case
        when kind = 'comment'
            then
                coalesce(
                    list_extract(list_filter(
                        json_extract_string(body, '$.string_map_data.*.timestamp'), lambda moment: moment is not null
                    ), 1),
                    json_extract_string(body, '$.string_list_data[0].timestamp')
                )
        else coalesce(
            json_extract_string(body, '$.creation_timestamp'),
            json_extract_string(body, '$.media[0].creation_timestamp')
        )
    end as posted,
    case
        when kind = 'comment'
            then
                coalesce(
                    list_extract(json_extract_string(body, '$.string_map_data.*.value'), 1),
                    json_extract_string(body, '$.string_list_data[0].value')
                )
        else coalesce(
            nullif(json_extract_string(body, '$.title'), ''),
            nullif(json_extract_string(body, '$.media[0].title'), '')
        )
    end as content,
    coalesce(json_extract_string(body, '$.uri'), json_extract_string(body, '$.media[0].uri'), '') as uri
from raw
where kind in ('comment', 'media', 'story');

-- relation: post
select
    written.rec_row,
    'ig:dyi:' || case when written.kind = 'comment' then 'c' else '' end
    || replace(replace(replace(written.posted, ':', ''), '-', ''), 'Z', '')
    || '-' || left(md5(coalesce(written.content, '') || written.uri), 8) as post,
    written.posted,
    written.content
from written;

-- fills: posts
select
    post.rec_row as row,
    'current_state' as basis,
    post.post,
    this_file.channel,
    'staff' as author_kind,
    post.posted,
    post.content as text,
    'public' as surface
from post
cross join this_file;

-- fills: sightings
select
    post.rec_row as row,
    'current_state' as basis,
    post.post,
    this_file.exported_at as seen,
    'visible' as state,
    right(this_file.file, 128) as export
from post
cross join this_file
where this_file.exported_at is not null;

-- relation: block
select
    rec_row,
    kind,
    coalesce(
        json_extract_string(body, '$.string_list_data[0].value'),
        nullif(json_extract_string(body, '$.title'), ''),
        json_extract_string(body, '$.label_values.Username[0]'),
        json_extract_string(body, '$.label_values.Benutzername[0]'),
        json_extract_string(body, '$.label_values."Nombre de usuario"[0]'),
        json_extract_string(body, '$.label_values."Nom d’utilisateur"[0]'),
        json_extract_string(body, '$.label_values."Nome de usuário"[0]'),
        json_extract_string(body, '$.label_values."Nome utente"[0]'),
        nullif(
            regexp_extract(json_extract_string(body, '$.label_values.URL[0]'), 'instagram\.com/(?:_u/)?([^/?]+)', 1), ''
        ),
        nullif(
            regexp_extract(
                json_extract_string(body, '$.string_list_data[0].href'), 'instagram\.com/(?:_u/)?([^/?]+)', 1
            ),
            ''
        )
    ) as username,
    coalesce(
        json_extract_string(body, '$.string_list_data[0].timestamp'), json_extract_string(body, '$.timestamp')
    ) as blocked_at
from raw
where kind in ('block', 'no_block');

-- fills: block_lists
select
    block.rec_row as row,
    'current_state' as basis,
    'ig:block:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'ig:' || block.username as user
from block
cross join this_file
where this_file.exported_at is not null and (block.kind = 'no_block' or block.username is not null);

-- fills: actions
select
    block.rec_row as row,
    'event' as basis,
    'ig:block:' || block.username || ':' || block.blocked_at as action_no,
    block.blocked_at as acted,
    this_file.channel,
    'block' as action,
    'ig:' || block.username as user,
    'staff' as source
from block
cross join this_file
where block.kind = 'block' and block.username is not null;

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
where
    this_file.covers_from is not null
    and this_file.covers_to is not null
    and exists (
        select 1
        from post
        where post.post is not null
    );

-- out_of_scope
select
    rec_row as row,
    'a blocked account whose name stands under no label that is known' as why
from block
where kind = 'block' and username is null;
