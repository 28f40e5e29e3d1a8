/*
id         = "DM-18"
title      = "Repeat infringers are terminated, or not terminated with a reason, in time"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L", "M"]
subject    = "user"
needs      = ["dmca_items", "dmca_notices"]
witnesses  = ["dmca_counter_notices"]
parameters = ["repeat_infringer_action_limit", "repeat_infringer_notices", "repeat_infringer_window"]
criterion  = "Each user who reached repeat_infringer_notices effective notices within repeat_infringer_window months was terminated or blocked, or a reasoned decision recorded, by the end of the business day that repeat_infringer_action_limit allows. The statute asks for termination in appropriate circumstances (17 U.S.C. 512(i)(1)(A))."
counts     = "Effective: complete or cured, venue A or A2, not retracted at the cut-off, and not answered by a valid counter-notice after which the item was put back; several items in one notice count once. The user is placed in the period by the notice that reached the number; the window is the twelve months (by default) up to and including that day. A block in force, a termination, a decision recorded on a notice of the user or a review of a block counts; a decision taken before the number was reached does not."
effect     = "A repeat-infringer rule that is not applied is no rule; the limits on liability of section 512 depend on it."
remedy     = "Decide and record."
*/
with standing as (
    select e.user_key, e.notice_no, e.start_at, e.start_on, e.recs
    from effective_notice as e
    where e.fell_away_at is null
),

counted as (
    select
        n.user_key, n.notice_no, n.start_at, n.start_on,
        count(*) as reached, flatten(list(o.recs order by o.notice_no)) as recs
    from standing as n
    cross join parameter as q
    inner join
        standing as o
        on
            o.user_key = n.user_key
            and (o.start_at < n.start_at or (o.start_at = n.start_at and o.notice_no <= n.notice_no))
            and o.start_on > cast(n.start_on - q.repeat_infringer_window * interval 1 month as date)
    group by n.user_key, n.notice_no, n.start_at, n.start_on
),

followed as (
    select
        c.*,
        lag(c.reached) over (partition by c.user_key order by c.start_at, c.notice_no) as before
    from counted as c
),

crossing as (
    select
        f.user_key, f.start_at, f.start_on, f.reached, f.recs,
        row_number() over (partition by f.user_key order by f.start_at, f.notice_no) as place
    from followed as f
    cross join parameter as q
    cross join period as w
    where
        f.reached >= q.repeat_infringer_notices and coalesce(f.before, 0) < q.repeat_infringer_notices
        and f.start_at >= w.starts_at and f.start_at < w.ends_at
),

decision as (
    select c.user_key, s.happened_at, s.happened_until, s.rec
    from crossing as c
    inner join dmca_item as i on i.user_key = c.user_key
    inner join dmca_step as s on s.notice_no = i.notice_no and (s.post is null or s.post = i.post)
    where c.place = 1 and (s.step = 'terminated' or (s.step = 'decision_recorded' and s.happened_until >= c.start_at))
    union all
    select c.user_key, b.blocked_at, b.blocked_until, b.rec
    from crossing as c
    inner join block_episode as b on b.user_key = c.user_key
    where c.place = 1 and (b.lifted_at is null or b.lifted_at > c.start_at)
    union all
    select c.user_key, r.reviewed_at, r.reviewed_until, r.rec
    from crossing as c
    inner join block_reviews as r on r.user_key = c.user_key
    where c.place = 1 and r.reviewed_until >= c.start_at
),

first_decision as (
    select
        d.*,
        row_number() over (
            partition by d.user_key
            order by d.happened_until asc, d.happened_at desc, d.rec asc
        ) as place
    from decision as d
),

judged as (
    select
        c.user_key, c.start_at, c.reached, c.recs, f.rec as decision_rec, q.repeat_infringer_notices,
        case
            when f.happened_until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when f.happened_at >= d.latest_ends_at then 'late'
            when f.rec is not null
                then case when d.ends_at < d.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when w.as_of_at < d.latest_ends_at then 'pending'
            else 'no_decision'
        end as state
    from crossing as c
    cross join period as w
    cross join parameter as q
    left join first_decision as f on f.user_key = c.user_key and f.place = 1
    left join due as d on d.day = c.start_on and d.n = q.repeat_infringer_action_limit
    where c.place = 1
)

select
    user_key as item,
    case
        when state = 'in_time' then 'pass'
        when state in ('late', 'no_decision') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    case state
        when 'in_time' then 'a termination, block or decision is recorded in time'
        when 'late' then 'a termination, block or decision was recorded after the limit'
        when 'no_decision' then 'no termination, block or decision is recorded and the limit is over'
        when 'pending' then 'the limit for a decision is not over at the cut-off'
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the limit'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    start_at as occurred_at,
    cast(reached as double) as measured,
    cast(repeat_infringer_notices as double) as threshold,
    list_prepend(decision_rec, recs) as evidence
from judged
