/*
id         = "DM-16"
title      = "After a valid counter-notice the item returns within ten to fourteen business days"
clauses    = ["4.13"]
tier       = 1
severity   = "critical"
basis      = ["L"]
subject    = "item of a counter-notice"
needs      = ["dmca_counter_notices", "dmca_notices"]
witnesses  = ["closed_days"]
parameters = []
applies    = "not exists (select 1 from supplied where sheet = 'channels') or exists (select 1 from channel_day where kind = 'self_hosted') or exists (select 1 from dmca_counter inner join period on dmca_counter.received_at >= period.starts_at and dmca_counter.received_at < period.ends_at where dmca_counter.venue = 'A' and dmca_counter.validity = 'valid')"
not_applicable = "The put-back clock is the library's own only on a self-hosted channel, and the library ran none in the period."
criterion  = "Each item of a valid counter-notice was put back not less than 10 and not more than 14 business days after its receipt by the agent, unless the agent first received notice of a court action (17 U.S.C. 512(g)(2)(C))."
counts     = "Venue A. Where several valid counter-notices ask for one item, the last that came before its return decides. The statute does not say which business days: the window is computed for weekdays, the federal calendar and the library's calendar (both ways while an optional closing day is unset); where they disagree, a person decides. Weekend days inside the window count. From a retraction by the complainant any return is in order. A court notice in time holds the item; one after the window does not excuse. A failed attempt to restore, or a decision recorded as impossible, goes to a person. A counter-notice withdrawn before the window closed, and one that came when the item was back, ask for nothing. On platform pages and for the library's own items the clock is not the library's."
effect     = "A return outside the window loses the protection of section 512(g) towards the author (late) or the complainant (early)."
remedy     = "Restore now (late) / record why held; compute and diarise both window dates on receipt."
*/
with asked as (
    select c.counter_no, c.notice_no, coalesce(c.post, i.post) as post
    from dmca_counter as c
    left join dmca_item as i on i.notice_no = c.notice_no and c.post is null
    where c.validity = 'valid' and c.venue in ('A', 'A2', 'A3')
),

returned as (
    select
        a.counter_no, a.post, s.happened_at, s.happened_until, s.happened_on, s.rec, s.flags,
        row_number() over (
            partition by a.counter_no, a.post
            order by s.happened_until asc, s.happened_at desc, s.rec asc
        ) as place
    from asked as a
    inner join dmca_counter as c on c.counter_no = a.counter_no
    inner join
        dmca_step as s
        on
            s.notice_no = a.notice_no and (s.post is null or s.post = a.post)
            and s.step = 'restored' and s.happened_until >= c.received_at
),

barred as (
    select
        a.counter_no, a.post, s.step, s.happened_at, s.happened_until, s.rec,
        row_number() over (
            partition by a.counter_no, a.post, s.step
            order by s.happened_until asc, s.happened_at desc, s.rec asc
        ) as place
    from asked as a
    inner join
        dmca_step as s
        on
            s.notice_no = a.notice_no and (s.post is null or s.post = a.post)
            and s.step in ('court_notice_received', 'retracted')
),

hindrance as (
    select f.notice_no, f.post, f.acted_until as happened_until, f.rec
    from act as f
    where f.action in ('unhide', 'restore', 'hold_release') and f.is_ecrl and not f.is_effective
    union all
    select e.notice_no, e.post, e.happened_until, e.rec
    from dmca_events as e
    where e.event = 'decision_recorded' and lower(e.document) like '%impossib%'
),

impossible as (
    select a.counter_no, a.post, min(x.rec) as rec
    from asked as a
    inner join dmca_counter as c on c.counter_no = a.counter_no
    inner join hindrance as x on x.notice_no = a.notice_no and (x.post is null or x.post = a.post)
    where x.happened_until >= c.received_at
    group by a.counter_no, a.post
),

claim as (
    select
        a.counter_no, a.notice_no, a.post, c.venue, c.received_at, c.received_on, c.withdrawn_at,
        c.flags, c.rec as counter_rec, c.notice_rec,
        r.happened_at as restored_at, r.happened_until as restored_until, r.happened_on as restored_on,
        r.flags as restored_flags, r.rec as restored_rec,
        k.happened_at as court_at, k.happened_until as court_until, k.rec as court_rec,
        w.happened_at as retracted_at, w.rec as retracted_rec,
        x.rec as impossible_rec,
        r.rec is null and exists (
            select 1
            from dmca_step as b
            where
                b.notice_no = a.notice_no and (b.post is null or b.post = a.post) and b.step = 'restored'
                and b.happened_until < c.received_at
                and not exists (
                    select 1
                    from dmca_step as d
                    where
                        d.notice_no = a.notice_no and (d.post is null or d.post = a.post) and d.step = 'disabled'
                        and d.happened_at > b.happened_at
                )
        ) as is_back_already
    from asked as a
    inner join dmca_counter as c on c.counter_no = a.counter_no
    left join returned as r on r.counter_no = a.counter_no and r.post = a.post and r.place = 1
    left join
        barred as k
        on k.counter_no = a.counter_no and k.post = a.post and k.step = 'court_notice_received' and k.place = 1
    left join
        barred as w
        on w.counter_no = a.counter_no and w.post = a.post and w.step = 'retracted' and w.place = 1
    left join impossible as x on x.counter_no = a.counter_no and x.post = a.post
),

deciding as (
    select
        claim.*,
        row_number() over (
            partition by notice_no, post
            order by
                case when is_back_already or withdrawn_at is not null then 1 else 0 end asc,
                received_at desc, counter_no desc
        ) as place
    from claim
),

sided as (
    select
        d.counter_no, d.post, w.calendar, w.closes_at, w.last_on,
        case
            when d.restored_until < w.opens_at then 'early'
            when d.restored_at >= w.closes_at then 'late'
            when d.restored_at >= w.opens_at and d.restored_until < w.closes_at then 'inside'
            else 'unsure'
        end as side
    from deciding as d
    inner join put_back_window as w on w.counter_no = d.counter_no
    where d.place = 1
),

verdict as (
    select
        s.counter_no, s.post,
        min(s.closes_at) as first_closes_at, max(s.closes_at) as last_closes_at,
        max(case when s.calendar in ('L', 'LC') then s.last_on end) as library_last_on,
        min(s.side) as lowest, max(s.side) as highest
    from sided as s
    group by s.counter_no, s.post
),

judged as (
    select
        d.*, i.channel, i.rec as item_rec, i.post_rec,
        cast(fb.ordinal - fa.ordinal as double) as taken,
        case
            when d.venue = 'A3' then 'own_item'
            when d.venue = 'A2' then 'platform_page'
            when d.post is null then 'item_unknown'
            when d.is_back_already then 'already_restored'
            when
                d.withdrawn_at < v.last_closes_at and (d.restored_at is null or d.withdrawn_at <= d.restored_at)
                then 'counter_withdrawn'
            when d.retracted_at <= d.restored_until then 'retracted'
            when d.court_until <= d.restored_at and d.court_at < v.last_closes_at then 'restored_despite_court_notice'
            when v.lowest = 'early' and v.highest = 'early' then 'early'
            when d.restored_at is not null and v.library_last_on > p.confirmed_through then 'calendar_unconfirmed'
            when v.lowest = 'late' and v.highest = 'late' then 'late'
            when d.restored_at is not null and v.highest = 'unsure' then 'order_uncertain'
            when d.restored_at is not null and d.court_at <= d.restored_until then 'order_uncertain'
            when d.restored_at is not null and v.lowest = v.highest then 'inside'
            when d.restored_at is not null then 'calendar_dependent'
            when d.court_until < v.first_closes_at then 'held'
            when d.court_at >= v.last_closes_at then 'late'
            when d.court_at is not null then 'calendar_dependent'
            when d.impossible_rec is not null then 'impossible'
            when w.as_of_at < v.last_closes_at then 'pending'
            when v.library_last_on > p.confirmed_through then 'calendar_unconfirmed'
            else 'never'
        end as state
    from deciding as d
    cross join period as w
    cross join parameter as p
    left join verdict as v on v.counter_no = d.counter_no and v.post = d.post
    left join dmca_item as i on i.notice_no = d.notice_no and i.post = d.post
    left join business_day as fa on fa.calendar = 'F' and fa.day = d.received_on
    left join business_day as fb on fb.calendar = 'F' and fb.day = d.restored_on
    where d.place = 1 and d.received_at >= w.starts_at and d.received_at < w.ends_at
)

select
    notice_no || '/' || coalesce(post, '-') as item,
    case
        when state in ('inside', 'retracted') then 'pass'
        when state in ('early', 'late', 'never', 'restored_despite_court_notice') then 'exception'
        when state in ('calendar_dependent', 'impossible') then 'needs_review'
        when state = 'pending' then 'pending'
        when state in ('own_item', 'platform_page', 'already_restored', 'counter_withdrawn', 'held')
            then 'not_applicable'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('inside', 'retracted', 'pending') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'inside' then 'the item was put back within the window of the statute'
        when 'retracted' then 'the item was put back after the complaint was retracted'
        when 'early' then 'the item was put back before day ten of the statute on every calendar'
        when 'late' then 'the item was not put back by day fourteen of the statute on any calendar'
        when 'never' then 'the item was not put back and the window of the statute is over'
        when 'restored_despite_court_notice' then 'the item was put back although a court notice had come in time'
        when 'calendar_dependent' then 'the calendars that the statute leaves open give different answers'
        when 'impossible' then 'putting the item back was recorded as failed or impossible'
        when 'pending' then 'the window is not over at the cut-off'
        when 'held' then 'notice of a court action came in time'
        when 'counter_withdrawn' then 'the counter-notice was withdrawn'
        when 'already_restored' then 'the item was back before the counter-notice came'
        when 'own_item' then 'the item is the library''s own, and the put-back clock does not run'
        when 'platform_page' then 'the item is at a platform, whose clock is not the library''s'
        when 'calendar_unconfirmed' then 'the library''s calendar is not confirmed up to the end of the window'
        when 'item_unknown' then 'no record says which item the counter-notice is about'
        else 'the recorded times do not show which came first'
    end as reason,
    channel,
    list_concat(flags, coalesce(restored_flags, [])) as flags,
    received_at as occurred_at,
    case when state in ('inside', 'early', 'late', 'calendar_dependent') then taken end as measured,
    case
        when state = 'early' then cast(10 as double)
        when state in ('inside', 'late', 'never', 'calendar_dependent') then cast(14 as double)
    end as threshold,
    [counter_rec, notice_rec, item_rec, post_rec, restored_rec, court_rec, retracted_rec, impossible_rec] as evidence
from judged
