/*
id         = "DM-09"
title      = "The items of a complete notice are disabled in time"
clauses    = ["4.13"]
tier       = 1
severity   = "critical"
basis      = ["L", "M"]
subject    = "complete copyright notice"
needs      = ["dmca_items", "dmca_notices"]
witnesses  = ["posts"]
parameters = ["dmca_removal_limit", "dmca_removal_target"]
criterion  = "Each item that a complete notice names is disabled by the end of the business day that dmca_removal_limit allows after receipt by the agent, or after the notice was completed. The statute says expeditiously and names no number (17 U.S.C. 512(c)(1)(C))."
counts     = "Venues A, A2 and A3 with items named; the class in force is the computed one, or the recorded one when it carries an override reason, and a cure makes any notice complete from then. A notice whose class is undetermined is in DM-08 only. The item disabled last decides. A removal by the author, by the platform, for another reason or before the assessment counts, and so does a retraction that comes first; at a platform page (A2) pointing the sender to the platform counts too. An item that was not public at the start is not applicable. In time, but over dmca_removal_target, is an observation. Where the receipt by the agent is not recorded, only a removal within the limit from the first receipt is certain."
effect     = "Material stays public after the library was told; on a self-hosted channel the limit on liability of section 512(c) can be lost."
remedy     = "Disable the listed items; add a back-up recipient for absences."
*/
with item as (
    select
        n.notice_no, n.venue, n.channel, n.rec as notice_rec, n.start_at, n.start_on, n.start_is_known, n.start_flags,
        n.cured_rec, h.post, h.rec, h.post_rec, h.disabled_rec, h.disabled_at, h.disabled_until, h.disabled_flags,
        h.partial_rec, h.retracted_at, h.retracted_until, h.retracted_rec,
        exists (
            select 1
            from post_state as s
            where
                s.post = h.post and s.state <> 'visible' and s.from_at < n.start_at
                and (s.until_at is null or s.until_at > n.start_at)
                and not exists (
                    select 1
                    from dmca_step as k
                    where k.rec = s.rec and k.notice_no = n.notice_no and k.step = 'disabled'
                )
        ) and (h.disabled_at is null or h.disabled_until >= n.start_at) as is_gone
    from dmca_notice as n
    inner join dmca_item_history as h on h.notice_no = n.notice_no and h.is_named
    cross join period as w
    where n.venue in ('A', 'A2', 'A3') and n.start_at >= w.starts_at and n.start_at < w.ends_at
),

ending as (
    select i.notice_no, i.post, 'act' as how, i.disabled_at as at, i.disabled_until as until, i.disabled_rec as rec
    from item as i
    where i.disabled_at is not null
    union all
    select i.notice_no, i.post, 'act', i.retracted_at, i.retracted_until, i.retracted_rec
    from item as i
    where i.retracted_at is not null
    union all
    select i.notice_no, i.post, 'act', s.happened_at, s.happened_until, s.rec
    from item as i
    inner join dmca_step as s on s.notice_no = i.notice_no and (s.post is null or s.post = i.post)
    where i.venue = 'A2' and s.step = 'routed_to_platform'
    union all
    select
        i.notice_no, i.post,
        case when g.rec is null then 'act' else 'sighting' end,
        case when g.rec is null then s.from_at else i.start_at end,
        s.from_at, s.rec
    from item as i
    inner join post_state as s on s.post = i.post and s.state <> 'visible' and s.from_at >= i.start_at
    left join sightings as g on g.rec = s.rec
    where
        not exists (
            select 1
            from dmca_step as k
            where k.rec = s.rec and k.notice_no = i.notice_no and k.step = 'disabled'
        )
),

first_ending as (
    select
        e.notice_no, e.post, e.how, e.at, e.until, e.rec,
        row_number() over (
            partition by e.notice_no, e.post
            order by e.until asc, e.at desc, e.how asc, e.rec asc
        ) as place
    from ending as e
),

timed as (
    select
        i.*, e.rec as ending_rec, q.dmca_removal_limit,
        cast(b.ordinal - a.ordinal as double) as taken,
        case
            when i.is_gone then 'already_gone'
            when e.until < d.ends_at and e.at >= t.latest_ends_at then 'over_target'
            when e.until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when not i.start_is_known then 'agent_receipt_unknown'
            when e.how = 'act' and e.at >= d.latest_ends_at then 'late'
            when
                e.how = 'sighting' and exists (
                    select 1
                    from sightings as g
                    where
                        g.post = i.post and g.state = 'visible'
                        and g.seen_at >= d.latest_ends_at and g.seen_at < e.until
                ) then 'late'
            when e.how = 'sighting' then 'removal_time_unknown'
            when e.rec is not null and d.ends_at = d.latest_ends_at then 'removal_time_unknown'
            when e.rec is not null then 'calendar_unset'
            when w.as_of_at < d.latest_ends_at then 'pending'
            when i.partial_rec is not null then 'partial'
            else 'not_removed'
        end as state
    from item as i
    cross join period as w
    cross join parameter as q
    left join first_ending as e on e.notice_no = i.notice_no and e.post = i.post and e.place = 1
    left join due as d on d.day = i.start_on and d.n = q.dmca_removal_limit
    left join due as t on t.day = i.start_on and t.n = q.dmca_removal_target
    left join local_day as l on l.starts_at <= e.until and l.ends_at > e.until
    left join business_day as a on a.calendar = 'L' and a.day = i.start_on
    left join business_day as b on b.calendar = 'L' and b.day = l.day
),

ranked as (
    select
        t.*,
        row_number() over (
            partition by t.notice_no
            order by
                case
                    when t.state in ('late', 'not_removed') then 1
                    when t.state = 'pending' then 2
                    when
                        t.state in (
                            'calendar_unset', 'calendar_unconfirmed', 'agent_receipt_unknown', 'removal_time_unknown'
                        ) then 3
                    when t.state = 'partial' then 4
                    when t.state = 'over_target' then 5
                    when t.state = 'in_time' then 6
                    else 7
                end asc,
                t.taken desc, t.post asc
        ) as place
    from timed as t
),

seen as (
    select
        r.notice_no,
        list_concat(
            list_concat(list(r.rec order by r.post), list(r.post_rec order by r.post)),
            list_concat(list(r.ending_rec order by r.post), list(r.partial_rec order by r.post))
        ) as recs
    from ranked as r
    group by r.notice_no
)

select
    r.notice_no as item,
    case
        when r.state = 'in_time' then 'pass'
        when r.state = 'over_target' then 'observation'
        when r.state in ('late', 'not_removed') then 'exception'
        when r.state = 'partial' then 'needs_review'
        when r.state = 'pending' then 'pending'
        when r.state = 'already_gone' then 'not_applicable'
        else 'not_evidenced'
    end as outcome,
    case when r.state not in ('in_time', 'pending') then r.state end as subtype,
    'venue ' || r.venue || ': ' || case r.state
        when 'in_time' then 'every item was gone, or the notice settled, within the '
        when 'over_target' then 'the last item was gone after the target, but within the '
        when 'late' then 'the last item was gone after the '
        when 'not_removed' then 'an item was not disabled within the '
        when 'partial' then 'an item was disabled in part only within the '
        when 'pending' then 'not every item is gone, but not over at the cut-off is the '
        when 'already_gone' then 'no item was public at the start of the '
        when 'agent_receipt_unknown' then 'the receipt by the agent is not recorded, which would start the '
        when 'removal_time_unknown' then 'no record says whether the item was gone before the end of the '
        when 'calendar_unset' then 'an optional closing day that is not set decides the '
        else 'the library''s calendar is not confirmed up to the end of the '
    end
    || case r.venue
        when 'A' then 'limit for what the statute calls expeditiously'
        else 'limit of the library''s procedure'
    end as reason,
    r.channel,
    list_concat(r.start_flags, coalesce(r.disabled_flags, [])) as flags,
    r.start_at as occurred_at,
    case when r.state in ('in_time', 'over_target', 'late', 'calendar_unset') then r.taken end as measured,
    case when r.state <> 'already_gone' then cast(r.dmca_removal_limit as double) end as threshold,
    list_concat([r.notice_rec, r.cured_rec], s.recs) as evidence
from ranked as r
inner join seen as s on s.notice_no = r.notice_no
where r.place = 1
