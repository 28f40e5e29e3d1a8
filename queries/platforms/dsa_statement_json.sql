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
rest      = ["dsa"]

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
