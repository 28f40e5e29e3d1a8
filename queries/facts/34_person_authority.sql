/*
what = "Had this person this power on this channel at this moment? answer: yes, observation (yes, but), no, unknown; subtype says why (CS-8). Employment, then role, designation, team."
*/
with question as (
    select distinct a.person, q.channel, q.power, q.asked_at, q.asked_until, q.asked_on
    from authority_question as q
    inner join actor as a on a.topic = q.topic and a.rec = q.rec and a.power = q.power
    where a.person is not null
),

looked_up as (
    select
        q.*,
        exists (select 1 from people as e where e.person = q.person) as is_known,
        exists (
            select 1
            from people as e
            where
                e.person = q.person and e.start_on <= q.asked_on
                and coalesce(e.end_on, date '9999-12-31') >= q.asked_on
        ) as is_employed,
        exists (select 1 from people as e where e.person = q.person and e.end_on < q.asked_on) as has_left,
        exists (
            select 1
            from roles as r
            where
                r.person = q.person and r.role <> 'other' and r.start_on <= q.asked_on
                and coalesce(r.end_on, date '9999-12-31') >= q.asked_on
        ) as has_role,
        p.team_may_moderate and q.power in ('post', 'respond', 'review', 'remove') and exists (
            select 1
            from team as t
            where
                t.person = q.person and t.start_on <= q.asked_on
                and coalesce(t.end_on, date '9999-12-31') >= q.asked_on
        ) as is_on_team,
        (
            select min(case u.verdict
                when 'valid' then 1 when 'unconfirmed' then 2 when 'non_employee' then 3 when 'unsure' then 4
                when 'retroactive' then 5 when 'sub_delegation' then 6 when 'out_of_scope' then 7
                when 'expired_delegation' then 8 else 9
            end)
            from designation_use as u
            where
                u.person = q.person and u.power = q.power and u.asked_at = q.asked_at and u.asked_until = q.asked_until
                and coalesce(u.channel, '') = coalesce(q.channel, '')
        ) as best_designation
    from question as q
    cross join parameter as p
)

select
    person, channel, power, asked_at, asked_until,
    case
        when not is_known then
            case when has_role or is_on_team or best_designation <= 4 then 'unknown' else 'no' end
        when not is_employed then 'no'
        when has_role or is_on_team or best_designation = 1 then 'yes'
        when best_designation in (2, 3) then 'observation'
        when best_designation = 4 then 'unknown'
        else 'no'
    end as answer,
    case
        when not is_known then
            case when has_role or is_on_team or best_designation <= 4 then 'employment_not_recorded' else 'not_on_list' end
        when not is_employed then case when has_left then 'after_employment' else 'not_on_list' end
        when has_role or is_on_team or best_designation = 1 then null
        when best_designation = 2 then 'unconfirmed'
        when best_designation = 3 then 'non_employee'
        when best_designation = 4 then 'designation_unclear'
        when best_designation = 5 then 'retroactive'
        when best_designation = 6 then 'sub_delegation'
        when best_designation = 7 then 'out_of_scope'
        when best_designation = 8 then 'expired_delegation'
        else 'not_on_list'
    end as subtype
from looked_up
