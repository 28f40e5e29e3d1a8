/*
id         = "RM-02"
title      = "Every reason maps to a removal ground in force"
clauses    = ["4.1", "4.2", "4.3", "4.4", "4.5b", "4.6", "4.7", "4.8a", "4.8b", "4.9a", "4.9b", "4.9c", "4.9d", "4.10", "4.12", "4.13", "4.14a", "4.16", "3.3b", "1.4b"]
tier       = 1
severity   = "medium"
basis      = ["P"]
subject    = "removal episode"
needs      = ["actions"]
parameters = []
criterion  = "The reason of each removal stands for a clause of the policy, in force at the time of the act, that grants removal."
counts     = "Population: removal episodes of the library, opened in the period, that state a reason. One valid code suffices; a further one that grants no removal, or is not in the map, is an observation. A code that was retired before the act is superseded_rule. Code 4.16 points to another policy: it counts only where the library's own map says what it stands for. Free words without a code go to a person. Clauses of the investigation, of a copyright notice and of a rule that acted count as codes."
effect     = "An item may have been removed on a ground that the policy does not give."
remedy     = "Retire the unmapped codes; re-review the listed removals and restore where no ground exists."
*/
with summed as (
    select
        action_no,
        sum(case when kind <> 'text' then 1 else 0 end) as n_codes,
        sum(case when standing = 'valid' then 1 else 0 end) as n_valid,
        sum(case when standing = 'not_loaded' then 1 else 0 end) as n_not_loaded,
        sum(case when standing = 'unclear' then 1 else 0 end) as n_unclear,
        sum(case when standing = 'superseded' then 1 else 0 end) as n_superseded,
        sum(case when standing in ('no_ground', 'superseded', 'unmapped') then 1 else 0 end) as n_bad,
        list(source_rec order by source_rec) as reason_recs,
        list(map_rec order by map_rec) as map_recs
    from removal_ground
    group by action_no
),

judged as (
    select
        e.action_no, e.channel, e.opened_at, e.flags, list_concat(e.recs, s.reason_recs, s.map_recs) as recs,
        case
            when s.n_codes = 0 then 'free_text'
            when s.n_valid > 0 and s.n_bad = 0 then 'valid'
            when s.n_valid > 0 then 'extra_invalid'
            when s.n_not_loaded > 0 then 'not_loaded'
            when s.n_unclear > 0 then 'unclear'
            when s.n_superseded > 0 then 'superseded'
            else 'no_ground'
        end as state
    from removal_episode as e
    inner join summed as s on s.action_no = e.action_no
    cross join period as p
    where e.is_ecrl and e.opened_at >= p.starts_at and e.opened_at < p.ends_at
)

select
    action_no as item,
    case state
        when 'valid' then 'pass'
        when 'extra_invalid' then 'observation'
        when 'free_text' then 'needs_review'
        when 'unclear' then 'needs_review'
        when 'not_loaded' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case when state = 'superseded' then 'superseded_rule' end as subtype,
    case state
        when 'valid' then 'the reason stands for a ground of removal in force'
        when 'extra_invalid' then 'one reason is a ground of removal, a further one is not'
        when 'free_text' then 'the reason is in free words only: a person must say which rule it stands for'
        when 'unclear' then 'the reason map does not say clearly whether this reason grants removal'
        when 'not_loaded' then 'the reason cites another policy whose rules are not in the reason map'
        when 'superseded' then 'the reason code was retired before the act'
        else 'the reason is not in the reason map or grants no removal'
    end as reason,
    channel,
    flags,
    opened_at as occurred_at,
    recs as evidence
from judged
