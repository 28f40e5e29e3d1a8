/*
id        = "wordpress_simple_history"
title     = "Simple History event log (JSON)"
platform  = "wordpress"
container = "json"
versions  = ["export of the plugin as JSON"]
brings    = "Who approved, held, trashed, restored or deleted a comment, and who changed whose role, each with its time."
cannot_prove = [
    "anything older than the plugin keeps: 60 days, 30 on newer installations",
    "why a comment was removed",
    "what the comment said",
]
sample    = "made by the tests from the exporter of the plugin"
rest      = ["log_coverage", "simple_history"]

[[recognise]]
shape = ["[].logger", "[].initiator", "[].context_message_key", "[].date"]

[[record]]
kind   = "event"
at     = "[]"
where  = { logger = "." }
fields = [
    "id", "logger", "date (utc)", "initiator", "context_message_key", "context._user_login", "context._user_id",
    "context.comment_ID", "context.comment_post_ID", "context.edited_user_login", "context.old_role",
    "context.new_role", "context.user_login", "context.created_user_login", "context.created_user_role",
    "context.deleted_user_login",
]
*/

-- relation: event
select
    rec_row,
    'wp:sh:' || json_extract_string(body, '$.id') as event_no,
    json_extract_string(body, '$.date') as happened,
    json_extract_string(body, '$.initiator') as initiator,
    coalesce(json_extract_string(body, '$.context_message_key'), '') as message,
    json_extract_string(body, '$.context._user_login') as login,
    json_extract_string(body, '$.context.comment_ID') as comment_id,
    coalesce(
        json_extract_string(body, '$.context.edited_user_login'),
        json_extract_string(body, '$.context.created_user_login'),
        json_extract_string(body, '$.context.deleted_user_login'),
        json_extract_string(body, '$.context.user_login')
    ) as changed_login,
    json_extract_string(body, '$.context.old_role') as old_role,
    coalesce(
        json_extract_string(body, '$.context.new_role'), json_extract_string(body, '$.context.created_user_role')
    ) as new_role
from raw;

-- fills: actions
select
    event.rec_row as row,
    'event' as basis,
    event.event_no as action_no,
    event.happened as acted,
    this_file.channel,
    case event.message
        when 'comment_status_approve' then 'hold_release'
        when 'comment_untrashed' then 'restore'
        when 'comment_status_trash' then 'delete'
        when 'comment_deleted' then 'delete'
        else 'hide'
    end as action,
    'wp:c' || event.comment_id as post,
    event.login,
    case when event.initiator in ('wp', 'wp_cli') then 'automation' else 'staff' end as source
from event
cross join this_file
where
    event.message in (
        'comment_status_approve', 'comment_status_hold', 'comment_status_spam', 'comment_status_trash',
        'comment_untrashed', 'comment_deleted'
    );

-- fills: access_changes
select
    event.rec_row as row,
    'event' as basis,
    event.happened as changed,
    this_file.channel,
    case event.message when 'user_created' then 'grant' when 'user_deleted' then 'revoke' else 'level' end as change,
    event.changed_login as login,
    event.old_role as old_level,
    event.new_role as new_level,
    event.login as changed_by
from event
cross join this_file
where
    event.message in (
        'user_created', 'user_deleted', 'user_role_updated', 'user_role_added', 'user_role_removed'
    );
