/*
id         = "DM-11"
title      = "Nothing is removed on a defective notice alone"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L", "P"]
subject    = "defective copyright notice"
needs      = ["dmca_notices"]
witnesses  = ["actions", "dmca_events", "dmca_items"]
parameters = []
criterion  = "No item was disabled with a defective notice as its only reason (17 U.S.C. 512(c)(3)(B)(i): such a notice gives no knowledge)."
counts     = "Venues A, A2 and A3 with the class in force defective. An independent ground recorded before the act, another removal ground on the act itself, and a cure before the act are in order. Put back by the end of one business day after the defect was noted (the assessment, or the act when it came later) is an exception of medium severity. The finding is over-removal and a matter of procedure: removal in good faith is shielded by 17 U.S.C. 512(g)(1)."
effect     = "Speech that no complete complaint covers disappears from a public forum."
remedy     = "Restore what no complete notice covers, or record the independent ground."
*/
with notice as (
    select n.*
    from dmca_notice as n
    cross join period as w
    where
        n.venue in ('A', 'A2', 'A3') and n.class_in_force = 'defective'
        and n.agent_at >= w.starts_at and n.agent_at < w.ends_at
),

ground as (
    select
        h.notice_no, h.post, list(s.rec order by s.rec) as recs,
        max(case
            when s.step = 'disabled' and s.happened_on <= h.disabled_on then 1
            when s.step <> 'disabled' and s.happened_until <= h.disabled_at then 1
            else 0
        end) as is_certain,
        max(case when s.happened_at <= h.disabled_until then 1 else 0 end) as is_possible
    from dmca_item_history as h
    inner join dmca_step as s on s.notice_no = h.notice_no and (s.post is null or s.post = h.post)
    where s.step in ('independent_ground', 'cured') or (s.step = 'disabled' and s.by_rule)
    group by h.notice_no, h.post
),

judged_item as (
    select
        n.notice_no, n.venue, n.channel, n.rec as notice_rec, n.agent_at, n.agent_flags,
        h.post, h.rec, h.disabled_rec, h.disabled_flags, h.restored_rec, g.recs as ground_recs,
        case
            when h.disabled_at is null then 4
            when g.is_certain = 1 then 4
            when g.is_possible = 1 then 3
            when h.restored_until < d.ends_at then 2
            else 1
        end as grade
    from notice as n
    left join dmca_item_history as h on h.notice_no = n.notice_no
    left join ground as g on g.notice_no = h.notice_no and g.post = h.post
    left join
        due as d
        on d.n = 1 and d.day = case when n.assessed_at > h.disabled_at then n.assessed_on else h.disabled_on end
),

judged as (
    select
        notice_no, venue, channel, notice_rec, agent_at, agent_flags, min(grade) as grade,
        max(case when list_contains(disabled_flags, 'date_only') then 1 else 0 end) as is_date_only,
        max(case when list_contains(disabled_flags, 'tz_uncertain') then 1 else 0 end) as is_tz_uncertain,
        list_concat(
            list_concat(list(rec order by post), list(disabled_rec order by post)),
            list_concat(list(restored_rec order by post), flatten(list(coalesce(ground_recs, []) order by post)))
        ) as recs
    from judged_item
    group by notice_no, venue, channel, notice_rec, agent_at, agent_flags
)

select
    notice_no as item,
    case grade
        when 1 then 'exception'
        when 2 then 'exception'
        when 3 then 'not_evidenced'
        else 'pass'
    end as outcome,
    case grade
        when 1 then 'over_removal'
        when 2 then 'restored'
        when 3 then 'order_uncertain'
    end as subtype,
    'venue ' || venue || ': ' || case grade
        when 1 then 'an item was disabled although the notice was defective and no other ground is recorded'
        when 2 then 'an item was disabled on the defective notice and put back soon after'
        when 3 then 'the recorded times do not show whether another ground stood before the act'
        else 'nothing was disabled on the defective notice alone'
    end as reason,
    channel,
    case when grade = 2 then 'medium' end as severity,
    list_concat(agent_flags, [
        case when is_date_only = 1 then 'date_only' end,
        case when is_tz_uncertain = 1 then 'tz_uncertain' end
    ]) as flags,
    agent_at as occurred_at,
    list_prepend(notice_rec, recs) as evidence
from judged
