/*
id         = "DM-12"
title      = "Exactly the items that a notice identifies are removed"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "item of a case with a removal"
needs      = ["dmca_items", "dmca_notices"]
witnesses  = ["dmca_events", "posts"]
parameters = ["dmca_removal_limit"]
criterion  = "In each case with a removal every item that the complete notice identifies is gone, and nothing is gone on it that no notice identifies."
counts     = "Population: the items named by, or disabled under, each notice of venues A, A2 and A3 whose first removal lies in the period. An identified item still up is pending until dmca_removal_limit is over, and is not asked of a notice that is not complete (DM-11) or was retracted. Disabled in part, or disabled beyond the named items where the notice gives a representative list (a word of its description of the work), goes to a person. An item disabled under one notice and named by another is in order; so is one with another removal ground on the act."
effect     = "Under-removal leaves the material up; over-removal takes down speech nobody complained about."
remedy     = "Restore what no complete notice covers, or record the independent ground."
*/
with removal as (
    select h.notice_no, min(h.disabled_at) as removed_at
    from dmca_item_history as h
    where h.disabled_at is not null
    group by h.notice_no
),

judged as (
    select
        n.notice_no, n.venue, n.rec as notice_rec, r.removed_at, h.post, h.rec, h.post_rec, h.channel,
        h.disabled_rec, h.disabled_flags, h.partial_rec, h.retracted_rec, s.rec as state_rec,
        case
            when h.is_named and h.disabled_at is not null then 'removed'
            when h.is_named and s.state is not null and s.state <> 'visible' then 'already_gone'
            when h.is_named and n.start_at is null then 'no_complete_notice'
            when h.is_named and h.retracted_at is not null then 'retracted'
            when h.is_named and w.as_of_at < d.latest_ends_at then 'pending'
            when h.is_named and h.partial_rec is not null then 'partial'
            when h.is_named and (d.is_known is null or not d.is_known) then 'calendar_unconfirmed'
            when h.is_named then 'under'
            when h.disabled_at is null and h.partial_rec is null then 'untouched'
            when exists (
                select 1
                from dmca_items as o
                where o.post = h.post
            ) then 'named_elsewhere'
            when exists (
                select 1
                from dmca_step as b
                where b.notice_no = h.notice_no and b.post = h.post and b.step = 'disabled' and b.by_rule
            ) then 'other_ground'
            when lower(n.work) like '%representative%' then 'representative_list'
            else 'over'
        end as state
    from dmca_notice as n
    cross join period as w
    cross join parameter as q
    inner join removal as r on r.notice_no = n.notice_no
    inner join dmca_item_history as h on h.notice_no = n.notice_no
    left join post_state as s on s.post = h.post and s.until_at is null
    left join due as d on d.day = n.start_on and d.n = q.dmca_removal_limit
    where n.venue in ('A', 'A2', 'A3') and r.removed_at >= w.starts_at and r.removed_at < w.ends_at
)

select
    notice_no || '/' || post as item,
    case
        when state in ('removed', 'retracted', 'named_elsewhere', 'other_ground') then 'pass'
        when state in ('under', 'over') then 'exception'
        when state in ('partial', 'representative_list') then 'needs_review'
        when state in ('already_gone', 'no_complete_notice') then 'not_applicable'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case
        when state not in ('removed', 'retracted', 'named_elsewhere', 'other_ground', 'pending') then state
    end as subtype,
    'venue ' || venue || ': ' || case state
        when 'removed' then 'the identified item was disabled'
        when 'retracted' then 'the complaint about the item was retracted'
        when 'named_elsewhere' then 'another notice names the item'
        when 'other_ground' then 'the act has a ground of its own'
        when 'under' then 'other items were disabled, this identified item is still up'
        when 'over' then 'the item was disabled although no notice names it'
        when 'partial' then 'the item was disabled in part only'
        when 'representative_list' then 'the notice gives a representative list, and the item is not on it by name'
        when 'already_gone' then 'the item is not public, and not by an act on this notice'
        when 'no_complete_notice' then 'the notice is not complete, so that no removal is asked'
        when 'pending' then 'the limit for the removal is not over at the cut-off'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    channel,
    coalesce(disabled_flags, []) as flags,
    removed_at as occurred_at,
    [notice_rec, rec, post_rec, disabled_rec, partial_rec, retracted_rec, state_rec] as evidence
from judged
where state <> 'untouched'
