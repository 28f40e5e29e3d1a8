/*
id        = "discourse_staff_log"
title     = "Discourse staff action log (CSV)"
platform  = "discourse"
container = "csv"
versions  = ["staff_actions export, columns by name"]
brings    = "Who of the staff removed, hid, restored or closed what, suspended or silenced whom, and who gave whom which power, each with its time and the reason that was written."
cannot_prove = [
    "acts that the program does not log, and what is older than the log is kept",
    "which post was removed, where the subject names a topic or a user only",
]
sample    = "made by the tests from the column list of the program"
rest      = ["log_coverage"]

[[recognise]]
columns = ["staff_user", "action", "subject", "created_at"]

[[recognise]]
text   = '^"?id"?,"?post_id"?,"?flag_type"?,'
unread = "what one user flagged: it shows who removed a post as 'self' or 'other' only"

[columns]
"staff_user" = []
"action"     = []
"subject"    = []
"created_at" = []
"details"    = []
"context"    = []

[extracts]
post_id = ["details", '(?m)^(?:id|post_id): (\d+)']
reason  = ["details", '(?m)^(?:reason|message): (.+)$']
path_id = ["context", '/p/(\d+)']

[[record]]
kind   = "event"
fields = ["staff_user", "action", "subject", "created_at (iso)", "post_id", "reason", "path_id"]
*/

-- relation: event
select
    rec_row,
    'discourse:' || left(md5(concat_ws(
        '|',
        json_extract_string(body, '$.created_at'),
        json_extract_string(body, '$.staff_user'),
        json_extract_string(body, '$.action'),
        json_extract_string(body, '$.subject'),
        json_extract_string(body, '$.post_id')
    )), 12) as event_no,
    json_extract_string(body, '$.created_at') as happened,
    nullif(json_extract_string(body, '$.staff_user'), '') as login,
    lower(coalesce(json_extract_string(body, '$.action'), '')) as action,
    nullif(split_part(trim(json_extract_string(body, '$.subject')), ' ', 1), '') as subject,
    coalesce(
        nullif(json_extract_string(body, '$.post_id'), ''), nullif(json_extract_string(body, '$.path_id'), '')
    ) as post_id,
    nullif(json_extract_string(body, '$.reason'), '') as reason
from raw;

-- relation: named
select
    event.rec_row,
    event.event_no,
    event.happened,
    event.login,
    event.subject,
    event.post_id,
    event.reason,
    event.action,
    case
        when event.action in (
            'delete_post', 'delete_post_permanently', 'delete_topic', 'delete_topic_permanently',
            'post_rejected', 'reviewed_post'
        ) then 'delete'
        when event.action in ('recover_post', 'recover_topic') then 'restore'
        when event.action in ('hide_post', 'unlist_topic') then 'hide'
        when event.action in ('unhide_post', 'relist_topic') then 'unhide'
        when event.action in ('post_approved') then 'hold_release'
        when event.action in ('topic_closed', 'post_locked') then 'comment_lock'
        when event.action in ('suspend_user', 'delete_user') then 'block'
        when event.action in ('unsuspend_user') then 'unblock'
        when event.action in ('silence_user') then 'mute'
        when event.action in ('post_staff_note_create', 'official_warning') then 'warn'
    end as act,
    case
        when event.action in ('grant_admin', 'grant_moderation', 'add_owner_to_group') then 'grant'
        when event.action in ('revoke_admin', 'revoke_moderation', 'remove_owner_from_group') then 'revoke'
        when event.action in ('change_trust_level', 'lock_trust_level', 'unlock_trust_level') then 'level'
        when event.action in ('change_site_setting', 'change_theme', 'change_site_text', 'change_category_settings')
            then 'setting'
        when event.action in ('watched_word_create', 'watched_word_destroy', 'change_watched_words') then 'filter'
    end as change
from event;

-- fills: actions
select
    named.rec_row as row,
    'event' as basis,
    named.event_no as action_no,
    named.happened as acted,
    this_file.channel,
    named.act as action,
    case when named.act not in ('block', 'unblock', 'mute', 'warn') then 'discourse:' || named.post_id end as post,
    case when named.act in ('block', 'unblock', 'mute', 'warn') then 'discourse:' || named.subject end as user,
    named.login,
    case when named.login = 'system' then 'automation' else 'staff' end as source,
    named.reason
from named
cross join this_file
where named.act is not null;

-- fills: access_changes
select
    named.rec_row as row,
    'event' as basis,
    named.happened as changed,
    this_file.channel,
    named.change,
    case when named.change in ('grant', 'revoke', 'level') then named.subject end as login,
    case named.action when 'grant_admin' then 'admin' when 'grant_moderation' then 'moderator' end as new_level,
    named.login as changed_by
from named
cross join this_file
where named.change is not null;

-- out_of_scope
select
    rec_row as row,
    'neither a removal, a block, a power nor a setting: ' || action as why
from named
where act is null and change is null;
