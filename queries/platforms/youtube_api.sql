/*
id        = "youtube_api"
title     = "YouTube API answers: comment threads and comments (JSON)"
platform  = "youtube"
container = "json"
versions  = ["v3 commentThreads", "v3 comments"]
brings    = "Comments by anybody with their ids, parents, times, texts and moderation status, as they stood when asked."
cannot_prove = [
    "who held, released, rejected or removed a comment, when and why",
    "rejected and removed comments: they are not in an answer",
    "held comments, where the answer was not asked for by the channel's owner",
    "who is hidden from the channel",
    "who has access to the channel",
]
sample    = "youtube/api_v3"

[[recognise]]
shape = ["kind", "items[].snippet.topLevelComment.snippet.publishedAt"]

[[recognise]]
shape = ["kind", "items[].snippet.publishedAt", "items[].snippet.textDisplay"]

[[recognise]]
shape  = ["kind", "items[].snippet.secondaryReasons[]"]
unread = "the platform's list of reasons"

[[record]]
kind   = "thread"
at     = "items[]"
where  = { "snippet.topLevelComment" = "." }
fields = [
    "snippet.channelId", "snippet.videoId", "snippet.topLevelComment.id",
    "snippet.topLevelComment.snippet.authorChannelId.value", "snippet.topLevelComment.snippet.textOriginal",
    "snippet.topLevelComment.snippet.textDisplay", "snippet.topLevelComment.snippet.publishedAt (iso)",
    "snippet.topLevelComment.snippet.moderationStatus", "snippet.isPublic",
]

[[record]]
kind   = "comment"
at     = "items[]"
where  = { "snippet.topLevelComment" = "^$", "snippet.publishedAt" = "." }
fields = [
    "id", "snippet.channelId", "snippet.videoId", "snippet.parentId", "snippet.authorChannelId.value",
    "snippet.textOriginal", "snippet.textDisplay", "snippet.publishedAt (iso)", "snippet.moderationStatus",
]

[[record]]
kind   = "reply"
at     = "items[].replies.comments[]"
fields = [
    "id", "snippet.channelId", "snippet.videoId", "snippet.parentId", "snippet.authorChannelId.value",
    "snippet.textOriginal", "snippet.textDisplay", "snippet.publishedAt (iso)", "snippet.moderationStatus",
]
carry  = { owner = "items[].snippet.channelId", video = "items[].snippet.videoId" }
*/

-- relation: comment
select
    rec_row,
    coalesce(json_extract_string(body, '$.id'), json_extract_string(body, '$.snippet.topLevelComment.id')) as id,
    json_extract_string(body, '$.snippet.parentId') as parent_id,
    coalesce(json_extract_string(body, '$.snippet.videoId'), json_extract_string(body, '$.video')) as video_id,
    coalesce(json_extract_string(body, '$.snippet.channelId'), json_extract_string(body, '$.owner')) as owner_id,
    coalesce(
        json_extract_string(body, '$.snippet.authorChannelId.value'),
        json_extract_string(body, '$.snippet.topLevelComment.snippet.authorChannelId.value')
    ) as author_id,
    coalesce(
        json_extract_string(body, '$.snippet.publishedAt'),
        json_extract_string(body, '$.snippet.topLevelComment.snippet.publishedAt')
    ) as posted,
    coalesce(
        json_extract_string(body, '$.snippet.textOriginal'),
        json_extract_string(body, '$.snippet.topLevelComment.snippet.textOriginal'),
        json_extract_string(body, '$.snippet.textDisplay'),
        json_extract_string(body, '$.snippet.topLevelComment.snippet.textDisplay')
    ) as content,
    coalesce(
        json_extract_string(body, '$.snippet.moderationStatus'),
        json_extract_string(body, '$.snippet.topLevelComment.snippet.moderationStatus'),
        case when json_extract_string(body, '$.snippet.isPublic') = 'false' then 'heldForReview' else 'published' end
    ) as status
from raw;

-- fills: posts
select
    comment.rec_row as row,
    'current_state' as basis,
    'yt:' || comment.id as post,
    this_file.channel,
    'yt:' || coalesce(comment.parent_id, comment.video_id) as parent,
    'yt:' || comment.video_id as root,
    case when comment.author_id = comment.owner_id then 'staff' else 'public' end as author_kind,
    case when comment.author_id = comment.owner_id then comment.author_id else 'yt:' || comment.author_id end as author,
    comment.posted,
    comment.content as text,
    case when comment.status in ('heldForReview', 'likelySpam') then 'held' else 'public' end as surface
from comment
cross join this_file;

-- fills: sightings
select
    comment.rec_row as row,
    'current_state' as basis,
    'yt:' || comment.id as post,
    this_file.exported_at as seen,
    case comment.status
        when 'published' then 'visible'
        when 'heldForReview' then 'held'
        when 'likelySpam' then 'held'
        else 'hidden'
    end as state,
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
