/*
id         = "RM-17"
title      = "What disappears between two exports has an act that explains it"
clauses    = ["3.2a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "post"
needs      = ["posts", "sightings"]
parameters = []
criterion  = "A public item that an earlier capture showed and a later one does not show was removed by a recorded act, by its author or by the platform."
counts     = "Population: public items by others that a capture showed as visible and a later capture of the period does not: either it says absent, or it is an export that covers the day of posting and shows other items of the channel but not this one. An item seen again later has not disappeared. An act on it or on what it hung under, a step of a copyright case, or a capture that says the author deleted it explains it. Unexplained ones are not evidenced, never an exception by item: DQ-05 judges their share."
effect     = "Removals happen outside the log, or the log is incomplete."
remedy     = "Export the platform's activity log for {dates}; log every removal in the moderation log."
*/
with item as (
    select p.post, p.channel, p.posted_at, p.posted_on, p.rec, max(s.seen_at) as last_seen_at
    from posts as p
    inner join sightings as s on s.post = p.post and s.state = 'visible'
    where p.author_kind <> 'staff' and coalesce(p.surface, 'public') <> 'held'
    group by p.post, p.channel, p.posted_at, p.posted_on, p.rec
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
    select post, min(gone_at) as gone_at, min(rec) as rec
    from missing
    group by post
),

judged as (
    select
        i.post, i.channel, g.gone_at, [i.rec, g.rec] as own_recs,
        (
            select list(s.rec order by s.rec)
            from post_state as s
            where s.post = i.post
        ) as state_recs,
        exists (
            select 1
            from post_state as s
            where
                s.post = i.post and s.from_at <= g.gone_at and (s.until_at is null or s.until_at > g.gone_at)
                and (
                    s.state in ('deleted', 'author_deleted')
                    or (s.state in ('hidden', 'held') and not exists (
                        select 1
                        from sightings as seen
                        where seen.rec = s.rec
                    ))
                )
        ) as is_explained
    from item as i
    inner join gone as g on g.post = i.post
    cross join period as p
    where g.gone_at >= p.starts_at and g.gone_at < p.ends_at
)

select
    post as item,
    case when is_explained then 'pass' else 'not_evidenced' end as outcome,
    case when not is_explained then 'unexplained_disappearance' end as subtype,
    case
        when is_explained then 'a recorded act explains why the item is gone'
        else 'the item is gone, and no record says why'
    end as reason,
    channel,
    cast([] as varchar[]) as flags,
    gone_at as occurred_at,
    list_concat(own_recs, coalesce(state_recs, [])) as evidence
from judged
