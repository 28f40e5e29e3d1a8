/*
id         = "DQ-13"
title      = "The clocks of the log and of an export agree"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "source file"
needs      = ["actions"]
parameters = ["clock_skew"]
criterion  = "The times that the log and an export give of the same acts differ by no more than clock_skew seconds in the middle."
counts     = "Population: exports with at least one act that the log holds too. Two rows are the same act when account, target and type are the same and each stands once on its side; their times may be any distance apart, and moments known by the day alone are not compared. Compared is the median of the differences. A median within clock_skew of five or six hours is the mark of a time zone read wrongly. The exports' files are listed; which of the two clocks is wrong, the comparison cannot say."
effect     = "Deadlines and orders that rest on times of this source are not certain."
remedy     = "Give the time zone of the export in audit.toml, or re-export it; do not edit rows by hand."
*/
with act_of_side as (
    select
        a.brought_by, a.channel, a.action, coalesce('post ' || a.post, 'user ' || a.user_key) as target,
        min(a.acted_at) as acted_at, min(a.rec) as rec
    from actions as a
    where a.acted_quality in ('exact', 'zone_assumed') and (a.post is not null or a.user_key is not null)
    group by a.brought_by, a.channel, a.action, coalesce('post ' || a.post, 'user ' || a.user_key)
    having count(*) = 1
),

matched as (
    select
        cast((e.rec - e.rec % 1000000000) / 1000000000 as bigint) as source_id,
        abs(date_diff('second', g.acted_at, e.acted_at)) as seconds,
        g.rec as log_rec, e.rec as export_rec
    from act_of_side as e
    inner join act_of_side as g
        on
            g.brought_by = 'logbook' and g.channel = e.channel and g.action = e.action and g.target = e.target
    where e.brought_by = 'export'
),

placed as (
    select
        s.file, m.seconds, m.log_rec, m.export_rec,
        row_number() over (partition by s.file order by m.seconds, m.export_rec) as place,
        count(*) over (partition by s.file) as n
    from matched as m
    inner join source_file as s on s.source_id = m.source_id
),

summed as (
    select
        file,
        avg(case when 2 * place in (n, n + 1, n + 2) then seconds end) as middle,
        list_concat(list(log_rec order by log_rec), list(export_rec order by export_rec)) as recs
    from placed
    group by file
),

judged as (
    select
        s.file, s.middle, s.recs, q.clock_skew,
        case
            when s.middle <= q.clock_skew then 'agree'
            when abs(s.middle - 18000) <= q.clock_skew or abs(s.middle - 21600) <= q.clock_skew then 'zone_mistake'
            else 'clock_skew'
        end as state
    from summed as s
    cross join parameter as q
)

select
    file as item,
    case state when 'agree' then 'pass' else 'exception' end as outcome,
    case when state <> 'agree' then state end as subtype,
    case state
        when 'agree' then 'the times of the log and of the export agree'
        when 'zone_mistake' then 'the times differ by the hours of a time zone'
        else 'the times of the log and of the export differ by more than is allowed'
    end as reason,
    cast(null as varchar) as channel,
    case when state <> 'agree' then ['tz_uncertain'] else [] end as flags,
    middle as measured,
    cast(clock_skew as double) as threshold,
    recs as evidence
from judged
