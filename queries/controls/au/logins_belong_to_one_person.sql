/*
id         = "AU-06"
title      = "Each login with access belongs to one person"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "high"
basis      = ["S", "I"]
subject    = "login with access"
needs      = ["access_checks", "logins"]
parameters = []
criterion  = "No login that an access check of the period shows with a managing level is shared, or belongs to more than one person at a time."
counts     = "Population: logins shown with a managing level by an access check of the period, one item per login whatever the number of channels and checks. An exception when the register of logins calls it shared on a day of the period, or when two people hold it on one channel on the same day of the period. `measured` is the number of acts of the period under the login that cannot be attributed. Logins of automation, platforms and apps are not applicable unless several people hold them; a login that is not in the register, or of kind unknown, is not evidenced. Sessions in different places are not tested: no record holds them."
effect     = "What was done under a shared login cannot be attributed to anybody, and one person's leaving does not end the access."
remedy     = "Personal access for each, retire the shared login."
*/
with managing as (
    select
        k.login, min(k.checked_at) as first_checked_at, list(k.rec order by k.rec) as recs,
        case when count(distinct k.channel) = 1 then min(k.channel) end as channel
    from listed_access as k
    cross join period as p
    where k.checked_at >= p.starts_at and k.checked_at < p.ends_at and k.is_managing
    group by k.login
),

held as (
    select
        h.rec, h.login, h.channel, h.kind, h.person,
        greatest(h.start_on, p.first_on) as from_on,
        least(h.end_on, p.last_on, p.as_of_on) as to_on
    from login_holder as h
    cross join period as p
    where
        (h.start_on is null or (h.start_on <= p.last_on and h.start_on <= p.as_of_on))
        and (h.end_on is null or h.end_on >= p.first_on)
),

kinds as (
    select
        login,
        max(case when kind = 'shared' then 1 else 0 end) as is_shared,
        max(case when kind = 'unknown' then 1 else 0 end) as is_unknown,
        max(case when kind = 'human' then 1 else 0 end) as is_human,
        min(case when kind not in ('human', 'shared', 'unknown') then kind end) as machine_kind,
        list(rec order by rec) as recs
    from held
    group by login
),

doubled as (
    select distinct a.login
    from held as a
    inner join held as b
        on
            b.login = a.login and b.person <> a.person
            and (a.channel is null or b.channel is null or b.channel = a.channel)
            and b.from_on <= a.to_on and a.from_on <= b.to_on
),

unattributed as (
    select a.login, count(*) as acts
    from act as a
    inner join authority as u on u.topic = 'act' and u.rec = a.rec and u.kind = 'shared'
    cross join period as p
    where a.acted_at >= p.starts_at and a.acted_at < p.ends_at
    group by a.login
),

judged as (
    select
        m.login, m.channel, m.first_checked_at, m.recs, k.recs as login_recs, k.machine_kind, u.acts,
        case
            when k.is_shared = 1 then 'shared'
            when d.login is not null then 'several_persons'
            when k.login is null then 'unknown_actor'
            when k.is_unknown = 1 then 'unknown_kind'
            when k.is_human = 1 then 'one_person'
            else 'machine'
        end as state
    from managing as m
    left join kinds as k on k.login = m.login
    left join doubled as d on d.login = m.login
    left join unattributed as u on u.login = m.login
)

select
    login as item,
    case
        when state in ('shared', 'several_persons') then 'exception'
        when state = 'one_person' then 'pass'
        when state = 'machine' then 'not_applicable'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'machine' then machine_kind
        when state <> 'one_person' then state
    end as subtype,
    case state
        when 'shared' then 'the login is registered as shared'
        when 'several_persons' then 'several people held the login at the same time'
        when 'one_person' then 'one person at a time held the login'
        when 'machine' then 'the login is not one of a person'
        when 'unknown_kind' then 'the register does not say what kind of login it is'
        else 'the login is not in the register of logins'
    end as reason,
    channel,
    cast([] as varchar[]) as flags,
    first_checked_at as occurred_at,
    cast(case when state in ('shared', 'several_persons') then coalesce(acts, 0) end as double) as measured,
    list_concat(recs, coalesce(login_recs, [])) as evidence
from judged
