/*
id         = "DQ-09"
title      = "Records are written down in time"
clauses    = ["1.4a"]
tier       = 1
severity   = "low"
basis      = ["I"]
subject    = "row of a sheet"
needs      = ["actions"]
parameters = ["late_record"]
criterion  = "Each act is written down within late_record days after it happened."
counts     = "Population: rows of the moderation log written down in the period (the only sheet that says when its rows were written); a row that does not say so counts as written when it happened. Late is more than late_record times 24 hours; where one of the two moments is known by the day alone, more than that many days. Figure: days from the act to the row."
effect     = "A record written late may be changed by what happened since, and changes figures already issued."
remedy     = "Write the log on the day of the act; list the issued figures that the late rows change."
*/
with row_written as (
    select
        a.key_text, a.rec, a.channel, a.acted_at, a.acted_on, a.acted_until, a.acted_quality,
        coalesce(a.logged_at, a.acted_at) as written_at,
        coalesce(a.logged_on, a.acted_on) as written_on,
        coalesce(a.logged_until, a.acted_until) as written_until,
        coalesce(a.logged_quality, a.acted_quality) as written_quality,
        a.logged_at is null as is_at_the_act
    from actions as a
    where a.brought_by = 'logbook' and a.acted_at is not null
),

judged as (
    select
        w.key_text, w.rec, w.channel, w.written_at, q.late_record,
        round(date_diff('second', w.acted_at, w.written_at) / 86400.0, 2) as days,
        case
            when w.acted_quality in ('ambiguous', 'nonexistent') or w.written_quality in ('ambiguous', 'nonexistent')
                then 'tz_uncertain'
            when w.acted_quality = 'date_only' or w.written_quality = 'date_only' then 'date_only'
        end as flag,
        case
            when w.is_at_the_act then 'in_time'
            when w.written_at > w.acted_until + to_seconds(q.late_record * 86400) then 'late'
            when w.written_until <= w.acted_at + to_seconds(q.late_record * 86400) then 'in_time'
            when w.acted_quality <> 'date_only' and w.written_quality <> 'date_only' then 'uncertain'
            when date_diff('day', w.acted_on, w.written_on) > q.late_record then 'late'
            else 'in_time'
        end as state
    from row_written as w
    cross join parameter as q
    cross join period as p
    where w.written_at >= p.starts_at and w.written_at < p.ends_at
)

select
    'actions/' || key_text as item,
    case state when 'late' then 'exception' when 'uncertain' then 'not_evidenced' else 'pass' end as outcome,
    case state when 'late' then 'late_record' when 'uncertain' then 'order_uncertain' end as subtype,
    case state
        when 'late' then 'the act was written down later than the days allowed'
        when 'uncertain' then 'the hour is not certain, and whether the row is late depends on it'
        else 'the act was written down in time'
    end as reason,
    channel,
    [flag] as flags,
    written_at as occurred_at,
    days as measured,
    cast(late_record as double) as threshold,
    [rec] as evidence
from judged
