/*
id        = "discord_audit_log"
title     = "Discord audit log (JSON)"
platform  = "discord"
container = "json"
versions  = ["audit log of a server, v10"]
brings    = "Who of the staff banned, removed, muted or unbanned whom, deleted messages in which channel, and changed roles, settings and filters, each with its time and the reason that was written."
cannot_prove = [
    "anything older than 45 days: the platform keeps no more",
    "which message was deleted and what it said: an entry has the author, the channel and a count",
    "messages that their authors deleted: they are not logged",
    "that the answers are complete: each page is one file",
]
sample    = "made by the tests from discord/docs/audit-log.mdx"
rest      = ["log_coverage"]

[ignored]
"audit-log.mdx" = "the published description of the log"

[[recognise]]
shape = ["audit_log_entries[].action_type", "audit_log_entries[].id"]

[[recognise]]
shape = ["audit_log_entries"]

[[record]]
kind   = "entry"
at     = "audit_log_entries[]"
fields = [
    "id", "user_id", "target_id", "action_type", "reason", "options.channel_id", "options.message_id",
    "options.count", "options.auto_moderation_rule_name", "changes.key", "changes.new_value.name",
    "changes.old_value.name",
]
carry  = { happened = "audit_log_entries[].id (snowflake)" }
*/

-- relation: event
select
    rec_row,
    json_extract_string(body, '$.id') as id,
    json_extract_string(body, '$.happened') as happened,
    json_extract_string(body, '$.user_id') as login,
    json_extract_string(body, '$.target_id') as target,
    json_extract_string(body, '$.options.message_id') as message_id,
    json_extract_string(body, '$.options.auto_moderation_rule_name') as filter_rule,
    json_extract_string(body, '$.reason') as reason,
    json_extract_string(body, '$.action_type') as native_action,
    json_extract(body, '$.changes[*]') as changes,
    case
        when json_extract_string(body, '$.action_type') = '20' then 'remove_member'
        when json_extract_string(body, '$.action_type') = '22' then 'block'
        when json_extract_string(body, '$.action_type') = '23' then 'unblock'
        when
            json_extract_string(body, '$.action_type') = '24'
            and list_contains(json_extract_string(body, '$.changes[*].key'), 'communication_disabled_until')
            then 'mute'
        when json_extract_string(body, '$.action_type') in ('72', '73', '143') then 'delete'
        when json_extract_string(body, '$.action_type') = '145' then 'mute'
    end as action,
    case
        when
            json_extract_string(body, '$.action_type') = '25'
            and list_has_any(json_extract_string(body, '$.changes[*].key'), ['$add', '$remove'])
            then 'roles'
        when json_extract_string(body, '$.action_type') = '28' then 'grant'
        when json_extract_string(body, '$.action_type') in ('31', '13', '14', '15') then 'level'
        when json_extract_string(body, '$.action_type') in ('140', '141', '142') then 'filter'
        when json_extract_string(body, '$.action_type') in ('1', '10', '11', '12', '30', '32', '80', '81', '82')
            then 'setting'
    end as change
from raw;

-- fills: actions
select
    event.rec_row as row,
    'event' as basis,
    'discord:' || event.id as action_no,
    event.happened as acted,
    this_file.channel,
    event.action,
    case when event.action = 'delete' then 'discord:' || event.message_id end as post,
    case when event.native_action <> '73' then 'discord:' || event.target end as user,
    case when event.native_action not in ('143', '145') then event.login end as login,
    case when event.native_action in ('143', '145') then 'automation' else 'staff' end as source,
    event.filter_rule,
    event.reason
from event
cross join this_file
where event.action is not null;

-- relation: role
select
    listed.rec_row,
    json_extract_string(listed.entry, '$.key') = '$add' as is_given,
    nullif(array_to_string(json_extract_string(listed.entry, '$.new_value[*].name'), ' and '), '') as names
from (
    select
        rec_row,
        unnest(changes) as entry
    from event
    where change = 'roles'
) as listed
where json_extract_string(listed.entry, '$.key') in ('$add', '$remove');

-- fills: access_changes
select
    event.rec_row as row,
    'event' as basis,
    event.happened as changed,
    this_file.channel,
    case when event.change <> 'roles' then event.change when role.is_given then 'grant' else 'revoke' end as change,
    case when event.native_action in ('25', '28') then event.target end as login,
    case when not role.is_given then role.names end as old_level,
    case when role.is_given then role.names end as new_level,
    event.login as changed_by
from event
left join role on role.rec_row = event.rec_row
cross join this_file
where event.change is not null;

-- out_of_scope
select
    rec_row as row,
    'neither a removal, a ban, a role nor a setting: type ' || coalesce(native_action, 'unknown') as why
from event
where action is null and change is null;
