/*
id         = "RC-03"
title      = "Legal holds are honoured"
clauses    = ["1.4a"]
tier       = 2
severity   = "high"
basis      = ["R", "L"]
subject    = "period"
needs      = ["attestations"]
witnesses  = ["evidence"]
parameters = []
criterion  = "A dated statement of the last 366 days says which legal holds were in force and that they were kept, and no kept copy was disposed of in the period before its retention was over."
counts     = "One item for the period. The logbook has no column for holds: a hold is kept by a later day in retain_until, and RM-06 tests each copy. A statement for RC-03 (that no hold was in force is one) is the record that is asked for: without it the item is an exception. Figure: copies disposed of too early."
effect     = "Material for a dispute may be lost."
remedy     = "Obtain the dated statement; stop disposal; record the loss."
*/
with disposed as (
    select count(*) as n, coalesce(list(e.rec order by e.rec), []) as recs
    from evidence as e
    cross join period as p
    where
        e.disposed_on >= p.first_on and e.disposed_on <= least(p.last_on, p.as_of_on)
        and e.disposed_on < e.retain_until_on
),

judged as (
    select
        d.n, p.starts_at, list_concat(coalesce(a.recs, []), d.recs) as recs,
        case
            when d.n > 0 then 'disposed_too_early'
            when a.clause is null then 'not_stated'
            when not a.is_current then 'statement_outdated'
            else 'stated'
        end as state
    from period as p
    cross join disposed as d
    left join newest_attestation as a on a.clause = 'RC-03'
)

select
    'period' as item,
    case state when 'stated' then 'pass' else 'exception' end as outcome,
    case when state <> 'stated' then state end as subtype,
    case state
        when 'disposed_too_early' then 'copies were disposed of before their retention was over'
        when 'not_stated' then 'no statement on legal holds was supplied'
        when 'statement_outdated' then 'the newest statement on legal holds is older than a year'
        else 'a dated statement was supplied and no copy was disposed of too early'
    end as reason,
    cast(null as varchar) as channel,
    starts_at as occurred_at,
    cast(n as double) as measured,
    recs as evidence
from judged
