/*
what    = "Removals of posts by the clause that their reason stands for on that day (the first of several) and by who acted"
public  = true
columns = ["rule", "source", "removals"]
*/
with ground as (
    select
        r.rec,
        min(m.clause) as clause,
        max(case when r.kind = 'text' then 0 else 1 end) as is_coded
    from act_reason as r
    left join reason_map as m
        on
            (m.code = r.code or (r.kind in ('case', 'filter') and m.clause = r.code))
            and m.start_on <= r.acted_on and m.end_on >= r.acted_on
    group by r.rec
),

removal as (
    select
        case
            when ground.clause is not null then 'Clause ' || ground.clause
            when ground.is_coded = 1 then 'Code without a clause'
            when ground.is_coded = 0 then 'Reason in words alone'
            else 'No reason recorded'
        end as rule,
        act.source as source
    from act
    inner join period
        on
            act.acted_on >= period.first_on
            and act.acted_on <= period.last_on
    left join ground on act.rec = ground.rec
    where
        act.action in ('hide', 'delete', 'hold_reject', 'comment_lock', 'unpublish')
        and act.is_ecrl and act.is_effective
)

select
    removal.rule as rule,
    removal.source as source,
    count(*) as removals
from removal
group by removal.rule, removal.source
order by removal.rule, removal.source
