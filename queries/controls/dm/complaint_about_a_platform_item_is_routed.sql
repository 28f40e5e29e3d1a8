/*
id         = "DM-27"
title      = "A complaint about an item at a platform is acted on or routed"
clauses    = ["4.13"]
tier       = 2
severity   = "medium"
basis      = ["P"]
subject    = "copyright notice about a platform page"
needs      = ["dmca_notices"]
witnesses  = ["sightings"]
parameters = ["dmca_prompt_limit"]
criterion  = "For each notice about somebody else's item on a library page at a platform, the items were acted on or the sender pointed to the platform's agent by the end of the business day that dmca_prompt_limit allows after receipt by the agent. This is the library's procedure."
counts     = "Venue A2, whatever the class of the notice. Acted on: every item named is disabled, or gone in another way after receipt. A retraction in time leaves nothing to route. A notice that names no item can only be routed."
effect     = "The sender waits at the wrong door, and the policy's own procedure is not kept."
remedy     = "Register, decide, and note the decision for the items; instruct branches to forward the same day."
*/
with notice as (
    select n.*
    from dmca_notice as n
    cross join period as w
    where n.venue = 'A2' and n.agent_at >= w.starts_at and n.agent_at < w.ends_at
),

ending as (
    select h.notice_no, h.post, h.disabled_at as at, h.disabled_until as until, h.disabled_rec as rec
    from dmca_item_history as h
    where h.disabled_at is not null
    union all
    select i.notice_no, i.post, s.from_at as at, s.from_at as until, s.rec
    from notice as n
    inner join dmca_items as i on i.notice_no = n.notice_no
    inner join post_state as s on s.post = i.post and s.state <> 'visible'
    where
        (s.until_at is null or s.until_at > n.agent_at)
        and not exists (
            select 1
            from dmca_step as k
            where k.rec = s.rec and k.notice_no = i.notice_no and k.step = 'disabled'
        )
),

first_ending as (
    select
        e.*,
        row_number() over (
            partition by e.notice_no, e.post
            order by e.until asc, e.at desc, e.rec asc
        ) as place
    from ending as e
),

acted as (
    select
        i.notice_no, max(e.at) as at, max(e.until) as until, list(e.rec order by i.post) as recs,
        count(*) as items, count(e.rec) as gone
    from dmca_items as i
    left join first_ending as e on e.notice_no = i.notice_no and e.post = i.post and e.place = 1
    group by i.notice_no
),

step as (
    select a.notice_no, a.at, a.until, cast(null as bigint) as rec
    from acted as a
    where a.items = a.gone
    union all
    select s.notice_no, s.happened_at, s.happened_until, s.rec
    from dmca_step as s
    where s.step = 'routed_to_platform' or (s.step = 'retracted' and s.post is null)
),

first_step as (
    select
        s.*,
        row_number() over (
            partition by s.notice_no
            order by s.until asc, s.at desc, s.rec asc
        ) as place
    from step as s
),

judged as (
    select
        n.notice_no, n.channel, n.rec, n.agent_at, n.agent_flags, f.rec as step_rec, a.recs as ending_recs,
        q.dmca_prompt_limit,
        case
            when f.until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when not n.agent_is_known then 'agent_receipt_unknown'
            when f.at >= d.latest_ends_at then 'late'
            when f.notice_no is not null and d.ends_at < d.latest_ends_at then 'calendar_unset'
            when f.notice_no is not null then 'order_uncertain'
            when w.as_of_at < d.latest_ends_at then 'pending'
            else 'not_routed'
        end as state
    from notice as n
    cross join period as w
    cross join parameter as q
    left join first_step as f on f.notice_no = n.notice_no and f.place = 1
    left join acted as a on a.notice_no = n.notice_no
    left join due as d on d.day = n.agent_on and d.n = q.dmca_prompt_limit
)

select
    notice_no as item,
    case
        when state = 'in_time' then 'pass'
        when state in ('late', 'not_routed') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    'venue A2: ' || case state
        when 'in_time' then 'acted on, or the sender routed, within the limit of the library''s procedure'
        when 'late' then 'acted on, or the sender routed, after the limit of the library''s procedure'
        when 'not_routed' then 'neither acted on nor routed within the limit of the library''s procedure'
        when 'pending' then 'the limit of the library''s procedure is not over at the cut-off'
        when 'agent_receipt_unknown' then 'the receipt by the agent is not recorded, so that the limit has no beginning'
        when 'order_uncertain' then 'the recorded times do not show whether it was in time'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    channel,
    agent_flags as flags,
    agent_at as occurred_at,
    cast(dmca_prompt_limit as double) as threshold,
    list_concat([rec, step_rec], coalesce(ending_recs, [])) as evidence
from judged
