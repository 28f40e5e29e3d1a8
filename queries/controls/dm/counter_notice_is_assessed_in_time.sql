/*
id         = "DM-14"
title      = "The six elements of each counter-notice are assessed in time"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "counter-notice"
needs      = ["dmca_counter_notices", "dmca_notices"]
parameters = ["dmca_assess_limit"]
criterion  = "For each counter-notice the six elements of 17 U.S.C. 512(g)(3) (signature; item and former place; belief of mistake under penalty of perjury; name, address and phone; consent to jurisdiction; acceptance of service) are assessed by the end of the business day that dmca_assess_limit allows after receipt by the agent."
counts     = "Counter-notices to notices of venues A and A2; those about the library's own items (A3) are not applicable, and one that the library sends itself is in DM-23. Withdrawn before the limit without an assessment is not applicable. An unclear element sends the counter-notice to a person. Elements without the time of assessment are not evidenced. Whether all six are there decides on validity, not on this control."
effect     = "The window for putting the item back opens and closes without anybody knowing whether it must be kept."
remedy     = "Use the element sheet at intake; correct the class of the cases listed."
*/
with judged as (
    select
        c.*, q.dmca_assess_limit,
        cast(b.ordinal - a.ordinal as double) as taken,
        case
            when c.venue = 'A3' then 'own_item'
            when not c.is_blank and c.assessed_until < d.ends_at and c.is_unclear then 'unclear_element'
            when not c.is_blank and c.assessed_until < d.ends_at then 'in_time'
            when c.withdrawn_at < d.latest_ends_at and c.assessed_at is null then 'withdrawn'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when w.as_of_at < d.latest_ends_at then 'pending'
            when c.is_blank and c.assessed_at is null then 'not_assessed'
            when c.is_blank then 'unrecorded'
            when c.assessed_at is null then 'assessment_time_unknown'
            when c.assessed_at >= d.latest_ends_at then 'late'
            when d.ends_at < d.latest_ends_at then 'calendar_unset'
            else 'order_uncertain'
        end as state
    from dmca_counter as c
    cross join period as w
    cross join parameter as q
    left join due as d on d.day = c.received_on and d.n = q.dmca_assess_limit
    left join business_day as a on a.calendar = 'L' and a.day = c.received_on
    left join business_day as b on b.calendar = 'L' and b.day = c.assessed_on
    where
        (c.venue is null or c.venue in ('A', 'A2', 'A3'))
        and c.received_at >= w.starts_at and c.received_at < w.ends_at
)

select
    counter_no as item,
    case
        when state in ('own_item', 'withdrawn') then 'not_applicable'
        when state = 'in_time' then 'pass'
        when state = 'unclear_element' then 'needs_review'
        when state in ('not_assessed', 'unrecorded', 'late') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    coalesce('venue ' || venue || ': ', '') || case state
        when 'own_item' then 'the item is the library''s own, and no counter-notice is foreseen'
        when 'withdrawn' then 'the counter-notice was withdrawn before the limit was over'
        when 'in_time' then 'the six elements were assessed in time'
        when 'unclear_element' then 'an element is recorded as unclear and needs a person''s reading'
        when 'pending' then 'the limit for the assessment is not over at the cut-off'
        when 'not_assessed' then 'no assessment is recorded and the limit is over'
        when 'unrecorded' then 'an element is not recorded and the limit is over'
        when 'late' then 'the elements were assessed after the limit'
        when 'assessment_time_unknown' then 'the elements are recorded, but not when'
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the limit'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    channel,
    flags,
    received_at as occurred_at,
    case when state in ('in_time', 'late', 'calendar_unset', 'unclear_element') then taken end as measured,
    case when state not in ('own_item', 'withdrawn') then cast(dmca_assess_limit as double) end as threshold,
    [rec, notice_rec] as evidence
from judged
