/*
id        = "wordpress_simple_history_csv"
title     = "Simple History event log (CSV)"
platform  = "wordpress"
container = "csv"
versions  = ["with and without a header"]
brings    = "Who approved, held, trashed, restored or deleted a comment, and when; that somebody changed a role, and when."
cannot_prove = [
    "which comment it was: the CSV names it by its author only, and that text is left unread; the JSON export has the number",
    "whose role was changed, and to what: only the JSON export says it",
    "anything older than the plugin keeps: 60 days, 30 on newer installations",
    "why a comment was removed",
    "which role the acting person had then: the file shows the role of the day of the export",
]
sample     = "made by the tests from the exporter of the plugin"
rest      = ["log_coverage", "simple_history"]
headerless = [
    "Date (UTC)", "Date (local)", "Logger", "Level", "Initiator", "Message Key", "User Email", "User Login",
    "User Roles", "Header Message", "Details", "Occasions",
]

[[recognise]]
columns = ["Date (UTC)", "Logger", "Message Key", "User Login"]

[[recognise]]
text = '^"?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"?,"?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"?,"?\w+"?,"?(?:emergency|alert|critical|error|warning|notice|info|debug)"?,'

[columns]
"Date (UTC)"  = ["Date GMT", "Date (GMT)"]
"Logger"      = []
"Initiator"   = []
"Message Key" = ["Context message key"]
"User Login"  = []
"Occasions"   = ["Subsequent Occasions"]

[[record]]
kind   = "event"
fields = ["Date (UTC) (utc)", "Logger", "Initiator", "Message Key", "User Login", "Occasions"]
*/

-- relation: event
select
    rec_row,
    'wp:sh:' || left(md5(concat_ws(
        '|',
        json_extract_string(body, '$."Date (UTC)"'),
        json_extract_string(body, '$.Logger'),
        json_extract_string(body, '$."Message Key"'),
        json_extract_string(body, '$."User Login"'),
        json_extract_string(body, '$.Occasions')
    )), 12) as event_no,
    json_extract_string(body, '$."Date (UTC)"') as happened,
    json_extract_string(body, '$.Initiator') as initiator,
    coalesce(json_extract_string(body, '$."Message Key"'), '') as message,
    nullif(json_extract_string(body, '$."User Login"'), '') as login
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
    event.login as changed_by
from event
cross join this_file
where
    event.message in (
        'user_created', 'user_deleted', 'user_role_updated', 'user_role_added', 'user_role_removed'
    );
