/*
id        = "facebook_dyi"
title     = "Facebook download of your information (JSON)"
platform  = "facebook"
container = "json"
versions  = ["bare lists of posts", "keys without and with a version suffix (comments, comments_v2, videos_v3)", "label_values with fbid"]
brings    = "The page's own posts, films, photos and events, and the comments it wrote itself, with their times and texts."
cannot_prove = [
    "what visitors wrote: the download holds only what the page itself wrote, so it gives no coverage of posts unless audit.toml declares it",
    "who removed or hid a comment, when and why",
    "who was blocked, when, by whom and why",
    "that a post was deleted: a deleted post is simply not in the download",
    "which post is which: older downloads carry no ids, so an id is made of the time and the text",
    "who has access to the page",
    "what a post of a newer download says, where its labels are in a language that is not known: it is loaded without its text",
]
sample    = "facebook/dyi; other files made by the tests"
repair    = "latin1_escapes"

[ignored]
"messages/?*"                   = "private messages are never read"
"message_*.json"               = "private messages are never read"
"*your_facebook_activity/messages/?*" = "private messages are never read"
"logged_information/?*"         = "what the platform noted about the account is not read"
"*security_and_login_information/?*"  = "addresses of devices are never read"
"ads_information/?*"            = "what advertisers see is no evidence for this audit"
"likes_and_reactions*.json"    = "reactions are no evidence for this audit"
"*"                            = "not among the files of the download that are evidence for this audit"

[[recognise]]
shape  = ["participants", "messages[].sender_name"]
unread = "private messages are never read"

[[recognise]]
shape  = ["reactions[].data[].reaction"]
unread = "reactions are no evidence for this audit"

[[recognise]]
shape  = ["reactions_v2"]
unread = "reactions are no evidence for this audit"

[[recognise]]
shape  = ["prodash_activity"]
unread = "its fields are not known well enough to be evidence"

[[recognise]]
shape = ["[].timestamp", "[].data[].post"]

[[recognise]]
shape = ["[].timestamp", "[].attachments[].data[]"]

[[recognise]]
shape = ["[].label_values[].label", "[].fbid"]

[[recognise]]
shape = ["comments_v2"]

[[recognise]]
shape = ["comments[].data[].comment"]

[[recognise]]
shape = ["comments_v3"]

[[recognise]]
shape = ["videos[].creation_timestamp"]

[[recognise]]
shape = ["videos_v2"]

[[recognise]]
shape = ["videos_v3"]

[[recognise]]
shape = ["your_events[].create_timestamp"]

[[recognise]]
shape = ["your_events_v2"]

[[recognise]]
shape = ["your_events_v3"]

[[recognise]]
shape = ["name", "photos[].creation_timestamp", "photos[].uri"]

[[pairs]]
element = "label_values"
name    = "label"
value   = "value"
keep    = [
    "Text", "Message", "Post", "Description", "Caption", "URL", "Comment",
    "Nachricht", "Beitrag", "Beschreibung", "Kommentar", "Mensaje", "Publicación", "Descripción", "Comentario",
    "Texte", "Publication", "Commentaire", "Legenda", "Descrição", "Comentário", "Texto", "Testo", "Commento",
]

[[record]]
kind   = "post"
at     = "[]"
where  = { "timestamp" = '^\d+' }
fields = [
    "timestamp (unix)", "data.post", "attachments.data.external_context.url",
    "attachments.data.media.description", "fbid", "label_values.*",
]

[[record]]
kind   = "comment"
at     = ["comments[]", "comments_v2[]", "comments_v3[]"]
fields = ["timestamp (unix)", "data.comment.comment", "data.comment.author", "fbid"]

[[record]]
kind   = "video"
at     = ["videos[]", "videos_v2[]", "videos_v3[]"]
fields = ["creation_timestamp (unix)", "title", "description", "uri"]

[[record]]
kind   = "photo"
at     = "photos[]"
where  = { "creation_timestamp" = '^\d+' }
fields = ["creation_timestamp (unix)", "description", "uri"]

[[record]]
kind   = "event"
at     = ["your_events[]", "your_events_v2[]", "your_events_v3[]"]
fields = ["name", "create_timestamp (unix)", "description"]
*/

-- relation: written
select
    rec_row,
    json_extract_string(body, '$.fbid') as fbid,
    coalesce(
        json_extract_string(body, '$.timestamp'),
        json_extract_string(body, '$.creation_timestamp'),
        json_extract_string(body, '$.create_timestamp')
    ) as posted,
    case when kind = 'comment' then json_extract_string(body, '$.data[0].comment.author') end as author,
    nullif(concat_ws(
        chr(10),
        nullif(array_to_string(json_extract_string(body, '$.data[*].post'), chr(10)), ''),
        nullif(array_to_string(json_extract_string(body, '$.data[*].comment.comment'), chr(10)), ''),
        nullif(array_to_string(json_extract_string(body, '$.label_values.*[*]'), chr(10)), ''),
        nullif(json_extract_string(body, '$.name'), ''),
        nullif(json_extract_string(body, '$.title'), ''),
        nullif(json_extract_string(body, '$.description'), '')
    ), '') as content,
    coalesce(json_extract_string(body, '$.uri'), '') as uri,
    array_to_string(list_transform(
        json_extract_string(body, '$.attachments[*].data[*].external_context.url'),
        lambda link: replace(link, ';', '%3B')
    ), ';') as links
from raw;

-- relation: post
select
    written.rec_row,
    coalesce(
        'fb:' || written.fbid,
        'fb:dyi:' || replace(replace(replace(written.posted, ':', ''), '-', ''), 'Z', '')
        || '-' || left(md5(coalesce(written.content, '') || written.uri), 8)
    ) as post,
    written.author,
    written.posted,
    written.content,
    written.links
from written;

-- fills: posts
select
    post.rec_row as row,
    'current_state' as basis,
    post.post,
    this_file.channel,
    'staff' as author_kind,
    post.author,
    post.posted,
    post.content as text,
    nullif(post.links, '') as links,
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
