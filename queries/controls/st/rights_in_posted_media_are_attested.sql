/*
id         = "ST-09"
title      = "Rights in media posted by staff are attested"
clauses    = ["1.4a"]
tier       = 3
severity   = "info"
basis      = ["S"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement says that rights in the pictures, sound and video that staff posted were looked after."
counts     = "One item for the period: it passes with a statement for ST-09 of the 366 days up to the last day of the period (or the cut-off, if earlier), and is not evidenced without. A statement for clause 1.4a as a whole is too wide to count. No medium is looked at."
effect     = "Somebody else's work may stand on a page of the library without leave."
remedy     = "Obtain the dated statement, or keep a log of media with their source and licence."
*/
with stated as (
    select count(a.rec) as statements, list(a.rec order by a.rec) as recs
    from period as p
    inner join attestations as a
        on
            a.clause = 'ST-09' and a.attested_on <= least(p.last_on, p.as_of_on)
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
