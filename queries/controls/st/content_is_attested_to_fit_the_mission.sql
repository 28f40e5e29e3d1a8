/*
id         = "ST-03"
title      = "Online content is attested to reflect mission and vision"
clauses    = ["6.4"]
tier       = 3
severity   = "info"
basis      = ["P"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement says that the library's online content reflects its mission and vision."
counts     = "One item for the period: it passes with a statement for ST-03 or clause 6.4 of the 366 days up to the last day of the period (or the cut-off, if earlier), and is not evidenced without. No text is judged."
effect     = "Nobody has said that the content was looked at with the mission in mind."
remedy     = "Obtain the dated statement."
*/
with stated as (
    select count(a.rec) as statements, list(a.rec order by a.rec) as recs
    from period as p
    inner join attestations as a
        on
            a.clause in ('ST-03', '6.4') and a.attested_on <= least(p.last_on, p.as_of_on)
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
