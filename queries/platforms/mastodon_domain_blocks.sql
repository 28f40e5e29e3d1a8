/*
id        = "mastodon_domain_blocks"
title     = "Mastodon list of blocked servers (CSV)"
platform  = "mastodon"
container = "csv"
versions  = ["#domain and domain, columns in any order, TRUE and True"]
brings    = "Which servers are blocked on the day of the export."
cannot_prove = [
    "when, why and by whom a server was blocked: the file has no dates",
    "which accounts are suspended or silenced",
]
sample    = "mastodon/blocklists"

[[recognise]]
columns = ["domain", "severity"]

[columns]
"domain"         = ["#domain"]
"severity"       = ["#severity"]
"reject_media"   = ["#reject_media"]
"public_comment" = ["#public_comment"]

[[record]]
kind   = "server"
fields = ["domain", "severity"]
*/

-- fills: block_lists
select
    raw.rec_row as row,
    'current_state' as basis,
    'mastodon:server:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'mastodon:@' || json_extract_string(raw.body, '$.domain') as user
from raw
cross join this_file
where coalesce(json_extract_string(raw.body, '$.severity'), '') = 'suspend';

-- out_of_scope
select
    rec_row as row,
    'a server that is limited, not blocked: ' || coalesce(json_extract_string(body, '$.severity'), '') as why
from raw
where coalesce(json_extract_string(body, '$.severity'), '') <> 'suspend';
