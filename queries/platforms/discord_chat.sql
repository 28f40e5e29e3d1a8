/*
id        = "discord_chat"
title     = "Discord channel export (DiscordChatExporter JSON)"
platform  = "discord"
container = "json"
versions  = ["export of a server's channel"]
brings    = "The messages of a channel as they stood on the day of the export, with their ids, times, texts and when they were last edited."
cannot_prove = [
    "messages that were deleted: they are not in the export",
    "who deleted a message, when and why",
    "what a message said before it was edited",
    "which messages are the library's: roles are not mapped, so every message is loaded as a visitor's, unless audit.toml names the account",
]
sample    = "discord/chat_exporter"

[[recognise]]
shape = ["guild.id", "channel.type", "messages[].timestamp", "messages[].author.id"]

[[recognise]]
shape  = ["guild.id", "channel.type", "messages[].timestamp", "messages[].author.id"]
text   = '"type"\s*:\s*"Direct(Text|Group)'
unread = "private messages are never read"

[[record]]
kind   = "message"
at     = "messages[]"
fields = [
    "id", "type", "timestamp (iso)", "timestampEdited (iso)", "content", "author.id", "author.isBot",
    "reference.messageId", "attachments.url",
]
carry  = { exported_at = "exportedAt (iso)" }
*/

-- relation: message
select
    raw.rec_row,
    'discord:' || json_extract_string(raw.body, '$.id') as post,
    'discord:' || json_extract_string(raw.body, '$.reference.messageId') as parent,
    case when own_account.name is null then 'public' else 'staff' end as author_kind,
    coalesce(own_account.name, 'discord:' || json_extract_string(raw.body, '$.author.id')) as author,
    json_extract_string(raw.body, '$.timestamp') as posted,
    json_extract_string(raw.body, '$.timestampEdited') as edited,
    json_extract_string(raw.body, '$.content') as content,
    coalesce(json_extract_string(raw.body, '$.exported_at'), this_file.exported_at) as seen,
    this_file.channel,
    this_file.file
from raw
left join own_account on own_account.name = json_extract_string(raw.body, '$.author.id')
cross join this_file;

-- fills: posts
select
    message.rec_row as row,
    'current_state' as basis,
    message.post,
    message.channel,
    message.parent,
    message.author_kind,
    message.author,
    message.posted,
    message.content as text,
    'public' as surface
from message;

-- fills: revisions
select
    message.rec_row as row,
    'current_state' as basis,
    message.post,
    '2' as revision,
    message.edited,
    message.content as text
from message
where message.edited is not null;

-- fills: sightings
select
    message.rec_row as row,
    'current_state' as basis,
    message.post,
    message.seen,
    'visible' as state,
    right(message.file, 128) as export
from message
where message.seen is not null;

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
