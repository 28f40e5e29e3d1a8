/*
what = "Had this person this power on this channel at this moment? answer: yes, observation (yes, but), no, unknown; subtype says why (CS-8). Employment, then role, designation, team. recs are the rows the answer rests on."
*/
with question as (
    select distinct a.person, q.channel, q.power, q.asked_at, q.asked_until, q.asked_on
    from authority_question as q
    inner join actor as a on a.topic = q.topic and a.rec = q.rec and a.power = q.power
    where a.person is not null
),

person_day as (
    select distinct person, asked_on
    from question
),

employment as (
    select
        d.person, d.asked_on,
        max(
            case
                when e.start_on <= d.asked_on and coalesce(e.end_on, date '9999-12-31') >= d.asked_on then 1
                else 0
            end
        ) as is_employed,
        max(case when e.end_on < d.asked_on then 1 else 0 end) as has_left,
        list(e.rec order by e.rec) as recs
    from person_day as d
    inner join people as e on e.person = d.person
    group by d.person, d.asked_on
),

position as (
    select d.person, d.asked_on, list(r.rec order by r.rec) as recs
    from person_day as d
    inner join roles as r
        on
            r.person = d.person and r.role <> 'other' and r.start_on <= d.asked_on
            and coalesce(r.end_on, date '9999-12-31') >= d.asked_on
    group by d.person, d.asked_on
),

membership as (
    select d.person, d.asked_on, list(t.rec order by t.rec) as recs
    from person_day as d
    inner join team as t
        on
            t.person = d.person and t.start_on <= d.asked_on
            and coalesce(t.end_on, date '9999-12-31') >= d.asked_on
    group by d.person, d.asked_on
),

ranked as (
    select
        u.person, u.channel, u.power, u.asked_at, u.asked_until, u.recs, u.rec,
        case u.verdict
            when 'valid' then 1 when 'unconfirmed' then 2 when 'non_employee' then 3 when 'unsure' then 4
            when 'retroactive' then 5 when 'sub_delegation' then 6 when 'out_of_scope' then 7
            when 'expired_delegation' then 8 else 9
        end as place
    from designation_use as u
),

designated as (
    select
        person, channel, power, asked_at, asked_until,
        min(place) as best,
        flatten(list(recs order by place, rec)) as recs
    from ranked
    group by person, channel, power, asked_at, asked_until
),

looked_up as (
    select
        q.*,
        e.person is not null as is_known,
        coalesce(e.is_employed, 0) = 1 as is_employed,
        coalesce(e.has_left, 0) = 1 as has_left,
        s.person is not null as has_role,
        m.person is not null and p.team_may_moderate
        and q.power in ('post', 'respond', 'review', 'remove') as is_on_team,
        coalesce(d.best, 9) as best,
        coalesce(e.recs, []) as employment_recs,
        coalesce(s.recs, []) as role_recs,
        coalesce(m.recs, []) as team_recs,
        coalesce(d.recs, []) as designation_recs
    from question as q
    cross join parameter as p
    left join employment as e on e.person = q.person and e.asked_on = q.asked_on
    left join position as s on s.person = q.person and s.asked_on = q.asked_on
    left join membership as m on m.person = q.person and m.asked_on = q.asked_on
    left join designated as d
        on
            d.person = q.person and d.power = q.power and d.asked_at = q.asked_at and d.asked_until = q.asked_until
            and coalesce(d.channel, '') = coalesce(q.channel, '')
),

weighed as (
    select
        looked_up.*,
        case
            when is_known and not is_employed and has_left then 'after_employment'
            when is_known and not is_employed then 'not_on_list'
            when not is_known and (has_role or is_on_team or best <= 4) then 'employment_not_recorded'
            when has_role or is_on_team or best = 1 then 'yes'
            when best = 2 then 'unconfirmed'
            when best = 3 then 'non_employee'
            when best = 4 then 'designation_unclear'
            when best = 5 then 'retroactive'
            when best = 6 then 'sub_delegation'
            when best = 7 then 'out_of_scope'
            when best = 8 then 'expired_delegation'
            else 'not_on_list'
        end as ground
    from looked_up
)

select
    person, channel, power, asked_at, asked_until,
    case
        when ground = 'yes' then 'yes'
        when ground in ('unconfirmed', 'non_employee') then 'observation'
        when ground in ('employment_not_recorded', 'designation_unclear') then 'unknown'
        else 'no'
    end as answer,
    case when ground <> 'yes' then ground end as subtype,
    list_concat(
        employment_recs,
        case
            when has_role then role_recs
            when is_on_team then team_recs
            else list_concat(team_recs, designation_recs)
        end
    ) as recs
from weighed
