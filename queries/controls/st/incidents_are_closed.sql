/*
id         = "ST-06"
title      = "Incidents are closed"
clauses    = ["6.6a"]
tier       = 2
severity   = "medium"
basis      = ["M"]
subject    = "incident"
needs      = ["incidents"]
parameters = []
criterion  = "Each incident was closed by the end of the twentieth business day after the employee became aware of it."
counts     = "Population: incidents with the moment of awareness in the period; those without one, not closed in time to be seen, are not evidenced when another of their moments lies in the period or they have none. No record holds a note that would excuse a longer time. `measured` is the number of business days to the closing."
effect     = "What went wrong may still be going wrong."
remedy     = "Close the incident or record why it stays open, with a date to look at it again."
*/
with counted as (
    select
        i.rec, i.incident, i.channel, i.aware_at, i.closed_at, i.closed_until, i.closed_on, p.as_of_at,
        d.due_on, d.latest_on, d.latest_ends_at, d.is_known, e.ordinal - b.ordinal as taken,
        list_concat(
            case when i.aware_quality = 'date_only' or i.closed_quality = 'date_only' then ['date_only'] else [] end,
            case
                when i.aware_quality in ('ambiguous', 'nonexistent') or i.closed_quality in ('ambiguous', 'nonexistent')
                    then ['tz_uncertain']
                else []
            end
        ) as flags
    from incidents as i
    cross join period as p
    left join due as d on d.day = i.aware_on and d.n = 20
    left join business_day as b on b.calendar = 'L' and b.day = i.aware_on
    left join business_day as e on e.calendar = 'L' and e.day = i.closed_on
    where
        (i.aware_at >= p.starts_at and i.aware_at < p.ends_at)
        or (i.aware_at is null and (
            coalesce(i.reported_at, i.authorities_decided_at, i.closed_at) is null
            or (i.reported_at >= p.starts_at and i.reported_at < p.ends_at)
            or (i.authorities_decided_at >= p.starts_at and i.authorities_decided_at < p.ends_at)
            or (i.closed_at >= p.starts_at and i.closed_at < p.ends_at)
        ))
),

judged as (
    select
        counted.*,
        case
            when aware_at is null then 'awareness_unknown'
            when closed_until < aware_at then 'impossible_order'
            when closed_on <= due_on then 'in_time'
            when closed_at is null and as_of_at < latest_ends_at then 'pending'
            when not is_known or latest_on is null then 'calendar_unconfirmed'
            when closed_on > latest_on then 'closed_late'
            when closed_on is not null then 'calendar_unset'
            else 'still_open'
        end as state
    from counted
)

select
    incident as item,
    case
        when state = 'in_time' then 'pass'
        when state in ('closed_late', 'still_open') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    case state
        when 'awareness_unknown' then 'it is not recorded when the employee became aware'
        when 'impossible_order' then 'the closing is dated before the awareness'
        when 'in_time' then 'the incident was closed in time'
        when 'closed_late' then 'the incident was closed after the limit'
        when 'still_open' then 'the incident is open and the limit is over'
        when 'pending' then 'the incident is open; the limit is not over at the cut-off'
        when 'calendar_unset' then 'whether the closing was in time depends on an optional closing day that is not set'
        else 'the closing days of the year in question are not confirmed'
    end as reason,
    channel,
    flags,
    aware_at as occurred_at,
    cast(case when state in ('in_time', 'closed_late') then taken end as double) as measured,
    cast(case when state in ('in_time', 'closed_late', 'still_open', 'pending') then 20 end as double) as threshold,
    [rec] as evidence
from judged
