/*
id         = "AU-08"
title      = "Nobody has more access than the work needs"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 2
severity   = "medium"
basis      = ["S", "M"]
subject    = "login with access at a check"
needs      = ["access_checks", "logins", "people", "roles"]
witnesses  = ["actions"]
covers     = ["access_checks"]
parameters = ["max_full_admins", "dormant_access", "designation_reconfirm", "team_may_moderate"]
criterion  = "Each login that an access check shows with a managing level has no power that its person may not use; at most max_full_admins people have full control of the channel; and the person did something on that channel within dormant_access days before the check."
counts     = "Population: the logins of each access check taken in the period, one item per check, login and channel. level_exceeds_powers: at least one power of the level is not the person's, all of them included. too_many_full: at a check more different people than max_full_admins have full control of the channel; each of their logins is an exception. dormant: no act, staff post or monitoring on that channel by a person of the login on the day of the check or the dormant_access days before it; only where the records of actions, posts and monitoring cover all those days, not evidenced otherwise; access that is younger than that (by the channel's opening, a grant or the login's first day) is not dormant. The level insights, former staff (AU-03), apps without a person (AU-12), automation and platforms are not applicable."
effect     = "Access that nobody needs can be misused and is not missed when it is."
remedy     = "Revoke or reduce; add access removal to the leaver checklist; approve or disconnect the app."
*/
with full_control as (
    select check_id, channel, count(distinct person) as people, flatten(list(recs order by rec)) as recs
    from listed_access
    where level = 'full' and kind = 'human' and person is not null
    group by check_id, channel
),

judged as (
    select
        k.check_id, k.login, k.channel, k.checked_at, k.flags, k.recs, k.kind, k.subtype, f.people,
        q.max_full_admins, u.used_recs,
        case when k.level = 'full' and f.people > q.max_full_admins then f.recs else [] end as full_recs,
        case
            when k.kind in ('platform', 'automation') then 'not_a_person'
            when k.answer = 'none' then 'insights_only'
            when k.employment = 'former' then 'former_staff'
            when k.kind = 'third_party_app' and k.n_persons = 0 then 'third_party_app'
            when k.n_lacking > 0 then 'level_exceeds_powers'
            when k.level = 'full' and k.kind = 'human' and f.people > q.max_full_admins then 'too_many_full'
            when k.n_persons = 0 or k.level is null or k.n_unknown > 0 then 'unknown'
            when u.is_younger then 'needed'
            when len(u.used_recs) > 0 then 'needed'
            when u.is_covered then 'dormant'
            else 'use_not_covered'
        end as state
    from listed_access as k
    cross join period as p
    cross join parameter as q
    left join full_control as f on f.check_id = k.check_id and f.channel = k.channel
    left join access_use as u on u.rec = k.rec
    where k.checked_at >= p.starts_at and k.checked_at < p.ends_at
)

select
    check_id || '/' || login || '/' || channel as item,
    case
        when state in ('not_a_person', 'insights_only', 'former_staff', 'third_party_app') then 'not_applicable'
        when state in ('level_exceeds_powers', 'too_many_full', 'dormant') then 'exception'
        when state = 'needed' then 'pass'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'not_a_person' then kind
        when state = 'unknown' then coalesce(subtype, 'unknown_actor')
        when state <> 'needed' then state
    end as subtype,
    case state
        when 'not_a_person' then 'the login is not one of a person'
        when 'insights_only' then 'the level only shows figures'
        when 'former_staff' then 'the person has left; the access is tested as that of former staff'
        when 'third_party_app' then 'the login is an app; its approval is tested apart'
        when 'level_exceeds_powers' then 'the level gives powers that the person may not use'
        when 'too_many_full' then 'more people than the maximum have full control of the channel'
        when 'dormant' then 'nothing was done with the access for longer than the limit'
        when 'needed' then 'the access fits the powers and was used or is new'
        when 'unknown' then 'the records do not show whose access this is or what the person may do'
        else 'the records do not cover the days in which the access may have been used'
    end as reason,
    channel,
    flags,
    checked_at as occurred_at,
    cast(case when state = 'too_many_full' then people end as double) as measured,
    cast(case when state = 'too_many_full' then max_full_admins end as double) as threshold,
    list_concat(recs, list_concat(full_recs, coalesce(used_recs, []))) as evidence
from judged
