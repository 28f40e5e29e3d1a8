/*
id         = "AU-04"
title      = "People who leave lose their access in time"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "high"
basis      = ["M"]
subject    = "person who left"
needs      = ["people", "logins"]
covers     = ["access_checks", "access_changes"]
tested_when = "exists (select 1 from supplied where sheet in ('access_checks', 'access_changes'))"
not_tested = "neither access checks nor changes of access were supplied"
parameters = ["offboarding_limit"]
criterion  = "On every channel on which a person had managing access on the last day of employment, the access was taken away by the end of the business day that offboarding_limit allows."
counts     = "Population: people whose last day lies in the period, who are not employed on the day after it, and for whom the latest access check or change before or on the last day, on some channel, shows a managing level under a login of theirs, or, without any, the first check after it; access taken away earlier than the last day is gone. A revocation, a level without powers or a closing of the account, from the last day on, ends it. One channel late is enough for the exception. Where no change is logged the first later checks decide: gone from a complete check by the due day passes, seen after it is an exception; otherwise it is an exception only when access_changes was supplied without a known hole between the last day and the due day, and not evidenced without."
effect     = "A person who no longer answers to the library can act in its name."
remedy     = "Revoke or reduce; add access removal to the leaver checklist; approve or disconnect the app."
*/
with leaver as (
    select
        e.person, max(e.end_on) as left_on, list(e.rec order by e.rec) as recs
    from people as e
    cross join period as p
    where
        e.end_on >= p.first_on and e.end_on <= p.last_on and e.end_on < p.as_of_on
        and not exists (
            select 1
            from people as n
            where
                n.person = e.person and n.start_on <= e.end_on + 1
                and coalesce(n.end_on, date '9999-12-31') > e.end_on
        )
    group by e.person
),

owned as (
    select distinct l.person, l.left_on, h.login, h.channel
    from leaver as l
    inner join login_holder as h
        on
            h.person = l.person and (h.start_on is null or h.start_on <= l.left_on)
            and (h.end_on is null or h.end_on >= l.left_on)
),

sign as (
    select
        o.person, o.left_on, o.login, c.channel, c.changed_at as happened_at, c.changed_on as happened_on, c.rec,
        case
            when c.change = 'revoke' or lower(c.new_level) = 'insights' then 'ended'
            else 'had'
        end as sign, 1 as place
    from owned as o
    inner join access_changes as c
        on
            c.login = o.login and (o.channel is null or o.channel = c.channel)
            and c.change in ('grant', 'level', 'revoke')
    union all
    select
        o.person, o.left_on, o.login, k.channel, k.checked_at, k.checked_on, k.rec,
        case when k.level = 'insights' then 'gone' else 'had' end, 2
    from owned as o
    inner join access_checks as k on k.login = o.login and (o.channel is null or o.channel = k.channel)
    union all
    select o.person, o.left_on, o.login, s.channel, s.checked_at, s.checked_on, s.recs[1], 'gone', 2
    from owned as o
    inner join access_check as s on s.is_complete and (o.channel is null or o.channel = s.channel)
    where
        not exists (
            select 1
            from access_checks as k
            where k.check_id = s.check_id and k.channel = s.channel and k.login = o.login
        )
    union all
    select o.person, o.left_on, o.login, c.channel, c.changed_at, c.changed_on, c.rec, 'closed', 1
    from owned as o
    inner join access_changes as c on c.change = 'close_account' and (o.channel is null or o.channel = c.channel)
),

before_leaving as (
    select
        sign.*,
        row_number() over (
            partition by person, login, channel
            order by happened_on desc, happened_at desc, place desc, rec desc
        ) as back
    from sign
    where happened_on < left_on or (happened_on = left_on and sign = 'had')
),

after_leaving as (
    select
        sign.*,
        row_number() over (
            partition by person, login, channel
            order by happened_on, happened_at, place, rec
        ) as forth
    from sign
    where happened_on > left_on
),

held as (
    select person, left_on, login, channel, rec
    from before_leaving
    where back = 1 and sign = 'had'
    union all
    select a.person, a.left_on, a.login, a.channel, a.rec
    from after_leaving as a
    where
        a.forth = 1 and a.sign = 'had' and a.place = 2
        and not exists (
            select 1
            from before_leaving as b
            where b.person = a.person and b.login = a.login and b.channel = a.channel
        )
),

first_end as (
    select h.person, h.login, h.channel, min(s.happened_on) as ended_on
    from held as h
    inner join sign as s
        on
            s.person = h.person and s.login = h.login and s.channel = h.channel
            and s.sign in ('ended', 'closed') and s.happened_on >= h.left_on
    group by h.person, h.login, h.channel
),

access as (
    select
        h.person, h.left_on, h.login, h.channel, d.due_on, d.latest_on, d.latest_ends_at, d.is_known, e.ended_on,
        h.rec as held_rec,
        max(case when s.sign = 'gone' and s.happened_on <= d.due_on then 1 else 0 end) as gone_in_time,
        max(case when s.sign = 'gone' and s.happened_on <= d.latest_on then 1 else 0 end) as gone_by_latest,
        max(case when s.sign = 'had' and s.place = 2 and s.happened_on > d.latest_on then 1 else 0 end) as seen_late,
        list(s.rec order by s.rec) as sign_recs
    from held as h
    cross join parameter as q
    left join due as d on d.day = h.left_on and d.n = q.offboarding_limit
    left join first_end as e on e.person = h.person and e.login = h.login and e.channel = h.channel
    left join sign as s
        on s.person = h.person and s.login = h.login and s.channel = h.channel and s.happened_on >= h.left_on
    group by
        h.person, h.left_on, h.login, h.channel, d.due_on, d.latest_on, d.latest_ends_at, d.is_known, e.ended_on,
        h.rec
),

weighed as (
    select
        a.person, a.channel, a.left_on, a.ended_on, a.held_rec, a.sign_recs,
        case
            when a.ended_on <= a.due_on then 'in_time'
            when a.seen_late = 1 and a.is_known then 'seen_late'
            when a.ended_on > a.latest_on and a.gone_in_time = 0 and a.is_known then 'late'
            when a.ended_on is null and a.gone_in_time = 1 then 'in_time'
            when p.as_of_at < a.latest_ends_at then 'pending'
            when not a.is_known or a.due_on is null then 'calendar_unconfirmed'
            when a.gone_in_time = 1 then 'in_time'
            when a.ended_on <= a.latest_on or a.gone_by_latest = 1 then 'calendar_unset'
            when
                exists (
                    select 1
                    from supplied as s
                    where s.sheet = 'access_changes'
                )
                and (
                    not exists (
                        select 1
                        from covered_stretch as c
                        where c.source = 'access_changes' and c.channel = a.channel
                    )
                    or exists (
                        select 1
                        from covered_stretch as c
                        where
                            c.source = 'access_changes' and c.channel = a.channel
                            and c.from_on <= a.left_on and c.to_on >= a.latest_on
                    )
                )
                then 'not_revoked'
            else 'no_record'
        end as state
    from access as a
    cross join period as p
),

summed as (
    select
        person, max(left_on) as left_on,
        count(*) as n_access,
        sum(case when ended_on is not null then 1 else 0 end) as n_ended,
        max(ended_on) as ended_on,
        case when count(distinct channel) = 1 then min(channel) end as channel,
        min(
            case state
                when 'seen_late' then '1_seen_late' when 'late' then '2_late' when 'not_revoked' then '3_not_revoked'
                when 'pending' then '4_pending' when 'calendar_unset' then '5_calendar_unset'
                when 'calendar_unconfirmed' then '6_calendar_unconfirmed' when 'no_record' then '7_no_record'
                else '8_in_time'
            end
        ) as worst,
        flatten(list(list_prepend(held_rec, sign_recs) order by channel, held_rec)) as recs
    from weighed
    group by person
),

judged as (
    select
        s.person, s.channel, s.recs, l.recs as people_recs, d.ends_at as left_at, q.offboarding_limit,
        substr(s.worst, 3) as state,
        case
            when s.n_ended = s.n_access and substr(s.worst, 3) in ('in_time', 'late', 'seen_late')
                then greatest(e.ordinal - b.ordinal, 0)
        end as taken
    from summed as s
    inner join leaver as l on l.person = s.person
    cross join parameter as q
    left join local_day as d on d.day = s.left_on
    left join business_day as b on b.calendar = 'L' and b.day = s.left_on
    left join business_day as e on e.calendar = 'L' and e.day = s.ended_on
)

select
    person as item,
    case
        when state = 'in_time' then 'pass'
        when state in ('seen_late', 'late', 'not_revoked') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'late' then 'late_revocation'
        when state not in ('in_time', 'pending') then state
    end as subtype,
    case state
        when 'in_time' then 'the access was gone in time on every channel'
        when 'seen_late' then 'a check after the limit still shows the access'
        when 'late' then 'the access was taken away after the limit'
        when 'not_revoked' then 'the log of changes shows no removal of the access'
        when 'pending' then 'no removal is recorded; the limit is not over at the cut-off'
        when 'calendar_unset' then 'whether the removal was in time depends on an optional closing day'
        when 'calendar_unconfirmed' then 'the closing days of the year in question are not confirmed'
        else 'neither the log of changes nor a later check shows when the access ended'
    end as reason,
    channel,
    cast([] as varchar[]) as flags,
    left_at as occurred_at,
    cast(taken as double) as measured,
    cast(case when taken is not null then offboarding_limit end as double) as threshold,
    list_concat(people_recs, recs) as evidence
from judged
