/*
id         = "RM-21"
title      = "Held submissions are released or rejected in time"
clauses    = ["3.3a"]
tier       = 2
severity   = "medium"
basis      = ["P", "M"]
subject    = "post"
needs      = ["posts", "actions"]
parameters = ["held_item_limit"]
criterion  = "What enters a queue of submissions is released or rejected by the end of the business day that held_item_limit allows. Rejecting is never an exception in itself."
counts     = "Population: items by others of surface held, posted in the period. Released (hold_release, unhide or restore, or a capture that shows it visible) and rejected (hold_reject, delete or hide) both decide. An item its author deleted before the limit is not applicable. A rejection without a reason is a matter of RM-01 where the item had been visible. Items of others that the library approves one by one may weaken the condition that material is stored at a user's direction."
effect     = "Submissions vanish in a queue nobody works on."
remedy     = "Clear the queue; state the hold rule publicly."
*/
with held as (
    select
        p.post, p.channel, p.posted_at, p.posted_on, p.posted_quality, p.rec, d.ends_at, d.latest_ends_at,
        coalesce(d.is_known, false) as is_known, w.as_of_at, q.held_item_limit
    from posts as p
    cross join period as w
    cross join parameter as q
    left join due as d on d.day = p.posted_on and d.n = q.held_item_limit
    where
        p.surface = 'held' and p.author_kind <> 'staff'
        and p.posted_at >= w.starts_at and p.posted_at < w.ends_at
),

step as (
    select h.post, a.acted_at as done_at, a.acted_until as done_until, a.acted_on as done_on, a.rec, a.source
    from held as h
    inner join act as a
        on
            a.post = h.post and a.is_effective
            and a.action in ('hold_release', 'unhide', 'restore', 'hold_reject', 'delete', 'hide')
    union all
    select h.post, s.seen_at, s.seen_until, s.seen_on, s.rec, 'seen'
    from held as h
    inner join sightings as s on s.post = h.post and s.state = 'visible'
    union all
    select h.post, s.seen_at, s.seen_until, s.seen_on, s.rec, 'author'
    from held as h
    inner join sightings as s on s.post = h.post and s.state = 'author_deleted'
),

placed as (
    select
        step.*,
        row_number() over (partition by post order by done_at, rec) as place
    from step
),

judged as (
    select
        h.*, s.done_on, s.rec as step_rec,
        case
            when s.source = 'author' and s.done_at < h.latest_ends_at then 'author_deleted'
            when s.done_until < h.ends_at then 'decided'
            when not h.is_known then 'calendar_unconfirmed'
            when s.post is null then case when h.as_of_at < h.latest_ends_at then 'pending' else 'undecided' end
            when s.done_at >= h.latest_ends_at then 'late'
            when h.ends_at < h.latest_ends_at then 'calendar_unset'
            else 'order_uncertain'
        end as state
    from held as h
    left join placed as s on s.post = h.post and s.place = 1
)

select
    j.post as item,
    case
        when j.state = 'decided' then 'pass'
        when j.state = 'author_deleted' then 'not_applicable'
        when j.state = 'pending' then 'pending'
        when j.state in ('undecided', 'late') then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when j.state not in ('decided', 'pending', 'undecided', 'late') then j.state end as subtype,
    case j.state
        when 'decided' then 'the submission was released or rejected in time'
        when 'author_deleted' then 'the author deleted the submission'
        when 'pending' then 'the submission is not decided yet, and the time for it is not over'
        when 'undecided' then 'the submission was neither released nor rejected by the limit'
        when 'late' then 'the submission was released or rejected after the limit'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        else 'the recorded time does not show whether it was in time'
    end as reason,
    j.channel,
    case
        when j.posted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when j.posted_quality = 'date_only' then ['date_only']
        else []
    end as flags,
    j.posted_at as occurred_at,
    case
        when j.state <> 'author_deleted' then cast(done.ordinal - least(begun.ordinal, done.ordinal) as double)
    end as measured,
    cast(j.held_item_limit as double) as threshold,
    [j.rec, j.step_rec] as evidence
from judged as j
left join business_day as begun on begun.calendar = 'L' and begun.day = j.posted_on
left join business_day as done on done.calendar = 'L' and done.day = j.done_on
