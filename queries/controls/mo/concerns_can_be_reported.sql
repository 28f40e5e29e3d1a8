/*
id         = "MO-10"
title      = "There is a way to report concerns"
clauses    = ["4.18"]
tier       = 3
severity   = "info"
basis      = ["P"]
subject    = "the period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement says that users have a way to report concerns to the library."
counts     = "An attestation for MO-10 or 4.18 dated within the 366 days up to the end of the period suffices. Without one this is not evidenced."
effect     = "Concerns may not reach anybody."
remedy     = "Obtain the dated statement."
*/
with stated as (
    select count(*) as n_attestations, list(a.rec order by a.rec) as recs
    from attestations as a
    cross join period as p
    where
        a.clause in ('MO-10', '4.18')
        and a.attested_on <= p.last_on and a.attested_on > p.last_on - 366
)

select
    'period' as item,
    case when n_attestations > 0 then 'pass' else 'not_evidenced' end as outcome,
    case when n_attestations = 0 then 'no_attestation' end as subtype,
    case
        when n_attestations > 0 then 'a dated statement says that users can report concerns'
        else 'no statement of the last 366 days says that users can report concerns'
    end as reason,
    coalesce(recs, []) as evidence
from stated
