/*
id         = "RM-18"
title      = "A reversed removal is undone"
clauses    = ["4.17a"]
tier       = 1
severity   = "high"
basis      = ["S", "M"]
subject    = "appeal"
needs      = ["appeals", "actions"]
witnesses  = ["sightings"]
parameters = ["restore_limit"]
criterion  = "Where an appeal against a removal was decided as reversed, the item is visible again by the end of the business day that restore_limit allows, or, where that is technically impossible, its author is invited to post it again by then."
counts     = "Population: appeals on hide, delete, hold_reject, comment_lock or unpublish, decided as reversed in the period. The record of the remedy counts, and so does an act or a capture that shows the item in view. An invitation to post again stands in only for items that were deleted or rejected (alt_remedy). Impossible without an invitation is an exception, unless the author is no longer there (the author deleted the item): not applicable. A remedy without a time is not evidenced."
effect     = "A decision in favour of the author has no effect."
remedy     = "Restore or invite repost in writing."
*/
with appeal as (
    select
        ap.appeal, ap.decided_at, ap.decided_on, ap.rec, ap.remedied_at, ap.remedied_until, ap.remedied_on, ap.remedy,
        a.channel, a.post, a.flags, a.recs as act_recs, d.ends_at, d.latest_ends_at,
        coalesce(d.is_known, false) as is_known, p.as_of_at, q.restore_limit
    from appeals as ap
    inner join act as a on a.action_no = ap.action_no
    cross join period as p
    cross join parameter as q
    left join due as d on d.day = ap.decided_on and d.n = q.restore_limit
    where
        ap.decision = 'reversed' and ap.decided_at >= p.starts_at and ap.decided_at < p.ends_at
        and a.action in ('hide', 'delete', 'hold_reject', 'comment_lock', 'unpublish')
),

looked_at as (
    select
        a.*,
        (
            select min(greatest(s.from_at, a.decided_at))
            from post_state as s
            where
                s.post = a.post and s.state = 'visible' and (s.until_at is null or s.until_at > a.decided_at)
        ) as visible_at,
        exists (
            select 1
            from act as gone
            where gone.post = a.post and gone.is_ecrl and gone.is_effective and gone.action in ('delete', 'hold_reject')
        ) as is_gone_for_good,
        exists (
            select 1
            from post_state as s
            where s.post = a.post and s.state = 'author_deleted' and s.from_at < a.latest_ends_at
        ) as is_author_gone,
        (
            select list(s.rec order by s.rec)
            from post_state as s
            where s.post = a.post
        ) as state_recs
    from appeal as a
),

remedied as (
    select
        l.*,
        case
            when l.remedy = 'restored' then l.remedied_at
            when l.remedy = 'invited_to_repost' and l.is_gone_for_good then l.remedied_at
        end as remedy_at,
        l.remedy = 'restored' or (l.remedy = 'invited_to_repost' and l.is_gone_for_good) as is_remedy
    from looked_at as l
),

judged as (
    select
        r.*,
        case
            when r.visible_at < r.ends_at then 'restored'
            when r.remedied_until < r.ends_at and r.remedy_at is not null
                then case when r.remedy = 'restored' then 'restored' else 'alt_remedy' end
            when r.is_author_gone then 'author_gone'
            when not r.is_known then 'calendar_unconfirmed'
            when r.visible_at < r.latest_ends_at or r.remedy_at < r.latest_ends_at
                then case when r.ends_at < r.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when r.is_remedy and r.remedied_at is null and r.visible_at is null then 'no_time'
            when r.as_of_at < r.latest_ends_at then 'pending'
            when r.visible_at is not null or r.remedy_at is not null then 'late'
            else 'not_carried_out'
        end as state
    from remedied as r
),

done as (
    select
        j.*,
        case
            when j.state in ('restored', 'alt_remedy', 'late', 'calendar_unset')
                then coalesce(d.day, j.remedied_on)
        end as done_on
    from judged as j
    left join local_day as d on d.starts_at <= j.visible_at and d.ends_at > j.visible_at
)

select
    d.appeal as item,
    case
        when d.state in ('restored', 'alt_remedy') then 'pass'
        when d.state = 'author_gone' then 'not_applicable'
        when d.state = 'pending' then 'pending'
        when d.state in ('late', 'not_carried_out') then 'exception'
        else 'not_evidenced'
    end as outcome,
    case
        when d.state in ('alt_remedy', 'author_gone', 'calendar_unset', 'calendar_unconfirmed', 'order_uncertain')
            then d.state
    end as subtype,
    case d.state
        when 'restored' then 'the item was visible again in time'
        when 'alt_remedy' then 'the item could not be restored, and its author was invited in time to post it again'
        when 'author_gone' then 'the author had deleted the item'
        when 'pending' then 'the item is not visible yet, and the time for it is not over'
        when 'late' then 'the reversal was carried out after the limit'
        when 'not_carried_out' then 'no record shows that the reversal was carried out'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        when 'no_time' then 'a remedy is recorded without its time'
        else 'the recorded time does not show whether it was in time'
    end as reason,
    d.channel,
    d.flags,
    d.decided_at as occurred_at,
    cast(finished.ordinal - least(begun.ordinal, finished.ordinal) as double) as measured,
    cast(d.restore_limit as double) as threshold,
    list_concat(d.act_recs, [d.rec], coalesce(d.state_recs, [])) as evidence
from done as d
left join business_day as begun on begun.calendar = 'L' and begun.day = d.decided_on
left join business_day as finished on finished.calendar = 'L' and finished.day = d.done_on
