/*
id         = "ST-07"
title      = "Posts are approved before publication, where approval was adopted"
clauses    = ["6.2b"]
tier       = 3
severity   = "info"
basis      = ["S"]
subject    = "period"
needs      = []
applies    = "exists (select 1 from attestations where clause = 'ST-07')"
not_applicable = "no statement says that the library adopted an approval of posts before publication"
parameters = []
criterion  = "Where the library has adopted an approval of posts before publication, each post was approved."
counts     = "Asked only when a statement for ST-07 says that approval was adopted. One item for the period, not evidenced: none of the records supplied holds drafts or approvals."
effect     = "A rule of the library's own is kept by nobody, or nobody can tell."
remedy     = "Record who approved each post and when, or drop the rule."
*/
with adopted as (
    select list(rec order by rec) as recs
    from attestations
    where clause = 'ST-07'
)

select
    'period' as item,
    'not_evidenced' as outcome,
    'approvals_not_recorded' as subtype,
    'approval was adopted, and no record of approvals is supplied' as reason,
    cast(null as varchar) as channel,
    cast([] as varchar[]) as flags,
    p.starts_at as occurred_at,
    coalesce(a.recs, []) as evidence
from adopted as a
cross join period as p
