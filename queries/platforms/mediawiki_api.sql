/*
id        = "mediawiki_api"
title     = "MediaWiki API answers: log events (JSON)"
platform  = "other"
container = "json"
versions  = ["action=query, list=logevents"]
brings    = "Who deleted or restored which page, blocked or unblocked whom, and changed whose rights, each with its number, time and comment."
cannot_prove = [
    "what a deleted page said",
    "who acted or why, where an administrator has hidden it",
    "that the answers are complete: each page is one file",
]
sample    = "made by the tests from the published answer"
rest      = ["mediawiki", "log_coverage"]

[[recognise]]
shape = ["query.logevents[].logid", "query.logevents[].type"]

[[recognise]]
shape = ["query.logevents"]

[[record]]
kind   = "event"
at     = "query.logevents[]"
fields = [
    "logid", "timestamp (stamp)", "user", "comment", "type", "action", "title", "params.oldgroups", "params.newgroups",
    "userhidden",
]
*/

-- relation: event
select
    rec_row,
    json_extract_string(body, '$.logid') as id,
    json_extract_string(body, '$.timestamp') as happened,
    json_extract_string(body, '$.user') as login,
    regexp_replace(nullif(json_extract_string(body, '$.title'), ''), '^User:', '') as title,
    nullif(json_extract_string(body, '$.comment'), '') as reason,
    coalesce(json_extract_string(body, '$.type'), '') || '/' || coalesce(json_extract_string(body, '$.action'), '')
        as native_action,
    nullif(array_to_string(json_extract_string(body, '$.params.oldgroups[*]'), ' and '), '') as old_groups,
    nullif(array_to_string(json_extract_string(body, '$.params.newgroups[*]'), ' and '), '') as new_groups
from raw;
