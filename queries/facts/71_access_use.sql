/*
what = "For each managing login of an access check, the days before the check that dormant_access allows: used_recs are acts, staff posts and monitoring on that channel by a person of the login in them; is_covered says that the records of all three cover every one of those days; is_younger that the access itself is not that old."
*/
with used as (
    select h.person, a.channel, a.acted_at as used_at, a.acted_on as used_on, a.rec
    from act as a
    inner join login_holder as h
        on
            h.login = a.login and (h.channel is null or h.channel = a.channel)
            and (h.start_on is null or h.start_on <= a.acted_on) and (h.end_on is null or h.end_on >= a.acted_on)
    where h.person is not null and a.is_ecrl
    union all
    select
        h.person, p.channel, coalesce(p.scheduled_at, p.posted_at) as used_at,
        coalesce(p.scheduled_on, p.posted_on) as used_on, p.rec
    from posts as p
    inner join login_holder as h
        on
            h.login = p.author and (h.channel is null or h.channel = p.channel)
            and (h.start_on is null or h.start_on <= coalesce(p.scheduled_on, p.posted_on))
            and (h.end_on is null or h.end_on >= coalesce(p.scheduled_on, p.posted_on))
    where p.author_kind = 'staff' and h.person is not null
    union all
    select m.reviewer as person, m.channel, m.reviewed_at as used_at, m.reviewed_on as used_on, m.rec
    from monitoring as m
),

span as (
    select
        k.rec, k.login, k.channel, k.checked_on, k.checked_until,
        k.checked_on - cast(q.dormant_access as integer) as from_on
    from listed_access as k
    cross join parameter as q
    where k.is_managing
),

found as (
    select s.rec, list(distinct u.rec order by u.rec) as used_recs
    from span as s
    inner join listed_person as l on l.rec = s.rec
    inner join used as u
        on
            u.person = l.person and u.channel = s.channel
            and u.used_on >= s.from_on and u.used_at <= s.checked_until
    group by s.rec
),

covered as (
    select s.rec, count(distinct c.source) as n_sources
    from span as s
    inner join covered_stretch as c
        on
            c.channel = s.channel and c.source in ('actions', 'posts', 'monitoring')
            and c.from_on <= s.from_on and c.to_on >= s.checked_on
    group by s.rec
)

select
    s.rec, coalesce(f.used_recs, []) as used_recs, coalesce(c.n_sources, 0) = 3 as is_covered,
    exists (
        select 1
        from channels as r
        where r.channel = s.channel and r.opened_on > s.from_on
    )
    or exists (
        select 1
        from access_changes as g
        where
            g.channel = s.channel and g.login = s.login and g.change = 'grant'
            and g.changed_on > s.from_on and g.changed_at <= s.checked_until
    )
    or exists (
        select 1
        from login_holder as h
        where
            h.login = s.login and (h.channel is null or h.channel = s.channel)
            and h.start_on > s.from_on and h.start_on <= s.checked_on
    ) as is_younger
from span as s
left join found as f on f.rec = s.rec
left join covered as c on c.rec = s.rec
