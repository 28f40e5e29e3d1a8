/*
id         = "DQ-07"
title      = "Every act maps to a person or to a known automatic login"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "act"
needs      = ["actions", "logins"]
parameters = []
criterion  = "The login of each act of the library belonged, on the day of the act, to a person, to a rule of the library or to the platform."
counts     = "Population: acts of the log in the period. A shared login that names its people maps to them; whether the act can be laid to one of them is another question. An act by a rule of the library maps to the rule. Acts of the platform and of authors are not the library's. Above 5 percent the controls of authority conclude limited."
effect     = "Nobody can say whether the act was done by an authorised person."
remedy     = "Complete the register of logins for the days listed; correct the mapping; do not edit rows by hand."
*/
with held as (
    select
        a.rec,
        count(h.rec) as n_rows,
        max(case when h.person is not null or h.kind in ('automation', 'platform') then 1 else 0 end) as is_mapped,
        max(case when h.kind = 'unknown' then 1 else 0 end) as is_unknown,
        list(h.rec order by h.rec) as recs
    from act as a
    left join login_holder as h
        on
            h.login = a.login and (h.channel is null or h.channel = a.channel)
            and (h.start_on is null or h.start_on <= a.acted_on) and (h.end_on is null or h.end_on >= a.acted_on)
    group by a.rec
),

judged as (
    select
        a.action_no, a.channel, a.acted_at, a.flags, list_concat(a.recs, coalesce(h.recs, [])) as recs,
        case
            when a.source in ('platform', 'author') then 'by_' || a.source
            when a.source = 'automation' then 'by_rule'
            when a.login is null then 'no_login'
            when h.is_mapped = 1 then 'mapped'
            when h.n_rows = 0 then 'unknown_login'
            when h.is_unknown = 1 then 'unknown_kind'
            else 'unnamed_person'
        end as state
    from act as a
    cross join period as p
    inner join held as h on h.rec = a.rec
    where a.acted_at >= p.starts_at and a.acted_at < p.ends_at
)

select
    action_no as item,
    case
        when state in ('by_platform', 'by_author') then 'not_applicable'
        when state in ('mapped', 'by_rule') then 'pass'
        else 'exception'
    end as outcome,
    case when state not in ('mapped', 'by_rule') then state end as subtype,
    case state
        when 'by_platform' then 'the platform acted, not the library'
        when 'by_author' then 'the author acted, not the library'
        when 'by_rule' then 'a rule of the library acted'
        when 'mapped' then 'the login belonged to a known actor on that day'
        when 'no_login' then 'no login is recorded for the act'
        when 'unknown_login' then 'the login belonged to nobody on that day'
        when 'unknown_kind' then 'whose login it is, is marked as unknown'
        else 'the login is registered without a person'
    end as reason,
    channel,
    flags,
    acted_at as occurred_at,
    recs as evidence
from judged
