/*
what = "Each open day of each hosted channel in the period: was the statement there, as far as the snapshots before and after it show? state: shown, missing, missing_since_opening, unknown, new_channel."
*/
with snapshot as (
    select
        channel, checked_on, state, recs,
        row_number() over (partition by channel, checked_on order by checked_at desc, check_id desc) as from_end,
        row_number() over (partition by channel, checked_on order by checked_at asc, check_id asc) as from_start
    from statement_check
    where state <> 'unknown'
),

last_of_day as (
    select channel, checked_on, state, recs
    from snapshot
    where from_end = 1
),

first_of_day as (
    select channel, checked_on, state, recs
    from snapshot
    where from_start = 1
),

placed as (
    select
        d.channel, d.day, c.opened_on, c.rec as channel_rec,
        max(s.checked_on) as last_on,
        min(n.checked_on) as next_on
    from channel_day as d
    left join channels as c on c.channel = d.channel
    left join last_of_day as s on s.channel = d.channel and s.checked_on <= d.day
    left join first_of_day as n on n.channel = d.channel and n.checked_on > d.day
    where coalesce(d.kind, 'platform_hosted') <> 'community_joined'
    group by d.channel, d.day, c.opened_on, c.rec
),

judged as (
    select
        p.channel, p.day, p.opened_on, p.channel_rec, p.last_on, p.next_on,
        l.state as last_state, f.state as next_state, l.recs as last_recs, f.recs as next_recs,
        q.snapshot_max_gap, w.first_on, u.due_on as new_due_on
    from placed as p
    cross join parameter as q
    cross join period as w
    left join last_of_day as l on l.channel = p.channel and l.checked_on = p.last_on
    left join first_of_day as f on f.channel = p.channel and f.checked_on = p.next_on
    left join due as u on u.day = p.opened_on and u.n = q.new_channel_statement_limit
)

select
    channel, day,
    case
        when last_state = 'missing' then 'missing'
        when last_state = 'shown' and last_on = day then 'shown'
        when last_state = 'shown' and next_state = 'shown' and date_diff('day', last_on, next_on) <= snapshot_max_gap
            then 'shown'
        when last_state = 'shown' then 'unknown'
        when opened_on >= first_on - cast(snapshot_max_gap as integer) and day <= new_due_on then 'new_channel'
        when opened_on >= first_on - cast(snapshot_max_gap as integer) then 'missing_since_opening'
        else 'unknown'
    end as state,
    list_concat([channel_rec], list_concat(coalesce(last_recs, []), coalesce(next_recs, []))) as recs
from judged
