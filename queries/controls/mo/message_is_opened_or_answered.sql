/*
id         = "MO-07"
title      = "Inbound messages are opened or answered"
clauses    = ["3.2b"]
tier       = 2
severity   = "medium"
basis      = ["P", "M"]
subject    = "inbound message thread"
needs      = ["message_threads"]
parameters = ["question_response_limit"]
criterion  = "Each inbound message thread was opened or answered by staff within question_response_limit business days of its receipt."
counts     = "Population: threads received in the period, by count and times only; no message text is ever read. The earlier of opening and reply counts. A time before the receipt is not evidenced."
effect     = "People who write to the library are not heard."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with done as (
    select
        t.thread, t.channel, t.received_at, t.received_on, t.received_quality, t.rec,
        case
            when coalesce(t.first_replied_until < t.first_opened_until, t.first_opened_until is null) then 'replied'
            else 'opened'
        end as by_what,
        t.first_opened_at, t.first_opened_until, t.first_opened_on, t.first_opened_quality,
        t.first_replied_at, t.first_replied_until, t.first_replied_on, t.first_replied_quality
    from message_threads as t
    cross join period as p
    where t.received_at >= p.starts_at and t.received_at < p.ends_at
),

chosen as (
    select
        thread, channel, received_at, received_on, received_quality, rec,
        case by_what when 'replied' then first_replied_at else first_opened_at end as done_at,
        case by_what when 'replied' then first_replied_until else first_opened_until end as done_until,
        case by_what when 'replied' then first_replied_on else first_opened_on end as done_on,
        case by_what when 'replied' then first_replied_quality else first_opened_quality end as done_quality
    from done
),

judged as (
    select
        c.thread, c.channel, c.received_at, c.received_quality, c.done_quality, c.rec,
        case when c.done_on >= c.received_on then t.ordinal - o.ordinal end as taken,
        case
            when c.done_until < c.received_at then 'impossible_order'
            when c.done_until < d.ends_at then 'in_time'
            when c.done_at is null and p.as_of_at < d.latest_ends_at then 'pending'
            when not coalesce(d.is_known, false) then 'calendar_unconfirmed'
            when c.done_at >= d.latest_ends_at then 'late'
            when c.done_at is not null and d.ends_at < d.latest_ends_at then 'calendar_unset'
            when c.done_at is not null then 'order_uncertain'
            else 'not_opened'
        end as state
    from chosen as c
    cross join period as p
    cross join parameter as q
    left join due as d on d.day = c.received_on and d.n = q.question_response_limit
    left join business_day as o on o.calendar = 'L' and o.day = c.received_on
    left join business_day as t on t.calendar = 'L' and t.day = c.done_on
)

select
    j.thread as item,
    case j.state
        when 'in_time' then 'pass'
        when 'late' then 'exception'
        when 'not_opened' then 'exception'
        when 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when j.state not in ('in_time', 'pending') then j.state end as subtype,
    case j.state
        when 'in_time' then 'the thread was opened or answered in time'
        when 'late' then 'the thread was first opened or answered after the limit'
        when 'not_opened' then 'the thread was neither opened nor answered and the limit is over'
        when 'pending' then 'the limit was not over at the cut-off'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day of the limit'
        when 'impossible_order' then 'the record dates the opening or reply before the receipt'
        else 'the records do not show whether it was in time'
    end as reason,
    j.channel,
    [
        case when j.received_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain' end,
        case when j.done_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain' end,
        case when j.received_quality = 'date_only' then 'date_only' end,
        case when j.done_quality = 'date_only' then 'date_only' end
    ] as flags,
    j.received_at as occurred_at,
    cast(j.taken as double) as measured,
    cast(q.question_response_limit as double) as threshold,
    [j.rec] as evidence
from judged as j
cross join parameter as q
