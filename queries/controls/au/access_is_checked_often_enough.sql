/*
id         = "AU-10"
title      = "Access to each channel is checked often enough"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "medium"
basis      = ["I", "M"]
subject    = "channel"
needs      = ["channels", "access_checks"]
covers     = ["access_checks"]
parameters = ["snapshot_max_gap"]
criterion  = "Between two complete access checks of a channel, and between the edges of the period and the nearest one, there are at most snapshot_max_gap days."
counts     = "Population: channels of the register that were open on a day of the period up to the cut-off; the edges are the first and last of those days. Only checks of the period count, by local day; checks that are not complete do not. When the period has none, the last complete check before it, or the opening of the channel, is the edge. `measured` is the longest gap in days. Channels that the library only joined are not applicable. Everything that rests on checks holds as at their dates, never throughout."
effect     = "Access that came and went between two checks is not seen."
remedy     = "Name a second full administrator; register or close the channel; export permissions monthly; complete the roster."
*/
with open_channel as (
    select channel, min(kind) as kind, min(day) as first_on, max(day) as last_on
    from channel_day
    group by channel
),

complete_check as (
    select channel, checked_on, recs
    from access_check
    where is_complete and is_in_period
),

earlier as (
    select o.channel, max(s.checked_on) as checked_on
    from open_channel as o
    inner join access_check as s on s.channel = o.channel and s.is_complete and s.checked_on < o.first_on
    group by o.channel
),

checked_channel as (
    select channel, count(*) as checks, flatten(list(recs order by checked_on, recs[1])) as recs
    from complete_check
    group by channel
),

mark as (
    select s.channel, s.checked_on as day
    from complete_check as s
    inner join open_channel as o on o.channel = s.channel and s.checked_on >= o.first_on and s.checked_on <= o.last_on
    union
    select channel, last_on
    from open_channel
    union
    select
        o.channel,
        case when n.checks is null then coalesce(e.checked_on, r.opened_on, o.first_on) else o.first_on end
    from open_channel as o
    left join checked_channel as n on n.channel = o.channel
    left join earlier as e on e.channel = o.channel
    left join channels as r on r.channel = o.channel
),

stepped as (
    select channel, day, lag(day) over (partition by channel order by day) as day_before
    from mark
),

longest as (
    select channel, coalesce(max(date_diff('day', day_before, day)), 0) as days
    from stepped
    group by channel
),

judged as (
    select
        o.channel, o.first_on, g.days, q.snapshot_max_gap, n.recs, r.rec as channel_rec, d.starts_at,
        case
            when o.kind = 'community_joined' then 'community_joined'
            when g.days > q.snapshot_max_gap and n.checks is null then 'no_complete_check'
            when g.days > q.snapshot_max_gap then 'gap_too_long'
            else 'often_enough'
        end as state
    from open_channel as o
    cross join parameter as q
    inner join longest as g on g.channel = o.channel
    inner join local_day as d on d.day = o.first_on
    left join checked_channel as n on n.channel = o.channel
    left join channels as r on r.channel = o.channel
)

select
    channel as item,
    case state
        when 'community_joined' then 'not_applicable'
        when 'often_enough' then 'pass'
        else 'exception'
    end as outcome,
    case when state <> 'often_enough' then state end as subtype,
    case state
        when 'community_joined' then 'the library has only joined the channel'
        when 'no_complete_check' then 'no complete check was taken in the period'
        when 'gap_too_long' then 'two checks, or a check and an edge of the period, lie too far apart'
        else 'no gap was longer than the limit'
    end as reason,
    channel,
    cast([] as varchar[]) as flags,
    starts_at as occurred_at,
    cast(case when state <> 'community_joined' then days end as double) as measured,
    cast(case when state <> 'community_joined' then snapshot_max_gap end as double) as threshold,
    list_prepend(channel_rec, coalesce(recs, [])) as evidence
from judged
