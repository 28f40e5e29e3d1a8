/*
id         = "DM-23"
title      = "A platform's takedown of a library post is registered and decided"
clauses    = ["4.13"]
tier       = 1
severity   = "medium"
basis      = ["P", "S"]
subject    = "takedown by a platform"
needs      = ["dmca_notices"]
witnesses  = ["actions", "dmca_counter_notices", "dmca_items", "posts"]
covers     = ["actions", "dmca"]
parameters = []
criterion  = "Each takedown of a library post for copyright is registered within 1 business day and decided within 10, accept or counter, by a named person; a counter-notice has its six elements and is signed by a person with the power dmca; nothing is reposted before the matter is resolved."
counts     = "Venue B notices received in the period, and takedowns by the platform of staff posts (reason 4.13) that no venue B notice names. Registered: the receipt by the agent, where recorded, counted from the first receipt or the platform's act if that is earlier. A counter-notice sent is a decision by its signer. Settled by the platform, or retracted by the complainant, within the time needs no decision. A repost is a staff post of equal text on that channel after the takedown and before the matter was closed, retracted or put back. When the platform does not put the post back by day 14 (federal calendar) after a complete counter-notice, that is the platform's lateness: an observation."
effect     = "Library posts stay down by default, and strikes against the account add up."
remedy     = "Register, decide, and note the decision for the items; instruct branches to forward the same day."
*/
with takedown as (
    select i.notice_no, min(a.acted_at) as acted_at, min(a.acted_on) as acted_on, list(a.rec order by a.rec) as recs
    from dmca_items as i
    inner join act as a on a.post = i.post and a.source = 'platform'
    where a.action in ('hide', 'delete', 'unpublish', 'hold_reject')
    group by i.notice_no
),

notice as (
    select
        n.notice_no, n.channel, n.rec, n.signed_by, n.received_at, n.agent_at, n.agent_on, n.agent_is_known,
        n.agent_flags, t.recs as takedown_recs,
        least(coalesce(t.acted_on, n.received_on), n.received_on) as first_on,
        least(coalesce(t.acted_at, n.received_at), n.received_at) as first_at
    from dmca_notice as n
    left join takedown as t on t.notice_no = n.notice_no
    cross join period as w
    where n.venue = 'B' and n.received_at >= w.starts_at and n.received_at < w.ends_at
),

decision as (
    select
        e.notice_no, e.happened_at, e.happened_until, e.rec, e.by_person is not null as is_named,
        false as is_settlement
    from dmca_events as e
    where e.event = 'decision_recorded'
    union all
    select e.notice_no, e.happened_at, e.happened_until, e.rec, true, true
    from dmca_events as e
    where e.event in ('restored', 'retracted')
    union all
    select n.notice_no, n.retracted_at, n.retracted_until, n.rec, true, true
    from dmca_notices as n
    where n.retracted_at is not null
    union all
    select c.notice_no, c.received_at, c.received_until, c.rec, n.signed_by is not null, false
    from dmca_counter as c
    inner join notice as n on n.notice_no = c.notice_no
),

first_decision as (
    select
        d.*,
        row_number() over (
            partition by d.notice_no
            order by case when d.is_named then 0 else 1 end asc, d.happened_until asc, d.happened_at desc, d.rec asc
        ) as place
    from decision as d
),

sent as (
    select
        c.notice_no, c.counter_no, c.validity, c.is_blank, c.rec,
        row_number() over (
            partition by c.notice_no
            order by c.received_at desc, c.counter_no desc
        ) as place
    from dmca_counter as c
),

put_back as (
    select s.notice_no, min(s.happened_at) as back_at, min(s.rec) as rec
    from dmca_step as s
    where s.step = 'restored'
    group by s.notice_no
),

resolution as (
    select s.notice_no, min(s.happened_at) as resolved_at
    from dmca_step as s
    where s.step in ('restored', 'retracted', 'closed')
    group by s.notice_no
),

repost as (
    select n.notice_no, list(p.rec order by p.rec) as recs
    from notice as n
    inner join dmca_item as i on i.notice_no = n.notice_no
    inner join normal_text as t on t.rec = i.post_rec and t.characters > 0
    inner join normal_text as o on o.text_key = t.text_key and o.rec <> t.rec
    inner join posts as p on p.rec = o.rec and p.author_kind = 'staff' and p.channel = i.channel
    left join resolution as r on r.notice_no = n.notice_no
    where p.posted_at > n.first_at and (r.resolved_at is null or p.posted_at < r.resolved_at)
    group by n.notice_no
),

registered as (
    select
        n.notice_no as item, n.channel, n.first_at as occurred_at, n.agent_flags as flags,
        list_concat(
            [n.rec, f.rec, s.rec, b.rec], list_concat(coalesce(n.takedown_recs, []), coalesce(r.recs, []))
        ) as recs,
        case
            when n.agent_is_known and n.agent_at >= d1.latest_ends_at and d1.is_known then 'registered_late'
            when r.notice_no is not null then 'reposted'
            when f.is_named and f.happened_at >= d10.latest_ends_at and d10.is_known then 'decision_late'
            when f.rec is null and w.as_of_at >= d10.latest_ends_at and d10.is_known then 'no_decision'
            when not f.is_named and w.as_of_at >= d10.latest_ends_at and d10.is_known then 'decision_author_missing'
            when s.validity = 'invalid' then 'counter_incomplete'
            when s.notice_no is not null and u.answer = 'no' then u.subtype
            when (f.rec is null or not f.is_named) and w.as_of_at < d10.latest_ends_at then 'pending'
            when d10.is_known is null then 'calendar_unconfirmed'
            when not d10.is_known and coalesce(f.happened_until, w.as_of_at) >= d10.ends_at then 'calendar_unconfirmed'
            when f.happened_until >= d10.ends_at
                then case when d10.ends_at < d10.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when s.validity = 'undetermined' and s.is_blank then 'counter_unrecorded'
            when s.notice_no is not null and (u.answer is null or u.answer = 'unknown')
                then 'signer_unknown'
            when s.validity = 'undetermined' then 'unclear_element'
            when s.validity = 'valid' and coalesce(b.back_at, w.as_of_at) >= p.closes_at then 'platform_late'
            when s.notice_no is not null and u.answer = 'observation' then 'signer_' || u.subtype
            else 'decided'
        end as state,
        u.answer
    from notice as n
    cross join period as w
    left join first_decision as f on f.notice_no = n.notice_no and f.place = 1
    left join sent as s on s.notice_no = n.notice_no and s.place = 1
    left join authority as u on u.topic = 'dmca_signer' and u.rec = n.rec
    left join put_back as b on b.notice_no = n.notice_no
    left join put_back_window as p on p.counter_no = s.counter_no and p.calendar = 'F'
    left join repost as r on r.notice_no = n.notice_no
    left join due as d1 on d1.day = n.first_on and d1.n = 1
    left join due as d10 on d10.day = n.first_on and d10.n = 10
),

unregistered as (
    select
        a.action_no as item, a.channel, a.acted_at as occurred_at, a.flags, a.recs,
        case when w.as_of_at < d.latest_ends_at then 'pending' else 'not_registered' end as state,
        cast(null as varchar) as answer
    from act as a
    cross join period as w
    inner join posts as p on p.post = a.post and p.author_kind = 'staff'
    left join due as d on d.day = a.acted_on and d.n = 1
    where
        a.source = 'platform' and a.reason_code like '4.13%'
        and a.action in ('hide', 'delete', 'unpublish', 'hold_reject')
        and a.acted_at >= w.starts_at and a.acted_at < w.ends_at
        and not exists (
            select 1
            from dmca_items as i
            inner join dmca_notices as n on n.notice_no = i.notice_no and n.venue = 'B'
            where i.post = a.post
        )
        and not exists (
            select 1
            from dmca_notices as n
            where n.notice_no = a.notice_no and n.venue = 'B'
        )
),

judged as (
    select item, channel, occurred_at, flags, recs, state, answer
    from registered
    union all
    select item, channel, occurred_at, flags, recs, state, answer
    from unregistered
)

select
    item,
    case
        when state = 'decided' then 'pass'
        when state = 'pending' then 'pending'
        when
            state in ('calendar_unconfirmed', 'calendar_unset', 'order_uncertain')
            or state in ('counter_unrecorded', 'signer_unknown')
            then 'not_evidenced'
        when state = 'unclear_element' then 'needs_review'
        when state = 'platform_late' or state like 'signer_%' then 'observation'
        else 'exception'
    end as outcome,
    case when state not in ('decided', 'pending') then state end as subtype,
    'venue B: ' || case
        when state = 'decided' then 'the takedown was registered and decided in time'
        when state = 'pending' then 'the time to register or decide is not over at the cut-off'
        when state = 'not_registered' then 'a takedown by the platform is not in the register'
        when state = 'registered_late' then 'the takedown was registered after 1 business day'
        when state = 'reposted' then 'the same post was published again before the matter was resolved'
        when state = 'no_decision' then 'no decision to accept or to counter is recorded within 10 business days'
        when state = 'decision_late' then 'the decision came after 10 business days'
        when state = 'decision_author_missing' then 'a decision is recorded without who took it'
        when state = 'counter_incomplete' then 'the counter-notice sent lacks an element'
        when state = 'counter_unrecorded' then 'an element of the counter-notice sent is not recorded'
        when state = 'unclear_element' then 'an element of the counter-notice sent is unclear'
        when state = 'signer_unknown' then 'who signed the counter-notice, or with what authority, is not on record'
        when state = 'platform_late' then 'the platform did not put the post back in time after the counter-notice'
        when state = 'order_uncertain' then 'the recorded time lies on both sides of the end of the limit'
        when state = 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when state = 'calendar_unconfirmed' then 'the library''s calendar is not confirmed up to the end of the limit'
        when answer = 'no' then 'the counter-notice was signed without the power to do so'
        else 'the counter-notice was signed under a designation that needs a look'
    end as reason,
    channel,
    flags,
    occurred_at,
    recs as evidence
from judged
