/*
what = "Each designation against each question about its designee: does it give the power then and there, and if not, why (CS-8 b). verdict: valid, unconfirmed, non_employee, unsure, or the subtype of the failure; recs are the designation and the positions of the person who made it."
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

position as (
    select person, rec, start_on, end_on, coalesce(end_on, date '9999-12-31') as last_on
    from role_held
    where role <> 'other'
),

delegator_role as (
    select
        d.rec, q.asked_on,
        max(case when r.start_on <= d.start_on and r.last_on >= d.start_on then 1 else 0 end) as held_at_start,
        max(case when r.start_on <= q.asked_on and r.last_on >= q.asked_on then 1 else 0 end) as holds_now,
        max(case when r.end_on < q.asked_on then r.end_on end) as left_on,
        list(r.rec order by r.rec) as recs
    from designations as d
    inner join person_day as q on q.person = d.designee
    inner join position as r on r.person = d.designated_by
    group by d.rec, q.asked_on
),

standing as (
    select
        q.person, q.asked_on,
        max(case when e.kind = 'employee' then 1 else 0 end) as is_employee
    from person_day as q
    inner join people as e
        on
            e.person = q.person and e.start_on <= q.asked_on
            and coalesce(e.end_on, date '9999-12-31') >= q.asked_on
    group by q.person, q.asked_on
)

select
    q.person, q.channel, q.power, q.asked_at, q.asked_until, d.rec,
    case
        when d.start_on > q.asked_on then 'not_on_list'
        when d.end_on < q.asked_on then 'expired_delegation'
        when d.revoked_until <= q.asked_at then 'expired_delegation'
        when d.recorded_at > q.asked_until then 'retroactive'
        when coalesce(r.held_at_start, 0) = 0 then 'sub_delegation'
        when not list_contains(d.powers, q.power) and not list_contains(d.powers, 'all') then 'out_of_scope'
        when
            q.channel is not null
            and not list_contains(d.channels, q.channel) and not list_contains(d.channels, 'all') then 'out_of_scope'
        when r.holds_now = 0 and date_diff('day', r.left_on, q.asked_on) > p.designation_reconfirm
            then 'expired_delegation'
        when d.powers is null or d.channels is null then 'unsure'
        when q.channel is null and not list_contains(d.channels, 'all') then 'unsure'
        when d.recorded_until > q.asked_at then 'unsure'
        when d.revoked_at <= q.asked_until then 'unsure'
        when r.holds_now = 0 then 'unconfirmed'
        when s.is_employee = 0 then 'non_employee'
        else 'valid'
    end as verdict,
    list_prepend(d.rec, coalesce(r.recs, [])) as recs
from question as q
inner join designations as d on d.designee = q.person
cross join parameter as p
left join delegator_role as r on r.rec = d.rec and r.asked_on = q.asked_on
left join standing as s on s.person = q.person and s.asked_on = q.asked_on
