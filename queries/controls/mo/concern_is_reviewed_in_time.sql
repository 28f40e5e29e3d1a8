/*
id         = "MO-03"
title      = "Concerns are reviewed as soon as possible"
clauses    = ["4.19", "4.18"]
tier       = 1
severity   = "high"
basis      = ["P", "M"]
subject    = "concern"
needs      = ["concerns"]
parameters = ["concern_review_target", "concern_review_limit"]
criterion  = "Each concern that reached the library was first reviewed within concern_review_limit business days of its receipt."
counts     = "Population: concerns received in the period, by whomever at the library; each has its own clock, duplicates of one matter too. The day of receipt is not counted, a receipt at night counts from its date. After concern_review_target and within the limit is an observation, and so is a review in time by a person without the power to review (asked only where the roster was supplied and the reviewer is named). A concern that reached the platform only is not applicable. A first review dated before the receipt is not evidenced."
effect     = "A threat or a disclosure of private data stays up although somebody told the library."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with judged as (
    select
        c.concern, c.channel, c.received_at, c.received_quality, c.first_reviewed_quality, c.rec,
        a.recs as authority_recs,
        case when c.first_reviewed_on >= c.received_on then t.ordinal - o.ordinal end as taken,
        case
            when c.via = 'platform_only' then 'platform_only'
            when c.first_reviewed_until < c.received_at then 'impossible_order'
            when c.first_reviewed_until < n.ends_at and a.answer = 'no' and exists (
                select 1
                from people
            ) then 'reviewer_not_authorised'
            when c.first_reviewed_until < n.ends_at then 'in_target'
            when c.first_reviewed_at >= n.latest_ends_at and c.first_reviewed_until < d.ends_at then 'after_target'
            when c.first_reviewed_at is null and p.as_of_at < d.latest_ends_at then 'pending'
            when not coalesce(d.is_known, false) then 'calendar_unconfirmed'
            when c.first_reviewed_at >= d.latest_ends_at then 'late_review'
            when c.first_reviewed_at is not null and d.ends_at < d.latest_ends_at then 'calendar_unset'
            when c.first_reviewed_at is not null then 'order_uncertain'
            else 'no_review'
        end as state
    from concerns as c
    cross join period as p
    cross join parameter as q
    left join due as n on n.day = c.received_on and n.n = q.concern_review_target
    left join due as d on d.day = c.received_on and d.n = q.concern_review_limit
    left join business_day as o on o.calendar = 'L' and o.day = c.received_on
    left join business_day as t on t.calendar = 'L' and t.day = c.first_reviewed_on
    left join authority as a on a.topic = 'concern' and a.rec = c.rec and a.power = 'review'
    where c.received_at >= p.starts_at and c.received_at < p.ends_at
)

select
    j.concern as item,
    case j.state
        when 'platform_only' then 'not_applicable'
        when 'in_target' then 'pass'
        when 'after_target' then 'observation'
        when 'reviewer_not_authorised' then 'observation'
        when 'late_review' then 'exception'
        when 'no_review' then 'exception'
        when 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when j.state not in ('in_target', 'pending') then j.state end as subtype,
    case j.state
        when 'platform_only' then 'the concern went to the platform and never reached the library'
        when 'in_target' then 'the concern was reviewed in time'
        when 'after_target' then 'the concern was reviewed after the target and within the limit'
        when 'reviewer_not_authorised' then 'the concern was reviewed in time by a person without the power to review'
        when 'late_review' then 'the concern was first reviewed after the limit'
        when 'no_review' then 'no review of the concern is recorded and the limit is over'
        when 'pending' then 'the limit was not over at the cut-off'
        when 'calendar_unset' then 'whether the review was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day of the limit'
        when 'impossible_order' then 'the record dates the review before the receipt'
        else 'the records do not show whether the review was in time'
    end as reason,
    j.channel,
    [
        case when j.received_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain' end,
        case when j.first_reviewed_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain' end,
        case when j.received_quality = 'date_only' then 'date_only' end,
        case when j.first_reviewed_quality = 'date_only' then 'date_only' end
    ] as flags,
    j.received_at as occurred_at,
    cast(case when j.state <> 'platform_only' then j.taken end as double) as measured,
    cast(case when j.state <> 'platform_only' then q.concern_review_limit end as double) as threshold,
    list_prepend(j.rec, case when j.state = 'reviewer_not_authorised' then j.authority_recs else [] end) as evidence
from judged as j
cross join parameter as q
