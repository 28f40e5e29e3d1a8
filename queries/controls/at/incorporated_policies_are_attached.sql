/*
id         = "AT-03"
title      = "The policies this one names are attached and current"
clauses    = ["1.4b", "8.1a"]
tier       = 3
severity   = "low"
basis      = ["P"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement of the last 366 days says that the policies to which this one refers are attached and current."
counts     = "One item for the period: it passes with a statement for AT-03 or for clause 1.4b of the 366 days up to the last day of the period (or the cut-off, if earlier), and is not evidenced without. The texts themselves are not read. Figure: the number of policies stated."
effect     = "Users and staff are held to rules they cannot read, and removals for them cannot be judged."
remedy     = "Obtain the dated statement; adopt and file a retention schedule."
*/
with stated as (
    select
        max(case when a.is_current then 1 else 0 end) as is_current,
        max(case when a.is_current then a.number_stated end) as number_stated,
        flatten(list(a.recs order by a.clause)) as recs
    from newest_attestation as a
    where a.clause in ('AT-03', '1.4b')
)

select
    'period' as item,
    case when s.is_current = 1 then 'pass' else 'not_evidenced' end as outcome,
    case when coalesce(s.is_current, 0) = 0 then 'not_attested' end as subtype,
    case
        when s.is_current = 1 then 'a dated statement of the last year was supplied'
        else 'no statement of the last year was supplied'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(s.number_stated as double) as measured,
    coalesce(s.recs, []) as evidence
from stated as s
cross join period as p
