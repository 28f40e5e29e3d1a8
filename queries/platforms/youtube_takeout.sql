/*
id        = "youtube_takeout"
title     = "YouTube Takeout: comments (CSV)"
platform  = "youtube"
container = "csv"
versions  = ["before June 2024 (takeoutSegments)", "after June 2024 (several texts in a row)", "columns in any order and capitals"]
brings    = "The comments that the account itself wrote, with their ids, times and texts."
cannot_prove = [
    "what visitors wrote: Takeout holds the account's own comments only, so it gives no coverage of posts unless audit.toml declares it",
    "who held, removed or hid a comment, when and why: YouTube keeps no such log",
    "who is hidden from the channel: that list cannot be exported",
    "who has access to the channel",
]
sample    = "youtube/takeout"
members   = ["comments/comments*.csv", "*kommentare*.csv", "*comentarios*.csv"]

[ignored]
"*live chats*.csv"             = "live chats are no comments"
"history/?*"               = "what the account watched and searched is not read"
"*subscriptions*.csv"          = "whom the account follows is no evidence for this audit"
"*"                        = "not among the files of Takeout that are evidence for this audit"

[[recognise]]
columns = ["Comment ID", "Channel ID", "Comment Create Timestamp", "Video ID", "Comment Text"]

[columns]
"Comment ID"               = ["Kommentar-ID", "ID del comentario"]
"Channel ID"               = ["Kanal-ID", "ID del canal"]
"Comment Create Timestamp" = ["Zeitstempel der Kommentarerstellung", "Marca de tiempo de creación del comentario"]
"Parent Comment ID"        = ["Übergeordnete Kommentar-ID", "ID de comentario principal"]
"Video ID"                 = ["Video-ID", "ID del vídeo"]
"Comment Text"             = ["Kommentartext", "Texto del comentario"]

[[record]]
kind   = "comment"
fields = [
    "Comment ID", "Channel ID", "Comment Create Timestamp (iso)", "Parent Comment ID", "Video ID", "Comment Text",
]
*/

-- relation: comment
select
    rec_row,
    nullif(json_extract_string(body, '$."Comment ID"'), '') as id,
    nullif(json_extract_string(body, '$."Parent Comment ID"'), '') as parent_id,
    nullif(json_extract_string(body, '$."Video ID"'), '') as video_id,
    json_extract_string(body, '$."Channel ID"') as author,
    json_extract_string(body, '$."Comment Create Timestamp"') as posted,
    array_to_string(
        list_transform(
            regexp_extract_all(
                replace(replace(replace(
                    json_extract_string(body, '$."Comment Text"'), chr(13), ''
                ), chr(10), '\n'), chr(9), '\t'),
                '"text"\s*:\s*("(?:[^"\\]|\\.)*")', 1
            ),
            lambda part: case when json_valid(part) then json_extract_string(part, '$') else part end
        ), ''
    ) as content,
    json_extract_string(body, '$."Comment Text"') as written
from raw;

-- fills: posts
select
    comment.rec_row as row,
    'current_state' as basis,
    'yt:' || comment.id as post,
    this_file.channel,
    'yt:' || coalesce(comment.parent_id, comment.video_id) as parent,
    'yt:' || comment.video_id as root,
    'staff' as author_kind,
    comment.author,
    comment.posted,
    coalesce(nullif(comment.content, ''), comment.written) as text,
    'public' as surface
from comment
cross join this_file;

-- fills: sightings
select
    comment.rec_row as row,
    'current_state' as basis,
    'yt:' || comment.id as post,
    this_file.exported_at as seen,
    'visible' as state,
    right(this_file.file, 128) as export
from comment
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
where this_file.covers_from is not null and this_file.covers_to is not null;
