/*
id         = "DM-21"
title      = "An item removed on notice does not come back by re-upload"
clauses    = ["4.13"]
tier       = 2
severity   = "medium"
basis      = ["L"]
subject    = "notice with a re-upload"
needs      = ["dmca_notices", "posts"]
witnesses  = ["concerns", "dmca_events", "incidents"]
covers     = ["dmca", "posts"]
parameters = ["dmca_removal_limit"]
criterion  = "An item equal to one removed on notice, and not put back, is gone by the end of the business day that dmca_removal_limit allows after the library knew of it."
counts     = "Equal: the same normalised text, the same hash of a kept copy, or a reading of a moderator or reviewer under rule 4.13 about another post of the same author; posted after the removal. The library knew from a concern about the new post, such a reading, an incident or another notice naming it. One nobody knew of and still public is an observation; a notice with several re-uploads is judged by the worst. Population: re-uploads known, or else posted, in the period; venues A and A2. Removed in whatever way, or hidden before anybody knew, passes."
effect     = "The complainant has to complain again, and repeated knowledge weighs against the library."
remedy     = "Register, decide, and note the decision for the items; instruct branches to forward the same day."
*/
with removed as (
    select
        h.notice_no, h.venue, h.channel, h.post, h.user_key, h.disabled_until, h.notice_rec, h.disabled_rec,
        t.text_key
    from dmca_item_history as h
    left join normal_text as t on t.rec = h.post_rec
    where h.disabled_at is not null and h.restored_at is null and h.venue in ('A', 'A2')
),

labelled as (
    select j.post, j.judged_at, j.judged_until, j.judged_on, j.rec
    from judgments as j
    where j.judgment = 'violating' and j.origin in ('moderator', 'reviewer') and j.rule like '4.13%'
),

again as (
    select r.notice_no, p.post
    from removed as r
    inner join normal_text as t on t.text_key = r.text_key and t.characters > 0
    inner join posts as p on p.rec = t.rec
    where p.posted_at > r.disabled_until and p.post <> r.post
    union
    select r.notice_no, p.post
    from removed as r
    inner join evidence as kept on kept.post = r.post and kept.sha256 is not null
    inner join evidence as other on other.sha256 = kept.sha256 and other.post <> r.post
    inner join posts as p on p.post = other.post
    where p.posted_at > r.disabled_until
    union
    select r.notice_no, p.post
    from removed as r
    inner join posts as p on p.author = r.user_key and p.posted_at > r.disabled_until and p.post <> r.post
    inner join labelled as l on l.post = p.post
),

knowledge as (
    select c.post, c.received_at as known_at, c.received_on as known_on, c.rec
    from concerns as c
    union all
    select l.post, l.judged_at, l.judged_on, l.rec
    from labelled as l
    union all
    select i.post, i.aware_at, i.aware_on, i.rec
    from incidents as i
    where i.aware_at is not null
    union all
    select i.post, n.agent_at, n.agent_on, n.rec
    from dmca_items as i
    inner join dmca_notice as n on n.notice_no = i.notice_no
),

known as (
    select
        k.post, k.known_at, k.known_on, k.rec,
        row_number() over (
            partition by k.post
            order by k.known_at, k.rec
        ) as place
    from knowledge as k
    where k.post is not null
),

gone as (
    select s.post, min(s.from_at) as gone_at, min(s.rec) as rec
    from post_state as s
    left join known as k on k.post = s.post and k.place = 1
    where s.state <> 'visible' and (s.until_at is null or s.until_at > k.known_at)
    group by s.post
),

subject as (
    select
        notice_no, min(venue) as venue, min(channel) as channel, min(notice_rec) as notice_rec,
        min(disabled_rec) as disabled_rec
    from removed
    group by notice_no
),

judged as (
    select
        a.notice_no, r.venue, r.channel, r.notice_rec, r.disabled_rec, a.post, p.rec as post_rec, k.rec as known_rec,
        g.rec as gone_rec, coalesce(k.known_at, p.posted_at) as seen_at, q.dmca_removal_limit,
        case
            when k.post is null and g.gone_at is null then 'not_noticed'
            when k.post is null then 'gone'
            when g.gone_at < d.ends_at then 'gone'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when g.gone_at >= d.latest_ends_at then 'late'
            when g.gone_at is not null then 'calendar_unset'
            when w.as_of_at < d.latest_ends_at then 'pending'
            else 'still_visible'
        end as state
    from again as a
    cross join period as w
    cross join parameter as q
    inner join posts as p on p.post = a.post
    inner join subject as r on r.notice_no = a.notice_no
    left join known as k on k.post = a.post and k.place = 1
    left join gone as g on g.post = a.post
    left join due as d on d.day = k.known_on and d.n = q.dmca_removal_limit
),

ranked as (
    select
        j.*,
        row_number() over (
            partition by j.notice_no
            order by
                case
                    when j.state in ('late', 'still_visible') then 1
                    when j.state = 'pending' then 2
                    when j.state in ('calendar_unset', 'calendar_unconfirmed') then 3
                    when j.state = 'not_noticed' then 4
                    else 5
                end, j.seen_at, j.post
        ) as place
    from judged as j
    cross join period as w
    where j.seen_at >= w.starts_at and j.seen_at < w.ends_at
)

select
    notice_no as item,
    case
        when state = 'gone' then 'pass'
        when state in ('late', 'still_visible') then 'exception'
        when state = 'pending' then 'pending'
        when state = 'not_noticed' then 'observation'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('gone', 'pending') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'gone' then 'the re-upload was gone within the limit'
        when 'late' then 'the re-upload was gone after the limit'
        when 'still_visible' then 'the re-upload is known and still public after the limit'
        when 'pending' then 'the limit for the re-upload is not over at the cut-off'
        when 'not_noticed' then 'an equal item is public, and no record shows that anybody noticed'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    channel,
    seen_at as occurred_at,
    cast(dmca_removal_limit as double) as threshold,
    [notice_rec, disabled_rec, post_rec, known_rec, gone_rec] as evidence
from ranked
where place = 1
