/*
id         = "RM-20"
title      = "For each removed threat it is recorded whether authorities were contacted"
clauses    = ["4.15"]
tier       = 2
severity   = "high"
basis      = ["P"]
subject    = "removal episode"
needs      = ["actions"]
parameters = []
criterion  = "Where an item was removed as a threat, whether to contact authorities is decided and recorded by the end of the next business day. Not contacting them is no exception."
counts     = "Population: removal episodes of the library in the period with the code 4.14-threat or marked severe. The decision is an incident about the post that says contacted, not_contacted or not_needed. No record by then, or a later one, is an observation. A decision without its time is not evidenced."
effect     = "After a threat nobody can show that anybody thought about safety."
remedy     = "Record yes/no and by whom."
*/
with threat as (
    select
        e.action_no, e.channel, e.post, e.opened_at, e.opened_on, e.flags, e.recs, d.ends_at, d.latest_ends_at,
        coalesce(d.is_known, false) as is_known, p.as_of_at
    from removal_episode as e
    cross join period as p
    left join due as d on d.day = e.opened_on and d.n = 1
    where
        e.is_ecrl and e.opened_at >= p.starts_at and e.opened_at < p.ends_at
        and (
            exists (
                select 1
                from removal_ground as g
                where g.action_no = e.action_no and g.code = '4.14-threat'
            )
            or exists (
                select 1
                from removal_act as m
                inner join act as a on a.rec = m.rec
                where m.episode = e.action_no and a.severe = 'yes'
            )
        )
),

decision as (
    select
        t.action_no,
        min(i.authorities_decided_at) as decided_at, min(i.authorities_decided_until) as decided_until,
        min(i.authorities_decided_on) as decided_on, list(i.rec order by i.rec) as recs
    from threat as t
    inner join incidents as i on i.post = t.post and i.authorities is not null
    group by t.action_no
),

whole as (
    select w.post, max(w.authorities_decided_at) as decided_at
    from record_incidents as w
    where w.authorities is not null
    group by w.post
),

judged as (
    select
        t.*, i.recs as decision_recs, i.decided_on,
        case
            when i.decided_until < t.ends_at then 'recorded'
            when not t.is_known then 'calendar_unconfirmed'
            when i.decided_at >= t.latest_ends_at then 'late'
            when i.decided_at is not null and t.ends_at < t.latest_ends_at then 'calendar_unset'
            when i.decided_at is not null then 'order_uncertain'
            when i.action_no is not null and w.decided_at is null then 'no_time'
            when t.as_of_at < t.latest_ends_at then 'pending'
            else 'missing'
        end as state
    from threat as t
    left join decision as i on i.action_no = t.action_no
    left join whole as w on w.post = t.post
)

select
    j.action_no as item,
    case
        when j.state = 'recorded' then 'pass'
        when j.state in ('late', 'missing') then 'observation'
        when j.state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when j.state in ('calendar_unset', 'calendar_unconfirmed', 'order_uncertain') then j.state end as subtype,
    case j.state
        when 'recorded' then 'the decision about the authorities was recorded in time'
        when 'late' then 'the decision about the authorities was recorded after the next business day'
        when 'missing' then 'no decision about the authorities is recorded'
        when 'pending' then 'no decision is recorded yet, and the time for it is not over'
        when 'no_time' then 'a decision about the authorities is recorded without its time'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        else 'the recorded time does not show whether it was in time'
    end as reason,
    j.channel,
    j.flags,
    j.opened_at as occurred_at,
    cast(done.ordinal - least(begun.ordinal, done.ordinal) as double) as measured,
    cast(1 as double) as threshold,
    list_concat(j.recs, coalesce(j.decision_recs, [])) as evidence
from judged as j
left join business_day as begun on begun.calendar = 'L' and begun.day = j.opened_on
left join business_day as done on done.calendar = 'L' and done.day = j.decided_on
