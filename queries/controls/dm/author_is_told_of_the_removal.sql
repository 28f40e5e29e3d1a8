/*
id         = "DM-13"
title      = "The author is told promptly of a removal on notice"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "notice with a removal"
needs      = ["dmca_notices"]
witnesses  = ["dmca_events", "posts"]
parameters = ["dmca_prompt_limit"]
criterion  = "For each removal on a copyright notice the author was told by the end of the business day that dmca_prompt_limit allows after the item was disabled. The statute says promptly (17 U.S.C. 512(g)(2)(A))."
counts     = "Population: notices of venues A, A2 and A3 whose first removal lies in the period; the item told last decides. Each item counts from its own removal. No route to the author, recorded with a note at the place or the steps taken, counts as told. On a platform page (A2) an author not told is an observation; the library's own items (A3) have nobody to tell. Whether a casual commenter is a subscriber is an open question of law."
effect     = "An author who does not know of the removal cannot send a counter-notice; the shield of section 512(g) is lost towards subscribers."
remedy     = "Send the overdue notice today with the standard text; record the route used."
*/
with first_removal as (
    select h.notice_no, min(h.disabled_at) as removed_at
    from dmca_item_history as h
    where h.disabled_at is not null
    group by h.notice_no
),

told as (
    select
        n.notice_no, n.venue, n.channel, n.rec as notice_rec, f.removed_at, h.post, h.rec, h.post_rec,
        h.disabled_on, h.disabled_rec, h.disabled_flags,
        least(coalesce(h.told_at, h.no_route_at), coalesce(h.no_route_at, h.told_at)) as done_at,
        least(coalesce(h.told_until, h.no_route_until), coalesce(h.no_route_until, h.told_until)) as done_until,
        h.told_rec, h.no_route_rec
    from dmca_notice as n
    cross join period as w
    inner join first_removal as f on f.notice_no = n.notice_no
    inner join dmca_item_history as h on h.notice_no = n.notice_no and h.disabled_at is not null
    where n.venue in ('A', 'A2', 'A3') and f.removed_at >= w.starts_at and f.removed_at < w.ends_at
),

timed as (
    select
        t.*, q.dmca_prompt_limit,
        cast(b.ordinal - a.ordinal as double) as taken,
        case
            when t.venue = 'A3' then 'own_item'
            when t.done_until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when t.done_at >= d.latest_ends_at then 'late'
            when t.done_at is not null
                then case when d.ends_at < d.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when w.as_of_at < d.latest_ends_at then 'pending'
            else 'not_told'
        end as state
    from told as t
    cross join period as w
    cross join parameter as q
    left join due as d on d.day = t.disabled_on and d.n = q.dmca_prompt_limit
    left join local_day as l on l.starts_at <= t.done_at and l.ends_at > t.done_at
    left join business_day as a on a.calendar = 'L' and a.day = t.disabled_on
    left join business_day as b on b.calendar = 'L' and b.day = l.day
),

ranked as (
    select
        t.*,
        row_number() over (
            partition by t.notice_no
            order by
                case
                    when t.state in ('late', 'not_told') then 1
                    when t.state = 'pending' then 2
                    when t.state in ('calendar_unset', 'calendar_unconfirmed') then 3
                    else 4
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
            list_concat(
                list(r.disabled_rec order by r.post),
                list_concat(list(r.told_rec order by r.post), list(r.no_route_rec order by r.post))
            )
        ) as recs
    from ranked as r
    group by r.notice_no
)

select
    r.notice_no as item,
    case
        when r.state = 'own_item' then 'not_applicable'
        when r.state = 'in_time' then 'pass'
        when r.state in ('late', 'not_told') and r.venue = 'A2' then 'observation'
        when r.state in ('late', 'not_told') then 'exception'
        when r.state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when r.state not in ('in_time', 'pending') then r.state end as subtype,
    'venue ' || r.venue || ': ' || case r.state
        when 'own_item' then 'the item is the library''s own, and there is no author to tell'
        when 'in_time' then 'the author was told, or no route to the author recorded, within the '
        when 'late' then 'the author was told after the '
        when 'not_told' then 'the author was not told within the '
        when 'pending' then 'not over at the cut-off is the '
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the '
        when 'calendar_unset' then 'an optional closing day that is not set decides the '
        else 'the library''s calendar is not confirmed up to the end of the '
    end
    || case r.venue
        when 'A' then 'limit for what the statute calls promptly'
        when 'A2' then 'limit of the library''s procedure'
        else ''
    end as reason,
    r.channel,
    coalesce(r.disabled_flags, []) as flags,
    r.removed_at as occurred_at,
    case when r.state in ('in_time', 'late', 'calendar_unset') then r.taken end as measured,
    case when r.state <> 'own_item' then cast(r.dmca_prompt_limit as double) end as threshold,
    list_prepend(r.notice_rec, s.recs) as evidence
from ranked as r
inner join seen as s on s.notice_no = r.notice_no
where r.place = 1
