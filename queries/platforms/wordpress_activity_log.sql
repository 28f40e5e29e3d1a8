/*
id        = "wordpress_activity_log"
title     = "Activity Log (CSV)"
platform  = "wordpress"
container = "csv"
versions  = ["export of the plugin as CSV, older and newer column names"]
brings    = "Who approved, held, spammed, trashed, restored or deleted a comment, and who changed users, each with its time."
cannot_prove = [
    "which comment it was: the file names the post below which it stood",
    "which login acted: the file shows a display name, or 'unknown' for whoever is no user any more and for WordPress itself: such an act is loaded as one of the staff without a login",
    "which role was given",
    "why a comment was removed",
    "the time zone of its times: they are the site's, and are read in the zone that audit.toml names, else in the library's",
]
sample    = "made by the tests from the exporter of the plugin"
rest      = ["log_coverage"]

[[recognise]]
columns = ["Date", "User", "IP", "Topic", "Context", "Action"]

[columns]
"Date"    = []
"User"    = ["Author"]
"IP"      = []
"Topic"   = ["Type"]
"Context" = ["Label"]
"Action"  = []
"Meta"    = ["Description", "Name"]

[[record]]
kind   = "event"
fields = ["Date (localised)", "User", "Topic", "Context", "Action", "Meta"]
*/

-- relation: event
select
    rec_row,
    'wp:aal:' || left(md5(concat_ws(
        '|',
        json_extract_string(body, '$.Date'),
        json_extract_string(body, '$.User'),
        json_extract_string(body, '$.Topic'),
        json_extract_string(body, '$.Action'),
        json_extract_string(body, '$.Meta')
    )), 12) as event_no,
    json_extract_string(body, '$.Date') as happened,
    case
        when lower(json_extract_string(body, '$.User')) not in ('', 'unknown', 'n/a')
            then json_extract_string(body, '$.User')
    end as login,
    lower(coalesce(json_extract_string(body, '$.Topic'), '')) as topic,
    lower(coalesce(json_extract_string(body, '$.Action'), '')) as action,
    json_extract_string(body, '$.Meta') as object_name
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
        when 'trash' then 'delete'
        when 'deleted' then 'delete'
        else 'hide'
    end as action,
    event.login,
    'staff' as source
from event
cross join this_file
where
    event.topic = 'comments'
    and event.action in (
        'approved', 'unapproved', 'spam', 'spammed', 'unspammed', 'trash', 'trashed', 'untrashed', 'deleted'
    );

-- fills: access_changes
select
    event.rec_row as row,
    'event' as basis,
    event.happened as changed,
    this_file.channel,
    case event.action when 'created' then 'grant' when 'deleted' then 'revoke' else 'level' end as change,
    event.object_name as login,
    event.login as changed_by
from event
cross join this_file
where event.topic = 'users' and event.action in ('created', 'deleted', 'updated');

-- out_of_scope
select
    rec_row as row,
    'neither a comment''s state nor a user: ' || topic || ' ' || action as why
from event
where
    not (
        topic = 'comments'
        and action in (
            'approved', 'unapproved', 'spam', 'spammed', 'unspammed', 'trash', 'trashed', 'untrashed', 'deleted'
        )
    )
    and not (topic = 'users' and action in ('created', 'deleted', 'updated'));
