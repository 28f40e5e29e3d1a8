/*
what = "Each channel on each day of the period on which it was open, up to the cut-off. Without a register the channels are those the records name; without any, one named all."
*/
with registered as (
    select channel, platform, kind, coalesce(comments, 'open') as comments, opened_on, closed_on
    from channels
),

named as (
    select distinct channel
    from (
        select channel from actions
        union all
        select channel from posts
        union all
        select channel from coverage
        where channel <> 'all'
    ) as every_channel
    where channel is not null and not exists (select 1 from registered)
),

known as (
    select channel, platform, kind, comments, opened_on, closed_on
    from registered
    union all
    select channel, null, null, 'open', null, null
    from named
    union all
    select 'all', null, null, 'open', null, null
    where not exists (select 1 from registered) and not exists (select 1 from named)
)

select k.channel, k.platform, k.kind, k.comments, d.day
from known as k
cross join period as p
inner join calendar_range as d on d.day >= p.first_on and d.day <= p.last_on and d.day <= p.as_of_on
where
    (k.opened_on is null or k.opened_on <= d.day)
    and (k.closed_on is null or k.closed_on >= d.day)
