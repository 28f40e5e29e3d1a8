/*
id         = "AU-02"
title      = "Everyone who is listed with access is authorised"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "login with access at a check"
needs      = ["access_checks", "logins", "people", "roles"]
parameters = ["designation_reconfirm", "team_may_moderate"]
criterion  = "Each login that an access check shows with a managing level belongs to a person who may, at that moment, use at least one of the powers that the level gives: by position, by designation, or as a member of the team."
counts     = "Population: the logins of each access check taken in the period, one item per check, login and channel; the same login at several checks is one finding that persists. Managing levels are full, partial, content, community, messages, ads and owner_email; insights is not applicable. A level higher than the person's powers is tested in AU-08, people whose employment has ended in AU-03, apps without a person in AU-12. A login that cannot be attributed, or a level left blank, is not evidenced. Checks that are not complete are judged for what they show."
effect     = "Somebody without authority can post, remove or change settings in the library's name."
remedy     = "Remove or designate in writing, today."
*/
with judged as (
    select
        k.rec, k.check_id, k.login, k.channel, k.checked_at, k.flags, k.recs, k.subtype, k.kind,
        case
            when k.kind in ('platform', 'automation') then 'not_a_person'
            when k.answer = 'none' then 'insights_only'
            when k.employment = 'former' then 'former_staff'
            when k.kind = 'third_party_app' and k.n_persons = 0 then 'third_party_app'
            when k.answer = 'unknown' then 'unknown'
            when k.answer = 'no' then 'no'
            when k.answer = 'observation' then 'observation'
            when k.answer = 'yes' then 'yes'
            else 'unknown'
        end as state
    from listed_access as k
    cross join period as p
    where k.checked_at >= p.starts_at and k.checked_at < p.ends_at
)

select
    check_id || '/' || login || '/' || channel as item,
    case
        when state in ('not_a_person', 'insights_only', 'former_staff', 'third_party_app') then 'not_applicable'
        when state = 'no' then 'exception'
        when state = 'observation' then 'observation'
        when state = 'yes' then 'pass'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'not_a_person' then kind
        when state in ('insights_only', 'former_staff', 'third_party_app') then state
        when state in ('no', 'observation', 'unknown') then subtype
    end as subtype,
    case state
        when 'not_a_person' then 'the login is not one of a person'
        when 'insights_only' then 'the level only shows figures'
        when 'former_staff' then 'the person has left; the access is tested as that of former staff'
        when 'third_party_app' then 'the login is an app; its approval is tested apart'
        when 'no' then 'the person had none of the powers that the level gives'
        when 'observation' then 'the person was authorised, by a designation that needs attention'
        when 'yes' then 'the person was authorised'
        else 'the records do not show whose access this is or what the person may do'
    end as reason,
    channel,
    flags,
    checked_at as occurred_at,
    recs as evidence
from judged
