/*
id         = "AU-14"
title      = "The roster of people, positions and team has no holes and no overlaps"
clauses    = ["6.2a", "6.7a", "6.7b", "6.7c", "6.7d"]
tier       = 1
severity   = "high"
basis      = ["I"]
subject    = "person"
needs      = ["people", "roles"]
witnesses  = ["team"]
parameters = []
criterion  = "On each day of the period every person who holds a position, is on the team, holds a login or is a designee has an employment row; no two people hold one of the four positions at once unless one of them is acting; and the title written beside one of the four positions is a title of that position."
counts     = "Population: people whose rows in people, roles, team, logins or designations touch the period, up to the cut-off. Days outside the period do not count. employment_missing: no row in people at all. before_hire and after_leaving: a day of the period with a position, or on the team, before the first or after the last day of employment, or between two employments. overlap: each of two holders of one of the four positions on the same day, neither marked as acting. unknown_title: a title that is not the position's name or one of its usual variants (acting, interim, library director); a blank title is not tested. A vacant position is shown by AU-13. Days found here lower the conclusions that rest on the roster."
effect     = "Whoever acted on those days cannot be judged: the list of authorised people is itself in doubt."
remedy     = "Name a second full administrator; register or close the channel; export permissions monthly; complete the roster."
*/
with window_of_run as (
    select first_on, least(last_on, as_of_on) as last_on, starts_at
    from period
),

entry as (
    select person, start_on, end_on, rec, true as is_duty
    from roles
    union all
    select person, start_on, end_on, rec, true
    from team
    union all
    select person, start_on, end_on, rec, false
    from logins
    where person is not null
    union all
    select designee, start_on, end_on, rec, false
    from designations
    union all
    select person, start_on, end_on, rec, false
    from people
),

spanned as (
    select
        e.person, e.rec, e.is_duty,
        greatest(e.start_on, w.first_on) as from_on,
        least(e.end_on, w.last_on) as to_on
    from entry as e
    cross join window_of_run as w
    where (e.start_on is null or e.start_on <= w.last_on) and (e.end_on is null or e.end_on >= w.first_on)
),

population as (
    select person, list(distinct rec order by rec) as recs
    from spanned
    group by person
),

employment as (
    select
        person, min(start_on) as hired_on,
        list(rec order by rec) as recs
    from people
    group by person
),

duty_day as (
    select distinct s.person, d.day
    from spanned as s
    inner join calendar_range as d on d.day >= s.from_on and d.day <= s.to_on
    where s.is_duty
),

uncovered as (
    select
        y.person,
        max(case when y.day < e.hired_on then 1 else 0 end) as before_hire,
        count(*) as days
    from duty_day as y
    inner join employment as e on e.person = y.person
    where
        not exists (
            select 1
            from people as m
            where
                m.person = y.person and m.start_on <= y.day
                and coalesce(m.end_on, date '9999-12-31') >= y.day
        )
    group by y.person
),

overlapping as (
    select a.person, list(distinct b.rec order by b.rec) as recs
    from roles as a
    inner join roles as b
        on
            b.role = a.role and b.person <> a.person
            and b.start_on <= coalesce(a.end_on, date '9999-12-31')
            and a.start_on <= coalesce(b.end_on, date '9999-12-31')
    cross join window_of_run as w
    where
        a.role <> 'other'
        and coalesce(a.acting, 'no') <> 'yes' and coalesce(b.acting, 'no') <> 'yes'
        and greatest(a.start_on, b.start_on) <= w.last_on
        and coalesce(least(a.end_on, b.end_on), w.last_on) >= w.first_on
    group by a.person
),

known_title as (
    select t.role, v.prefix || t.title || v.suffix as title
    from (
        values
        ('', ''), ('acting ', ''), ('interim ', ''), ('', ' (acting)'), ('', ' (interim)')
    ) as v (prefix, suffix)
    cross join (
        values
        ('executive_director', 'executive director'), ('executive_director', 'library director'),
        ('executive_director', 'director'),
        ('assistant_director', 'assistant director'), ('assistant_director', 'assistant library director'),
        ('assistant_director', 'deputy director'),
        ('resource_librarian', 'resource librarian'), ('resource_librarian', 'resources librarian'),
        ('programming_librarian', 'programming librarian'), ('programming_librarian', 'programs librarian'),
        ('programming_librarian', 'program librarian')
    ) as t (role, title)
),

untitled as (
    select distinct r.person
    from roles as r
    cross join window_of_run as w
    where
        r.role <> 'other' and r.title is not null
        and r.start_on <= w.last_on and coalesce(r.end_on, w.last_on) >= w.first_on
        and not exists (
            select 1
            from known_title as t
            where
                t.role = r.role
                and t.title = lower(regexp_replace(r.title, '[ _-]+', ' ', 'g'))
        )
),

judged as (
    select
        p.person, p.recs, e.recs as people_recs, o.recs as overlap_recs, u.days, w.starts_at,
        case
            when e.person is null then 'employment_missing'
            when u.before_hire = 1 then 'before_hire'
            when u.person is not null then 'after_leaving'
            when o.person is not null then 'overlap'
            when t.person is not null then 'unknown_title'
            else 'sound'
        end as state
    from population as p
    cross join window_of_run as w
    left join employment as e on e.person = p.person
    left join uncovered as u on u.person = p.person
    left join overlapping as o on o.person = p.person
    left join untitled as t on t.person = p.person
)

select
    person as item,
    case when state = 'sound' then 'pass' else 'exception' end as outcome,
    case when state <> 'sound' then state end as subtype,
    case state
        when 'employment_missing' then 'no employment is recorded for the person'
        when 'before_hire' then 'a position or a place on the team begins before the employment'
        when 'after_leaving' then 'a position or a place on the team goes on after the employment'
        when 'overlap' then 'another person held the same position at the same time, and neither was acting'
        when 'unknown_title' then 'the written title is not one of the position'
        else 'the rows of the person fit together'
    end as reason,
    cast(null as varchar) as channel,
    cast([] as varchar[]) as flags,
    cast(null as timestamp) as occurred_at,
    cast(case when state in ('before_hire', 'after_leaving') then days end as double) as measured,
    list_concat(recs, list_concat(coalesce(people_recs, []), coalesce(overlap_recs, []))) as evidence
from judged
