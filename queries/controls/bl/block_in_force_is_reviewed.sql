/*
id         = "BL-08"
title      = "Blocks in force are reviewed or end by themselves"
clauses    = ["4.17b"]
tier       = 2
severity   = "medium"
basis      = ["S"]
subject    = "user on an account"
needs      = ["actions", "block_reviews"]
parameters = ["block_review_interval"]
criterion  = "Each block in force at the end of the period has an end date, or was begun or last reviewed within block_review_interval days. The policy has no rule on this."
counts     = "Population: blocks in force at the end of the period, or at the cut-off where that is earlier. An end date that is over while the block is still in force does not count. A review of any outcome counts from its day; the day exactly block_review_interval days later is still in time. An overdue review is an observation; it is an exception only where an attestation for BL-08, dated in the period or before, records that the library adopted such a rule."
effect     = "Blocks without end or review weigh more than the violation they answer."
remedy     = "Set a review date for each of the listed blocks in force; adopt a duration rule."
*/
with moment as (
    select
        least(ends_at, as_of_at) as ends_at,
        least(last_on, as_of_on) as last_on
    from period
),

in_force as (
    select
        e.channel, e.user_key, min(e.blocked_at) as blocked_at, min(e.blocked_on) as blocked_on,
        flatten(list(e.recs order by e.rec)) as recs, flatten(list(e.flags order by e.rec)) as flags
    from block_episode as e
    cross join moment as m
    where
        e.user_key is not null and e.blocked_at < m.ends_at
        and (e.lifted_at is null or e.lifted_at >= m.ends_at)
    group by e.channel, e.user_key
),

reviewed as (
    select
        f.channel, f.user_key, max(r.reviewed_on) as reviewed_on,
        max(case when r.decision = 'expires' then r.expires_on end) as expires_on,
        list(r.rec order by r.rec) as recs
    from in_force as f
    cross join moment as m
    inner join block_reviews as r on r.channel = f.channel and r.user_key = f.user_key
    where r.reviewed_on >= f.blocked_on and r.reviewed_at < m.ends_at
    group by f.channel, f.user_key
),

adopted as (
    select min(a.rec) as rec
    from attestations as a
    cross join moment as m
    where a.clause = 'BL-08' and a.attested_on <= m.last_on
),

judged as (
    select
        f.channel, f.user_key, f.blocked_at, f.flags, a.rec as adopted_rec,
        list_concat(f.recs, coalesce(r.recs, [])) as recs,
        date_diff('day', coalesce(r.reviewed_on, f.blocked_on), m.last_on) as age,
        case
            when r.expires_on >= m.last_on then 'ends'
            when
                date_diff('day', coalesce(r.reviewed_on, f.blocked_on), m.last_on) <= q.block_review_interval
                then 'recent'
            when r.expires_on is not null then 'end_date_passed'
            when r.reviewed_on is not null then 'review_overdue'
            else 'never_reviewed'
        end as state
    from in_force as f
    cross join moment as m
    cross join parameter as q
    cross join adopted as a
    left join reviewed as r on r.channel = f.channel and r.user_key = f.user_key
)

select
    j.channel || '/' || j.user_key as item,
    case
        when j.state in ('ends', 'recent') then 'pass'
        when j.adopted_rec is not null then 'exception'
        else 'observation'
    end as outcome,
    case when j.state not in ('ends', 'recent') then j.state end as subtype,
    case j.state
        when 'ends' then 'the block has an end date'
        when 'recent' then 'the block was begun or reviewed within the interval'
        when 'end_date_passed' then 'the end date is over and the block is still in force'
        when 'review_overdue' then 'the last review is longer ago than the interval'
        else 'the block has no end date and was never reviewed'
    end as reason,
    j.channel,
    j.flags,
    j.blocked_at as occurred_at,
    cast(j.age as double) as measured,
    cast(q.block_review_interval as double) as threshold,
    list_concat(j.recs, [j.adopted_rec]) as evidence
from judged as j
cross join parameter as q
