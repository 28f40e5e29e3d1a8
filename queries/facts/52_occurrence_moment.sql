/*
what = "The moments at which a user's occurrences are counted: at each block (action_no), on what was then certainly and what was possibly known; and at each new finding (reading at), just before it (before), and without what was undone by the end of block_decision_limit (lasting). Counted is what was posted after posted_after, posted and found by decided_by, and not undone by undone_by."
*/
with finding as (
    select distinct c.user_key, c.channel, greatest(c.posted_at, c.confirmed_at) as moment_at
    from confirmed_item as c
),

reached as (
    select f.user_key, f.channel, f.moment_at, d.day, least(u.latest_ends_at, p.as_of_at) as decided_at
    from finding as f
    cross join parameter as q
    cross join period as p
    inner join local_day as d on d.starts_at <= f.moment_at and d.ends_at > f.moment_at
    inner join due as u on u.day = d.day and u.n = q.block_decision_limit
),

block_moment as (
    select
        'block' as about, r.reading, e.action_no, e.user_key, e.channel, e.blocked_at as moment_at,
        e.blocked_on as moment_on,
        case when r.reading = 'certain' then e.blocked_until else e.blocked_at end as posted_from,
        case when r.reading = 'certain' then e.blocked_at else e.blocked_until end as decided_by,
        case when r.reading = 'certain' then e.blocked_until else e.blocked_at end as undone_by
    from block_episode as e
    cross join (values ('certain'), ('possible')) as r (reading)
    where e.user_key is not null
),

reach_moment as (
    select
        'reach' as about, k.reading, cast(null as varchar) as action_no, r.user_key, r.channel, r.moment_at,
        r.day as moment_on,
        r.moment_at - case when k.reading = 'before' then interval 1 microsecond else interval 0 microsecond end
            as posted_from,
        case when k.reading = 'lasting' then r.decided_at end as undone_later
    from reached as r
    cross join (values ('at'), ('before'), ('lasting')) as k (reading)
),

moment as (
    select about, reading, action_no, user_key, channel, moment_at, moment_on, posted_from, decided_by, undone_by
    from block_moment
    union all
    select
        about, reading, action_no, user_key, channel, moment_at, moment_on, posted_from,
        posted_from as decided_by, coalesce(undone_later, posted_from) as undone_by
    from reach_moment
)

select
    m.about, m.reading, m.reading = 'certain' as is_certain, m.action_no, m.user_key, m.channel,
    m.moment_at, m.moment_on,
    m.posted_from - to_seconds(q.continuous_window * 86400) as posted_after, m.decided_by, m.undone_by
from moment as m
cross join parameter as q
