/*
id         = "MO-05"
title      = "Upheld concerns are acted on"
clauses    = ["4.19", "4.14b", "4.8a"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "upheld concern"
needs      = ["concerns", "actions"]
witnesses  = ["judgments", "posts"]
parameters = ["removal_limit", "removal_limit_severe"]
criterion  = "Where a concern was upheld, the library acted on the post or the user it was about within removal_limit business days of the outcome, or within removal_limit_severe where the content falls under 4.14."
counts     = "Population: concerns with the outcome upheld in the period; the time of the outcome is the closing, otherwise the first review. An act counts whether it came before or after the outcome: removal, locking, a warning or any measure against the user, on the post, on the user, or the act the concern names. no_action and giving back are no acts. Content the author deleted by then passes. An act the platform refused or failed to carry out is not applicable. A concern that names neither post, user nor act cannot be followed and is not evidenced."
effect     = "Content found to break the rules stays up."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with upheld as (
    select
        c.concern, c.channel, c.post, c.user_key, c.action_no, c.rec,
        coalesce(c.closed_at, c.first_reviewed_at) as decided_at,
        coalesce(c.closed_until, c.first_reviewed_until) as decided_until,
        coalesce(c.closed_on, c.first_reviewed_on) as decided_on,
        coalesce(c.closed_quality, c.first_reviewed_quality) as quality,
        coalesce(c.category, '') like '4.14%' or exists (
            select 1
            from violation as v
            where v.post = c.post and coalesce(v.code, '') like '4.14%'
        ) as is_severe
    from concerns as c
    cross join period as p
    inner join record_concerns as whole on whole.rec = c.rec
    where c.outcome = 'upheld' and (whole.closed_at is null or whole.closed_at <= p.as_of_at)
),

limited as (
    select
        u.*, d.ends_at, d.latest_ends_at, d.is_known, o.ordinal,
        case when u.is_severe then q.removal_limit_severe else q.removal_limit end as allowed
    from upheld as u
    cross join period as p
    cross join parameter as q
    left join due as d
        on
            d.day = u.decided_on
            and d.n = case when u.is_severe then q.removal_limit_severe else q.removal_limit end
    left join business_day as o on o.calendar = 'L' and o.day = u.decided_on
    where u.decided_at >= p.starts_at and u.decided_at < p.ends_at
),

measure as (
    select a.action_no, a.channel, a.post, a.user_key, a.acted_at, a.acted_until, a.acted_on, a.is_effective, a.rec
    from act as a
    where
        a.is_ecrl
        and a.action in (
            'hide', 'delete', 'hold_reject', 'comment_lock', 'unpublish', 'warn', 'mute', 'restrict',
            'remove_member', 'block'
        )
),

matched as (
    select u.rec as concern_rec, m.rec
    from limited as u
    inner join measure as m on m.post = u.post
    union
    select u.rec as concern_rec, m.rec
    from limited as u
    inner join measure as m on m.action_no = u.action_no
    union
    select u.rec as concern_rec, m.rec
    from limited as u
    inner join measure as m on m.user_key = u.user_key and (u.channel is null or m.channel = u.channel)
    union
    select u.rec as concern_rec, m.rec
    from limited as u
    inner join posts as p on p.author = u.user_key and (u.channel is null or p.channel = u.channel)
    inner join measure as m on m.post = p.post
    where u.post is null
),

answer as (
    select
        t.concern_rec, m.acted_at, m.acted_until, m.acted_on, m.rec, m.is_effective,
        row_number() over (partition by t.concern_rec, m.is_effective order by m.acted_until, m.rec) as place
    from matched as t
    inner join measure as m on m.rec = t.rec
),

gone as (
    select u.rec as concern_rec, min(s.rec) as rec
    from limited as u
    inner join post_state as s on s.post = u.post
    where s.state = 'author_deleted' and s.from_at < u.ends_at
    group by u.rec
),

judged as (
    select
        u.concern, u.channel, u.decided_at, u.quality, u.rec, u.allowed, g.rec as gone_rec,
        coalesce(a.rec, f.rec) as act_rec,
        case when a.acted_on is not null then greatest(t.ordinal - u.ordinal, 0) end as taken,
        case
            when a.acted_until < u.ends_at then 'acted'
            when g.rec is not null then 'author_deleted'
            when f.acted_until < u.ends_at then 'not_carried_out'
            when u.post is null and u.user_key is null and a.rec is null then 'target_not_recorded'
            when a.acted_at is null and p.as_of_at < u.latest_ends_at then 'pending'
            when not coalesce(u.is_known, false) then 'calendar_unconfirmed'
            when a.acted_at >= u.latest_ends_at then 'acted_late'
            when a.acted_at is not null and u.ends_at < u.latest_ends_at then 'calendar_unset'
            when a.acted_at is not null then 'order_uncertain'
            else 'no_act'
        end as state
    from limited as u
    cross join period as p
    left join answer as a on a.concern_rec = u.rec and a.is_effective and a.place = 1
    left join answer as f on f.concern_rec = u.rec and not f.is_effective and f.place = 1
    left join gone as g on g.concern_rec = u.rec
    left join business_day as t on t.calendar = 'L' and t.day = a.acted_on
)

select
    concern as item,
    case state
        when 'acted' then 'pass'
        when 'author_deleted' then 'pass'
        when 'not_carried_out' then 'not_applicable'
        when 'acted_late' then 'exception'
        when 'no_act' then 'exception'
        when 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('acted', 'author_deleted', 'pending') then state end as subtype,
    case state
        when 'acted' then 'the library acted in time'
        when 'author_deleted' then 'the author deleted the content in time'
        when 'not_carried_out' then 'the library acted in time and the platform did not carry it out'
        when 'acted_late' then 'the library first acted after the limit'
        when 'no_act' then 'no act on the content or the user is recorded and the limit is over'
        when 'pending' then 'the limit was not over at the cut-off'
        when 'target_not_recorded' then 'the concern does not say which content or user it was about'
        when 'calendar_unset' then 'whether the act was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day of the limit'
        else 'the records do not show whether the act was in time'
    end as reason,
    channel,
    [
        case
            when quality in ('ambiguous', 'nonexistent') then 'tz_uncertain'
            when quality = 'date_only' then 'date_only'
        end
    ] as flags,
    decided_at as occurred_at,
    cast(taken as double) as measured,
    cast(allowed as double) as threshold,
    [rec, act_rec, gone_rec] as evidence
from judged
