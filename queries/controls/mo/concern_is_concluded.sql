/*
id         = "MO-04"
title      = "Concerns are concluded"
clauses    = ["4.19"]
tier       = 2
severity   = "medium"
basis      = ["M"]
subject    = "concern"
needs      = ["concerns"]
parameters = ["concern_outcome_limit"]
criterion  = "Each concern that reached the library has an outcome within concern_outcome_limit business days of its receipt."
counts     = "Population as MO-03. Upheld, rejected, duplicate and withdrawn are outcomes, open is none; the time of the outcome is the time of closing. An outcome without that time is not evidenced. A concern that reached the platform only is not applicable; one closed before its receipt is not evidenced."
effect     = "The person who reported, and the person reported, wait without an answer."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with known as (
    select
        c.concern, c.channel, c.via, c.received_at, c.received_on, c.received_quality, c.rec,
        c.closed_at, c.closed_until, c.closed_on, c.closed_quality,
        coalesce(c.outcome, 'open') <> 'open' as has_outcome,
        whole.closed_at is not null as is_closed_at_any_time
    from concerns as c
    cross join period as p
    inner join record_concerns as whole on whole.rec = c.rec
    where c.received_at >= p.starts_at and c.received_at < p.ends_at
),

judged as (
    select
        c.concern, c.channel, c.received_at, c.received_quality, c.closed_quality, c.rec,
        case when c.has_outcome and c.closed_on >= c.received_on then t.ordinal - o.ordinal end as taken,
        case
            when c.via = 'platform_only' then 'platform_only'
            when c.has_outcome and c.closed_until < c.received_at then 'impossible_order'
            when c.has_outcome and c.closed_until < d.ends_at then 'concluded'
            when (c.closed_at is null or not c.has_outcome) and p.as_of_at < d.latest_ends_at then 'pending'
            when not coalesce(d.is_known, false) then 'calendar_unconfirmed'
            when c.has_outcome and c.closed_at >= d.latest_ends_at then 'late_outcome'
            when c.has_outcome and c.closed_at is not null and d.ends_at < d.latest_ends_at then 'calendar_unset'
            when c.has_outcome and c.closed_at is not null then 'order_uncertain'
            when c.has_outcome and not c.is_closed_at_any_time then 'outcome_undated'
            else 'no_outcome'
        end as state
    from known as c
    cross join period as p
    cross join parameter as q
    left join due as d on d.day = c.received_on and d.n = q.concern_outcome_limit
    left join business_day as o on o.calendar = 'L' and o.day = c.received_on
    left join business_day as t on t.calendar = 'L' and t.day = c.closed_on
)

select
    j.concern as item,
    case j.state
        when 'platform_only' then 'not_applicable'
        when 'concluded' then 'pass'
        when 'late_outcome' then 'exception'
        when 'no_outcome' then 'exception'
        when 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when j.state not in ('concluded', 'pending') then j.state end as subtype,
    case j.state
        when 'platform_only' then 'the concern went to the platform and never reached the library'
        when 'concluded' then 'the concern was concluded in time'
        when 'late_outcome' then 'the concern was concluded after the limit'
        when 'no_outcome' then 'the concern has no outcome and the limit is over'
        when 'pending' then 'the limit was not over at the cut-off'
        when 'outcome_undated' then 'the concern has an outcome without a time'
        when 'calendar_unset' then 'whether the outcome was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day of the limit'
        when 'impossible_order' then 'the record dates the outcome before the receipt'
        else 'the records do not show whether the outcome was in time'
    end as reason,
    j.channel,
    [
        case when j.received_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain' end,
        case when j.closed_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain' end,
        case when j.received_quality = 'date_only' then 'date_only' end,
        case when j.closed_quality = 'date_only' then 'date_only' end
    ] as flags,
    j.received_at as occurred_at,
    cast(case when j.state <> 'platform_only' then j.taken end as double) as measured,
    cast(case when j.state <> 'platform_only' then q.concern_outcome_limit end as double) as threshold,
    [j.rec] as evidence
from judged as j
cross join parameter as q
