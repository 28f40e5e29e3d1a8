/*
id         = "RC-01"
title      = "A retention schedule is adopted and filed"
clauses    = ["1.4a"]
tier       = 2
severity   = "medium"
basis      = ["R", "L"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement with its document says that a retention schedule was adopted and filed by the end of the period."
counts     = "One item for the period. An adoption does not grow old: any day up to the last day of the period (or the cut-off, if earlier) counts. The statement is the record that is asked for: without it, or without a document, the item is an exception. Without a schedule everything is kept."
effect     = "Nothing may be disposed of, and what was disposed of had no ground."
remedy     = "Obtain the dated statement; adopt and file a retention schedule."
*/
select
    'period' as item,
    case when a.has_document then 'pass' else 'exception' end as outcome,
    case when a.clause is null then 'no_schedule' when not a.has_document then 'no_document' end as subtype,
    case
        when a.clause is null then 'no statement says that a retention schedule was adopted'
        when not a.has_document then 'the adoption is stated and its document is not named'
        else 'the adoption is stated with its document'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    coalesce(a.recs, []) as evidence
from period as p
left join newest_attestation as a on a.clause = 'RC-01'
