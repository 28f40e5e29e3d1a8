/*
id         = "BL-05"
title      = "The statement was posted when a user was blocked"
clauses    = ["5.1"]
tier       = 1
severity   = "medium"
basis      = ["P"]
subject    = "block"
needs      = ["actions", "statement_checks"]
parameters = ["snapshot_max_gap"]
criterion  = "The last snapshot before a block shows the statement of clause 5.1 word for word on that account, in a post or place that existed before the block."
counts     = "Population as BL-01. A snapshot older than snapshot_max_gap days at the block, no snapshot before it, a failed capture, or a snapshot of the same moment whose order is open is not evidenced. A community the library only joined is not applicable. Without a creation time of the carrying post its age is not tested."
effect     = "A person is shut out under a rule that was not shown to them."
remedy     = "Post the statement; re-notify affected users."
*/
with taken as (
    select
        b.action_no, s.checked_until, s.checked_on, s.checked_quality, s.state,
        s.carrier_posted_at, s.recs,
        row_number() over (partition by b.action_no order by s.checked_at desc, s.check_id desc) as place
    from block_begun as b
    inner join statement_check as s on s.channel = b.channel and s.checked_at <= b.blocked_until
),

earlier as (
    select
        b.action_no, s.state, s.checked_on,
        row_number() over (partition by b.action_no order by s.checked_at desc, s.check_id desc) as place
    from block_begun as b
    inner join statement_check as s on s.channel = b.channel and s.checked_until <= b.blocked_at
),

judged as (
    select
        b.action_no, b.channel, b.source, b.blocked_at, b.blocked_on, b.flags, b.recs, t.recs as check_recs,
        k.rec as channel_rec, t.checked_on, t.checked_quality,
        case
            when not b.is_ecrl then 'not_of_the_library'
            when k.kind = 'community_joined' then 'community_joined'
            when t.action_no is null then 'no_snapshot'
            when
                t.checked_until > b.blocked_at
                and (
                    e.action_no is null or e.state <> t.state
                    or date_diff('day', e.checked_on, b.blocked_on) > q.snapshot_max_gap
                )
                then 'order_uncertain'
            when date_diff('day', t.checked_on, b.blocked_on) > q.snapshot_max_gap then 'snapshot_too_old'
            when t.state = 'unknown' then 'capture_failed'
            when t.state = 'missing' then 'statement_missing'
            when t.carrier_posted_at > b.blocked_until then 'posted_later'
            when t.carrier_posted_at > b.blocked_at then 'order_uncertain'
            else 'shown'
        end as state
    from block_begun as b
    cross join parameter as q
    left join channels as k on k.channel = b.channel
    left join taken as t on t.action_no = b.action_no and t.place = 1
    left join earlier as e on e.action_no = b.action_no and e.place = 1
)

select
    j.action_no as item,
    case
        when j.state in ('not_of_the_library', 'community_joined') then 'not_applicable'
        when j.state = 'shown' then 'pass'
        when j.state in ('statement_missing', 'posted_later') then 'exception'
        else 'not_evidenced'
    end as outcome,
    case
        when j.state = 'not_of_the_library' then 'by_' || j.source
        when j.state <> 'shown' then j.state
    end as subtype,
    case j.state
        when 'not_of_the_library' then 'the block was not an act of the library'
        when 'community_joined' then 'the library only takes part in this community'
        when 'shown' then 'the last snapshot before the block shows the statement'
        when 'statement_missing' then 'the last snapshot before the block does not show the statement word for word'
        when 'posted_later' then 'what carries the statement was created after the block'
        when 'snapshot_too_old' then 'the last snapshot before the block is too old to tell'
        when 'capture_failed' then 'the last snapshot before the block holds no text'
        when 'order_uncertain' then 'the records do not show whether the statement or the block came first'
        else 'there is no snapshot from before the block'
    end as reason,
    j.channel,
    case
        when j.checked_quality in ('ambiguous', 'nonexistent') then list_concat(j.flags, ['tz_uncertain'])
        when j.checked_quality = 'date_only' then list_concat(j.flags, ['date_only'])
        else j.flags
    end as flags,
    j.blocked_at as occurred_at,
    cast(date_diff('day', j.checked_on, j.blocked_on) as double) as measured,
    cast(q.snapshot_max_gap as double) as threshold,
    list_concat(j.recs, list_concat(coalesce(j.check_recs, []), [j.channel_rec])) as evidence
from judged as j
cross join parameter as q
