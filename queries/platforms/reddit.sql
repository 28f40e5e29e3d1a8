/*
id        = "reddit"
title     = "Reddit moderation answers (JSON)"
platform  = "reddit"
container = "json"
versions  = ["moderation log", "moderators", "banned users", "reported posts and comments", "recorded exchanges of these"]
brings    = "The community's moderation log with who, when, what and the reason; its moderators and their powers; who is banned since when; reported posts and comments."
cannot_prove = [
    "anything older than the log is kept",
    "what a removed comment said, in most rows of the log",
    "who banned somebody, where only the list of banned users is at hand",
    "that the answers are complete: each page is one file",
    "which posts are the library's, where they are not marked as a moderator's: those are loaded as a visitor's, unless audit.toml names the account",
]
sample    = "reddit/api, reddit/go"
rest      = ["log_coverage"]

[[recognise]]
shape = ["data.children[].data.mod_id36", "data.children[].data.action"]

[[recognise]]
shape = ["[].response.data.children[].data.mod_id36"]

[[recognise]]
shape = ["data.children[].mod_permissions"]

[[recognise]]
shape = ["[].response.data.children[].mod_permissions"]

[[recognise]]
shape = ["data.children[].name", "data.children[].date", "data.children[].note"]

[[recognise]]
shape = ["[].response.data.children[].name", "[].response.data.children[].note"]

[[recognise]]
shape = ["data.children[].data.user_reports", "data.children[].data.author"]

[[recognise]]
shape = ["[].response.data.children[].data.user_reports"]

[[recognise]]
text   = 'removal_reasons'
shape  = ["[].response.data"]
unread = "the community's own list of reasons"

[[recognise]]
shape  = ["mod_notes[].user_note_data"]
unread = "notes about users are not read"

[[recognise]]
shape  = ["[].response.mod_notes[].user_note_data"]
unread = "notes about users are not read"

[[record]]
kind   = "event"
at     = ["data.children[].data", "[].response.data.children[].data"]
where  = { action = ".", mod_id36 = "." }
fields = ["id", "action", "mod", "created_utc (unix)", "target_fullname", "target_author", "details", "description"]

[[record]]
kind   = "moderator"
at     = ["data.children[]", "[].response.data.children[]"]
where  = { mod_permissions = ".", name = "." }
fields = ["name", "mod_permissions", "date (unix)"]

[[record]]
kind   = "banned"
at     = ["data.children[]", "[].response.data.children[]"]
where  = { name = ".", date = ".", mod_permissions = "^$", data = "^$" }
fields = ["name", "date (unix)", "note", "days_left"]

[[record]]
kind   = "reported"
at     = ["data.children[].data", "[].response.data.children[].data"]
where  = { author = ".", created_utc = ".", mod_id36 = "^$" }
fields = [
    "name", "author", "created_utc (unix)", "body", "title", "selftext", "parent_id", "link_id", "banned_by",
    "approved_by", "distinguished",
]

[[record]]
kind   = "exchange"
at     = "[]"
where  = { uri = ".", "response.data.children" = "^$" }
fields = ["status"]
*/

-- relation: event
select
    rec_row,
    json_extract_string(body, '$.id') as id,
    json_extract_string(body, '$.created_utc') as happened,
    json_extract_string(body, '$.mod') as login,
    coalesce(json_extract_string(body, '$.action'), '') as native_action,
    json_extract_string(body, '$.target_fullname') as target,
    nullif(json_extract_string(body, '$.target_author'), '') as target_author,
    nullif(concat_ws(': ', json_extract_string(body, '$.details'), json_extract_string(body, '$.description')), '')
        as reason,
    case
        when json_extract_string(body, '$.mod') in ('AutoModerator', 'automoderator') then 'automation'
        when json_extract_string(body, '$.mod') in ('reddit', 'Anti-Evil Operations', 'ModSupportBot') then 'platform'
        else 'staff'
    end as source,
    case
        when json_extract_string(body, '$.action') in ('removelink', 'removecomment', 'spamlink', 'spamcomment')
            then 'delete'
        when json_extract_string(body, '$.action') in ('approvelink', 'approvecomment') then 'hold_release'
        when json_extract_string(body, '$.action') = 'lock' then 'comment_lock'
        when json_extract_string(body, '$.action') = 'banuser' then 'block'
        when json_extract_string(body, '$.action') = 'unbanuser' then 'unblock'
        when json_extract_string(body, '$.action') = 'muteuser' then 'mute'
    end as action,
    case
        when json_extract_string(body, '$.action') in ('addmoderator', 'acceptmoderatorinvite', 'invitemoderator')
            then 'grant'
        when json_extract_string(body, '$.action') in ('removemoderator', 'uninvitemoderator') then 'revoke'
        when json_extract_string(body, '$.action') = 'setpermissions' then 'level'
        when json_extract_string(body, '$.action') in ('editsettings', 'community_styling', 'editrule') then 'setting'
    end as change
from raw
where kind = 'event';

-- fills: actions
select
    event.rec_row as row,
    'event' as basis,
    'reddit:' || event.id as action_no,
    event.happened as acted,
    this_file.channel,
    event.action,
    case when event.action not in ('block', 'unblock', 'mute') then 'reddit:' || event.target end as post,
    case when event.action in ('block', 'unblock', 'mute') then 'reddit:' || event.target_author end as user,
    event.login,
    event.source,
    event.reason
from event
cross join this_file
where event.action is not null
union all
select
    raw.rec_row as row,
    'event' as basis,
    'reddit:ban:' || json_extract_string(raw.body, '$.name') || ':' || json_extract_string(raw.body, '$.date')
        as action_no,
    json_extract_string(raw.body, '$.date') as acted,
    this_file.channel,
    'block' as action,
    cast(null as varchar) as post,
    'reddit:' || json_extract_string(raw.body, '$.name') as user,
    cast(null as varchar) as login,
    'staff' as source,
    nullif(json_extract_string(raw.body, '$.note'), '') as reason
from raw
cross join this_file
where raw.kind = 'banned';

-- fills: block_lists
select
    raw.rec_row as row,
    'current_state' as basis,
    'reddit:banned:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'reddit:' || json_extract_string(raw.body, '$.name') as user
from raw
cross join this_file
where raw.kind = 'banned' and this_file.exported_at is not null;

-- fills: access_changes
select
    event.rec_row as row,
    'event' as basis,
    event.happened as changed,
    this_file.channel,
    event.change,
    case when event.change <> 'setting' then event.target_author end as login,
    case when event.change = 'level' then event.reason end as new_level,
    event.login as changed_by
from event
cross join this_file
where event.change is not null;

-- fills: access_checks
select
    raw.rec_row as row,
    'current_state' as basis,
    'reddit:access:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'yes' as complete,
    json_extract_string(raw.body, '$.name') as login,
    case
        when list_contains(json_extract_string(raw.body, '$.mod_permissions[*]'), 'all') then 'full'
        when list_contains(json_extract_string(raw.body, '$.mod_permissions[*]'), 'config') then 'partial'
        when list_contains(json_extract_string(raw.body, '$.mod_permissions[*]'), 'posts') then 'community'
        when list_contains(json_extract_string(raw.body, '$.mod_permissions[*]'), 'mail') then 'messages'
        else 'insights'
    end as level
from raw
cross join this_file
where raw.kind = 'moderator';

-- relation: reported
select
    raw.rec_row,
    raw.body,
    json_extract_string(raw.body, '$.author') as author,
    own_account.handle is not null or json_extract_string(raw.body, '$.distinguished') = 'moderator' as by_library
from raw
left join own_account on own_account.handle = lower(json_extract_string(raw.body, '$.author'))
where raw.kind = 'reported';

-- fills: posts
select
    reported.rec_row as row,
    'current_state' as basis,
    'reddit:' || json_extract_string(reported.body, '$.name') as post,
    this_file.channel,
    'reddit:' || json_extract_string(reported.body, '$.parent_id') as parent,
    'reddit:' || json_extract_string(reported.body, '$.link_id') as root,
    case when reported.by_library then 'staff' else 'public' end as author_kind,
    case when reported.by_library then '' else 'reddit:' end || reported.author as author,
    json_extract_string(reported.body, '$.created_utc') as posted,
    concat_ws(
        chr(10),
        json_extract_string(reported.body, '$.title'),
        coalesce(json_extract_string(reported.body, '$.body'), json_extract_string(reported.body, '$.selftext'))
    ) as text,
    'public' as surface
from reported
cross join this_file;

-- fills: sightings
select
    raw.rec_row as row,
    'current_state' as basis,
    'reddit:' || json_extract_string(raw.body, '$.name') as post,
    this_file.exported_at as seen,
    case when json_extract_string(raw.body, '$.banned_by') is null then 'visible' else 'hidden' end as state,
    right(this_file.file, 128) as export
from raw
cross join this_file
where raw.kind = 'reported' and this_file.exported_at is not null;

-- out_of_scope
select
    rec_row as row,
    'neither a removal, a ban, a power nor a setting: ' || native_action as why
from event
where action is null and change is null
union all
select
    rec_row as row,
    'an exchange whose answer lists nothing' as why
from raw
where kind = 'exchange';
