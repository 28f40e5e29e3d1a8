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
counts     = "Population: removal episodes opened in the period; hide then delete is one, a new one opens after unhide or restore. A code or words on any act of the episode count, and so do the clauses of the investigation it names (recorded when that was opened) and the copyright notice it names. Placeholders (-, ., n/a, none, other without words) are no reason. For a removal by a rule of the library the rule's clause is the reason. Removals by the platform or the author are not applicable; a removal without a reason is pending until the limit is over. The library's own posts are not in the population."
effect     = "A removal without a reason cannot be explained to the author, and equal treatment cannot be shown."
remedy     = "Make the reason code a required field at the moment of removal; back-fill the listed items from evidence copies and mark them as back-filled."
*/
with stated as (
    select
        m.episode,
        min(r.recorded_at) as recorded_at,
        min(r.recorded_until) as recorded_until,
        min(r.recorded_on) as recorded_on,
        list(r.source_rec order by r.source_rec) as recs
    from removal_act as m
    inner join act_reason as r on r.rec = m.rec
    group by m.episode
),

judged as (
    select
        e.action_no, e.channel, e.opened_at, e.opened_on, e.flags, e.recs, e.source, s.recs as reason_recs,
        s.recorded_on, q.reason_record_limit,
        case
            when not e.is_ecrl then 'not_applicable'
            when s.recorded_until < d.ends_at then 'in_time'
            when not coalesce(d.is_known, false) then 'calendar_unconfirmed'
            when s.episode is null then case when p.as_of_at < d.latest_ends_at then 'pending' else 'missing' end
            when s.recorded_at >= d.latest_ends_at then 'late'
            when d.ends_at < d.latest_ends_at then 'calendar_unset'
            else 'order_uncertain'
        end as state
    from removal_episode as e
    cross join period as p
    cross join parameter as q
    left join stated as s on s.episode = e.action_no
    left join due as d on d.day = e.opened_on and d.n = q.reason_record_limit
    where e.opened_at >= p.starts_at and e.opened_at < p.ends_at
)

select
    j.action_no as item,
    case j.state
        when 'not_applicable' then 'not_applicable'
        when 'in_time' then 'pass'
        when 'pending' then 'pending'
        when 'missing' then 'exception'
        when 'late' then 'exception'
        else 'not_evidenced'
    end as outcome,
    case j.state
        when 'not_applicable' then 'by_' || j.source
        when 'missing' then 'missing_reason'
        when 'late' then 'late_reason'
        when 'in_time' then null
        when 'pending' then null
        else j.state
    end as subtype,
    case j.state
        when 'not_applicable' then 'the removal was not an act of the library'
        when 'pending' then 'no reason is recorded yet, and the time for it is not over'
        when 'missing' then 'neither an act of the removal nor its case states a reason'
        when 'late' then 'the reason was first recorded after the limit'
        when 'calendar_unset' then 'whether the reason was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        when 'order_uncertain' then 'the recorded time does not show whether the reason was in time'
        else 'a reason was recorded in time'
    end as reason,
    j.channel,
    j.flags,
    j.opened_at as occurred_at,
    case
        when j.state in ('in_time', 'late') then cast(done.ordinal - least(begun.ordinal, done.ordinal) as double)
    end as measured,
    case when j.state in ('in_time', 'late') then cast(j.reason_record_limit as double) end as threshold,
    list_concat(j.recs, coalesce(j.reason_recs, [])) as evidence
from judged as j
left join business_day as begun on begun.calendar = 'L' and begun.day = j.opened_on
left join business_day as done on done.calendar = 'L' and done.day = j.recorded_on
