/*
id         = "DM-03"
title      = "The designated copyright agent is there and answers"
clauses    = ["4.13"]
tier       = 2
severity   = "high"
basis      = ["L", "S"]
subject    = "day"
needs      = ["channels", "dmca_agent", "people"]
witnesses  = ["dmca_agent_pages"]
parameters = []
applies    = "not exists (select 1 from supplied where sheet = 'channels') or exists (select 1 from agent_day)"
not_applicable = "No self-hosted channel took part in interaction in the period."
criterion  = "On each day on which a self-hosted channel took part in interaction the designated person was employed, or the designated position filled, and no test message lay unanswered for more than 2 business days."
counts     = "The agent of the latest filing is found among the people by name or id, else by position (a title or one of the four roles). An agent found by neither is not evidenced. A test message (sheet dmca_agent_pages) makes an exception of each day after its second business day until it, or a later one, was answered. Days without a designation are in DM-01."
effect     = "Notices reach nobody, and the clocks that start with them run unseen."
remedy     = "Align site and directory; designate a position, not a person; add the missing names."
*/
with named as (
    select
        d.day, d.filing_rec, d.kind, d.channel_recs,
        trim(regexp_replace(lower(d.agent), '[\s,.;]+', ' ', 'g')) as agent, d.agent as agent_id
    from agent_day as d
),

spelled as (
    select
        rec, person, start_on, end_on,
        trim(regexp_replace(lower(coalesce(name, '-')), '[\s,.;]+', ' ', 'g')) as name
    from people
),

person as (
    select
        n.day,
        max(case when p.start_on <= n.day and coalesce(p.end_on, n.day) >= n.day then 1 else 0 end) as is_employed,
        max(case when p.end_on < n.day then 1 else 0 end) as has_left,
        list(p.rec order by p.rec) as recs
    from named as n
    inner join
        spelled as p
        on p.person = n.agent_id or (length(p.name) > 3 and n.agent like '%' || p.name || '%')
    group by n.day
),

position as (
    select
        n.day,
        max(case
            when
                r.start_on <= n.day and coalesce(r.end_on, n.day) >= n.day
                and not exists (
                    select 1
                    from people as e
                    where e.person = r.person and e.end_on < n.day
                ) then 1
            else 0
        end) as is_filled,
        list(r.rec order by r.rec) as recs
    from named as n
    inner join
        roles as r
        on
            n.agent = trim(regexp_replace(lower(r.title), '[\s,.;]+', ' ', 'g'))
            or (r.role <> 'other' and n.agent like '%' || replace(r.role, '_', ' ') || '%')
    group by n.day
),

silence as (
    select n.day, list(m.rec order by m.rec) as recs
    from named as n
    inner join dmca_agent_pages as m on m.test_message_sent_at is not null
    inner join due as d on d.day = m.test_message_sent_on and d.n = 2
    where
        d.latest_on < n.day and (m.test_message_answered_on is null or m.test_message_answered_on > n.day)
        and not exists (
            select 1
            from dmca_agent_pages as later
            where later.test_message_sent_at > m.test_message_sent_at and later.test_message_answered_on <= n.day
        )
    group by n.day
),

judged as (
    select
        n.day, n.filing_rec, n.channel_recs, p.recs as person_recs, o.recs as position_recs, s.recs as silence_recs,
        case
            when n.filing_rec is null or n.kind = 'terminate' then 'no_designation'
            when coalesce(p.is_employed, 1) = 0 and p.has_left = 1 then 'agent_left'
            when p.day is null and o.is_filled = 0 then 'position_vacant'
            when s.day is not null then 'test_unanswered'
            when p.day is null and o.day is null then 'agent_not_identified'
            when p.is_employed = 0 then 'agent_not_identified'
            else 'reachable'
        end as state
    from named as n
    left join person as p on p.day = n.day
    left join position as o on o.day = n.day
    left join silence as s on s.day = n.day
)

select
    cast(j.day as varchar) as item,
    case
        when j.state = 'reachable' then 'pass'
        when j.state = 'no_designation' then 'not_applicable'
        when j.state = 'agent_not_identified' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case when j.state <> 'reachable' then j.state end as subtype,
    case j.state
        when 'reachable' then 'the designated person was employed, or the position filled'
        when 'no_designation' then 'no agent was designated'
        when 'agent_left' then 'the employment of the designated person had ended'
        when 'position_vacant' then 'nobody held the designated position'
        when 'test_unanswered' then 'a test message lay unanswered for more than 2 business days'
        else 'the designated agent is found neither among the people nor among the roles'
    end as reason,
    l.starts_at as occurred_at,
    list_concat(
        list_prepend(j.filing_rec, j.channel_recs),
        list_concat(
            coalesce(j.person_recs, []), list_concat(coalesce(j.position_recs, []), coalesce(j.silence_recs, []))
        )
    ) as evidence
from judged as j
inner join local_day as l on l.day = j.day
