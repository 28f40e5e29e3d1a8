/*
id         = "DQ-04"
title      = "One key stands for one record"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "row of a sheet"
needs      = []
parameters = ["match_window"]
criterion  = "Rows with the same key say the same, and an act that both the log and an export hold has one actor and one type in both."
counts     = "Population: keys that stand in more than one row, and acts of the log that an export holds as well (same account and target, within match_window), of the period; rows without a day count in every period. The same key with other values is the exception: none of the rows is used and what rests on them is not evidenced. The same key with the same values counts once, an observation; the same record in two sources counts once and passes. Two logins are one actor when both belonged to the same person that day. Two types are compared within removals, returns and measures against a user."
effect     = "A record may be counted twice, or the wrong one of two may be used."
remedy     = "Settle which row is right in the log it came from; correct the mapping; do not edit rows by hand."
*/
with conflict as (
    select
        c.sheet, c.key_text, 'conflicting_rows' as state, 1 as place,
        list(distinct c.rec order by c.rec) as recs
    from conflicting_record as c
    inner join kept_row as k on k.rec = c.kept_rec and k.sheet = c.sheet
    where k.touches_period
    group by c.sheet, c.key_text
),

repeated as (
    select
        d.sheet, d.key_text,
        case
            when sum(case when s.is_logbook then 1 else 0 end) > 1 then 'identical_rows'
            else 'several_sources'
        end as state,
        list(distinct d.rec order by d.rec) as recs
    from duplicate_record as d
    inner join kept_row as k on k.rec = d.kept_rec and k.sheet = d.sheet
    inner join source as s on s.source_id = cast((d.rec - d.rec % 1000000000) / 1000000000 as bigint)
    where k.touches_period
    group by d.sheet, d.key_text
),

kind as (
    select k.action, k.kind
    from (
        values
        ('hide', 'removal'), ('delete', 'removal'), ('hold_reject', 'removal'), ('unpublish', 'removal'),
        ('comment_lock', 'removal'), ('unhide', 'return'), ('restore', 'return'), ('hold_release', 'return'),
        ('block', 'measure'), ('mute', 'measure'), ('restrict', 'measure'), ('remove_member', 'measure')
    ) as k (action, kind)
),

near as (
    select
        log.key_text, log.rec as log_rec, exported.rec as export_rec, log.action = exported.action as is_same_type,
        log.login as log_login, exported.login as export_login, log.acted_on as log_on, log.channel
    from actions as log
    cross join parameter as p
    cross join period as w
    inner join actions as exported
        on
            exported.channel = log.channel
            and (exported.post = log.post or (exported.post is null and exported.user_key = log.user_key))
            and exported.acted_at <= log.acted_until + to_seconds(p.match_window)
            and exported.acted_until >= log.acted_at - to_seconds(p.match_window)
    left join kind as lk on lk.action = log.action
    left join kind as ek on ek.action = exported.action
    where
        log.brought_by = 'logbook' and exported.brought_by = 'export'
        and log.acted_at >= w.starts_at and log.acted_at < w.ends_at
        and (exported.action = log.action or lk.kind = ek.kind)
),

twin as (
    select n.*
    from near as n
    where
        n.is_same_type
        or not exists (
            select 1
            from near as o
            where o.is_same_type and (o.log_rec = n.log_rec or o.export_rec = n.export_rec)
        )
),

same_person as (
    select distinct t.log_rec, t.export_rec
    from twin as t
    inner join login_holder as a
        on
            a.login = t.log_login and (a.channel is null or a.channel = t.channel)
            and (a.start_on is null or a.start_on <= t.log_on) and (a.end_on is null or a.end_on >= t.log_on)
    inner join login_holder as b
        on
            b.login = t.export_login and (b.channel is null or b.channel = t.channel)
            and (b.start_on is null or b.start_on <= t.log_on) and (b.end_on is null or b.end_on >= t.log_on)
            and b.person = a.person
),

compared as (
    select
        'actions' as sheet, t.key_text, t.log_rec, t.export_rec,
        case
            when not t.is_same_type then 'other_type'
            when lower(t.log_login) <> lower(t.export_login) and s.log_rec is null then 'other_actor'
            else 'several_sources'
        end as state
    from twin as t
    left join same_person as s on s.log_rec = t.log_rec and s.export_rec = t.export_rec
),

found as (
    select sheet, key_text, state, recs
    from conflict
    union all
    select sheet, key_text, state, recs
    from repeated
    union all
    select sheet, key_text, state, [log_rec, export_rec]
    from compared
),

worst as (
    select
        sheet, key_text,
        min(
            case state
                when 'conflicting_rows' then 1 when 'other_type' then 2 when 'other_actor' then 3
                when 'identical_rows' then 4 else 5
            end
        ) as place,
        flatten(list(recs order by state, recs)) as recs
    from found
    group by sheet, key_text
),

kept as (
    select sheet, key_text, min(channel) as channel, min(moment_at) as moment_at
    from kept_row
    group by sheet, key_text
)

select
    w.sheet || '/' || w.key_text as item,
    case when w.place <= 3 then 'exception' when w.place = 4 then 'observation' else 'pass' end as outcome,
    case w.place
        when 1 then 'conflicting_rows'
        when 2 then 'other_type'
        when 3 then 'other_actor'
        when 4 then 'identical_rows'
    end as subtype,
    case w.place
        when 1 then 'the key stands in several rows with different values; none of them was used'
        when 2 then 'the log and an export give different types of the same act'
        when 3 then 'the log and an export give different actors of the same act'
        when 4 then 'the same row stands more than once and was counted once'
        else 'several sources hold the same record and it was counted once'
    end as reason,
    k.channel,
    k.moment_at as occurred_at,
    w.recs as evidence
from worst as w
left join kept as k on k.sheet = w.sheet and k.key_text = w.key_text
