/*
id         = "RC-02"
title      = "The archive covers every day of every channel"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["R", "L"]
subject    = "period"
needs      = ["coverage"]
parameters = []
criterion  = "Each day on which a channel was open lies within the days that an archive or export of its posts covers."
counts     = "One item for the period, over all open channels and days up to the cut-off; the archive is what the sheet coverage declares for posts. Figure: how many days of channels are not covered; DQ-01 lists them. Without an open channel there is nothing to archive."
effect     = "What was said on those days cannot be produced."
remedy     = "Switch archiving on for each channel; export the days listed while the platform still holds them."
*/
with counted as (
    select count(*) as n_days, sum(case when d.is_covered then 0 else 1 end) as n_open
    from coverage_day as d
    where d.source = 'posts' and d.channel <> 'all'
),

declared as (
    select list(c.rec order by c.rec) as recs
    from coverage as c
    cross join period as p
    where c.source in ('posts', 'all') and c.covers_from_on <= p.last_on and c.covers_to_on >= p.first_on
)

select
    'period' as item,
    case when c.n_days = 0 then 'not_applicable' when c.n_open > 0 then 'exception' else 'pass' end as outcome,
    case when c.n_days = 0 then 'no_open_channel' when c.n_open > 0 then 'days_not_archived' end as subtype,
    case
        when c.n_days = 0 then 'no channel was open in the period'
        when c.n_open > 0 then 'days of channels are not covered by an archive of posts'
        else 'each day of each channel is covered'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(c.n_open as double) as measured,
    coalesce(d.recs, []) as evidence
from counted as c
cross join declared as d
cross join period as p
