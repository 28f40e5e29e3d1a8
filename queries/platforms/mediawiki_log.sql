/*
id        = "mediawiki_log"
title     = "MediaWiki log dump (XML)"
platform  = "other"
container = "xml"
versions  = ["export 0.3 to 0.11, pages-logging"]
brings    = "Who deleted or restored which page, blocked or unblocked whom, and changed whose rights, each with its number, time and comment."
cannot_prove = [
    "what a deleted page said",
    "who acted or why, where an administrator has hidden it",
    "acts of users without an account: their addresses are left unread",
]
sample    = "mediawiki/logitems.xml"
rest      = ["mediawiki", "log_coverage"]

[[recognise]]
text = '<logitem>'

[namespaces]
plain = 'https?://www\.mediawiki\.org/xml/export-0\.\d+/'

[[record]]
kind   = "event"
at     = "mediawiki.logitem"
fields = [
    "id", "timestamp (stamp)", "contributor.username", "comment", "type", "action", "logtitle", "params",
]
*/

-- relation: event
select
    rec_row,
    json_extract_string(body, '$.id') as id,
    json_extract_string(body, '$.timestamp') as happened,
    json_extract_string(body, '$.contributor.username') as login,
    regexp_replace(nullif(json_extract_string(body, '$.logtitle'), ''), '^User:', '') as title,
    nullif(json_extract_string(body, '$.comment'), '') as reason,
    coalesce(json_extract_string(body, '$.type'), '') || '/' || coalesce(json_extract_string(body, '$.action'), '')
        as native_action,
    nullif(case
        when json_extract_string(body, '$.params') like 'a:%'
            then
                array_to_string(list_filter(
                    regexp_extract_all(
                        split_part(json_extract_string(body, '$.params'), '5::newgroups', 1), 's:\d+:"([^"]*)"', 1
                    ), lambda word: word <> '4::oldgroups'
                ), ' and ')
        else split_part(coalesce(json_extract_string(body, '$.params'), ''), chr(10), 1)
    end, '') as old_groups,
    nullif(case
        when json_extract_string(body, '$.params') like 'a:%'
            then
                array_to_string(regexp_extract_all(
                    split_part(split_part(json_extract_string(body, '$.params'), '5::newgroups', 2), '}', 1),
                    's:\d+:"([^"]*)"', 1
                ), ' and ')
        else split_part(coalesce(json_extract_string(body, '$.params'), ''), chr(10), 2)
    end, '') as new_groups
from raw;
