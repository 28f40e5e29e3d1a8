/*
id         = "DQ-06"
title      = "The moments of a row have a possible order"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "row of a sheet"
needs      = []
witnesses  = ["posts"]
parameters = []
criterion  = "No row tells of something before that on which it rests: no act before its post existed, no return without a removal, no unblock without a block, and no conclusion, report, review, decision or counter-notice before what it answers."
counts     = "Population: rows with both moments known, of which one lies in the period; every return and unblock of the period. Compared: acts with the posting; investigations (concluded, opened); incidents (reported, aware); counter-notices with the notice; concerns (first reviewed or closed, received); appeals (decided, received); notices (received by the agent, received). Only an order that is certainly impossible counts; moments known by the day alone compare by day. A return needs an earlier act, or a step of a copyright case, that took the post from view, or a capture that shows it gone; an unblock needs an earlier block or measure on the channel, or a list that marks the user as blocked before logging began. Such a row is not evidenced, and an exception when more than 1 percent of the tested rows of its sheet are such rows."
effect     = "A row with an impossible order shows that times were written down wrongly or later."
remedy     = "Correct the times from the source and note the correction; do not edit rows by hand."
*/
with pair as (
    select
        'actions' as sheet, a.key_text, a.rec, a.channel, b.rec as content_rec, b.posted_at as first_at,
        a.acted_at as second_at, a.acted_until as second_until, 'act_before_content' as rule
    from actions as a
    inner join posts as b on b.post = a.post
    union all
    select
        'investigations', key_text, rec, null, null,
        opened_at, concluded_at, concluded_until, 'concluded_before_opened'
    from investigations
    where concluded_at is not null
    union all
    select
        'incidents', key_text, rec, channel, null,
        aware_at, reported_at, reported_until, 'reported_before_aware'
    from incidents
    where reported_at is not null and aware_at is not null
    union all
    select
        'dmca_counter_notices', c.key_text, c.rec, n.channel, n.rec as notice_rec,
        n.received_at, c.received_by_agent_at, c.received_by_agent_until, 'counter_before_notice'
    from dmca_counter_notices as c
    inner join dmca_notices as n on n.notice_no = c.notice_no
    union all
    select
        'dmca_notices', key_text, rec, channel, null,
        received_at, received_by_agent_at, received_by_agent_until, 'agent_before_receipt'
    from dmca_notices
    where received_by_agent_at is not null
    union all
    select
        'concerns', key_text, rec, channel, null,
        received_at, first_reviewed_at, first_reviewed_until, 'reviewed_before_receipt'
    from concerns
    where first_reviewed_at is not null
    union all
    select
        'concerns', key_text, rec, channel, null,
        received_at, closed_at, closed_until, 'closed_before_receipt'
    from concerns
    where closed_at is not null
    union all
    select
        'appeals', key_text, rec, null, null,
        received_at, decided_at, decided_until, 'decided_before_receipt'
    from appeals
    where decided_at is not null
),

taken as (
    select post, acted_at as taken_at, rec
    from actions
    where post is not null and action in ('hide', 'delete', 'hold_reject', 'unpublish', 'comment_lock')
    union all
    select coalesce(e.post, i.post), e.happened_at, e.rec
    from dmca_events as e
    left join dmca_items as i on i.notice_no = e.notice_no and e.post is null
    where e.event = 'disabled'
    union all
    select post, seen_at, rec
    from sightings
    where state in ('hidden', 'held', 'absent')
),

returned as (
    select 'actions' as sheet, key_text, rec, channel, post, acted_at, acted_until
    from actions
    where action in ('unhide', 'restore') and post is not null
    union all
    select 'dmca_events', e.key_text, e.rec, null, coalesce(e.post, i.post), e.happened_at, e.happened_until
    from dmca_events as e
    left join dmca_items as i on i.notice_no = e.notice_no and e.post is null
    where e.event = 'restored' and coalesce(e.post, i.post) is not null
),

barred as (
    select channel, user_key, acted_at as barred_at, rec
    from actions
    where action in ('block', 'restrict', 'mute', 'remove_member') and user_key is not null
    union all
    select channel, user_key, cast(null as timestamp), rec
    from block_lists
    where legacy = 'yes' and user_key is not null
),

answered as (
    select r.sheet, r.key_text, r.rec, r.channel, r.acted_at, 'return_without_removal' as rule, count(t.rec) as n
    from returned as r
    left join taken as t on t.post = r.post and t.taken_at <= r.acted_until
    group by r.sheet, r.key_text, r.rec, r.channel, r.acted_at, r.post
    union all
    select 'actions', a.key_text, a.rec, a.channel, a.acted_at, 'unblock_without_block', count(b.rec)
    from actions as a
    left join barred as b
        on
            b.channel = a.channel and b.user_key = a.user_key
            and (b.barred_at is null or b.barred_at <= a.acted_until)
    where a.action = 'unblock' and a.user_key is not null
    group by a.key_text, a.rec, a.channel, a.acted_at
),

tested as (
    select
        q.sheet, q.key_text, q.rec, q.channel, q.content_rec, q.second_at as moment_at,
        case when q.second_until < q.first_at then q.rule end as broken
    from pair as q
    cross join period as p
    where
        (q.first_at >= p.starts_at and q.first_at < p.ends_at)
        or (q.second_at >= p.starts_at and q.second_at < p.ends_at)
    union all
    select
        r.sheet, r.key_text, r.rec, r.channel, null, r.acted_at,
        case when r.n = 0 then r.rule end
    from answered as r
    cross join period as p
    where r.acted_at >= p.starts_at and r.acted_at < p.ends_at
),

row_verdict as (
    select
        sheet, key_text, min(channel) as channel, min(moment_at) as moment_at, min(broken) as broken,
        list_concat(list(rec order by rec), list(content_rec order by content_rec)) as recs
    from tested
    group by sheet, key_text
),

share as (
    select sheet, count(broken) * 100 > count(*) as is_above
    from row_verdict
    group by sheet
)

select
    v.sheet || '/' || v.key_text as item,
    case
        when v.broken is null then 'pass'
        when s.is_above then 'exception'
        else 'not_evidenced'
    end as outcome,
    v.broken as subtype,
    case v.broken
        when 'act_before_content' then 'the act is earlier than the post it is about'
        when 'concluded_before_opened' then 'the investigation was concluded before it was opened'
        when 'reported_before_aware' then 'the incident was reported before anybody was aware of it'
        when 'counter_before_notice' then 'the counter-notice is earlier than the notice it answers'
        when 'agent_before_receipt' then 'the agent had the notice before anybody received it'
        when 'reviewed_before_receipt' then 'the concern was reviewed before it was received'
        when 'closed_before_receipt' then 'the concern was closed before it was received'
        when 'decided_before_receipt' then 'the request was decided before it was received'
        when 'return_without_removal' then 'the post came back and no removal of it is recorded'
        when 'unblock_without_block' then 'the user was unblocked and no block is recorded'
        else 'the moments of the row have a possible order'
    end as reason,
    v.channel,
    v.moment_at as occurred_at,
    v.recs as evidence
from row_verdict as v
inner join share as s on s.sheet = v.sheet
