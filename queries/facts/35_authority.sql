/*
what = "The answer to each question of authority: yes, observation, no, unknown, or not_applicable (automation, platform). Several possible persons count only when all have the same answer (CS-7). recs are the logins and designations relied on."
*/
with answered as (
    select q.topic, q.rec, q.power, q.login, q.channel, a.kind, a.person, a.login_rec, p.answer, p.subtype
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
        max(case when kind = 'platform' then 1 else 0 end) as by_platform,
        max(case when kind = 'automation' then 1 else 0 end) as by_automation,
        max(case when kind = 'unknown' then 1 else 0 end) as by_unknown,
        max(case when kind = 'shared' then 1 else 0 end) as by_shared,
        max(case when kind = 'third_party_app' then 1 else 0 end) as by_app,
        count(distinct person) as n_persons,
        sum(case when kind is not null and person is null then 1 else 0 end) as n_unnamed,
        min(person) as one_person,
        min(answer) as lowest, max(answer) as highest,
        min(subtype) as lowest_subtype, max(subtype) as highest_subtype,
        list(distinct login_rec order by login_rec) as login_recs
    from answered
    group by topic, rec, power
)

select
    s.topic, s.rec, s.power, s.n_persons,
    case when s.n_persons = 1 and s.by_shared = 0 then s.one_person end as person,
    case
        when s.by_platform = 1 then 'platform'
        when s.by_automation = 1 then 'automation'
        when s.by_unknown = 1 then 'unknown'
        when s.by_shared = 1 or s.n_persons > 1 then 'shared'
        when s.by_app = 1 then 'third_party_app'
        when s.n_persons = 1 then 'human'
        else 'unknown'
    end as kind,
    case
        when s.by_platform = 1 or s.by_automation = 1 then 'not_applicable'
        when s.by_unknown = 1 or s.n_persons = 0 or s.n_unnamed > 0 then 'unknown'
        when s.lowest = s.highest then s.lowest
        when s.lowest in ('observation', 'yes') and s.highest in ('observation', 'yes') then 'observation'
        else 'unknown'
    end as answer,
    case
        when s.by_platform = 1 then 'platform'
        when s.by_automation = 1 then 'automation'
        when s.by_unknown = 1 or s.n_persons = 0 or s.n_unnamed > 0 then 'unknown_actor'
        when s.lowest = s.highest then s.lowest_subtype
        when s.lowest in ('observation', 'yes') and s.highest in ('observation', 'yes') then s.highest_subtype
        else 'several_persons'
    end as subtype,
    s.login_recs as recs
from summed as s
