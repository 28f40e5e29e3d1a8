/*
id         = "ST-05"
title      = "Incidents are reported to a supervisor"
clauses    = ["6.6a"]
tier       = 2
severity   = "low"
basis      = ["P"]
subject    = "reported incident"
needs      = ["incidents", "people"]
parameters = []
criterion  = "Each incident was reported to a person who was, on the day of the report, a supervisor of the employee who had become aware of it."
counts     = "Population: incidents with the moment of awareness in the period, or without one and reported in it. A supervisor is the one in the employee's row of people on that day, or the supervisor's supervisor, up to four steps. The executive director reports to the board: any board member is accepted. Not reported at all, and found by the supervisor, are not applicable (ST-04). Not evidenced: employee or recipient not recorded, no employment of the employee on that day, or no supervisor in that row."
effect     = "The person who must act on the incident may not have heard of it."
remedy     = "Restrict publishing rights to the team; remind staff of the reporting duty and give a one-line form."
*/
with counted as (
    select
        i.rec, i.incident, i.channel, i.employee, i.reported_to, i.reported_at, i.reported_on, i.aware_at,
        case
            when i.reported_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
            when i.reported_quality = 'date_only' then ['date_only']
            else []
        end as flags
    from incidents as i
    cross join period as p
    where
        (i.aware_at >= p.starts_at and i.aware_at < p.ends_at)
        or (i.aware_at is null and i.reported_at >= p.starts_at and i.reported_at < p.ends_at)
),

employed as (
    select c.rec, e.person, e.supervisor, e.kind, e.rec as people_rec
    from counted as c
    inner join people as e
        on
            e.start_on <= c.reported_on and coalesce(e.end_on, date '9999-12-31') >= c.reported_on
),

first_step as (
    select c.rec, e.supervisor, e.people_rec
    from counted as c
    inner join employed as e on e.rec = c.rec and e.person = c.employee
),

second_step as (
    select s.rec, e.supervisor, e.people_rec
    from first_step as s
    inner join employed as e on e.rec = s.rec and e.person = s.supervisor
),

third_step as (
    select s.rec, e.supervisor, e.people_rec
    from second_step as s
    inner join employed as e on e.rec = s.rec and e.person = s.supervisor
),

fourth_step as (
    select s.rec, e.supervisor, e.people_rec
    from third_step as s
    inner join employed as e on e.rec = s.rec and e.person = s.supervisor
),

step as (
    select rec, supervisor, people_rec from first_step
    union
    select rec, supervisor, people_rec from second_step
    union
    select rec, supervisor, people_rec from third_step
    union
    select rec, supervisor, people_rec from fourth_step
),

ladder as (
    select
        c.rec,
        max(case when s.supervisor = c.reported_to then 1 else 0 end) as is_above,
        min(f.supervisor) as direct,
        list(distinct s.people_rec order by s.people_rec) as recs
    from counted as c
    inner join first_step as f on f.rec = c.rec
    inner join step as s on s.rec = c.rec
    group by c.rec
),

director as (
    select c.rec, list(h.rec order by h.rec) as recs
    from counted as c
    inner join role_held as h
        on
            h.person = c.employee and h.role = 'executive_director' and h.start_on <= c.reported_on
            and coalesce(h.end_on, date '9999-12-31') >= c.reported_on
    group by c.rec
),

board as (
    select c.rec, list(e.people_rec order by e.people_rec) as recs
    from counted as c
    inner join employed as e on e.rec = c.rec and e.person = c.reported_to and e.kind = 'board'
    group by c.rec
),

judged as (
    select
        c.*, l.recs as ladder_recs, d.recs as director_recs, b.recs as board_recs,
        case
            when c.employee = c.reported_to then 'found_by_supervisor'
            when c.reported_at is null then 'not_reported'
            when c.employee is null then 'employee_unknown'
            when c.reported_to is null then 'recipient_unknown'
            when d.rec is not null and b.rec is not null then 'to_the_board'
            when l.rec is null then 'employment_not_recorded'
            when l.is_above = 1 then 'to_a_supervisor'
            when l.direct is null and d.rec is null then 'supervisor_unknown'
            else 'not_a_supervisor'
        end as state
    from counted as c
    left join ladder as l on l.rec = c.rec
    left join director as d on d.rec = c.rec
    left join board as b on b.rec = c.rec
)

select
    incident as item,
    case
        when state in ('found_by_supervisor', 'not_reported') then 'not_applicable'
        when state = 'not_a_supervisor' then 'exception'
        when state in ('to_the_board', 'to_a_supervisor') then 'pass'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('to_the_board', 'to_a_supervisor') then state end as subtype,
    case state
        when 'found_by_supervisor' then 'a supervisor discovered the incident'
        when 'not_reported' then 'no report is recorded; whether it was due is tested apart'
        when 'not_a_supervisor' then 'the report went to somebody who was no supervisor of the employee'
        when 'to_the_board' then 'the executive director reported to the board'
        when 'to_a_supervisor' then 'the report went to a supervisor of the employee'
        when 'employee_unknown' then 'it is not recorded who became aware'
        when 'recipient_unknown' then 'it is not recorded who received the report'
        when 'supervisor_unknown' then 'no supervisor is recorded for the employee'
        else 'no employment of the employee is recorded for that day'
    end as reason,
    channel,
    flags,
    coalesce(aware_at, reported_at) as occurred_at,
    list_prepend(
        rec,
        list_concat(
            coalesce(ladder_recs, []), list_concat(coalesce(director_recs, []), coalesce(board_recs, []))
        )
    ) as evidence
from judged
