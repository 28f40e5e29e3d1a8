/*
id         = "DQ-01"
title      = "Every open day of every channel is covered by each source"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "source-day"
needs      = ["coverage"]
parameters = []
criterion  = "Each day of the period on which a channel was open lies within the days that an export or log of each source used is declared to cover."
counts     = "Population: source, channel and open day, up to the cut-off, for each source of which a sheet was supplied or which the sheet coverage names. A row for all sources or all channels covers each of them. First and last day of a row are covered. Controls that need a source with a hole conclude limited."
effect     = "On a day without coverage, silence cannot be told from absence."
remedy     = "Re-export the source for the days listed; correct the mapping; do not edit rows by hand."
*/
with required as (
    select m.source
    from source_sheet as m
    inner join supplied as s on s.sheet = m.sheet
    union
    select c.source
    from coverage as c
    where c.source <> 'all'
),

open_channel as (
    select distinct channel
    from channel_day
),

declared as (
    select r.source, d.channel, list(c.rec order by c.rec) as recs
    from required as r
    cross join open_channel as d
    cross join period as p
    inner join coverage as c
        on
            c.source in (r.source, 'all') and c.channel in (d.channel, 'all')
            and c.covers_from_on <= p.last_on and c.covers_to_on >= p.first_on
    group by r.source, d.channel
)

select
    d.source || '/' || d.channel || '/' || strftime(d.day, '%Y-%m-%d') as item,
    case when d.is_covered then 'pass' else 'exception' end as outcome,
    case when not d.is_covered then 'not_covered' end as subtype,
    case
        when d.is_covered then 'the day is covered'
        else 'no export or log of this source covers the day'
    end as reason,
    d.channel,
    l.starts_at as occurred_at,
    list_concat([c.rec], coalesce(w.recs, [])) as evidence
from coverage_day as d
inner join required as r on r.source = d.source
inner join local_day as l on l.day = d.day
left join channels as c on c.channel = d.channel
left join declared as w on w.source = d.source and w.channel = d.channel
