/*
id        = "discourse_api"
title     = "Discourse API answers (JSON)"
platform  = "discourse"
container = "json"
versions  = ["topic with its posts", "one post", "user list of the administrators", "one administered user", "staff action logs"]
brings    = "Posts with whether they are hidden or deleted, who is administrator or moderator, and the staff action log, as they stood when asked."
cannot_prove = [
    "who removed a post, when and why, where the answer is no staff log",
    "posts that were destroyed for good",
    "that the user list is complete: each page is one file",
]
sample    = "discourse/api"

[[recognise]]
shape = ["post_stream.posts[].id", "post_stream.posts[].username"]

[[recognise]]
shape = ["id", "username", "cooked", "topic_id", "post_number"]

[[recognise]]
shape = ["[].id", "[].username", "[].admin", "[].moderator"]

[[recognise]]
shape = ["admin_user.id", "admin_user.admin"]

[[recognise]]
shape = ["staff_action_logs[].action_name", "staff_action_logs[].created_at"]

[[recognise]]
shape  = ["[].alias_level", "[].user_count"]
unread = "a list of groups without their members"

[[recognise]]
shape  = ["post_action_users[].username"]
unread = "who reacted to or flagged a post is not read"

[[record]]
kind   = "post"
at     = ["post_stream.posts[]", ""]
where  = { username = ".", post_number = "." }
fields = [
    "id", "username", "created_at (iso)", "raw", "cooked", "topic_id", "post_number", "reply_to_post_number", "staff",
    "admin", "moderator", "hidden", "deleted_at (iso)", "user_deleted", "version", "updated_at (iso)",
]

[[record]]
kind   = "user"
at     = ["[]", "admin_user"]
where  = { username = ".", moderator = "." }
fields = ["username", "admin", "moderator", "suspended"]

[[record]]
kind   = "event"
at     = "staff_action_logs[]"
fields = [
    "id", "action_name", "created_at (iso)", "subject", "post_id", "acting_user.username", "target_user.username",
]
*/

-- relation: post
select
    rec_row,
    json_extract_string(body, '$.id') as id,
    json_extract_string(body, '$.username') as username,
    json_extract_string(body, '$.created_at') as posted,
    coalesce(json_extract_string(body, '$.raw'), json_extract_string(body, '$.cooked')) as content,
    json_extract_string(body, '$.topic_id') as topic_id,
    json_extract_string(body, '$.post_number') as post_number,
    json_extract_string(body, '$.reply_to_post_number') as reply_to,
    'true' in (
        coalesce(json_extract_string(body, '$.staff'), ''),
        coalesce(json_extract_string(body, '$.admin'), ''),
        coalesce(json_extract_string(body, '$.moderator'), '')
    ) or json_extract_string(body, '$.username') = 'system' as is_staff,
    json_extract_string(body, '$.hidden') = 'true' as is_hidden,
    json_extract_string(body, '$.deleted_at') as deleted_at,
    json_extract_string(body, '$.user_deleted') = 'true' as is_author_deleted
from raw
where kind = 'post';

-- fills: posts
select
    post.rec_row as row,
    'current_state' as basis,
    'discourse:' || post.id as post,
    this_file.channel,
    'discourse:' || parent.id as parent,
    'discourse:' || opening.id as root,
    case when post.is_staff then 'staff' else 'public' end as author_kind,
    case when post.is_staff then post.username else 'discourse:' || post.username end as author,
    post.posted,
    post.content as text,
    'public' as surface
from post
cross join this_file
left join post as parent on parent.topic_id = post.topic_id and parent.post_number = post.reply_to
left join post as opening
    on opening.topic_id = post.topic_id and opening.post_number = '1' and opening.id <> post.id;

-- fills: sightings
select
    post.rec_row as row,
    'current_state' as basis,
    'discourse:' || post.id as post,
    coalesce(post.deleted_at, this_file.exported_at) as seen,
    case
        when post.is_author_deleted then 'author_deleted'
        when post.deleted_at is not null then 'absent'
        when post.is_hidden then 'hidden'
        else 'visible'
    end as state,
    right(this_file.file, 128) as export
from post
cross join this_file
where coalesce(post.deleted_at, this_file.exported_at) is not null;

-- fills: access_checks
select
    raw.rec_row as row,
    'current_state' as basis,
    'discourse:access:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'no' as complete,
    json_extract_string(raw.body, '$.username') as login,
    case when json_extract_string(raw.body, '$.admin') = 'true' then 'full' else 'community' end as level
from raw
cross join this_file
where
    raw.kind = 'user'
    and (
        json_extract_string(raw.body, '$.admin') = 'true'
        or json_extract_string(raw.body, '$.moderator') = 'true'
    );

-- relation: event
select
    rec_row,
    'discourse:log:' || json_extract_string(body, '$.id') as event_no,
    json_extract_string(body, '$.created_at') as happened,
    json_extract_string(body, '$.acting_user.username') as login,
    coalesce(
        json_extract_string(body, '$.target_user.username'), json_extract_string(body, '$.subject')
    ) as subject,
    json_extract_string(body, '$.post_id') as post_id,
    coalesce(json_extract_string(body, '$.action_name'), '') as action
from raw
where kind = 'event';

-- fills: actions
select
    event.rec_row as row,
    'event' as basis,
    event.event_no as action_no,
    event.happened as acted,
    this_file.channel,
    case event.action
        when 'recover_post' then 'restore'
        when 'hide_post' then 'hide'
        when 'suspend_user' then 'block'
        when 'unsuspend_user' then 'unblock'
        when 'silence_user' then 'mute'
        else 'delete'
    end as action,
    case when event.action like '%\_post' escape '\' then 'discourse:' || event.post_id end as post,
    case when event.action like '%\_user' escape '\' then 'discourse:' || event.subject end as user,
    event.login,
    case when event.login = 'system' then 'automation' else 'staff' end as source
from event
cross join this_file
where
    event.action in (
        'delete_post', 'delete_topic', 'recover_post', 'hide_post', 'suspend_user', 'unsuspend_user', 'silence_user'
    );

-- fills: access_changes
select
    event.rec_row as row,
    'event' as basis,
    event.happened as changed,
    this_file.channel,
    case when event.action like 'grant%' then 'grant' else 'revoke' end as change,
    event.subject as login,
    event.login as changed_by
from event
cross join this_file
where event.action in ('grant_admin', 'grant_moderation', 'revoke_admin', 'revoke_moderation');

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
    'neither a removal, a block nor a power: ' || action as why
from event
where
    action not in (
        'delete_post', 'delete_topic', 'recover_post', 'hide_post', 'suspend_user', 'unsuspend_user', 'silence_user',
        'grant_admin', 'grant_moderation', 'revoke_admin', 'revoke_moderation'
    )
union all
select
    rec_row as row,
    'a user without powers' as why
from raw
where
    kind = 'user'
    and coalesce(json_extract_string(body, '$.admin'), '') <> 'true'
    and coalesce(json_extract_string(body, '$.moderator'), '') <> 'true';
