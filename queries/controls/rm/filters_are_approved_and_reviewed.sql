/*
id         = "RM-14"
title      = "Filters are approved, mapped to a clause, and what they hide is reviewed"
clauses    = ["3.2a", "3.3a", "6.7a"]
tier       = 1
severity   = "high"
basis      = ["S", "M"]
subject    = "filter rule, or item hidden by one"
needs      = ["actions", "filter_rules"]
parameters = ["filter_reapproval", "auto_hidden_review_limit"]
criterion  = "Each rule active in the period was approved before it began by a person with authority over settings, names a clause, and its approval is at most filter_reapproval days old on each day it ran; a person reviews each item it hid by the end of the business day that auto_hidden_review_limit allows."
counts     = "Population: rules active at any moment of the period, and acts hide, delete or hold_reject in the period by a rule; the same acts by the platform's own system are not applicable and counted apart. The age of an approval is measured on the rule's last day in the period (not beyond the cut-off). A clause counts when the reason map knows it, as code or clause. A review is a staff act on the item (no_action included), a moderator's or reviewer's judgment of it, or the review of a concern about it. The word list itself is for a person to read and is never shown."
effect     = "Speech is hidden by a list nobody approved or looks at."
remedy     = "Re-approve or switch off; review the listed hidden items."
*/
with rule as (
    select
        f.*,
        least(p.last_on, p.as_of_on, coalesce(f.end_on, p.last_on)) as last_active_on,
        w.answer, w.subtype as authority_subtype, w.recs as authority_recs, q.filter_reapproval
    from filter_rules as f
    cross join period as p
    cross join parameter as q
    left join authority as w on w.topic = 'filter_rule' and w.rec = f.rec and w.power = 'settings'
    where f.start_at < p.ends_at and (f.end_until is null or f.end_until > p.starts_at)
),

judged_rule as (
    select
        r.*, date_diff('day', r.approved_on, r.last_active_on) as age,
        case
            when r.approved_at is null or r.approved_by is null then 'not_approved'
            when r.approved_at > r.start_until then 'approved_later'
            when r.clause is null or not exists (
                select 1
                from reason_map as m
                where
                    (m.code = r.clause or m.clause = r.clause)
                    and m.start_on <= r.last_active_on
                    and m.end_on >= r.last_active_on
            ) then 'no_clause'
            when r.answer = 'no' then 'no_authority'
            when date_diff('day', r.approved_on, r.last_active_on) > r.filter_reapproval then 'approval_too_old'
            when r.approved_until > r.start_at then 'order_uncertain'
            when coalesce(r.answer, 'unknown') not in ('yes', 'observation') then 'authority_unknown'
            when r.answer = 'observation' then 'authority_observed'
            else 'approved'
        end as state
    from rule as r
),

hidden as (
    select
        a.action_no, a.channel, a.post, a.source, a.acted_at, a.acted_on, a.flags, a.recs, d.ends_at, d.latest_ends_at,
        coalesce(d.is_known, false) as is_known, p.as_of_at, q.auto_hidden_review_limit
    from act as a
    cross join period as p
    cross join parameter as q
    left join due as d on d.day = a.acted_on and d.n = q.auto_hidden_review_limit
    where
        a.source in ('automation', 'platform') and a.is_effective and a.action in ('hide', 'delete', 'hold_reject')
        and a.acted_at >= p.starts_at and a.acted_at < p.ends_at
),

looked_at as (
    select h.action_no, a.acted_at as reviewed_at, a.acted_until as reviewed_until, a.acted_on as reviewed_on, a.rec
    from hidden as h
    inner join act as a on a.post = h.post and a.source = 'staff' and a.acted_until >= h.acted_at
    union all
    select h.action_no, j.judged_at, j.judged_until, j.judged_on, j.rec
    from hidden as h
    inner join judgments as j
        on j.post = h.post and j.origin in ('moderator', 'reviewer') and j.judged_until >= h.acted_at
    union all
    select h.action_no, c.first_reviewed_at, c.first_reviewed_until, c.first_reviewed_on, c.rec
    from hidden as h
    inner join concerns as c on c.post = h.post and c.first_reviewed_until >= h.acted_at
),

review as (
    select
        action_no, min(reviewed_at) as reviewed_at, min(reviewed_until) as reviewed_until,
        min(reviewed_on) as reviewed_on, list(rec order by rec) as recs
    from looked_at
    group by action_no
),

judged_item as (
    select
        h.*, r.reviewed_on, r.recs as review_recs,
        case
            when h.source = 'platform' then 'by_platform'
            when r.reviewed_until < h.ends_at then 'reviewed'
            when not h.is_known then 'calendar_unconfirmed'
            when r.action_no is null then case when h.as_of_at < h.latest_ends_at then 'pending' else 'not_reviewed' end
            when r.reviewed_at >= h.latest_ends_at then 'reviewed_late'
            when h.ends_at < h.latest_ends_at then 'calendar_unset'
            else 'order_uncertain'
        end as state
    from hidden as h
    left join review as r on r.action_no = h.action_no
),

answer as (
    select
        r.filter_rule as name, 0 as part, r.channel, r.start_at as occurred_at, r.state, r.authority_subtype as detail,
        cast(r.age as double) as measured, cast(r.filter_reapproval as double) as threshold,
        cast([] as varchar[]) as flags, list_prepend(r.rec, coalesce(r.authority_recs, [])) as recs
    from judged_rule as r
    union all
    select
        i.action_no, 1, i.channel, i.acted_at, i.state, null,
        cast(done.ordinal - least(begun.ordinal, done.ordinal) as double),
        case when i.state <> 'by_platform' then cast(i.auto_hidden_review_limit as double) end,
        i.flags, list_concat(i.recs, coalesce(i.review_recs, []))
    from judged_item as i
    left join business_day as begun on begun.calendar = 'L' and begun.day = i.acted_on
    left join business_day as done on done.calendar = 'L' and done.day = i.reviewed_on and i.source <> 'platform'
)

select
    name || case
        when row_number() over (partition by name order by part) > 1 then '#2'
        else ''
    end as item,
    case
        when state in ('approved', 'reviewed') then 'pass'
        when state = 'by_platform' then 'not_applicable'
        when state = 'pending' then 'pending'
        when state = 'authority_observed' then 'observation'
        when state in ('calendar_unset', 'calendar_unconfirmed', 'order_uncertain', 'authority_unknown')
            then 'not_evidenced'
        else 'exception'
    end as outcome,
    case
        when state in ('no_authority', 'authority_observed') then detail
        when state in ('by_platform', 'calendar_unset', 'calendar_unconfirmed', 'order_uncertain') then state
    end as subtype,
    case state
        when 'approved' then 'the rule was approved before it began, and the approval is recent enough'
        when 'reviewed' then 'a person reviewed the hidden item in time'
        when 'by_platform' then 'the platform''s own system acted'
        when 'pending' then 'no review is recorded yet, and the time for it is not over'
        when 'not_approved' then 'no approval of the rule is recorded'
        when 'approved_later' then 'the rule was approved only after it began'
        when 'no_clause' then 'the rule names no clause that the reason map knows'
        when 'no_authority' then 'the person who approved the rule had no authority over settings'
        when 'approval_too_old' then 'the approval was older than the limit while the rule ran'
        when 'authority_unknown' then 'the records do not show whether the approver had authority over settings'
        when 'authority_observed' then 'the person who approved had authority on a designation that needs attention'
        when 'not_reviewed' then 'no person reviewed the hidden item'
        when 'reviewed_late' then 'a person reviewed the hidden item after the limit'
        when 'calendar_unset' then 'whether the review was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        else 'the recorded times do not show the order'
    end as reason,
    channel,
    flags,
    occurred_at,
    measured,
    threshold,
    recs as evidence
from answer
