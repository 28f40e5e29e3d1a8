/*
id        = "lumen_notice"
title     = "Lumen notice (JSON)"
platform  = "other"
container = "json"
versions  = ["one notice, a list of notices, keyed by kind or not"]
brings    = "Copyright complaints with their day, claimant, works and addresses, as the recipient handed them to Lumen."
cannot_prove = [
    "that a notice had what a notice needs: the elements are not in it",
    "who received it when at the library, and what was done then",
    "which addresses it names, where the reader was not logged in: then only counts by site are shown",
]
sample    = "made by the tests from the published answer"

[[recognise]]
shape = ["notice.id", "notice.date_received"]

[[recognise]]
shape = ["dmca.id", "dmca.date_received"]

[[recognise]]
shape = ["notices[].id", "notices[].date_received"]

[[recognise]]
shape = ["[].id", "[].date_received", "[].recipient_name"]

[[record]]
kind   = "notice"
at     = ["notices[]", "notice", "dmca", "[]"]
fields = [
    "id", "type", "title", "date_sent (iso)", "date_received (iso)", "date_submitted (iso)", "sender_name",
    "principal_name", "recipient_name", "action_taken", "works.description", "works.infringing_urls",
    "works.infringing_urls.url",
]
*/

-- relation: notice
select
    rec_row,
    'lumen:' || json_extract_string(body, '$.id') as notice_no,
    coalesce(
        json_extract_string(body, '$.date_received'),
        json_extract_string(body, '$.date_sent'),
        json_extract_string(body, '$.date_submitted')
    ) as received,
    coalesce(json_extract_string(body, '$.principal_name'), json_extract_string(body, '$.sender_name')) as claimant,
    nullif(array_to_string(json_extract_string(body, '$.works[*].description'), ' / '), '') as work,
    list_filter(
        list_concat(
            coalesce(json_extract_string(body, '$.works[*].infringing_urls[*].url'), []),
            coalesce(json_extract_string(body, '$.works[*].infringing_urls[*]'), [])
        ), lambda link: link not like '{%' and lower(trim(link)) not in ('', 'no url submitted')
    ) as urls
from raw;

-- fills: dmca_notices
select
    notice.rec_row as row,
    'current_state' as basis,
    notice.notice_no,
    'B' as venue,
    this_file.channel,
    notice.received,
    'Lumen' as via,
    notice.claimant,
    notice.work
from notice
cross join this_file;

-- fills: dmca_items
select
    listed.rec_row as row,
    'current_state' as basis,
    listed.notice_no,
    'url:' || left(md5(listed.url), 16) as post,
    listed.url
from (
    select
        rec_row,
        notice_no,
        unnest(urls) as url
    from notice
) as listed;
