/*
what = "Each public post by others that a capture showed and a later capture of the period looked for: gone_at is when it was missed (null = still in view): the capture says so, or it is an export that covers the day of posting and shows other posts of the channel but not this one. is_unexplained: no act, no step of a copyright case and no sign of its author's hand accounts for that (CS-10)."
*/
with item as (
    select
        p.post, p.channel, p.posted_on, p.rec,
        min(s.seen_at) as first_seen_at, max(s.seen_at) as last_seen_at
    from posts as p
    inner join sightings as s on s.post = p.post and s.state = 'visible'
    where p.author_kind <> 'staff' and coalesce(p.surface, 'public') <> 'held'
    group by p.post, p.channel, p.posted_on, p.rec
),

capture as (
    select distinct c.channel, c.covers_from_on, c.covers_to_on, s.seen_at, c.rec
    from coverage as c
    inner join sightings as s on s.seen_at = c.exported_at or s.export = right(c.file, 128)
    inner join posts as p on p.post = s.post and (p.channel = c.channel or c.channel = 'all')
    where c.source in ('posts', 'all')
),

missing as (
    select i.post, s.seen_at as gone_at, s.rec
    from item as i
    inner join sightings as s
        on s.post = i.post and s.state in ('absent', 'author_deleted') and s.seen_at > i.last_seen_at
    union all
    select i.post, c.seen_at, c.rec
    from item as i
    inner join capture as c
        on
            (c.channel = i.channel or c.channel = 'all') and c.seen_at > i.last_seen_at
            and c.covers_from_on <= i.posted_on and c.covers_to_on >= i.posted_on
    where
        not exists (
            select 1
            from sightings as s
            where s.post = i.post and s.seen_at = c.seen_at
        )
),

gone as (
    select m.post, min(m.gone_at) as gone_at, min(m.rec) as rec
    from missing as m
    group by m.post
),

explained as (
    select distinct g.post
    from gone as g
    inner join post_state as s
        on s.post = g.post and s.from_at <= g.gone_at and (s.until_at is null or s.until_at > g.gone_at)
    left join sightings as seen on seen.rec = s.rec
    where s.state in ('deleted', 'author_deleted') or (s.state in ('hidden', 'held') and seen.rec is null)
)

select
    i.post, i.channel, g.gone_at, [i.rec, g.rec] as recs,
    g.post is not null and e.post is null as is_unexplained
from item as i
cross join period as p
left join gone as g on g.post = i.post
left join explained as e on e.post = i.post
where
    (g.gone_at >= p.starts_at and g.gone_at < p.ends_at)
    or (
        g.post is null and i.last_seen_at > i.first_seen_at
        and i.last_seen_at >= p.starts_at and i.last_seen_at < p.ends_at
    )
