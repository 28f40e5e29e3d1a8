/*
id         = "RM-03"
title      = "Removals on discretion or topic are listed for a review of neutrality"
clauses    = ["3.3b", "4.1", "4.2"]
tier       = 1
severity   = "info"
basis      = ["P"]
subject    = "removal episode"
needs      = ["actions"]
parameters = []
criterion  = "Removals whose only grounds are the right to remove at any time (3.3b), being off topic (4.1) or not library related (4.2) are counted and listed for a person to read."
counts     = "Population: removal episodes of the library in the period with at least one ground in force among 3.3b, 4.1 and 4.2 and no ground under another clause. Every one is an observation, never an exception. Where their share of all removals of the library rose by more than 10 points against the span of the same length before, the reason says so. Up to 30 are read in full, more as a sample."
effect     = "Wide discretion without written criteria can hide unequal treatment."
remedy     = "Adopt written on-topic criteria with examples; a second person reviews the listed removals."
*/
with ground as (
    select
        action_no,
        sum(case when clause in ('3.3b', '4.1', '4.2') and standing = 'valid' then 1 else 0 end) as n_wide,
        sum(case when clause is not null and clause not in ('3.3b', '4.1', '4.2') then 1 else 0 end) as n_other,
        list(source_rec order by source_rec) as recs
    from removal_ground
    group by action_no
),

removal as (
    select
        e.action_no, e.channel, e.opened_at, e.flags, list_concat(e.recs, coalesce(g.recs, [])) as recs,
        coalesce(g.n_wide, 0) > 0 and coalesce(g.n_other, 0) = 0 as is_wide,
        e.opened_at >= p.starts_at as is_now
    from removal_episode as e
    cross join period as p
    inner join local_day as b on b.day = p.first_on - cast(date_diff('day', p.first_on, p.last_on + 1) as integer)
    left join ground as g on g.action_no = e.action_no
    where e.is_ecrl and e.opened_at >= b.starts_at and e.opened_at < p.ends_at
),

share as (
    select
        sum(case when is_now then 1 else 0 end) as n_now,
        sum(case when is_now and is_wide then 1 else 0 end) as n_now_wide,
        sum(case when not is_now then 1 else 0 end) as n_before,
        sum(case when not is_now and is_wide then 1 else 0 end) as n_before_wide
    from removal
)

select
    r.action_no as item,
    'observation' as outcome,
    cast(null as varchar) as subtype,
    case
        when 100 * s.n_now_wide * s.n_before > (100 * s.n_before_wide + 10 * s.n_before) * s.n_now
            then 'removed on discretion or topic only; the share of such removals rose by more than 10 points'
        else 'removed on discretion or topic only'
    end as reason,
    r.channel,
    r.flags,
    r.opened_at as occurred_at,
    r.recs as evidence
from removal as r
cross join share as s
where r.is_now and r.is_wide
