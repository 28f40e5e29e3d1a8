/*
id         = "DM-11"
title      = "Nothing is removed on a defective notice alone"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L", "P"]
subject    = "defective copyright notice"
needs      = ["dmca_notices"]
covers     = ["dmca"]
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
    select h.notice_no, h.post, s.happened_at, s.happened_until, s.rec
    from dmca_item_history as h
    inner join dmca_step as s on s.notice_no = h.notice_no and (s.post is null or s.post = h.post)
    where s.step = 'independent_ground' or s.step = 'cured' or (s.step = 'disabled' and s.by_rule)
),

judged_item as (
    select
        n.notice_no, h.post, h.rec, h.post_rec, h.disabled_rec, h.disabled_flags, h.restored_rec,
        g.rec as ground_rec,
        case
            when h.disabled_at is null then 'not_removed'
            when g.certain = 1 then 'other_ground'
            when g.possible = 1 then 'order_uncertain'
            when h.restored_until < d.ends_at then 'restored_soon'
            else 'removed'
        end as state
    from notice as n
    inner join dmca_item_history as h on h.notice_no = n.notice_no
    left join (
        select
            h.notice_no, h.post, min(g.rec) as rec,
            max(case when g.happened_until <= h.disabled_at or g.rec = h.disabled_rec then 1 else 0 end) as certain,
            max(case when g.happened_at <= h.disabled_until then 1 else 0 end) as possible
        from dmca_item_history as h
        inner join ground as g on g.notice_no = h.notice_no and g.post = h.post
        group by h.notice_no, h.post
    ) as g on g.notice_no = h.notice_no and g.post = h.post
    left join
        due as d
        on d.n = 1 and d.day = case when n.assessed_at > h.disabled_at then n.assessed_on else h.disabled_on end
)

select 1
