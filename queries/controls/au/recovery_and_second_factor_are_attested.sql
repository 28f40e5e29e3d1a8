/*
id         = "AU-15"
title      = "Recovery addresses and second factors are attested"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 3
severity   = "info"
basis      = ["S"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement says that the accounts are recovered through an address of the library and that a second factor is on."
counts     = "One item for the period: it passes with a statement for AU-15 of the 366 days up to the last day of the period (or the cut-off, if earlier), and is not evidenced without. Accounts are never listed."
effect     = "An account can be lost to whoever controls a former employee's private mailbox."
remedy     = "Revoke or reduce; add access removal to the leaver checklist; approve or disconnect the app."
*/
with stated as (
    select count(a.rec) as statements, max(a.attested_on) as attested_on, list(a.rec order by a.rec) as recs
    from period as p
    inner join attestations as a
        on
            a.clause = 'AU-15' and a.attested_on <= least(p.last_on, p.as_of_on)
            and a.attested_on >= least(p.last_on, p.as_of_on) - 366
)

select
    'period' as item,
    case when s.statements > 0 then 'pass' else 'not_evidenced' end as outcome,
    case when s.statements = 0 then 'not_attested' end as subtype,
    case
        when s.statements > 0 then 'a dated statement was supplied'
        else 'no statement of the last year was supplied'
    end as reason,
    cast(null as varchar) as channel,
    cast([] as varchar[]) as flags,
    p.starts_at as occurred_at,
    coalesce(s.recs, []) as evidence
from stated as s
cross join period as p
