/*
id        = "bluesky_ozone"
title     = "Bluesky moderation service (Ozone) answers (JSON)"
platform  = "bluesky"
container = "json"
versions  = ["queryEvents", "getEvent", "queryStatuses", "team listMembers"]
brings    = "Every act of the moderation service with its number, time, actor, subject and comment; the team with its roles."
cannot_prove = [
    "what a removed post said: an event names it by its address",
    "what was done outside the service, such as blocks by an account",
    "that the answers are complete: each page is one file",
    "when a role was given or taken: the team list shows today's roles and the last change",
]
sample    = "bluesky/ozone"

[[recognise]]
text = '"tools\.ozone\.moderation\.defs#modEvent'

[[recognise]]
text = '"tools\.ozone\.team\.defs#role'

[[recognise]]
text = '"tools\.ozone\.moderation\.defs#review(Open|Closed|Escalated|None)'

[[recognise]]
text   = '"tools\.ozone\.report\.defs#reason'
unread = "one report by a user, without what came of it"

[[recognise]]
text   = '"eventSubjectType"\s*:'
unread = "counts of events, without the events"

[[recognise]]
text   = '"lexicon"\s*:\s*1'
shape  = ["lexicon", "defs"]
unread = "the published description of the answers"

[[record]]
kind   = "event"
at     = ["events[]", "{}.[]", "{}", ""]
where  = { event = ".", createdBy = "." }
fields = [
    "id", "createdAt (iso)", "createdBy", "event.$type", "event.comment", "event.durationInHours",
    "event.policies", "subject.$type", "subject.did", "subject.uri",
]

[[record]]
kind   = "member"
at     = ["members[]", "{}.[]", "{}", ""]
where  = { role = "#role", did = "." }
fields = ["did", "role", "disabled", "updatedAt (iso)", "lastUpdatedBy"]

[[record]]
kind   = "status"
at     = ["subjectStatuses[]", "{}.[]", "{}"]
where  = { reviewState = "." }
fields = ["id", "reviewState", "takendown", "subject.did", "subject.uri"]

[[record]]
kind   = "count"
at     = "{}.[]"
where  = { eventType = ".", eventSubjectType = "." }
fields = ["eventType"]
*/

-- relation: event
select
    rec_row,
    json_extract_string(body, '$.id') as id,
    json_extract_string(body, '$.createdAt') as happened,
    json_extract_string(body, '$.createdBy') as login,
    split_part(coalesce(json_extract_string(body, '$.event."$type"'), ''), '#', 2) as event_type,
    nullif(concat_ws(
        ': ',
        nullif(array_to_string(json_extract_string(body, '$.event.policies[*]'), ' and '), ''),
        json_extract_string(body, '$.event.comment')
    ), '') as reason,
    json_extract_string(body, '$.subject.uri') as uri,
    json_extract_string(body, '$.subject.did') as did
from raw
where kind = 'event';

-- relation: act
select
    event.rec_row,
    event.id,
    event.happened,
    event.login,
    event.event_type,
    event.reason,
    event.uri,
    event.did,
    case
        when event.event_type = 'modEventTakedown' and event.uri is not null then 'delete'
        when event.event_type = 'modEventTakedown' then 'block'
        when event.event_type = 'modEventReverseTakedown' and event.uri is not null then 'restore'
        when event.event_type = 'modEventReverseTakedown' then 'unblock'
        when event.event_type = 'modEventMute' then 'mute'
        when event.event_type = 'modEventAcknowledge' then 'no_action'
    end as action
from event;

-- fills: actions
select
    act.rec_row as row,
    'event' as basis,
    'bsky:' || act.id as action_no,
    act.happened as acted,
    this_file.channel,
    act.action,
    'bsky:' || act.uri as post,
    case when act.uri is null then 'bsky:' || act.did end as user,
    act.login,
    'staff' as source,
    act.reason
from act
cross join this_file
where act.action is not null;

-- fills: access_checks
select
    raw.rec_row as row,
    'current_state' as basis,
    'bsky:access:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'unclear' as complete,
    json_extract_string(raw.body, '$.did') as login,
    case when json_extract_string(raw.body, '$.role') like '%roleAdmin' then 'full' else 'community' end as level
from raw
cross join this_file
where raw.kind = 'member' and coalesce(json_extract_string(raw.body, '$.disabled'), '') <> 'true';

-- fills: coverage
with span as (
    select
        min(left(happened, 10)) as first_on,
        max(left(happened, 10)) as last_on
    from event
)

select
    0 as row,
    'event' as basis,
    'actions' as source,
    this_file.channel,
    coalesce(this_file.covers_from, span.first_on) as covers_from,
    coalesce(this_file.covers_to, span.last_on) as covers_to,
    this_file.exported_at as exported,
    this_file.file
from this_file
cross join span
where coalesce(this_file.covers_from, span.first_on) is not null;

-- out_of_scope
select
    rec_row as row,
    'takes nothing from view and bars nobody: ' || event_type as why
from act
where action is null
union all
select
    rec_row as row,
    case kind
        when 'member' then 'a member of the team whose access is switched off'
        when 'status' then 'how a subject stood when asked: the events tell how it came'
        else 'a count of events'
    end as why
from raw
where
    kind in ('status', 'count')
    or (kind = 'member' and json_extract_string(body, '$.disabled') = 'true');
