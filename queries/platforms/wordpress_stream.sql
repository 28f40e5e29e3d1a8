/*
id        = "wordpress_stream"
title     = "Stream activity log (CSV)"
platform  = "wordpress"
container = "csv"
versions  = ["export of the plugin as CSV"]
brings    = "Who approved, held, spammed, trashed, restored or deleted which comment, and who changed users, each with its time."
cannot_prove = [
    "which login acted: the file shows a display name and a number",
    "which role was given: the sentence that says it is left unread",
    "more than the rows of the export: the plugin writes 10,000 at most",
    "why a comment was removed",
    "the exact time, where the abbreviation of the zone is not one of the United States: it is then read as if it stood without one",
]
sample    = "made by the tests from the exporter of the plugin"
rest      = ["log_coverage"]

[[recognise]]
columns = ["Date", "User ID", "Connector", "Object ID", "Action"]

[columns]
"Date"      = []
"User"      = []
"User ID"   = []
"Connector" = []
"Context"   = []
"Object ID" = []
"Action"    = []

[[record]]
kind   = "event"
fields = ["Date (year_first)", "User", "User ID", "Connector", "Object ID", "Action"]
*/

-- relation: event
select
    rec_row,
    'wp:stream:' || left(md5(concat_ws(
        '|',
        json_extract_string(body, '$.Date'),
        json_extract_string(body, '$."User ID"'),
        json_extract_string(body, '$.Connector'),
        json_extract_string(body, '$."Object ID"'),
        json_extract_string(body, '$.Action')
    )), 12) as event_no,
    json_extract_string(body, '$.Date') as happened,
    case
        when json_extract_string(body, '$."User ID"') not in ('', '0') then json_extract_string(body, '$.User')
    end as login,
    lower(coalesce(json_extract_string(body, '$.Connector'), '')) as connector,
    nullif(json_extract_string(body, '$."Object ID"'), '') as object_id,
    lower(coalesce(json_extract_string(body, '$.Action'), '')) as action
from raw;

-- fills: actions
select
    event.rec_row as row,
    'event' as basis,
    event.event_no as action_no,
    event.happened as acted,
    this_file.channel,
    case event.action
        when 'approved' then 'hold_release'
        when 'unspammed' then 'hold_release'
        when 'untrashed' then 'restore'
        when 'trashed' then 'delete'
        when 'deleted' then 'delete'
        else 'hide'
    end as action,
    'wp:c' || event.object_id as post,
    event.login,
    case when event.login is null then 'automation' else 'staff' end as source
from event
cross join this_file
where
    event.connector = 'comments'
    and event.action in ('approved', 'unapproved', 'spammed', 'unspammed', 'trashed', 'untrashed', 'deleted');

-- fills: access_changes
select
    event.rec_row as row,
    'event' as basis,
    event.happened as changed,
    this_file.channel,
    case event.action when 'created' then 'grant' when 'deleted' then 'revoke' else 'level' end as change,
    'wp:user:' || event.object_id as login,
    event.login as changed_by
from event
cross join this_file
where event.connector = 'users' and event.action in ('created', 'deleted', 'updated');

-- out_of_scope
select
    rec_row as row,
    'neither a comment''s state nor a user: ' || connector || ' ' || action as why
from event
where
    not (
        connector = 'comments'
        and action in ('approved', 'unapproved', 'spammed', 'unspammed', 'trashed', 'untrashed', 'deleted')
    )
    and not (connector = 'users' and action in ('created', 'deleted', 'updated'));
