/*
id         = "ST-04"
title      = "Incidents are reported in time"
clauses    = ["6.6a", "6.6b"]
tier       = 1
severity   = "medium"
basis      = ["P", "M"]
subject    = "incident"
needs      = ["incidents"]
parameters = ["incident_report_limit"]
criterion  = "Each incident that an employee became aware of in the period was reported by the end of the business day that incident_report_limit allows. Incidents that staff did not report cannot appear here."
counts     = "Population: incidents with the moment of awareness in the period; those without one when another of their moments lies in the period, or when they have none, as not evidenced. The clock runs from awareness, on duty or not. An incident that a supervisor discovered is not applicable: the employee and the recipient are the same person, or nothing was reported and the employee is somebody's supervisor on that day. A report earlier than the awareness contradicts itself and is not evidenced."
effect     = "The library cannot react to what it does not know."
remedy     = "Restrict publishing rights to the team; remind staff of the reporting duty and give a one-line form."
*/
with supervising as (
    select i.rec, list(e.rec order by e.rec) as recs
    from incidents as i
    inner join people as e
        on
            e.supervisor = i.employee and e.start_on <= i.aware_on
            and coalesce(e.end_on, date '9999-12-31') >= i.aware_on
    group by i.rec
),

counted as (
    select
        i.*, q.incident_report_limit, p.as_of_at, d.due_on, d.latest_on, d.latest_ends_at, d.is_known,
        s.recs as supervisor_recs, e.ordinal - b.ordinal as taken
    from incidents as i
    cross join period as p
    cross join parameter as q
    left join supervising as s on s.rec = i.rec
    left join due as d on d.day = i.aware_on and d.n = q.incident_report_limit
    left join business_day as b on b.calendar = 'L' and b.day = i.aware_on
    left join business_day as e on e.calendar = 'L' and e.day = i.reported_on
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
            when employee = reported_to then 'found_by_supervisor'
            when aware_at is null then 'awareness_unknown'
            when reported_at is null and supervisor_recs is not null then 'found_by_supervisor'
            when reported_until < aware_at then 'impossible_order'
            when reported_on <= due_on then 'in_time'
            when reported_at is null and as_of_at < latest_ends_at then 'pending'
            when not is_known or latest_on is null then 'calendar_unconfirmed'
            when reported_on > latest_on then 'late'
            when reported_on is not null then 'calendar_unset'
            else 'not_reported'
        end as state
    from counted
)

select
    incident as item,
    case
        when state = 'found_by_supervisor' then 'not_applicable'
        when state = 'in_time' then 'pass'
        when state in ('late', 'not_reported') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'late' then 'late_report'
        when state not in ('in_time', 'pending') then state
    end as subtype,
    case state
        when 'found_by_supervisor' then 'a supervisor discovered the incident'
        when 'awareness_unknown' then 'it is not recorded when the employee became aware'
        when 'impossible_order' then 'the report is dated before the awareness'
        when 'in_time' then 'the incident was reported in time'
        when 'late' then 'the incident was reported after the limit'
        when 'not_reported' then 'no report is recorded and the limit is over'
        when 'pending' then 'no report is recorded; the limit is not over at the cut-off'
        when 'calendar_unset' then 'whether the report was in time depends on an optional closing day that is not set'
        else 'the closing days of the year in question are not confirmed'
    end as reason,
    channel,
    list_concat(
        case when aware_quality = 'date_only' or reported_quality = 'date_only' then ['date_only'] else [] end,
        case
            when aware_quality in ('ambiguous', 'nonexistent') or reported_quality in ('ambiguous', 'nonexistent')
                then ['tz_uncertain']
            else []
        end
    ) as flags,
    aware_at as occurred_at,
    cast(case when state in ('in_time', 'late') then taken end as double) as measured,
    cast(case when state in ('in_time', 'late', 'not_reported', 'pending') then incident_report_limit end as double)
        as threshold,
    list_prepend(rec, coalesce(supervisor_recs, [])) as evidence
from judged
