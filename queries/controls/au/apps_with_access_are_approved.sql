/*
id         = "AU-12"
title      = "Apps with access are approved, owned and reviewed"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 2
severity   = "high"
basis      = ["S"]
subject    = "app with access"
needs      = ["access_checks", "logins"]
parameters = []
criterion  = "Each app that an access check of the period shows with a managing level is recorded with the person who approved it, the person who owns it, and a review at most 365 days before the check."
counts     = "Population: logins of kind third_party_app with a managing level in a check of the period, one item per login, judged at the latest of those checks. A review between that check and the cut-off counts. `measured` is the age of the review in days."
effect     = "An outside company keeps a way into the library's accounts that nobody answers for."
remedy     = "Revoke or reduce; add access removal to the leaver checklist; approve or disconnect the app."
*/
with shown as (
    select
        k.login, k.channel, k.checked_at, k.checked_on, k.rec, k.flags,
        row_number() over (partition by k.login order by k.checked_at desc, k.check_id desc, k.channel desc) as back
    from listed_access as k
    cross join period as p
    where k.checked_at >= p.starts_at and k.checked_at < p.ends_at and k.is_managing
),

app as (
    select
        s.login, s.checked_on,
        max(h.reviewed_on) as reviewed_on,
        max(case when h.approved_by is not null then 1 else 0 end) as is_approved,
        max(case when h.person is not null then 1 else 0 end) as is_owned,
        list(h.rec order by h.rec) as recs
    from shown as s
    inner join logins as h
        on
            h.login = s.login and h.kind = 'third_party_app'
            and (h.channel is null or h.channel = s.channel)
            and (h.start_on is null or h.start_on <= s.checked_on) and (h.end_on is null or h.end_on >= s.checked_on)
    where s.back = 1
    group by s.login, s.checked_on
),

judged as (
    select
        s.login, s.channel, s.checked_at, s.rec, s.flags, a.recs,
        date_diff('day', a.reviewed_on, a.checked_on) as age,
        case
            when a.is_approved = 0 then 'not_approved'
            when a.is_owned = 0 then 'no_owner'
            when a.reviewed_on is null then 'not_reviewed'
            when date_diff('day', a.reviewed_on, a.checked_on) > 365 then 'review_too_old'
            else 'approved'
        end as state
    from app as a
    inner join shown as s on s.login = a.login and s.back = 1
)

select
    login as item,
    case when state = 'approved' then 'pass' else 'exception' end as outcome,
    case when state <> 'approved' then state end as subtype,
    case state
        when 'not_approved' then 'no approval of the app is recorded'
        when 'no_owner' then 'no person is recorded who owns the app'
        when 'not_reviewed' then 'no review of the app is recorded'
        when 'review_too_old' then 'the last review of the app is older than a year'
        else 'the app is approved, owned and reviewed'
    end as reason,
    channel,
    flags,
    checked_at as occurred_at,
    cast(case when state in ('review_too_old', 'approved') then age end as double) as measured,
    cast(case when state in ('review_too_old', 'approved') then 365 end as double) as threshold,
    list_prepend(rec, recs) as evidence
from judged
