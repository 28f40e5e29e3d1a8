/*
id         = "RM-22"
title      = "Authors are told of a removal"
clauses    = ["3.3b"]
tier       = 3
severity   = "info"
basis      = ["S"]
subject    = "all removals of the period"
needs      = ["actions"]
parameters = []
criterion  = "Of how many removals the author was told. The policy does not ask for it."
counts     = "A count, never an exception: removal episodes of the library opened in the period of which an act names a time at which the author was told. Whether the notice named the rule and a way to object is not in the log and needs a reading of the notices. Without a removal there is nothing to count."
effect     = "An author who is not told can neither correct the post nor object."
remedy     = "Discuss the indicator with counsel; decide whether to adopt notice to authors and blocked users."
*/
with removal as (
    select
        e.action_no, e.recs,
        exists (
            select 1
            from removal_act as m
            inner join act as a on a.rec = m.rec
            where m.episode = e.action_no and a.author_told_at is not null
        ) as is_told
    from removal_episode as e
    cross join period as p
    where e.is_ecrl and e.opened_at >= p.starts_at and e.opened_at < p.ends_at
),

counted as (
    select
        count(*) as n_removals,
        coalesce(sum(case when is_told then 1 else 0 end), 0) as n_told,
        flatten(list(recs order by action_no)) as recs
    from removal
)

select
    'period' as item,
    case when n_removals = 0 then 'not_applicable' else 'observation' end as outcome,
    case when n_removals = 0 then 'no_removal' end as subtype,
    case
        when n_removals = 0 then 'no removal was recorded in the period'
        else cast(n_told as varchar) || ' of ' || cast(n_removals as varchar) || ' removals: the author was told'
    end as reason,
    cast(case when n_removals > 0 then n_told end as double) as measured,
    coalesce(recs, []) as evidence
from counted
