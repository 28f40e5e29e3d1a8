/*
id        = "github_dmca_notice"
title     = "Copyright notice as a Markdown file (GitHub style)"
platform  = "other"
container = "markdown"
versions  = ["free letters", "the form of questions and answers"]
brings    = "Copyright complaints, counter-notices and withdrawals with the day and the name from the file's name, the addresses named, and which elements the text claims to have."
cannot_prove = [
    "that an element is really there: names, addresses and signatures are blacked out, so a claimed element is only a claim",
    "the hour of receipt",
    "which notice a counter-notice answers, where it does not link to it",
    "what was done after the notice",
]
sample    = "github_dmca/notices"

[[recognise]]
name = '^\d{4,5}-\d\d?-\d\d?-.+\.md$'

[parts]
name_day      = '^(\d{4}-\d\d-\d\d)'
name_stem     = '^(.+)\.md$'
name_counter  = 'counter-?notice|-counter(?=\.md$|-retract|-revers)'
name_withdraw = 'retract|reversal|withdraw'
urls          = '(https?://(?:gist\.)?github\.com/[^\s)\]>"\x27*,]*[^\s)\]>"\x27*,.;:])'
notice_links  = 'github\.com/github/dmca/blob/[^\s)\]>"\x27*,]*?(\d{4}-\d\d-\d\d-[\w.-]+?)\.(?:md|markdown)'
signature     = '\bsign(?:ed|ature)\b|type\s+your\s+full\s+legal\s+name|sincerely|\bregards\b|/s/'
work          = 'copyright(?:ed)?\s+work|original\s+work|copyright\s+(?:owner|holder)|infring'
contact       = 'telephone|\bphone\b|physical\s+address|contact\s+(?:me|us|info)|e-?mail|\[private\]'
good_faith    = 'good[-\s]+faith\s+belief'
perjury       = 'penalty\s+of\s+perjury|penalties\s+of\s+perjury'
jurisdiction  = 'consent\s+to\s+(?:the\s+)?jurisdiction'
service       = 'accept\s+service\s+of\s+process'
address       = 'name,\s+address|my\s+name|telephone|contact\s+info|address\s+is|\[private\]'

[[record]]
kind   = "notice"
fields = [
    "member", "name_day", "name_stem", "name_counter", "name_withdraw", "urls", "notice_links", "signature", "work",
    "contact", "good_faith", "perjury", "jurisdiction", "service", "address",
]
*/

-- relation: notice
select
    rec_row,
    'gh:' || json_extract_string(body, '$.name_stem[0]') as notice_no,
    json_extract_string(body, '$.name_day[0]') as received,
    json_extract_string(body, '$.name_counter') = 'yes' as is_counter,
    json_extract_string(body, '$.name_withdraw') = 'yes' as is_withdrawal,
    list_filter(
        coalesce(json_extract_string(body, '$.urls[*]'), []),
        lambda link: not regexp_matches(link, 'github\.com/(github/dmca|site|contact|security|about|features)')
    ) as urls,
    'gh:' || json_extract_string(body, '$.notice_links[0]') as about,
    json_extract_string(body, '$.signature') as signature,
    json_extract_string(body, '$.work') as work,
    json_extract_string(body, '$.contact') as contact,
    json_extract_string(body, '$.good_faith') as good_faith,
    json_extract_string(body, '$.perjury') as perjury,
    json_extract_string(body, '$.jurisdiction') as jurisdiction,
    json_extract_string(body, '$.service') as service,
    json_extract_string(body, '$.address') as address,
    json_extract_string(body, '$.member') as document
from raw;

-- fills: dmca_notices
select
    notice.rec_row as row,
    'event' as basis,
    notice.notice_no,
    'A' as venue,
    this_file.channel,
    notice.received,
    notice.signature,
    notice.work as work_identified,
    case when len(notice.urls) > 0 then 'yes' else 'no' end as material_located,
    notice.contact,
    notice.good_faith,
    notice.perjury as accuracy_under_perjury,
    notice.document
from notice
cross join this_file
where not notice.is_counter and not notice.is_withdrawal;

-- fills: dmca_items
select
    listed.rec_row as row,
    'event' as basis,
    listed.notice_no,
    'url:' || left(md5(listed.url), 16) as post,
    listed.url
from (
    select
        rec_row,
        notice_no,
        unnest(urls) as url
    from notice
    where not is_counter and not is_withdrawal
) as listed;

-- fills: dmca_counter_notices
select
    notice.rec_row as row,
    'event' as basis,
    notice.notice_no as counter_no,
    notice.about as notice_no,
    notice.received as received_by_agent,
    notice.signature,
    case when len(notice.urls) > 0 then 'yes' else 'no' end as material_located,
    case when notice.good_faith = 'yes' and notice.perjury = 'yes' then 'yes' else 'no' end
        as good_faith_under_perjury,
    notice.address as name_address_phone,
    notice.jurisdiction as consent_to_jurisdiction,
    notice.service as accepts_service,
    notice.document
from notice
where notice.is_counter and not notice.is_withdrawal;

-- fills: dmca_events
select
    notice.rec_row as row,
    'event' as basis,
    notice.about as notice_no,
    'retracted' as event,
    notice.received as happened,
    notice.document
from notice
where notice.is_withdrawal and not notice.is_counter and notice.about is not null;

-- out_of_scope
select
    rec_row as row,
    case
        when is_counter then 'takes a counter-notice back; the sheet of counter-notices is kept by hand'
        else 'withdraws a notice that it does not name'
    end as why
from notice
where is_withdrawal and (is_counter or about is null);
