/*
id         = "AU-13"
title      = "The four named positions are filled"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d"]
tier       = 3
severity   = "info"
basis      = ["P"]
subject    = "position"
needs      = ["roles"]
parameters = []
criterion  = "Each of the four positions that the policy names has a holder on every day of the period."
counts     = "Population: the four positions. `measured` is the number of days of the period, up to the cut-off, on which nobody in employment held the position; days on which only acting holders did are covered and noted. A figure, never an exception."
effect     = "While a position is vacant fewer people may designate others, and designations made by its last holder run out."
remedy     = "Name a second full administrator; register or close the channel; export permissions monthly; complete the roster."
*/
with position as (
    select v.role
    from (
        values
        ('executive_director'), ('assistant_director'), ('resource_librarian'), ('programming_librarian')
    ) as v (role)
),

day_of_run as (
    select d.day
    from calendar_range as d
    cross join period as p
    where d.day >= p.first_on and d.day <= p.last_on and d.day <= p.as_of_on
),

held_day as (
    select h.role, d.day, min(case when h.acting = 'yes' then 1 else 0 end) as only_acting
    from day_of_run as d
    inner join role_held as h on h.start_on <= d.day and coalesce(h.end_on, date '9999-12-31') >= d.day
    group by h.role, d.day
),

counted as (
    select
        p.role, count(d.day) as days, count(h.day) as held_days,
        sum(case when h.only_acting = 1 then 1 else 0 end) as acting_days
    from position as p
    cross join day_of_run as d
    left join held_day as h on h.role = p.role and h.day = d.day
    group by p.role
),

judged as (
    select
        c.role, c.days - c.held_days as vacant_days, p.starts_at,
        case
            when c.held_days < c.days then 'vacant'
            when c.acting_days > 0 then 'acting_cover'
            else 'filled'
        end as state,
        (
            select list(r.rec order by r.rec)
            from roles as r
            where r.role = c.role
        ) as recs
    from counted as c
    cross join period as p
)

select
    role as item,
    case when state = 'filled' then 'pass' else 'observation' end as outcome,
    case when state <> 'filled' then state end as subtype,
    case state
        when 'vacant' then 'nobody held the position on some days'
        when 'acting_cover' then 'the position was held throughout, on some days only by an acting holder'
        else 'the position was held on every day'
    end as reason,
    cast(null as varchar) as channel,
    cast([] as varchar[]) as flags,
    starts_at as occurred_at,
    cast(vacant_days as double) as measured,
    coalesce(recs, []) as evidence
from judged
