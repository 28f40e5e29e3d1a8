/*
what = "The first logged review by a person that covered each public post: an entry of the rota that reached it, a staff act on it (no_action included), or the review of a concern about it. A date-only entry reaches what was posted before that day."
*/
with rota as (
    select
        m.channel, m.reviewed_at, m.rec,
        least(coalesce(m.seen_through_at, m.reviewed_at), m.reviewed_at) as reached_at
    from monitoring as m
    where
        m.reviewed_at is not null
        and (
            m.surfaces is null or list_contains(m.surfaces, 'comments') or list_contains(m.surfaces, 'all')
            or list_contains(m.surfaces, 'old_threads')
        )
),

moment as (
    select p.channel, p.posted_at as moment_at, 0 as place, p.post, cast(null as timestamp) as reviewed_at
    from posts as p
    where p.posted_at is not null and coalesce(p.surface, 'public') <> 'held'
    union all
    select r.channel, r.reached_at, 1, null, r.reviewed_at
    from rota as r
),

swept as (
    select
        post, channel,
        min(reviewed_at) over (
            partition by channel
            order by moment_at, place
            rows between current row and unbounded following
        ) as reviewed_at
    from moment
),

reviewed as (
    select s.post, s.reviewed_at, min(r.rec) as rec
    from swept as s
    inner join rota as r on r.channel = s.channel and r.reviewed_at = s.reviewed_at
    where s.post is not null
    group by s.post, s.reviewed_at
    union all
    select a.post, a.acted_at, a.rec
    from act as a
    where a.source = 'staff' and a.post is not null
    union all
    select c.post, c.first_reviewed_at, c.rec
    from concerns as c
    where c.post is not null and c.first_reviewed_at is not null
),

placed as (
    select
        post, reviewed_at, rec,
        row_number() over (partition by post order by reviewed_at, rec) as place
    from reviewed
)

select f.post, f.reviewed_at, coalesce(m.reviewed_on, a.acted_on, c.first_reviewed_on) as reviewed_on, f.rec
from placed as f
left join monitoring as m on m.rec = f.rec
left join act as a on a.rec = f.rec
left join concerns as c on c.rec = f.rec
where f.place = 1
