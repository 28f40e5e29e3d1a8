/*
id        = "dsa_statement_json"
title     = "EU transparency database: statements of reasons (JSON)"
platform  = "other"
container = "json"
versions  = ["one statement, a list, or the answer of the research interface"]
brings    = "Removals by a platform with their day, ground and explanation."
cannot_prove = [
    "which post of the library was removed: a statement does not name it",
    "the hour of a decision",
    "that all decisions are in the file",
]
sample    = "dsa/example_statement.json"

[[recognise]]
shape = ["puid", "decision_ground", "application_date"]

[[recognise]]
shape = ["[].decision_ground", "[].application_date"]

[[recognise]]
shape = ["statements[].decision_ground"]

[[recognise]]
shape  = ["decision_visibility[]", "decision_monetary[]"]
unread = "the platform's list of codes"

[[record]]
kind   = "statement"
at     = ["statements[]", "[]", ""]
where  = { decision_ground = "." }
fields = [
    "uuid", "puid", "decision_visibility", "decision_ground", "application_date (iso)",
    "illegal_content_explanation", "incompatible_content_explanation", "automated_decision", "platform_name",
]
*/

-- relation: statement
select
    rec_row,
    coalesce(json_extract_string(body, '$.uuid'), json_extract_string(body, '$.puid')) as id,
    left(json_extract_string(body, '$.application_date'), 10) as applied_on,
    json_extract_string(body, '$.decision_ground') as ground,
    coalesce(
        json_extract_string(body, '$.incompatible_content_explanation'),
        json_extract_string(body, '$.illegal_content_explanation')
    ) as explanation,
    json_extract_string(body, '$.automated_decision') as automated,
    coalesce(json_extract_string(body, '$.decision_visibility'), '') as visibility
from raw;

-- relation: act
select
    statement.rec_row,
    statement.id,
    statement.applied_on,
    statement.ground,
    statement.explanation,
    statement.automated,
    statement.visibility,
    case
        when regexp_matches(statement.visibility, 'CONTENT_REMOVED') then 'delete'
        when regexp_matches(statement.visibility, 'CONTENT_DISABLED') then 'hide'
    end as action
from statement;

-- fills: actions
select
    act.rec_row as row,
    'event' as basis,
    'dsa:' || act.id as action_no,
    act.applied_on as acted,
    this_file.channel,
    act.action,
    'platform' as source,
    nullif(concat_ws(': ', act.ground, act.explanation), '') as reason
from act
cross join this_file
where act.action is not null;

-- out_of_scope
select
    rec_row as row,
    'takes no content away: '
    || coalesce(nullif(visibility, ''), 'a decision on an account, on money or on a service') as why
from act
where action is null;
