/*
what = "The answer to each question of authority: yes, observation, no, unknown, or not_applicable (automation, platform). Several possible persons count only when all have the same answer (CS-7). recs are the rows of logins, people, roles, team and designations relied on."
*/
with answered as (
    select
        q.topic, q.rec, q.power, a.kind, a.person, a.login_rec, p.answer, p.subtype,
        list_prepend(a.login_rec, coalesce(p.recs, [])) as recs
    from authority_question as q
    left join actor as a on a.topic = q.topic and a.rec = q.rec and a.power = q.power
    left join person_authority as p
        on
            p.person = a.person and p.power = q.power and p.asked_at = q.asked_at and p.asked_until = q.asked_until
            and coalesce(p.channel, '') = coalesce(q.channel, '')
),

summed as (
    select
        topic, rec, power,
        min(kind) as lowest_kind, max(kind) as highest_kind,
        max(case when kind in ('platform', 'automation', 'unknown') then 1 else 0 end) as by_nobody,
        max(case when kind = 'shared' then 1 else 0 end) as by_shared,
        max(case when kind = 'third_party_app' then 1 else 0 end) as by_app,
        count(distinct person) as n_persons,
        sum(case when kind is not null and person is null then 1 else 0 end) as n_unnamed,
        min(person) as one_person,
        min(answer) as lowest, max(answer) as highest,
        min(subtype) as lowest_subtype, max(subtype) as highest_subtype,
        flatten(list(recs order by login_rec, person)) as recs
    from answered
    group by topic, rec, power
),

kinded as (
    select
        summed.*,
        case
            when lowest_kind = highest_kind and lowest_kind in ('platform', 'automation') then lowest_kind
            when by_nobody = 1 or (n_persons = 0 and by_shared = 0 and by_app = 0) then 'unknown'
            when by_shared = 1 or n_persons > 1 then 'shared'
            when by_app = 1 then 'third_party_app'
            else 'human'
        end as kind
    from summed
)

select
    s.topic, s.rec, s.power, s.n_persons,
    case
        when s.n_persons = 1 and s.n_unnamed = 0 and s.kind in ('human', 'third_party_app') then s.one_person
    end as person,
    s.kind,
    case
        when s.kind in ('platform', 'automation') then 'not_applicable'
        when s.kind = 'unknown' or s.n_persons = 0 or s.n_unnamed > 0 then 'unknown'
        when s.lowest = s.highest then s.lowest
        when s.lowest in ('observation', 'yes') and s.highest in ('observation', 'yes') then 'observation'
        else 'unknown'
    end as answer,
    case
        when s.kind in ('platform', 'automation') then s.kind
        when s.kind = 'unknown' or s.n_persons = 0 or s.n_unnamed > 0 then 'unknown_actor'
        when s.lowest = s.highest then s.lowest_subtype
        when s.lowest in ('observation', 'yes') and s.highest in ('observation', 'yes') then s.highest_subtype
        else 'several_persons'
    end as subtype,
    s.recs
from kinded as s
