/*
id         = "RM-07"
title      = "What the policy says will be removed is removed in time"
clauses    = ["4.3", "4.8a", "4.8b", "4.9a", "4.9b", "4.9c", "4.9d", "4.10", "4.14a", "4.14b"]
tier       = 1
severity   = "high"
basis      = ["P", "M"]
subject    = "post"
needs      = ["actions", "posts"]
witnesses  = ["concerns", "dmca_events", "incidents", "judgments", "sightings"]
parameters = ["removal_limit", "removal_limit_severe"]
criterion  = "A public item by others that is confirmed as content the policy says will be removed or deleted is no longer visible at the end of the business day that removal_limit (removal_limit_severe for 4.14) allows after the library knew of it."
counts     = "Population: items with a confirmed violation of 4.3, 4.8, 4.9, 4.10 or 4.14 that was not undone before the limit, of which the library knew in the period, or posted in the period and confirmed only later. The library knows from the earliest of an upheld concern's receipt, a moderator's judgment, a reviewer's judgment made by the end of the period, its own removal under such a rule, and an incident's awareness. Known only from a later reviewer: observation not_detected. A staff decision not to remove, or to return the item, with a reason and in time: observation. Under 4.14 hidden and never deleted: observation hidden_only. Refused by the platform or failed, with a ticket: not applicable. Removed after the limit: exception late. Deleted by the author before the limit: pass. An item that is still visible is an exception only where actions and posts of the channel are covered for the days of the period between knowledge and limit, or a capture shows it; otherwise it is not evidenced."
effect     = "Content that the policy promises to remove stayed in public view although the library knew of it."
remedy     = "Remove the listed items or record why not; adjust alerting."
*/
with finding as (
    select
        v.post, v.post_rec, v.channel, v.posted_at, v.known_at, v.found_by, v.origin, v.rec, v.reversed_at,
        coalesce(v.clause, '') as clause, coalesce(v.code, '') as code,
        v.clause = '4.3' or v.clause = '4.10' or v.clause like '4.8%' or v.clause like '4.9%'
        or v.clause like '4.14%' or v.code like '4.14%' as is_mandatory
    from violation as v
),

named as (
    select
        f.post, f.post_rec, f.channel, f.posted_at,
        max(case when f.clause like '4.14%' or f.code like '4.14%' then 1 else 0 end) as is_severe,
        min(case when f.origin = 'reviewer' and f.known_at >= p.ends_at then null else f.known_at end) as labelled_at,
        min(f.known_at) as found_at,
        max(coalesce(f.reversed_at, timestamp '9999-01-01 00:00:00')) as stands_until
    from finding as f
    cross join period as p
    where f.is_mandatory
    group by f.post, f.post_rec, f.channel, f.posted_at
),

source_of_knowledge as (
    select n.post, n.labelled_at as known_at
    from named as n
    where n.labelled_at is not null
    union all
    select f.post, f.known_at
    from finding as f
    where f.found_by = 'concern'
    union all
    select i.post, i.aware_at
    from incidents as i
),

known as (
    select post, min(known_at) as known_at
    from source_of_knowledge
    group by post
),

item as (
    select
        n.*, k.known_at, d.day as known_on,
        case when n.is_severe = 1 then q.removal_limit_severe else q.removal_limit end as n_days
    from named as n
    inner join posts as post on post.post = n.post
    cross join period as p
    cross join parameter as q
    left join known as k on k.post = n.post
    left join local_day as d on d.starts_at <= k.known_at and d.ends_at > k.known_at
    where
        (
            coalesce(post.surface, 'public') <> 'held'
            or exists (
                select 1
                from post_state as s
                where s.post = n.post and s.state = 'visible'
            )
        )
        and (
            (k.known_at >= p.starts_at and k.known_at < p.ends_at)
            or (
                n.posted_at >= p.starts_at and n.posted_at < p.ends_at
                and coalesce(k.known_at, n.found_at) >= p.ends_at
            )
        )
),

timed as (
    select
        i.*, d.due_on, d.ends_at, d.latest_ends_at, coalesce(d.is_known, false) as is_known, p.as_of_at,
        exists (
            select 1
            from post_state as s
            where
                s.post = i.post and s.state = 'visible' and s.from_at < d.ends_at
                and (s.until_at is null or s.until_at >= d.ends_at)
        ) as is_visible,
        exists (
            select 1
            from post_state as s
            where
                s.post = i.post and s.state = 'visible' and s.from_at < d.latest_ends_at
                and (s.until_at is null or s.until_at >= d.latest_ends_at)
        ) as is_visible_latest,
        exists (
            select 1
            from sightings as s
            where s.post = i.post and s.state = 'visible' and s.seen_at >= d.latest_ends_at
        ) as is_seen_after,
        (
            select min(a.acted_on)
            from act as a
            inner join removal_act as m on m.rec = a.rec
            where a.post = i.post and a.acted_at >= i.known_at
        ) as removed_on,
        exists (
            select 1
            from act as a
            inner join removal_act as m on m.rec = a.rec
            where a.post = i.post and a.acted_at >= d.ends_at
        ) as is_removed_late,
        exists (
            select 1
            from act as a
            where a.post = i.post and a.is_ecrl and a.is_effective and a.action = 'delete'
        ) as is_ever_deleted,
        exists (
            select 1
            from post_state as s
            where
                s.post = i.post and s.state = 'hidden' and s.by_ecrl and s.from_at < d.ends_at
                and (s.until_at is null or s.until_at >= d.ends_at)
        ) as is_hidden,
        exists (
            select 1
            from act as a
            where
                a.post = i.post and a.is_ecrl and not a.is_effective and a.ticket is not null
                and a.action in ('hide', 'delete') and a.acted_at < d.latest_ends_at
        ) as is_refused,
        exists (
            select 1
            from act as a
            where
                a.post = i.post and a.source = 'staff' and a.action in ('no_action', 'unhide', 'restore')
                and a.acted_at >= i.known_at and a.acted_at < d.latest_ends_at
                and exists (
                    select 1
                    from act_reason as r
                    where r.rec = a.rec
                )
        ) as is_decided,
        (
            select coalesce(min(case when c.is_covered then 1 else 0 end), 0) = 1
            from coverage_day as c
            where
                c.channel = i.channel and c.source in ('actions', 'posts')
                and c.day >= i.known_on and c.day <= d.latest_on
        ) as is_covered
    from item as i
    cross join period as p
    left join due as d on d.day = i.known_on and d.n = i.n_days
    where d.day is null or i.stands_until >= d.latest_ends_at
),

judged as (
    select
        t.*,
        case
            when t.known_at is null then 'not_detected'
            when t.ends_at is null then 'calendar_unconfirmed'
            when
                not t.is_visible and t.is_severe = 1 and t.is_hidden and not t.is_ever_deleted
                and t.as_of_at >= t.ends_at
                then 'hidden_only'
            when not t.is_visible then 'in_time'
            when t.is_refused then 'platform_refused'
            when t.is_decided then 'decided'
            when not t.is_known then 'calendar_unconfirmed'
            when t.as_of_at < t.latest_ends_at and t.is_visible_latest then 'pending'
            when not t.is_visible_latest then 'calendar_unset'
            when t.is_removed_late then 'late'
            when not t.is_covered and not t.is_seen_after then 'not_covered'
            else 'visible'
        end as state
    from timed as t
),

relied_on as (
    select post, list(rec order by rec) as recs
    from (
        select f.post, f.rec
        from finding as f
        union all
        select a.post, a.rec
        from act as a
        union all
        select i.post, i.rec
        from incidents as i
        union all
        select s.post, s.rec
        from post_state as s
    ) as row_of_post
    group by post
)

select
    j.post as item,
    case
        when j.state = 'in_time' then 'pass'
        when j.state in ('late', 'visible') then 'exception'
        when j.state in ('not_detected', 'hidden_only', 'decided') then 'observation'
        when j.state = 'platform_refused' then 'not_applicable'
        when j.state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case
        when
            j.state in (
                'late', 'not_detected', 'hidden_only', 'platform_refused', 'calendar_unset', 'calendar_unconfirmed'
            )
            then j.state
    end as subtype,
    case j.state
        when 'in_time' then 'the item was no longer visible at the limit'
        when 'late' then 'the item was removed after the limit'
        when 'visible' then 'the item was still visible at the limit'
        when 'not_detected' then 'only a review after the period found the item'
        when 'hidden_only' then 'the item was hidden; the policy says it will be deleted'
        when 'decided' then 'staff recorded a reason for not removing it; the policy text leaves no choice'
        when 'platform_refused' then 'the platform refused the removal or it failed, and a ticket is recorded'
        when 'pending' then 'the limit is later than the cut-off'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        else 'no record shows a removal, and the channel is not covered for all days up to the limit'
    end as reason,
    j.channel,
    coalesce(j.known_at, j.posted_at) as occurred_at,
    case
        when j.state in ('in_time', 'late', 'hidden_only', 'calendar_unset')
            then cast(done.ordinal - least(begun.ordinal, done.ordinal) as double)
    end as measured,
    case when j.state <> 'not_detected' then cast(j.n_days as double) end as threshold,
    cast([] as varchar[]) as flags,
    list_concat([j.post_rec], r.recs) as evidence
from judged as j
left join relied_on as r on r.post = j.post
left join business_day as begun on begun.calendar = 'L' and begun.day = j.known_on
left join business_day as done on done.calendar = 'L' and done.day = j.removed_on
