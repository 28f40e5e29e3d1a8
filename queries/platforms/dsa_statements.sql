/*
id        = "dsa_statements"
title     = "EU transparency database: statements of reasons (CSV)"
platform  = "other"
container = "csv"
versions  = ["full and light dumps, columns by name, before and after content_id_ean was inserted"]
brings    = "Removals by a platform with their day, ground and explanation."
cannot_prove = [
    "which post of the library was removed: a statement does not name it",
    "the hour of a decision",
    "that all decisions are in the file",
]
sample    = "made by the tests from the published column list; dsa/transparency_report_7_appeals_excerpt.csv is left unread"
rest      = ["dsa"]

[[recognise]]
columns = ["uuid", "decision_visibility", "decision_ground", "application_date"]

[[recognise]]
text   = '^[^\n]*,Service,Reporting period,Section,Indicator,Scope,Value,'
unread = "totals of a platform for half a year, without single decisions"

[columns]
"uuid"                             = ["puid"]
"decision_visibility"              = []
"decision_ground"                  = []
"application_date"                 = []
"illegal_content_explanation"      = []
"incompatible_content_explanation" = []
"automated_decision"               = []
"platform_name"                    = []

[[record]]
kind   = "statement"
fields = [
    "uuid", "decision_visibility", "decision_ground", "application_date (iso)", "illegal_content_explanation",
    "incompatible_content_explanation", "automated_decision", "platform_name",
]
*/

-- relation: statement
select
    rec_row,
    nullif(json_extract_string(body, '$.uuid'), '') as id,
    left(json_extract_string(body, '$.application_date'), 10) as applied_on,
    nullif(json_extract_string(body, '$.decision_ground'), '') as ground,
    coalesce(
        nullif(json_extract_string(body, '$.incompatible_content_explanation'), ''),
        nullif(json_extract_string(body, '$.illegal_content_explanation'), '')
    ) as explanation,
    json_extract_string(body, '$.automated_decision') as automated,
    coalesce(json_extract_string(body, '$.decision_visibility'), '') as visibility
from raw;
