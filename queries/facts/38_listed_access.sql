/*
what = "Each login that an access check shows, one row per check, channel and login: its level, whether that level manages (all but insights), what the persons behind it may do with it (answer over the powers of the level: yes when any is, no when none is), how many of its powers they lack, and what became of them. employment: current, former (all left), returned (left, and employed again), other (left, and here in another way), mixed (some left)."
*/
with asked as (
    select
        k.rec, a.power, a.answer, a.subtype, a.recs,
        case a.subtype
            when 'retroactive' then '1_' when 'sub_delegation' then '2_' when 'out_of_scope' then '3_'
            when 'expired_delegation' then '4_' when 'not_on_list' then '5_' else '6_'
        end as place
    from access_checks as k
    inner join level_power as l on l.level = k.level
    inner join authority as a on a.topic = 'access_row' and a.rec = k.rec and a.power = l.power
),

power_answer as (
    select
        rec,
        sum(case when answer = 'yes' then 1 else 0 end) as n_yes,
        sum(case when answer = 'observation' then 1 else 0 end) as n_observation,
        sum(case when answer = 'no' then 1 else 0 end) as n_no,
        sum(case when answer = 'unknown' then 1 else 0 end) as n_unknown,
        min(case when answer = 'no' then place || subtype end) as why_no,
        min(case when answer = 'observation' then subtype end) as why_observation,
        min(case when answer = 'unknown' then subtype end) as why_unknown,
        flatten(list(recs order by power)) as recs
    from asked
    group by rec
),

person_count as (
    select
        rec,
        count(person) as n_persons,
        sum(case when left_on is not null then 1 else 0 end) as n_left,
        sum(case when left_on is not null and not is_employed then 1 else 0 end) as n_gone,
        sum(case when is_employed and not is_employee then 1 else 0 end) as n_other,
        max(left_on) as left_on,
        min(person) as one_person,
        max(case when is_last_holder then 1 else 0 end) as by_last_holder,
        flatten(list(recs order by person)) as recs
    from listed_person
    group by rec
),

summed as (
    select
        k.rec, k.check_id, k.channel, k.login, k.level, k.complete, k.checked_at, k.checked_until, k.checked_on,
        k.checked_quality, a.kind, coalesce(w.recs, a.recs) as authority_recs,
        coalesce(k.level <> 'insights', false) as is_managing,
        p.one_person, p.left_on, coalesce(p.n_persons, 0) as n_persons, coalesce(p.n_left, 0) as n_left,
        coalesce(p.n_gone, 0) as n_gone, coalesce(p.n_other, 0) as n_other, p.recs as person_recs,
        coalesce(p.by_last_holder, 0) = 1 as by_last_holder, w.n_no as n_lacking,
        case
            when a.kind in ('platform', 'automation') then 'not_applicable'
            when k.level = 'insights' then 'none'
            when k.level is null then 'unknown'
            when w.n_yes > 0 then 'yes'
            when w.n_observation > 0 then 'observation'
            when w.n_unknown > 0 then 'unknown'
            else 'no'
        end as answer,
        w.n_unknown, w.why_no, w.why_observation, w.why_unknown
    from access_checks as k
    inner join authority as a on a.topic = 'access_row' and a.rec = k.rec and a.power = 'post'
    left join power_answer as w on w.rec = k.rec
    left join person_count as p on p.rec = k.rec
)

select
    rec, check_id, channel, login, level, complete, checked_at, checked_until, checked_on, kind, is_managing,
    n_persons, by_last_holder, left_on, n_lacking, n_unknown, answer,
    case when n_persons = 1 then one_person end as person,
    case answer
        when 'no' then substr(why_no, 3)
        when 'observation' then why_observation
        when 'unknown' then coalesce(why_unknown, 'unknown_level')
    end as subtype,
    case
        when n_left = 0 then 'current'
        when n_gone = n_persons then 'former'
        when n_gone > 0 then 'mixed'
        when n_other > 0 and answer = 'no' then 'former'
        when n_other > 0 then 'other'
        else 'returned'
    end as employment,
    case
        when checked_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when checked_quality = 'date_only' then ['date_only']
        else []
    end as flags,
    list_prepend(rec, list_concat(coalesce(person_recs, []), authority_recs)) as recs
from summed
