/*
id         = "ST-10"
title      = "Pictures and videos in posts have alternatives"
clauses    = ["1.4a"]
tier       = 3
severity   = "info"
basis      = ["L"]
subject    = "period"
needs      = []
parameters = []
criterion  = "How many posts were looked at for alternative texts of pictures and captions of videos."
counts     = "A figure, never an exception. None of the records holds alternative texts or captions of posts; a statement for ST-10 of the 366 days up to the last day of the period (or the cut-off, if earlier) brings the number of posts looked at, as `measured`. Without one there is nothing to measure."
effect     = "People who cannot see or hear are left out."
remedy     = "Add alternative texts and captions when posting; record the count once a period."
*/
with stated as (
    select
        a.rec, a.count as posts,
        row_number() over (order by a.attested_on desc, a.rec desc) as back
    from period as p
    inner join attestations as a
        on
            a.clause = 'ST-10' and a.attested_on <= least(p.last_on, p.as_of_on)
            and a.attested_on >= least(p.last_on, p.as_of_on) - 366
)

select
    'period' as item,
    case when s.rec is null then 'not_applicable' else 'observation' end as outcome,
    case when s.rec is null then 'no_record_of_media' end as subtype,
    case
        when s.rec is null then 'no record of alternative texts and captions was supplied'
        else 'a dated count was supplied'
    end as reason,
    cast(null as varchar) as channel,
    cast([] as varchar[]) as flags,
    p.starts_at as occurred_at,
    cast(s.posts as double) as measured,
    [s.rec] as evidence
from period as p
left join stated as s on s.back = 1
