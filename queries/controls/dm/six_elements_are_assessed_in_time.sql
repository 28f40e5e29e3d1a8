/*
id         = "DM-07"
title      = "The six elements of each notice are assessed in time"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "copyright notice"
needs      = ["dmca_notices"]
parameters = ["dmca_assess_limit"]
criterion  = "For each notice about an item of somebody else the six elements of 17 U.S.C. 512(c)(3)(A) (signature, work, material and its place, contact, good faith, accuracy under penalty of perjury) are recorded by the end of the business day that dmca_assess_limit allows after receipt by the agent."
counts     = "Venues A and A2. An element recorded as unclear counts as recorded and sends the notice to a person. Elements without the time of assessment are not evidenced. Where the receipt by the agent is not recorded, the limit runs from the first receipt, and only an assessment within it is certain."
effect     = "Without the element sheet it cannot be shown whether the notice obliged anybody, and the clocks that hang on it cannot be kept."
remedy     = "Use the element sheet at intake; correct the class of the cases listed."
*/
with judged as (
    select
        n.*, cast(b.ordinal - a.ordinal as double) as taken, q.dmca_assess_limit,
        case
            when not n.is_blank and n.assessed_until < d.ends_at and n.is_unclear then 'unclear_element'
            when not n.is_blank and n.assessed_until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when not n.agent_is_known then 'agent_receipt_unknown'
            when w.as_of_at < d.latest_ends_at then 'pending'
            when n.is_blank then 'unrecorded'
            when n.assessed_at is null then 'assessment_time_unknown'
            when n.assessed_at >= d.latest_ends_at then 'late'
            when d.ends_at < d.latest_ends_at then 'calendar_unset'
            else 'order_uncertain'
        end as state
    from dmca_notice as n
    cross join period as w
    cross join parameter as q
    left join due as d on d.day = n.agent_on and d.n = q.dmca_assess_limit
    left join business_day as a on a.calendar = 'L' and a.day = n.agent_on
    left join business_day as b on b.calendar = 'L' and b.day = n.assessed_on
    where n.venue in ('A', 'A2') and n.agent_at >= w.starts_at and n.agent_at < w.ends_at
)

select
    notice_no as item,
    case
        when state = 'in_time' then 'pass'
        when state = 'unclear_element' then 'needs_review'
        when state = 'pending' then 'pending'
        when state in ('unrecorded', 'late') then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'in_time' then 'all six elements were recorded in time'
        when 'unclear_element' then 'an element is recorded as unclear and needs a person''s reading'
        when 'pending' then 'the limit for the assessment is not over at the cut-off'
        when 'unrecorded' then 'an element is not recorded and the limit is over'
        when 'late' then 'the elements were assessed after the limit'
        when 'assessment_time_unknown' then 'the elements are recorded, but not when'
        when 'agent_receipt_unknown' then 'the receipt by the agent is not recorded, so that the limit has no beginning'
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the limit'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    channel,
    list_concat(agent_flags, case when assessed_quality = 'date_only' then ['date_only'] else [] end) as flags,
    agent_at as occurred_at,
    case when state in ('in_time', 'late', 'calendar_unset', 'unclear_element') then taken end as measured,
    cast(dmca_assess_limit as double) as threshold,
    [rec] as evidence
from judged
