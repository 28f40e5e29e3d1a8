/*
id         = "BL-06"
title      = "Everyone on a block list was blocked by a recorded act"
clauses    = ["4.17b"]
tier       = 1
severity   = "high"
basis      = ["P", "I"]
subject    = "user on a block list"
needs      = ["actions", "block_lists"]
parameters = []
criterion  = "Each user on a platform's list of blocked users was blocked by an act in the log."
counts     = "Population: for each check of a block list in the period, the users on it and the users the log says were blocked then. On the list without any block in the log at any time is the exception. Marked as blocked before logging began: an observation until the block was reviewed once. Where the list and the log contradict each other otherwise (in the log and not on the list, on the list after the block was lifted or before it was made), neither is taken for true; the difference also counts in DQ-05. A channel with blocks in force and no list ever supplied cannot be reconciled: its blocks are listed with - in place of the check."
effect     = "People may be shut out without an act anybody can explain."
remedy     = "Investigate each unrecorded block; lift or document."
*/
with snapshot as (
    select
        l.check_id, l.channel, min(l.checked_at) as checked_at, max(l.checked_until) as checked_until,
        max(case
            when l.checked_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain'
            when l.checked_quality = 'date_only' then 'date_only'
        end) as flag,
        min(case when l.place = 1 then l.rec end) as rec
    from (
        select
            b.*,
            row_number() over (
                partition by b.check_id, b.channel
                order by coalesce(b.user_key, ''), b.rec
            ) as place
        from block_lists as b
    ) as l
    group by l.check_id, l.channel
),

examined as (
    select s.check_id, s.channel, s.checked_at, s.checked_until, s.flag, s.rec
    from snapshot as s
    cross join period as p
    where s.checked_at >= p.starts_at and s.checked_at < p.ends_at
),

listed as (
    select
        s.check_id, s.channel, s.checked_at, s.checked_until, s.flag, l.user_key,
        max(case when l.legacy = 'yes' then 1 else 0 end) as is_legacy,
        list(l.rec order by l.rec) as list_recs
    from examined as s
    inner join block_lists as l on l.check_id = s.check_id and l.channel = s.channel
    where l.user_key is not null
    group by s.check_id, s.channel, s.checked_at, s.checked_until, s.flag, l.user_key
),

logged as (
    select
        l.check_id, l.channel, l.user_key,
        max(case
            when
                e.blocked_at <= l.checked_until and (e.lifted_until is null or e.lifted_until >= l.checked_at)
                then 3
            when e.blocked_at <= l.checked_until then 2
            else 1
        end) as agreement,
        flatten(list(e.recs order by e.rec)) as recs
    from listed as l
    inner join block_episode as e on e.channel = l.channel and e.user_key = l.user_key
    group by l.check_id, l.channel, l.user_key
),

reviewed as (
    select l.check_id, l.channel, l.user_key, min(r.rec) as rec
    from listed as l
    inner join block_reviews as r
        on r.channel = l.channel and r.user_key = l.user_key and r.reviewed_at <= l.checked_until
    group by l.check_id, l.channel, l.user_key
),

judged as (
    select
        l.check_id || '/' || l.channel || '/' || l.user_key as item, l.channel, l.checked_at, l.flag,
        list_concat(list_prepend(r.rec, l.list_recs), coalesce(g.recs, [])) as recs,
        case
            when g.agreement = 3 then 'recorded'
            when l.is_legacy = 1 and r.rec is not null then 'legacy_reviewed'
            when l.is_legacy = 1 then 'legacy_block'
            when g.agreement = 2 then 'listed_after_unblock'
            when g.agreement = 1 then 'listed_before_block'
            else 'unrecorded_block'
        end as state
    from listed as l
    left join logged as g on g.check_id = l.check_id and g.channel = l.channel and g.user_key = l.user_key
    left join reviewed as r on r.check_id = l.check_id and r.channel = l.channel and r.user_key = l.user_key
    union all
    select
        s.check_id || '/' || s.channel || '/' || e.user_key, s.channel, s.checked_at, s.flag,
        list_prepend(s.rec, flatten(list(e.recs order by e.rec))),
        'not_on_list'
    from examined as s
    inner join block_episode as e on e.channel = s.channel
    where
        e.user_key is not null and e.blocked_until <= s.checked_at
        and (e.lifted_at is null or e.lifted_at > s.checked_until)
        and not exists (
            select 1
            from listed as l
            where l.check_id = s.check_id and l.channel = s.channel and l.user_key = e.user_key
        )
    group by s.check_id, s.channel, e.user_key, s.checked_at, s.flag, s.rec
    union all
    select
        '-/' || e.channel || '/' || e.user_key, e.channel, max(e.blocked_at), null,
        flatten(list(e.recs order by e.rec)),
        'no_list'
    from block_episode as e
    cross join period as p
    where
        e.user_key is not null and e.blocked_at < p.ends_at
        and (e.lifted_at is null or e.lifted_at >= p.ends_at)
        and not exists (
            select 1
            from block_lists as l
            where l.channel = e.channel
        )
    group by e.channel, e.user_key
)

select
    item,
    case state
        when 'recorded' then 'pass'
        when 'legacy_reviewed' then 'pass'
        when 'legacy_block' then 'observation'
        when 'unrecorded_block' then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('recorded', 'legacy_reviewed') then state end as subtype,
    case state
        when 'recorded' then 'the log holds the act that blocked the user'
        when 'legacy_reviewed' then 'the user was blocked before logging began and the block was reviewed since'
        when 'legacy_block' then 'the user was blocked before logging began and the block was not reviewed yet'
        when 'unrecorded_block' then 'the user is on the list and the log holds no act that blocked the user'
        when 'not_on_list' then 'the log says the user was blocked and the list does not show the user'
        when 'listed_after_unblock' then 'the list shows the user after the log says the block was lifted'
        when 'listed_before_block' then 'the list shows the user before the log says the user was blocked'
        else 'no list of blocked users was supplied for this account'
    end as reason,
    channel,
    [flag] as flags,
    checked_at as occurred_at,
    recs as evidence
from judged
