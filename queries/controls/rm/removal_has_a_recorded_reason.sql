/*
id         = "RM-01"
title      = "Every removal has a recorded reason"
clauses    = ["3.3b", "3.2a"]
tier       = 1
severity   = "medium"
basis      = ["R", "S"]
subject    = "removal episode"
needs      = ["actions"]
parameters = ["reason_record_limit"]
criterion  = "Each removal by staff or by a rule of the library has a reason, recorded at the latest by the end of the business day that reason_record_limit allows. The policy itself does not require a reason."
counts     = "Population: removal episodes opened in the period. A reason on a later act of the same episode counts when it was recorded in time. For a removal by a rule of the library the rule's clause is the reason. Removals by the platform or the author are not applicable."
effect     = "A removal without a reason cannot be explained to the author, and equal treatment cannot be shown."
remedy     = "Make the reason code a required field at the moment of removal; back-fill the listed items from evidence copies and mark them as back-filled."
*/
with stated as (
    select
        m.episode,
        min(coalesce(a.reason_recorded_at, a.acted_at)) as recorded_at,
        list(a.rec order by a.rec) as recs
    from removal_act as m
    inner join act as a on a.rec = m.rec
    left join filter_rules as f on f.filter_rule = a.filter_rule
    where
        lower(coalesce(a.reason_code, '')) not in ('', '-', '.', 'n/a', 'na', 'none', 'other')
        or lower(coalesce(a.reason, '')) not in ('', '-', '.', 'n/a', 'na', 'none', 'other')
        or (a.source = 'automation' and f.clause is not null)
    group by m.episode
),

judged as (
    select
        e.action_no, e.channel, e.opened_at, e.is_ecrl, e.flags, e.recs, e.source, s.recs as reason_recs,
        case
            when not e.is_ecrl then 'not_applicable'
            when s.episode is null then 'missing'
            when s.recorded_at < d.ends_at then 'in_time'
            when s.recorded_at >= d.latest_ends_at then 'late'
            else 'calendar_unset'
        end as state
    from removal_episode as e
    cross join period as p
    cross join parameter as q
    left join stated as s on s.episode = e.action_no
    left join due as d on d.day = e.opened_on and d.n = q.reason_record_limit
    where e.opened_at >= p.starts_at and e.opened_at < p.ends_at
)

select
    action_no as item,
    case state
        when 'not_applicable' then 'not_applicable'
        when 'in_time' then 'pass'
        when 'calendar_unset' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case state
        when 'not_applicable' then 'by_' || source
        when 'missing' then 'missing_reason'
        when 'late' then 'late_reason'
        when 'calendar_unset' then 'calendar_unset'
    end as subtype,
    case state
        when 'not_applicable' then 'the removal was not an act of the library'
        when 'missing' then 'no act of the removal states a reason'
        when 'late' then 'the reason was first recorded after the limit'
        when 'calendar_unset' then 'whether the reason was in time depends on an optional closing day that is not set'
        else 'a reason was recorded in time'
    end as reason,
    channel,
    flags,
    opened_at as occurred_at,
    list_concat(recs, coalesce(reason_recs, [])) as evidence
from judged
