/*
id         = "BL-07"
title      = "Users who continuously post violations are blocked or decided on"
clauses    = ["5.2b", "4.11"]
tier       = 2
severity   = "low"
basis      = ["P", "M"]
subject    = "user on an account"
needs      = ["actions", "posts"]
parameters = ["continuous_occurrences", "continuous_window", "continuous_min_dates", "occurrence_gap", "block_decision_limit"]
criterion  = "A user whose confirmed violations on an account reach the count of the posted statement is blocked, or a decision not to block is recorded, within block_decision_limit business days. The statement says such users 'will be blocked', rules 4.11 and 4.17 say they 'may' be."
counts     = "Population: users and accounts that reach the count in the period, at the finding that completes it; the first time counts. A block in force at that moment, a block by then, or any recorded review or decision about the user on that account counts. Findings undone before the limit, so that the count is no longer reached, make it not applicable, as does a user whose posts on the account were last seen deleted by the author and none of them still in view. The decision of the day on which the count was reached counts."
effect     = "The posted statement is not kept, or is kept for some and not for others."
remedy     = "Decide and record; or amend the statement to 'may'."
*/
with first_reach as (
    select
        r.user_key, r.channel, r.reached_at, r.reached_on, r.n_occurrences, r.is_lasting, r.recs,
        row_number() over (partition by r.user_key, r.channel order by r.reached_at) as place
    from repeat_reach as r
    cross join period as p
    where r.reached_at >= p.starts_at and r.reached_at < p.ends_at
),

limited as (
    select r.*, d.ends_at, d.latest_ends_at, d.is_known, o.ordinal as reached_ordinal
    from first_reach as r
    cross join parameter as q
    left join due as d on d.day = r.reached_on and d.n = q.block_decision_limit
    left join business_day as o on o.calendar = 'L' and o.day = r.reached_on
    where r.place = 1
),

decision as (
    select
        e.channel, e.user_key, e.blocked_at as done_at, e.blocked_until as done_until, e.blocked_on as done_on,
        e.lifted_until as ended_until, e.rec
    from block_episode as e
    union all
    select
        b.channel, b.user_key, b.reviewed_at as done_at, b.reviewed_until as done_until, b.reviewed_on as done_on,
        b.reviewed_until as ended_until, b.rec
    from block_reviews as b
    where b.reviewed_at is not null
),

decided as (
    select
        l.user_key, l.channel, c.done_at, c.done_until, c.done_on, c.rec,
        row_number() over (partition by l.user_key, l.channel order by c.done_until, c.rec) as place
    from limited as l
    inner join decision as c on c.channel = l.channel and c.user_key = l.user_key
    where c.ended_until is null or c.ended_until >= l.reached_at
),

vanished as (
    select l.user_key, l.channel, list(s.rec order by s.rec) as recs
    from limited as l
    inner join posts as p on p.channel = l.channel and p.author = l.user_key
    inner join post_state as s on s.post = p.post
    where s.state = 'author_deleted' and s.from_at < l.latest_ends_at
    group by l.user_key, l.channel
),

remaining as (
    select distinct l.user_key, l.channel
    from limited as l
    inner join posts as p on p.channel = l.channel and p.author = l.user_key
    inner join post_state as s on s.post = p.post
    where
        s.state = 'visible' and s.from_at < l.latest_ends_at
        and (s.until_at is null or s.until_at >= l.latest_ends_at)
),

judged as (
    select
        l.user_key, l.channel, l.reached_at, l.recs, c.rec as decision_rec, v.recs as vanished_recs,
        case
            when c.done_on is not null then greatest(t.ordinal - l.reached_ordinal, 0)
        end as taken,
        case
            when c.done_until < l.ends_at then 'decided'
            when not l.is_lasting then 'finding_reversed'
            when v.user_key is not null and n.user_key is null then 'author_vanished'
            when c.done_at is null and p.as_of_at < l.latest_ends_at then 'pending'
            when not coalesce(l.is_known, false) then 'calendar_unconfirmed'
            when c.done_at >= l.latest_ends_at then 'late_decision'
            when c.done_at is not null and l.ends_at < l.latest_ends_at then 'calendar_unset'
            when c.done_at is not null then 'order_uncertain'
            else 'no_decision'
        end as state
    from limited as l
    cross join period as p
    left join decided as c on c.user_key = l.user_key and c.channel = l.channel and c.place = 1
    left join business_day as t on t.calendar = 'L' and t.day = c.done_on
    left join vanished as v on v.user_key = l.user_key and v.channel = l.channel
    left join remaining as n on n.user_key = l.user_key and n.channel = l.channel
)

select
    j.channel || '/' || j.user_key as item,
    case j.state
        when 'decided' then 'pass'
        when 'finding_reversed' then 'not_applicable'
        when 'author_vanished' then 'not_applicable'
        when 'late_decision' then 'exception'
        when 'no_decision' then 'exception'
        when 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when j.state not in ('decided', 'pending') then j.state end as subtype,
    case j.state
        when 'decided' then 'the user was blocked, or a decision was recorded, in time'
        when 'finding_reversed' then 'findings were reversed before a decision was due'
        when 'author_vanished' then 'the user was gone before a decision was due'
        when 'late_decision' then 'the block or decision came after the limit'
        when 'no_decision' then 'the user was not blocked and no decision is recorded'
        when 'pending' then 'the decision was not due yet at the cut-off'
        when 'calendar_unset' then 'whether the decision was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day the decision was due'
        else 'the records do not show whether the decision was in time'
    end as reason,
    j.channel,
    j.reached_at as occurred_at,
    cast(case when j.state not in ('finding_reversed', 'author_vanished') then j.taken end as double) as measured,
    cast(q.block_decision_limit as double) as threshold,
    list_concat(
        list_append(j.recs, j.decision_rec),
        case when j.state = 'author_vanished' then j.vanished_recs else [] end
    ) as evidence
from judged as j
cross join parameter as q
