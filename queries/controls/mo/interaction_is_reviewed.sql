/*
id         = "MO-02"
title      = "Every public interaction is reviewed"
clauses    = ["3.2b", "3.2c", "6.2c"]
tier       = 1
severity   = "medium"
basis      = ["P", "M"]
subject    = "post or comment by the public"
needs      = ["posts", "monitoring"]
witnesses  = ["actions"]
parameters = ["interaction_review_limit"]
criterion  = "Each public post or comment was seen by a person of the library within interaction_review_limit business days: a review of its account that reached it, or an act on it."
counts     = "Population: posts and comments by the public made in the period, not what is held back before publication (RM-21). A review of the rota reaches what was posted up to its seen_through, never later than the review itself. A staff act on the post (no_action included), a moderator's or reviewer's judgment of it, the review of a concern about it and a staff reply to it are reviews of it as well. A comment in an old thread (its first post is more than 30 days older, or not on record) is not seen by a review that goes by date: when only such reviews cover it a person decides. An alert of an automatic login is no review. Where the sheet coverage was supplied and does not cover the rota on the day of the post and the last day of the limit, silence is not evidenced. A review whose order to the post or to the limit cannot be told is not evidenced."
effect     = "Content that the policy says will be removed, or answered, stays because nobody looked."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with item as (
    select
        p.post, p.channel, p.posted_at, p.posted_until, p.posted_on, p.posted_quality, p.rec,
        d.due_on, d.ends_at, d.latest_ends_at, d.is_known, o.ordinal,
        coalesce(p.root, p.parent) is not null and (
            t.posted_on is null or date_diff('day', t.posted_on, p.posted_on) > 30
        ) as is_old_thread
    from posts as p
    cross join period as w
    cross join parameter as q
    left join posts as t on t.post = coalesce(p.root, p.parent)
    left join due as d on d.day = p.posted_on and d.n = q.interaction_review_limit
    left join business_day as o on o.calendar = 'L' and o.day = p.posted_on
    where
        p.author_kind = 'public' and coalesce(p.surface, 'public') = 'public'
        and p.posted_at >= w.starts_at and p.posted_at < w.ends_at
),

look as (
    select a.post, a.acted_at as looked_at, a.acted_until as looked_until, a.acted_on as looked_on, a.rec
    from act as a
    where a.source = 'staff' and a.post is not null
    union all
    select j.post, j.judged_at, j.judged_until, j.judged_on, j.rec
    from judgments as j
    where j.origin in ('moderator', 'reviewer') and j.judged_at is not null
    union all
    select c.post, c.first_reviewed_at, c.first_reviewed_until, c.first_reviewed_on, c.rec
    from concerns as c
    where c.post is not null and c.first_reviewed_at is not null
    union all
    select r.parent, r.posted_at, r.posted_until, r.posted_on, r.rec
    from posts as r
    where r.author_kind = 'staff' and r.parent is not null and r.posted_at is not null
),

seen as (
    select
        i.post, k.looked_at, k.looked_until, k.looked_on, k.rec, true as is_certain, true as covers_thread
    from item as i
    inner join look as k on k.post = i.post
    union all
    select
        i.post, v.reviewed_at, v.reviewed_until, v.reviewed_on, v.rec,
        v.seen_at >= i.posted_until as is_certain,
        v.covers_old_threads or not i.is_old_thread as covers_thread
    from item as i
    inner join channel_review as v on v.channel = i.channel and v.seen_until >= i.posted_at
    where v.covers_comments or (i.is_old_thread and v.covers_old_threads)
),

weighed as (
    select
        s.post, s.rec, s.looked_on,
        case
            when s.looked_at >= i.latest_ends_at then 3
            when s.is_certain and s.looked_until < i.ends_at and s.covers_thread then 1
            else 2
        end as worth,
        s.covers_thread
    from seen as s
    inner join item as i on i.post = s.post
),

best as (
    select
        post, rec, looked_on, worth, covers_thread,
        row_number() over (
            partition by post
            order by worth, case when covers_thread then 0 else 1 end, looked_on, rec
        ) as place
    from weighed
),

rota_day as (
    select channel, covers_from_on as from_on, covers_to_on as to_on
    from coverage
    where source in ('monitoring', 'all')
),

judged as (
    select
        i.post, i.channel, i.posted_at, i.posted_quality, i.rec, b.rec as look_rec,
        case when b.worth in (1, 3) then greatest(t.ordinal - i.ordinal, 0) end as taken,
        case
            when b.worth = 1 then 'reviewed'
            when coalesce(b.worth, 0) <> 3 and w.as_of_at < i.latest_ends_at then 'pending'
            when not coalesce(i.is_known, false) then 'calendar_unconfirmed'
            when b.worth = 2 and b.covers_thread and i.ends_at < i.latest_ends_at then 'calendar_unset'
            when b.worth = 2 and b.covers_thread then 'order_uncertain'
            when b.worth = 2 then 'old_thread'
            when exists (
                select 1
                from supplied as s
                where s.sheet = 'coverage'
            ) and not (
                exists (
                    select 1
                    from rota_day as c
                    where c.channel in (i.channel, 'all') and c.from_on <= i.posted_on and c.to_on >= i.posted_on
                )
                and exists (
                    select 1
                    from rota_day as c
                    where c.channel in (i.channel, 'all') and c.from_on <= i.due_on and c.to_on >= i.due_on
                )
            ) then 'not_covered'
            when b.worth = 3 then 'late_review'
            else 'no_review'
        end as state
    from item as i
    cross join period as w
    left join best as b on b.post = i.post and b.place = 1
    left join business_day as t on t.calendar = 'L' and t.day = b.looked_on
)

select
    j.post as item,
    case j.state
        when 'reviewed' then 'pass'
        when 'pending' then 'pending'
        when 'old_thread' then 'needs_review'
        when 'late_review' then 'exception'
        when 'no_review' then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when j.state not in ('reviewed', 'pending') then j.state end as subtype,
    case j.state
        when 'reviewed' then 'a person reviewed it in time'
        when 'pending' then 'the limit was not over at the cut-off'
        when 'old_thread' then 'it stands in an old thread, which the reviews on record may not have seen'
        when 'late_review' then 'it was first reviewed after the limit'
        when 'no_review' then 'no review that reached it is recorded'
        when 'not_covered' then 'no record says that the rota was kept on these days'
        when 'calendar_unset' then 'whether the review was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day of the limit'
        else 'the records do not show whether a review reached it in time'
    end as reason,
    j.channel,
    [
        case
            when j.posted_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain'
            when j.posted_quality = 'date_only' then 'date_only'
        end
    ] as flags,
    j.posted_at as occurred_at,
    cast(j.taken as double) as measured,
    cast(q.interaction_review_limit as double) as threshold,
    [j.rec, j.look_rec] as evidence
from judged as j
cross join parameter as q
