/*
id         = "AU-03"
title      = "Former staff have no access"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "critical"
basis      = ["P", "M"]
subject    = "login of a person who has left, at a check"
needs      = ["access_checks", "logins", "people"]
parameters = ["offboarding_limit"]
criterion  = "No access check taken after the business days that offboarding_limit allows from the last day of employment shows a login of that person."
counts     = "Population: the logins of each access check taken in the period, of any level, whose person has an ended employment on the day of the check. Within the limit is an observation. A person employed again passes; a person with another relationship (volunteer, contractor, board) passes with a power that the level gives, for instance by a designation, and is judged as former staff without one. A personal login that belongs to nobody any more counts as its last holder's when that person has left. A login that some people who left and some who are here share is not evidenced. Leave of absence is not an end of employment; the records do not tell it."
effect     = "A person who no longer answers to the library can act in its name and read its messages."
remedy     = "Revoke, rotate shared secrets, review acts since the last day."
*/
with judged as (
    select
        k.check_id, k.login, k.channel, k.checked_at, k.flags, k.recs, k.answer,
        case
            when k.employment = 'mixed' then 'several_persons'
            when k.employment = 'returned' then 'returned'
            when k.employment = 'other' and k.answer = 'unknown' then 'unknown'
            when k.employment = 'other' then 'returned'
            when d.day is null then 'calendar_unconfirmed'
            when k.checked_on > d.latest_on then 'late'
            when k.checked_on <= d.due_on then 'within_limit'
            else 'calendar_unset'
        end as state,
        d.is_known
    from listed_access as k
    cross join period as p
    cross join parameter as q
    left join due as d on d.day = k.left_on and d.n = q.offboarding_limit
    where
        k.checked_at >= p.starts_at and k.checked_at < p.ends_at
        and k.employment <> 'current'
)

select
    check_id || '/' || login || '/' || channel as item,
    case
        when state = 'returned' then 'pass'
        when state = 'late' and is_known then 'exception'
        when state = 'within_limit' then 'observation'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'returned' then null
        when state = 'late' and is_known then 'former_staff'
        when state in ('late', 'calendar_unconfirmed') then 'calendar_unconfirmed'
        else state
    end as subtype,
    case
        when state = 'returned' then 'the person is here again, or here in another way with authority'
        when state = 'late' and is_known then 'the access was still there after the limit for removing it'
        when state = 'within_limit' then 'the person had left; the limit for removing the access was not over'
        when state = 'several_persons' then 'some of the people who share the login have left and some have not'
        when state = 'unknown' then 'the records do not show what the person may still do'
        when state = 'calendar_unset' then 'whether the limit was over depends on an optional closing day'
        else 'the closing days of the year in question are not confirmed'
    end as reason,
    channel,
    flags,
    checked_at as occurred_at,
    recs as evidence
from judged
