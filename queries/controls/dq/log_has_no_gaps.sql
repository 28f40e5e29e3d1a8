/*
id         = "DQ-05"
title      = "The moderation log has no gaps"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "channel"
needs      = ["actions"]
witnesses  = ["block_lists", "coverage", "posts", "sightings"]
parameters = []
criterion  = "On each channel the numbers of the log run on, no more than 7 days without an act hold more than 20 public posts, no more than 2 percent of the posts looked for again disappeared without an act, and the lists of blocked users are those of the log."
counts     = "Population: channels open in the period. A number is skipped when it lies between two numbers of the channel's acts, the later one in the period, and stands in no row of the log at all; where channels use the same numbers each counts its own. Silence runs from act to act, from the first day of the period or of the channel, and to its last day or the cut-off. Posts are counted as RM-17 counts them. A list differs when it lacks a user whom the log says was blocked then, or shows one whose block the log has begun later or ended before; a user on the list whom the log never blocked is for BL-06. Several faults of a channel are one item, named by the first in this order; figure: numbers skipped, days of silence, percent disappeared, users that differ."
effect     = "Acts may be missing from the log, and with them from every test that rests on it."
remedy     = "Obtain the platform's log for the days listed; re-export the source; do not edit rows by hand."
*/
with window_of_run as (
    select p.starts_at, least(p.ends_at, p.as_of_at) as ends_at, p.first_on
    from period as p
),

open_channel as (
    select d.channel, min(l.starts_at) as opens_at, least(max(l.ends_at), max(w.ends_at)) as closes_at
    from channel_day as d
    inner join local_day as l on l.day = d.day
    cross join window_of_run as w
    group by d.channel
),

written_number as (
    select distinct trim(channel) as channel, try_cast(trim(sequence) as bigint) as sequence
    from raw_actions
    where try_cast(trim(sequence) as bigint) is not null
),

numbering as (
    select count(*) > count(distinct sequence) as is_by_channel
    from written_number
),

numbered as (
    select
        a.channel, a.sequence, a.acted_at, a.rec,
        lag(a.sequence) over (partition by a.channel order by a.sequence, a.rec) as sequence_before,
        lag(a.rec) over (partition by a.channel order by a.sequence, a.rec) as rec_before
    from actions as a
    where a.sequence is not null
),

jump as (
    select n.channel, n.rec, n.rec_before, n.sequence - n.sequence_before - 1 - count(w.sequence) as n_skipped
    from numbered as n
    cross join numbering as g
    cross join period as p
    left join written_number as w
        on
            w.sequence > n.sequence_before and w.sequence < n.sequence
            and (w.channel = n.channel or not g.is_by_channel)
    where n.acted_at >= p.starts_at and n.acted_at < p.ends_at
    group by n.channel, n.rec, n.rec_before, n.sequence, n.sequence_before
),

skipped as (
    select
        channel, sum(n_skipped) as n_skipped,
        list_concat(list(rec order by rec), list(rec_before order by rec_before)) as recs
    from jump
    where n_skipped > 0
    group by channel
),

sign_of_life as (
    select c.channel, c.opens_at as moment_at, cast(null as bigint) as rec
    from open_channel as c
    union all
    select c.channel, c.closes_at, null
    from open_channel as c
    union all
    select c.channel, a.acted_at, a.rec
    from open_channel as c
    inner join actions as a on a.channel = c.channel and a.acted_at >= c.opens_at and a.acted_at < c.closes_at
),

stretch as (
    select
        channel, moment_at as to_at, rec,
        lag(moment_at) over (partition by channel order by moment_at, rec) as from_at,
        lag(rec) over (partition by channel order by moment_at, rec) as rec_before
    from sign_of_life
),

silence as (
    select
        s.channel, s.rec, s.rec_before, date_diff('second', s.from_at, s.to_at) / 86400.0 as days,
        min(p.rec) as first_post_rec
    from stretch as s
    inner join posts as p
        on
            p.channel = s.channel and p.posted_at >= s.from_at and p.posted_at < s.to_at
            and p.author_kind = 'public' and coalesce(p.surface, 'public') <> 'held'
    where date_diff('second', s.from_at, s.to_at) > 7 * 86400
    group by s.channel, s.rec, s.rec_before, s.from_at, s.to_at
    having count(*) > 20
),

silent as (
    select
        channel, round(max(days), 1) as days,
        list_concat(
            list(first_post_rec order by first_post_rec),
            list_concat(list(rec order by rec), list(rec_before order by rec_before))
        ) as recs
    from silence
    group by channel
),

vanished as (
    select
        channel, count(*) as n, sum(case when is_unexplained then 1 else 0 end) as n_unexplained,
        flatten(list(case when is_unexplained then recs else [] end order by post)) as recs
    from disappearance
    group by channel
),

snapshot as (
    select
        l.check_id, l.channel, min(l.checked_at) as checked_at, max(l.checked_until) as checked_until, min(l.rec) as rec
    from block_lists as l
    group by l.check_id, l.channel
),

examined as (
    select s.*
    from snapshot as s
    cross join period as p
    where s.checked_at >= p.starts_at and s.checked_at < p.ends_at
),

differing as (
    select s.channel, l.user_key, l.rec
    from examined as s
    inner join block_lists as l on l.check_id = s.check_id and l.channel = s.channel
    where
        coalesce(l.legacy, 'no') <> 'yes'
        and exists (
            select 1
            from block_episode as e
            where e.channel = l.channel and e.user_key = l.user_key
        )
        and not exists (
            select 1
            from block_episode as e
            where
                e.channel = l.channel and e.user_key = l.user_key and e.blocked_at <= s.checked_until
                and (e.lifted_until is null or e.lifted_until >= s.checked_at)
        )
    union all
    select s.channel, e.user_key, e.rec
    from examined as s
    inner join block_episode as e on e.channel = s.channel
    where
        e.user_key is not null and e.blocked_until <= s.checked_at
        and (e.lifted_at is null or e.lifted_at > s.checked_until)
        and not exists (
            select 1
            from block_lists as l
            where l.check_id = s.check_id and l.channel = s.channel and l.user_key = e.user_key
        )
),

unlike as (
    select channel, count(distinct user_key) as n_users, list(distinct rec order by rec) as recs
    from differing
    group by channel
),

judged as (
    select
        c.channel, c.opens_at, h.rec as channel_rec,
        k.n_skipped, t.days, v.n_unexplained * 100.0 / v.n as percent, u.n_users,
        k.recs as skipped_recs, t.recs as silent_recs, v.recs as vanished_recs, u.recs as unlike_recs,
        case
            when k.channel is not null then 'sequence_gap'
            when t.channel is not null then 'silence'
            when v.n_unexplained * 100 > v.n * 2 then 'disappearances'
            when u.channel is not null then 'block_list_differs'
            when
                exists (
                    select 1
                    from actions as a
                    where a.channel = c.channel
                )
                or exists (
                    select 1
                    from posts as p
                    where p.channel = c.channel
                )
                or exists (
                    select 1
                    from examined as s
                    where s.channel = c.channel
                )
                then 'whole'
            else 'nothing_to_compare'
        end as state
    from open_channel as c
    left join channels as h on h.channel = c.channel
    left join skipped as k on k.channel = c.channel
    left join silent as t on t.channel = c.channel
    left join vanished as v on v.channel = c.channel
    left join unlike as u on u.channel = c.channel
)

select
    channel as item,
    case state when 'whole' then 'pass' when 'nothing_to_compare' then 'not_applicable' else 'exception' end as outcome,
    case when state <> 'whole' then state end as subtype,
    case state
        when 'sequence_gap' then 'numbers of the log are skipped'
        when 'silence' then 'for more than a week the log holds no act while the public posted'
        when 'disappearances' then 'more posts disappeared without an act than two in a hundred'
        when 'block_list_differs' then 'the list of blocked users is not that of the log'
        when 'whole' then 'the log shows no gap'
        else 'neither acts nor posts nor lists of blocked users are recorded for the channel'
    end as reason,
    channel,
    opens_at as occurred_at,
    case state
        when 'sequence_gap' then cast(n_skipped as double)
        when 'silence' then cast(days as double)
        when 'disappearances' then cast(round(percent, 1) as double)
        when 'block_list_differs' then cast(n_users as double)
    end as measured,
    case state when 'silence' then 7.0 when 'disappearances' then 2.0 end as threshold,
    list_concat(
        [channel_rec],
        list_concat(
            list_concat(coalesce(skipped_recs, []), coalesce(silent_recs, [])),
            list_concat(coalesce(vanished_recs, []), coalesce(unlike_recs, []))
        )
    ) as evidence
from judged
