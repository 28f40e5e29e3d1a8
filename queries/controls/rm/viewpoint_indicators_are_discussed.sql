/*
id         = "RM-13"
title      = "Viewpoint indicators are measured on labels by people"
clauses    = ["3.2a"]
tier       = 3
severity   = "info"
basis      = ["S"]
subject    = "the period"
needs      = ["judgments", "actions", "posts"]
parameters = []
criterion  = "How the share of removed items differs between stances, on items whose stance at least two people labelled alike. It does not establish or exclude viewpoint discrimination."
counts     = "Items posted in the period with a judgment of rule stance:<name> and value violating (the item takes that stance) by two or more different people, and none by anybody for another stance. No stance is ever inferred by a model. The figure is the difference in points between the highest and the lowest share removed; it is withheld when any group of removed or kept items has fewer than 10. Intervals and the exact test belong to the sample worksheet. Never an exception."
effect     = "A pattern of unequal removal would go unseen."
remedy     = "Discuss the indicator with counsel; decide whether to adopt notice to authors and blocked users."
*/
with label as (
    select j.post, substr(j.rule, 8) as stance, count(distinct j.by_person) as n_people, min(j.rec) as rec
    from judgments as j
    where
        j.rule like 'stance:%' and j.judgment = 'violating' and j.origin in ('moderator', 'reviewer')
        and j.by_person is not null
    group by j.post, substr(j.rule, 8)
),

labelled as (
    select l.post, l.stance, l.rec
    from label as l
    inner join posts as p on p.post = l.post
    cross join period as w
    where
        l.n_people >= 2 and p.author_kind <> 'staff' and p.posted_at >= w.starts_at and p.posted_at < w.ends_at
        and not exists (
            select 1
            from label as other
            where other.post = l.post and other.stance <> l.stance
        )
),

grouped as (
    select
        l.stance, count(*) as n_items,
        sum(case when exists (
            select 1
            from removal_episode as e
            where e.post = l.post and e.is_ecrl
        ) then 1 else 0 end) as n_removed,
        list(l.rec order by l.rec) as recs
    from labelled as l
    group by l.stance
),

summed as (
    select
        count(*) as n_stances,
        min(least(n_removed, n_items - n_removed)) as smallest,
        max(100.0 * n_removed / n_items) - min(100.0 * n_removed / n_items) as points,
        flatten(list(recs order by stance)) as recs
    from grouped
)

select
    'period' as item,
    case when n_stances < 2 then 'not_applicable' else 'observation' end as outcome,
    case when n_stances < 2 then 'no_labels' end as subtype,
    case
        when n_stances < 2 then 'fewer than two stances were labelled by two people each'
        when smallest < 10 then 'a group has fewer than 10 items: the figure is withheld'
        else 'shares removed differ between stances; this does not establish or exclude viewpoint discrimination'
    end as reason,
    case when n_stances >= 2 and smallest >= 10 then cast(points as double) end as measured,
    coalesce(recs, []) as evidence
from summed
