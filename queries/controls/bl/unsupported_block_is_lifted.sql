/*
id         = "BL-09"
title      = "A block that lost its ground is lifted"
clauses    = ["4.17b"]
tier       = 1
severity   = "critical"
basis      = ["S", "M"]
subject    = "block"
needs      = ["actions"]
parameters = ["restore_limit"]
criterion  = "A block in force is lifted within restore_limit business days once an appeal against it is decided reversed, a review decides to lift it, or the last violation that supported it is reversed."
counts     = "Population: blocks in force at such a decision, where the first such decision lies in the period. Supporting violations are the content the investigation cites, otherwise the confirmed violations of the user on the account known at the block; what was reversed before the block is BL-02. Lifted means an unblock in the log, or an appeal with the remedy unblocked."
effect     = "A person stays shut out although the ground is gone."
remedy     = "Unblock today; tell the person."
*/
with cited as (
    select c.act_rec, piece.post
    from block_case as c
    cross join unnest(c.posts) as piece (post)
    where c.place = 1
),

support as (
    select e.rec as block_rec, c.post
    from block_episode as e
    inner join cited as c on c.act_rec = e.rec
    union
    select e.rec, i.post
    from block_episode as e
    inner join confirmed_item as i on i.user_key = e.user_key and i.channel = e.channel
    where
        i.confirmed_at <= e.blocked_until and i.posted_at <= e.blocked_until
        and (i.reversed_at is null or i.reversed_at > e.blocked_at)
        and not exists (
            select 1
            from cited as c
            where c.act_rec = e.rec
        )
),

standing as (
    select
        post, max(reversed_at) as ended_at,
        sum(case when reversed_at is null then 1 else 0 end) as n_standing
    from confirmed_item
    group by post
),

undone as (
    select s.block_rec, s.post, min(r.undone_at) as undone_at
    from support as s
    inner join reversal as r on r.post = s.post
    group by s.block_rec, s.post
),

fallen as (
    select s.block_rec, max(coalesce(c.ended_at, u.undone_at)) as decided_at
    from support as s
    left join standing as c on c.post = s.post
    left join undone as u on u.block_rec = s.block_rec and u.post = s.post
    group by s.block_rec
    having
        sum(coalesce(c.n_standing, 0)) = 0
        and count(coalesce(c.ended_at, u.undone_at)) = count(*)
),

decision as (
    select f.block_rec, f.decided_at, max(r.undone_until) as decided_until, min(r.rec) as rec
    from fallen as f
    inner join support as s on s.block_rec = f.block_rec
    inner join reversal as r on r.post = s.post and r.undone_at = f.decided_at
    inner join block_episode as e on e.rec = f.block_rec
    where f.decided_at > e.blocked_until
    group by f.block_rec, f.decided_at
    union all
    select e.rec as block_rec, ap.decided_at, ap.decided_until, ap.rec
    from block_episode as e
    inner join act as a on a.channel = e.channel and a.action in ('block', 'remove_member')
    inner join appeals as ap on ap.action_no = a.action_no
    where
        ap.decision = 'reversed' and ap.decided_at is not null
        and (a.rec = e.rec or (
            a.user_key = e.user_key and a.acted_at >= e.blocked_at
            and (e.lifted_at is null or a.acted_at < e.lifted_at)
        ))
    union all
    select e.rec as block_rec, b.reviewed_at, b.reviewed_until, b.rec
    from block_episode as e
    inner join block_reviews as b on b.channel = e.channel and b.user_key = e.user_key
    where b.decision = 'lift' and b.reviewed_at is not null
),

first_decision as (
    select
        e.action_no, e.channel, e.rec as block_rec, e.recs, e.flags, e.lifted_at, e.lifted_until, e.lifted_on,
        e.lifted_rec, d.decided_at, d.rec as decision_rec,
        row_number() over (partition by e.rec order by d.decided_at, d.rec) as place
    from decision as d
    inner join block_episode as e on e.rec = d.block_rec
    where
        e.blocked_at <= d.decided_until
        and (e.lifted_until is null or e.lifted_until >= d.decided_at)
),

lift as (
    select
        f.block_rec, f.lifted_at as done_at, f.lifted_until as done_until, f.lifted_on as done_on, f.lifted_rec as rec
    from first_decision as f
    where f.place = 1
    union all
    select f.block_rec, ap.remedied_at, ap.remedied_until, ap.remedied_on, ap.rec
    from first_decision as f
    inner join appeals as ap on ap.action_no = f.action_no
    where f.place = 1 and ap.remedy = 'unblocked' and ap.remedied_at is not null
),

first_lift as (
    select lift.*, row_number() over (partition by block_rec order by done_until, rec) as place
    from lift
),

judged as (
    select
        f.action_no, f.channel, f.decided_at, f.flags,
        list_concat(f.recs, [f.decision_rec, l.rec]) as recs,
        case when l.done_on is not null then greatest(t.ordinal - o.ordinal, 0) end as taken,
        case
            when l.done_until < u.ends_at then 'lifted'
            when l.done_at is null and p.as_of_at < u.latest_ends_at then 'pending'
            when not coalesce(u.is_known, false) then 'calendar_unconfirmed'
            when l.done_at >= u.latest_ends_at then 'lifted_late'
            when l.done_at is not null and u.ends_at < u.latest_ends_at then 'calendar_unset'
            when l.done_at is not null then 'order_uncertain'
            else 'still_blocked'
        end as state
    from first_decision as f
    cross join period as p
    cross join parameter as q
    inner join local_day as d on d.starts_at <= f.decided_at and d.ends_at > f.decided_at
    left join due as u on u.day = d.day and u.n = q.restore_limit
    left join first_lift as l on l.block_rec = f.block_rec and l.place = 1
    left join business_day as o on o.calendar = 'L' and o.day = d.day
    left join business_day as t on t.calendar = 'L' and t.day = l.done_on
    where f.place = 1 and f.decided_at >= p.starts_at and f.decided_at < p.ends_at
)

select
    j.action_no as item,
    case j.state
        when 'lifted' then 'pass'
        when 'lifted_late' then 'exception'
        when 'still_blocked' then 'exception'
        when 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when j.state not in ('lifted', 'pending') then j.state end as subtype,
    case j.state
        when 'lifted' then 'the block was lifted in time'
        when 'lifted_late' then 'the block was lifted after the limit'
        when 'still_blocked' then 'the block is still in force after the limit'
        when 'pending' then 'the limit was not over at the cut-off'
        when 'calendar_unset' then 'whether it was lifted in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day of the limit'
        else 'the records do not show whether the block was lifted in time'
    end as reason,
    j.channel,
    j.flags,
    j.decided_at as occurred_at,
    cast(j.taken as double) as measured,
    cast(q.restore_limit as double) as threshold,
    j.recs as evidence
from judged as j
cross join parameter as q
