/*
what = "Each filing about the copyright agent with the entry as it stood after it (a field left blank keeps its last value) and expires_on, the third anniversary (37 CFR 201.38(c)(4)); a filing of 29 February expires on 28 February."
*/
with placed as (
    select
        a.*,
        row_number() over (order by a.filed_on, case a.kind when 'terminate' then 0 else 1 end, a.rec) as place
    from dmca_agent as a
),

seen as (
    select
        p.rec, p.filed_on, p.kind, p.place,
        max(case when p.provider is not null then p.place end) over earlier as provider_place,
        max(case when p.alternate_names is not null then p.place end) over earlier as names_place,
        max(case when p.agent is not null then p.place end) over earlier as agent_place,
        max(case when p.address is not null then p.place end) over earlier as address_place,
        max(case when p.phone is not null then p.place end) over earlier as phone_place,
        max(case when p.email is not null then p.place end) over earlier as email_place
    from placed as p
    window earlier as (order by p.place rows between unbounded preceding and current row)
)

select
    s.rec, s.filed_on, s.kind, s.place,
    case when s.kind <> 'terminate' then cast(s.filed_on + interval 3 year as date) end as expires_on,
    provider.provider, names.alternate_names, agent.agent, address.address, phone.phone, email.email
from seen as s
left join placed as provider on provider.place = s.provider_place
left join placed as names on names.place = s.names_place
left join placed as agent on agent.place = s.agent_place
left join placed as address on address.place = s.address_place
left join placed as phone on phone.place = s.phone_place
left join placed as email on email.place = s.email_place
