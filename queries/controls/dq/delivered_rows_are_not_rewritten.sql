/*
id         = "DQ-10"
title      = "A row once delivered is not rewritten without a note"
clauses    = ["1.4a"]
tier       = 1
severity   = "critical"
basis      = ["I"]
subject    = "row of a sheet"
needs      = []
parameters = []
criterion  = "A row that now has other values than in an earlier load has a row in the sheet corrections for each change."
counts     = "Population: keys of hand-kept sheets that have had more than one version in the loads of this database. A version is every value of the row; a blank filled later is another version. The digests of the first and of the newest version are shown. A row that is no longer delivered is not seen here, nor are rows of sheets in which every column is the key."
effect     = "The log can no longer be told from a log made to fit."
remedy     = "Restore the earlier values, or write down in the sheet corrections what was changed, when and why."
*/
with version as (
    select
        sheet, key_text, digest,
        row_number() over (partition by sheet, key_text order by load_no, digest) as place,
        count(*) over (partition by sheet, key_text) as n_versions
    from row_version
),

rewritten as (
    select
        sheet, key_text, n_versions,
        min(case when place = 1 then digest end) as first_digest,
        min(case when place = n_versions then digest end) as last_digest
    from version
    where n_versions > 1
    group by sheet, key_text, n_versions
),

noted as (
    select lower(trim(sheet)) as sheet, key, count(*) as n, list(rec order by rec) as recs
    from corrections
    group by lower(trim(sheet)), key
),

standing as (
    select sheet, key_text, min(channel) as channel, list(rec order by rec) as recs
    from kept_row
    group by sheet, key_text
),

judged as (
    select
        r.sheet || '/' || r.key_text as item, r.first_digest, r.last_digest, r.n_versions, k.channel,
        list_concat(coalesce(k.recs, []), coalesce(n.recs, [])) as recs,
        case
            when coalesce(n.n, 0) >= r.n_versions - 1 then 'noted'
            when n.key is not null then 'partly_noted'
            else 'not_noted'
        end as state
    from rewritten as r
    left join noted as n on n.sheet = r.sheet and n.key = r.key_text
    left join standing as k on k.sheet = r.sheet and k.key_text = r.key_text
)

select
    item,
    case state when 'noted' then 'pass' else 'exception' end as outcome,
    case state when 'not_noted' then 'rewritten' when 'partly_noted' then 'rewritten_again' end as subtype,
    case state
        when 'noted' then 'each change is noted: '
        when 'partly_noted' then 'fewer changes are noted than were made: '
        else 'the row was changed without a note: '
    end || 'first delivered as ' || left(first_digest, 12) || ', now ' || left(last_digest, 12) as reason,
    channel,
    cast(n_versions as double) as measured,
    recs as evidence
from judged
