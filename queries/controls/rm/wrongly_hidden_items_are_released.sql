/*
id         = "RM-15"
title      = "Items hidden wrongly by a filter are released"
clauses    = ["3.1"]
tier       = 2
severity   = "high"
basis      = ["S"]
subject    = "post"
needs      = ["actions", "judgments"]
parameters = []
criterion  = "An item that a rule of the library hid and a person found not to violate anything is visible again by the end of the next business day."
counts     = "Population: items hidden, deleted or rejected by a rule of the library and then judged not_violating by a moderator or reviewer in the period (the first such judgment counts). In view at any time between the judgment and the end of the next business day is a pass. Deleted by the author before that: not applicable. Where a person then removed it on a ground, or judged it violating before the limit, the rule no longer hides it: not applicable."
effect     = "A comment that breaks no rule stays silenced."
remedy     = "Unhide now."
*/
with labelled as (
    select
        j.post, j.judged_at, j.judged_on, j.rec, a.channel, a.recs, a.flags,
        row_number() over (
            partition by j.post
            order by j.judged_at asc, j.rec asc, a.acted_at desc, a.rec desc
        ) as place
    from judgments as j
    inner join act as a
        on
            a.post = j.post and a.source = 'automation' and a.is_effective
            and a.action in ('hide', 'delete', 'hold_reject') and a.acted_at <= j.judged_at
    where j.judgment = 'not_violating' and j.origin in ('moderator', 'reviewer')
),

timed as (
    select
        l.post, l.channel, l.judged_at, l.judged_on, l.flags, list_append(l.recs, l.rec) as recs,
        d.ends_at, d.latest_ends_at, coalesce(d.is_known, false) as is_known, p.as_of_at,
        (
            select min(greatest(s.from_at, l.judged_at))
            from post_state as s
            where
                s.post = l.post and s.state = 'visible' and (s.until_at is null or s.until_at > l.judged_at)
        ) as visible_at,
        exists (
            select 1
            from post_state as s
            where s.post = l.post and s.state = 'author_deleted' and s.from_at < d.latest_ends_at
        ) as is_author_deleted,
        exists (
            select 1
            from violation as v
            where v.post = l.post and v.confirmed_at >= l.judged_at and v.confirmed_at < d.latest_ends_at
        ) as is_decided_otherwise,
        (
            select list(s.rec order by s.rec)
            from post_state as s
            where s.post = l.post
        ) as state_recs
    from labelled as l
    cross join period as p
    left join due as d on d.day = l.judged_on and d.n = 1
    where l.place = 1 and l.judged_at >= p.starts_at and l.judged_at < p.ends_at
),

judged as (
    select
        t.*, v.day as visible_on,
        case
            when t.visible_at < t.ends_at then 'released'
            when t.is_author_deleted then 'author_deleted'
            when t.is_decided_otherwise then 'decided_otherwise'
            when not t.is_known then 'calendar_unconfirmed'
            when t.visible_at >= t.ends_at and t.visible_at < t.latest_ends_at then 'calendar_unset'
            when t.as_of_at < t.latest_ends_at then 'pending'
            when t.visible_at is not null then 'released_late'
            else 'not_released'
        end as state
    from timed as t
    left join local_day as v on v.starts_at <= t.visible_at and v.ends_at > t.visible_at
)

select
    j.post as item,
    case
        when j.state = 'released' then 'pass'
        when j.state in ('author_deleted', 'decided_otherwise') then 'not_applicable'
        when j.state = 'pending' then 'pending'
        when j.state in ('calendar_unset', 'calendar_unconfirmed') then 'not_evidenced'
        else 'exception'
    end as outcome,
    case
        when j.state in ('author_deleted', 'decided_otherwise', 'calendar_unset', 'calendar_unconfirmed') then j.state
    end as subtype,
    case j.state
        when 'released' then 'the item was visible again in time'
        when 'author_deleted' then 'the author deleted the item'
        when 'decided_otherwise' then 'a person then found a violation'
        when 'pending' then 'the item is still hidden, and the time to release it is not over'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        when 'released_late' then 'the item was visible again only after the limit'
        else 'the item was not released'
    end as reason,
    j.channel,
    j.flags,
    j.judged_at as occurred_at,
    cast(done.ordinal - least(begun.ordinal, done.ordinal) as double) as measured,
    cast(1 as double) as threshold,
    list_concat(j.recs, coalesce(j.state_recs, [])) as evidence
from judged as j
left join business_day as begun on begun.calendar = 'L' and begun.day = j.judged_on
left join business_day as done on done.calendar = 'L' and done.day = j.visible_on
