/*
id         = "DM-15"
title      = "Each valid counter-notice is forwarded promptly and says when the item returns"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "valid counter-notice"
needs      = ["dmca_counter_notices", "dmca_events", "dmca_notices"]
parameters = ["dmca_prompt_limit"]
criterion  = "Each valid counter-notice was forwarded to the complainant, with the statement that the item returns in 10 business days, by the end of the business day that dmca_prompt_limit allows after its receipt by the agent. The statute says promptly (17 U.S.C. 512(g)(2)(B))."
counts     = "Counter-notices with all six elements to notices of venue A. A forwarding before the counter-notice came is none of it. Forwarded in time without the statement is an exception; where it is not recorded whether the statement was there, the item is not evidenced. Withdrawn, or the complaint retracted, before the limit and not forwarded: not applicable. Forwarding discloses the author's address to the complainant: allowed there, and nowhere else."
effect     = "The complainant cannot seek a court order in time, and the put-back loses its footing."
remedy     = "Send the overdue notice today with the standard text; record the route used."
*/
with forwarding as (
    select
        c.counter_no, s.happened_at, s.happened_until, s.happened_on, s.states_ten_days, s.rec, s.flags,
        row_number() over (
            partition by c.counter_no
            order by
                case s.states_ten_days when 'yes' then 0 else 1 end asc, s.happened_until asc, s.happened_at desc,
                s.rec asc
        ) as place_with_statement,
        row_number() over (
            partition by c.counter_no
            order by s.happened_until asc, s.happened_at desc, s.rec asc
        ) as place
    from dmca_counter as c
    inner join
        dmca_step as s
        on
            s.notice_no = c.notice_no and s.step = 'counter_forwarded'
            and (s.post is null or c.post is null or s.post = c.post)
            and s.happened_until >= c.received_at
),

retraction as (
    select c.counter_no, min(s.happened_at) as retracted_at, min(s.rec) as rec
    from dmca_counter as c
    inner join dmca_step as s on s.notice_no = c.notice_no and s.step = 'retracted'
    where s.post is null or s.post = c.post
    group by c.counter_no
),

judged as (
    select
        c.counter_no, c.rec, c.notice_rec, c.venue, c.channel, c.flags, c.received_at, q.dmca_prompt_limit,
        f.rec as first_rec, y.rec as stated_rec, r.rec as retracted_rec, f.flags as forwarded_flags,
        cast(b.ordinal - a.ordinal as double) as taken,
        case
            when y.states_ten_days = 'yes' and y.happened_until < d.ends_at then 'in_time'
            when f.rec is null and c.withdrawn_at < d.latest_ends_at then 'withdrawn'
            when f.rec is null and r.retracted_at < d.latest_ends_at then 'retracted'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when f.rec is null and w.as_of_at < d.latest_ends_at then 'pending'
            when f.rec is null then 'not_forwarded'
            when f.happened_at >= d.latest_ends_at then 'late'
            when y.states_ten_days = 'yes' and y.happened_at < d.latest_ends_at
                then case when d.ends_at < d.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when f.states_ten_days = 'no' then 'without_statement'
            when f.happened_until >= d.ends_at
                then case when d.ends_at < d.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            else 'statement_unknown'
        end as state
    from dmca_counter as c
    cross join period as w
    cross join parameter as q
    left join forwarding as f on f.counter_no = c.counter_no and f.place = 1
    left join forwarding as y on y.counter_no = c.counter_no and y.place_with_statement = 1
    left join retraction as r on r.counter_no = c.counter_no
    left join due as d on d.day = c.received_on and d.n = q.dmca_prompt_limit
    left join business_day as a on a.calendar = 'L' and a.day = c.received_on
    left join business_day as b on b.calendar = 'L' and b.day = coalesce(y.happened_on, f.happened_on)
    where
        c.venue = 'A' and c.validity = 'valid'
        and c.received_at >= w.starts_at and c.received_at < w.ends_at
)

select
    counter_no as item,
    case
        when state = 'in_time' then 'pass'
        when state in ('withdrawn', 'retracted') then 'not_applicable'
        when state in ('not_forwarded', 'late', 'without_statement') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'in_time' then 'the counter-notice was forwarded with the statement in time'
        when 'withdrawn' then 'the counter-notice was withdrawn before the limit was over'
        when 'retracted' then 'the complaint was retracted before the limit was over'
        when 'pending' then 'the limit for forwarding is not over at the cut-off'
        when 'not_forwarded' then 'no forwarding is recorded and the limit is over'
        when 'late' then 'the counter-notice was forwarded after the limit for what the statute calls promptly'
        when 'without_statement' then 'it was forwarded without the statement that the item returns in 10 business days'
        when 'statement_unknown' then 'it is not recorded whether the statement of the 10 business days was there'
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the limit'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    channel,
    list_concat(flags, coalesce(forwarded_flags, [])) as flags,
    received_at as occurred_at,
    case when state in ('in_time', 'late', 'calendar_unset', 'without_statement') then taken end as measured,
    case when state not in ('withdrawn', 'retracted') then cast(dmca_prompt_limit as double) end as threshold,
    [rec, notice_rec, first_rec, stated_rec, retracted_rec] as evidence
from judged
