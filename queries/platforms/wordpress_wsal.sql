/*
id        = "wordpress_wsal"
title     = "WP Activity Log (CSV)"
platform  = "wordpress"
container = "csv"
versions  = ["whatever columns the screen showed, as long as the event id, the date and the user are among them"]
brings    = "Who approved, held, spammed, trashed, restored or deleted a comment, and who changed a role or removed a user, each with its time."
cannot_prove = [
    "which comment it was, where the message does not name its number",
    "whose role was changed, where the message does not name the login",
    "anything older than the log is kept",
    "why a comment was removed",
    "the time zone of its times: they are the site's, and are read in the zone that audit.toml names, else in the library's",
]
sample    = "made by the tests from the columns of the plugin"
rest      = ["log_coverage"]

[[recognise]]
columns = ["ID", "Severity", "Date", "User", "Message"]

[[recognise]]
columns = ["ID", "Date", "User", "Event Type"]

[columns]
"ID"         = ["Event ID", "Code"]
"Severity"   = []
"Date"       = []
"User"       = ["Username"]
"Event Type" = ["Event"]
"Object"     = []
"Message"    = []

[extracts]
comment_id = ["Message", '[Cc]omment (?:ID|with ID)[: ]+(\d+)']
target     = ["Message", '(?:[Uu]ser|[Uu]sername)[: ]+([\w@-]+(?:\.[\w@-]+)*)']
old_role   = ["Message", '[Pp]revious role[: ]+([\w-]+)']
new_role   = ["Message", '[Nn]ew role[: ]+([\w-]+)']

[[record]]
kind   = "event"
fields = ["ID", "Date (localised)", "User", "comment_id", "target", "old_role", "new_role"]
*/

-- relation: event
select
    rec_row,
    json_extract_string(body, '$.ID') as code,
    'wp:wsal:' || left(md5(concat_ws(
        '|',
        json_extract_string(body, '$.ID'),
        json_extract_string(body, '$.Date'),
        json_extract_string(body, '$.User'),
        json_extract_string(body, '$.comment_id'),
        json_extract_string(body, '$.target')
    )), 12) as event_no,
    json_extract_string(body, '$.Date') as happened,
    case
        when
            lower(json_extract_string(body, '$.User')) not in (
                '', 'system', 'unknown', 'unregistered user', 'plugin', 'plugins', 'wp-cli'
            )
            then json_extract_string(body, '$.User')
    end as login,
    lower(json_extract_string(body, '$.User')) in ('system', 'plugin', 'plugins', 'wp-cli') as by_program,
    nullif(json_extract_string(body, '$.comment_id'), '') as comment_id,
    nullif(json_extract_string(body, '$.target'), '') as changed_login,
    nullif(json_extract_string(body, '$.old_role'), '') as old_role,
    nullif(json_extract_string(body, '$.new_role'), '') as new_role
from raw;

-- fills: actions
select
    event.rec_row as row,
    'event' as basis,
    event.event_no as action_no,
    event.happened as acted,
    this_file.channel,
    case event.code
        when '2090' then 'hold_release'
        when '2091' then 'hide'
        when '2094' then 'hide'
        when '2095' then 'hold_release'
        when '2096' then 'delete'
        when '2097' then 'restore'
        else 'delete'
    end as action,
    'wp:c' || event.comment_id as post,
    event.login,
    case when event.by_program then 'automation' else 'staff' end as source
from event
cross join this_file
where event.code in ('2090', '2091', '2094', '2095', '2096', '2097', '2098');

-- fills: access_changes
select
    event.rec_row as row,
    'event' as basis,
    event.happened as changed,
    this_file.channel,
    case event.code when '4002' then 'level' when '4007' then 'revoke' else 'grant' end as change,
    event.changed_login as login,
    event.old_role as old_level,
    event.new_role as new_level,
    event.login as changed_by
from event
cross join this_file
where event.code in ('4000', '4001', '4002', '4007', '4012');

-- out_of_scope
select
    rec_row as row,
    'neither a comment''s state nor a role: event ' || coalesce(nullif(code, ''), 'without a number') as why
from event
where
    coalesce(code, '') not in (
        '2090', '2091', '2094', '2095', '2096', '2097', '2098', '4000', '4001', '4002', '4007', '4012'
    );
