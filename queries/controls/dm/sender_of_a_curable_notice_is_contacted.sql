/*
id         = "DM-10"
title      = "The sender of a curable notice is contacted promptly"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "curable copyright notice"
needs      = ["dmca_events", "dmca_notices"]
parameters = ["dmca_prompt_limit"]
criterion  = "For each curable notice the sender was contacted about what is missing, or another reasonable step documented, by the end of the business day that dmca_prompt_limit allows after receipt by the agent. The statute says promptly (17 U.S.C. 512(c)(3)(B)(ii))."
counts     = "Venues A, A2 and A3 with the class in force curable. An attempt recorded as contact or as no route to the sender counts, so does a decision recorded with a document. A cure or a retraction within the limit leaves nothing to ask. What follows a cure is in DM-09."
effect     = "A curable notice left alone can count as knowledge of the material."
remedy     = "Write to the sender naming the missing elements; keep the message."
*/
with step as (
    select
        s.notice_no, s.happened_at, s.happened_until, s.happened_on, s.rec, s.flags,
        row_number() over (
            partition by s.notice_no
            order by s.happened_until asc, s.happened_at desc, s.rec asc
        ) as place
    from dmca_step as s
    where
        s.step in ('contacted_sender', 'no_contact_route', 'cured')
        or (s.step = 'retracted' and s.post is null)
        or (s.step = 'decision_recorded' and s.document is not null)
),

judged as (
    select
        n.notice_no, n.venue, n.channel, n.rec, n.agent_at, n.agent_flags, s.rec as step_rec, s.flags as step_flags,
        q.dmca_prompt_limit,
        cast(b.ordinal - a.ordinal as double) as taken,
        case
            when s.happened_until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when not n.agent_is_known then 'agent_receipt_unknown'
            when s.happened_at >= d.latest_ends_at then 'late'
            when s.rec is not null
                then case when d.ends_at < d.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when w.as_of_at < d.latest_ends_at then 'pending'
            else 'not_contacted'
        end as state
    from dmca_notice as n
    cross join period as w
    cross join parameter as q
    left join step as s on s.notice_no = n.notice_no and s.place = 1
    left join due as d on d.day = n.agent_on and d.n = q.dmca_prompt_limit
    left join business_day as a on a.calendar = 'L' and a.day = n.agent_on
    left join business_day as b on b.calendar = 'L' and b.day = s.happened_on
    where
        n.venue in ('A', 'A2', 'A3') and n.class_in_force = 'curable'
        and n.agent_at >= w.starts_at and n.agent_at < w.ends_at
)

select
    notice_no as item,
    case
        when state = 'in_time' then 'pass'
        when state in ('late', 'not_contacted') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'in_time' then 'the sender was contacted, or the notice settled, within the '
        when 'late' then 'the sender was contacted after the '
        when 'not_contacted' then 'no step towards the sender is recorded within the '
        when 'pending' then 'not over at the cut-off is the '
        when 'agent_receipt_unknown' then 'the receipt by the agent is not recorded, which would start the '
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the '
        when 'calendar_unset' then 'an optional closing day that is not set decides the '
        else 'the library''s calendar is not confirmed up to the end of the '
    end
    || case venue
        when 'A' then 'limit for what the statute calls promptly'
        else 'limit of the library''s procedure'
    end as reason,
    channel,
    list_concat(agent_flags, coalesce(step_flags, [])) as flags,
    agent_at as occurred_at,
    case when state in ('in_time', 'late', 'calendar_unset') then taken end as measured,
    cast(dmca_prompt_limit as double) as threshold,
    [rec, step_rec] as evidence
from judged
