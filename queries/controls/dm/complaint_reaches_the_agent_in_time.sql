/*
id         = "DM-29"
title      = "A complaint that first reached somebody else is forwarded to the agent in time"
clauses    = ["4.13"]
tier       = 2
severity   = "medium"
basis      = ["M"]
subject    = "copyright notice received elsewhere"
needs      = ["dmca_notices"]
parameters = ["dmca_forward_limit", "dmca_removal_limit"]
criterion  = "Each copyright notice that somebody else at the library received first reached the agent by the end of the business day that dmca_forward_limit allows."
counts     = "Notices of every venue but C, first received in the period and before the agent had them. Where no receipt by the agent is recorded the item is pending, then not evidenced. The clocks of the statute run from the agent; an item forwarded in time whose removal would have been late by the clock from the first receipt (venues A, A2 and A3, complete) is an observation."
effect     = "Days pass before anybody who knows the procedure sees the complaint."
remedy     = "Register, decide, and note the decision for the items; instruct branches to forward the same day."
*/
with removal as (
    select h.notice_no, max(h.disabled_at) as removed_at, count(*) as items, count(h.disabled_at) as removed
    from dmca_item_history as h
    where h.is_named
    group by h.notice_no
),

judged as (
    select
        n.*, q.dmca_forward_limit, b.ordinal - a.ordinal as taken,
        case
            when
                n.agent_is_known and n.agent_until < d.ends_at
                and n.class_in_force = 'complete' and n.venue in ('A', 'A2', 'A3')
                and r.items = r.removed and r.removed_at >= c.latest_ends_at then 'clock_from_first_receipt'
            when n.agent_is_known and n.agent_until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when n.agent_is_known and n.agent_at >= d.latest_ends_at then 'late'
            when n.agent_is_known
                then case when d.ends_at < d.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when w.as_of_at < d.latest_ends_at then 'pending'
            else 'agent_receipt_unknown'
        end as state
    from dmca_notice as n
    cross join period as w
    cross join parameter as q
    left join removal as r on r.notice_no = n.notice_no
    left join due as d on d.day = n.received_on and d.n = q.dmca_forward_limit
    left join due as c on c.day = n.received_on and c.n = q.dmca_removal_limit
    left join business_day as a on a.calendar = 'L' and a.day = n.received_on
    left join business_day as b on b.calendar = 'L' and b.day = n.agent_on
    where
        n.venue <> 'C' and n.received_at >= w.starts_at and n.received_at < w.ends_at
        and (not n.agent_is_known or n.received_at < n.agent_at)
)

select
    notice_no as item,
    case
        when state = 'in_time' then 'pass'
        when state = 'clock_from_first_receipt' then 'observation'
        when state = 'late' then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'in_time' then 'the complaint reached the agent in time'
        when 'clock_from_first_receipt' then 'forwarded in time, but late by the clock from first receipt'
        when 'late' then 'the complaint reached the agent after the limit'
        when 'pending' then 'the limit for forwarding is not over at the cut-off'
        when 'agent_receipt_unknown' then 'no receipt by the agent is recorded'
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the limit'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    channel,
    case when agent_is_known then agent_flags else [] end as flags,
    received_at as occurred_at,
    case when agent_is_known then cast(taken as double) end as measured,
    cast(dmca_forward_limit as double) as threshold,
    [rec] as evidence
from judged
