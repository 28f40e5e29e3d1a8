/*
id         = "AT-01"
title      = "Staff acknowledge the policy each year"
clauses    = [
    "8.1a", "8.1b", "8.1c", "8.2a", "8.2b", "8.3a", "8.3b", "8.3c", "8.4a", "8.4b", "8.4c", "8.4d", "8.5a", "8.5b", "8.6",
]
tier       = 3
severity   = "low"
basis      = ["R"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement of the last 366 days says how many of the staff acknowledged the policy and its section on their own use of social media."
counts     = "One item for the period. The newest statement for AT-01 up to the last day of the period (or the cut-off, if earlier) counts; one that is older than 366 days is the exception, none at all is not evidenced. Figure: the number acknowledged. What staff do with their own accounts is never looked at; the clauses of section 8 are otherwise not tested by design."
effect     = "Staff may not know which rules hold for them."
remedy     = "Obtain the dated statement; adopt and file a retention schedule."
*/
select
    'period' as item,
    case when a.is_current then 'pass' when a.clause is not null then 'exception' else 'not_evidenced' end as outcome,
    case when a.clause is null then 'not_attested' when not a.is_current then 'overdue' end as subtype,
    case
        when a.is_current then 'a dated statement of the last year was supplied'
        when a.clause is not null then 'the newest statement is older than a year'
        else 'no statement was supplied'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(a.number_stated as double) as measured,
    coalesce(a.recs, []) as evidence
from period as p
left join newest_attestation as a on a.clause = 'AT-01'
