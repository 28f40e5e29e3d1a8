/*
what = "Each designation against each question about its designee: does it give the power then and there, and if not, why (CS-8 b). verdict: valid, unconfirmed, non_employee, unsure, or the subtype of the failure."
*/
with question as (
    select distinct a.person, q.channel, q.power, q.asked_at, q.asked_until, q.asked_on
    from authority_question as q
    inner join actor as a on a.topic = q.topic and a.rec = q.rec and a.power = q.power
    where a.person is not null
),

delegator_role as (
    select
        d.rec, q.asked_on,
        max(case when r.start_on <= d.start_on and coalesce(r.end_on, date '9999-12-31') >= d.start_on then 1 else 0 end) as held_at_start,
        max(case when r.start_on <= q.asked_on and coalesce(r.end_on, date '9999-12-31') >= q.asked_on then 1 else 0 end) as holds_now,
        max(case when r.end_on < q.asked_on then r.end_on end) as left_on
    from designations as d
    inner join (select distinct person, asked_on from question) as q on q.person = d.designee
    inner join roles as r on r.person = d.designated_by and r.role <> 'other'
    group by d.rec, q.asked_on
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
        when r.holds_now = 0 and coalesce(date_diff('day', r.left_on, q.asked_on), 0) > p.designation_reconfirm
            then 'expired_delegation'
        when d.powers is null or d.channels is null then 'unsure'
        when d.recorded_until > q.asked_at then 'unsure'
        when d.revoked_at <= q.asked_until then 'unsure'
        when r.holds_now = 0 then 'unconfirmed'
        when exists (
            select 1
            from people as e
            where
                e.person = q.person and e.kind <> 'employee' and e.start_on <= q.asked_on
                and coalesce(e.end_on, date '9999-12-31') >= q.asked_on
        ) then 'non_employee'
        else 'valid'
    end as verdict
from question as q
inner join designations as d on d.designee = q.person
cross join parameter as p
left join delegator_role as r on r.rec = d.rec and r.asked_on = q.asked_on
