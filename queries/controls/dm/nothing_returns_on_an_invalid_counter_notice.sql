/*
id         = "DM-17"
title      = "Nothing is put back on an invalid or absent counter-notice"
clauses    = ["4.13"]
tier       = 2
severity   = "high"
basis      = ["L"]
subject    = "item put back"
needs      = ["dmca_counter_notices", "dmca_notices"]
witnesses  = ["dmca_events", "posts"]
parameters = []
criterion  = "Each item removed on a complete notice and put back had a valid counter-notice, a retraction or an independent decision recorded before it."
counts     = "Items put back in the period, venue A. Put back under a notice that is not complete corrects an over-removal and passes. The counter-notice, the retraction, the decision or the independent ground must come before the return; where the times leave the order open the item is not evidenced. A counter-notice withdrawn before the return is none. An unclear element goes to a person, one not recorded leaves the item not evidenced. On platform pages (A2) and for own items (A3) the statute's counter-notice does not apply."
effect     = "The material is back against a standing complaint without the shield of section 512(g)(4)."
remedy     = "Restore what no complete notice covers, or record the independent ground."
*/
with returned as (
    select
        i.notice_no, i.post, i.venue, i.channel, i.rec, i.post_rec, i.notice_rec,
        s.happened_at, s.happened_until, s.flags, s.rec as restored_rec,
        row_number() over (
            partition by i.notice_no, i.post
            order by s.happened_at asc, s.happened_until asc, s.rec asc
        ) as place
    from dmca_item as i
    cross join period as w
    inner join dmca_step as s on s.notice_no = i.notice_no and (s.post is null or s.post = i.post)
    where
        s.step = 'restored' and i.venue in ('A', 'A2', 'A3')
        and s.happened_at >= w.starts_at and s.happened_at < w.ends_at
),

support as (
    select r.notice_no, r.post, s.happened_at, s.happened_until, s.rec
    from returned as r
    inner join dmca_step as s on s.notice_no = r.notice_no and (s.post is null or s.post = r.post)
    where r.place = 1 and s.step in ('retracted', 'decision_recorded', 'independent_ground')
    union all
    select r.notice_no, r.post, c.received_at, c.received_until, c.rec
    from returned as r
    inner join dmca_counter as c on c.notice_no = r.notice_no and (c.post is null or c.post = r.post)
    where r.place = 1 and c.validity = 'valid' and (c.withdrawn_at is null or c.withdrawn_at > r.happened_at)
),

supported as (
    select
        s.notice_no, s.post,
        max(case when s.happened_until <= r.happened_at then 1 else 0 end) as is_certain,
        max(case when s.happened_at <= r.happened_until then 1 else 0 end) as is_possible,
        list(s.rec order by s.rec) as recs
    from support as s
    inner join returned as r on r.notice_no = s.notice_no and r.post = s.post and r.place = 1
    group by s.notice_no, s.post
),

countered as (
    select
        r.notice_no, r.post,
        max(case when c.validity = 'undetermined' and c.is_blank then 1 else 0 end) as is_blank,
        max(case when c.validity = 'undetermined' and not c.is_blank then 1 else 0 end) as is_unclear,
        list(c.rec order by c.rec) as recs
    from returned as r
    inner join dmca_counter as c on c.notice_no = r.notice_no and (c.post is null or c.post = r.post)
    where r.place = 1 and c.validity <> 'valid' and c.received_at <= r.happened_until
    group by r.notice_no, r.post
),

judged as (
    select
        r.*, s.recs as support_recs, c.recs as counter_recs,
        case
            when r.venue = 'A3' then 'own_item'
            when r.venue = 'A2' then 'platform_page'
            when n.start_at is null then 'no_complete_notice'
            when s.is_certain = 1 then 'supported'
            when s.is_possible = 1 then 'order_uncertain'
            when c.is_blank = 1 then 'counter_unrecorded'
            when c.is_unclear = 1 then 'unclear_element'
            when c.notice_no is not null then 'invalid_counter'
            else 'no_counter'
        end as state
    from returned as r
    inner join dmca_notice as n on n.notice_no = r.notice_no
    left join supported as s on s.notice_no = r.notice_no and s.post = r.post
    left join countered as c on c.notice_no = r.notice_no and c.post = r.post
    where r.place = 1
)

select
    notice_no || '/' || post as item,
    case
        when state in ('supported', 'no_complete_notice') then 'pass'
        when state in ('own_item', 'platform_page') then 'not_applicable'
        when state = 'unclear_element' then 'needs_review'
        when state in ('invalid_counter', 'no_counter') then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('supported', 'no_complete_notice') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'supported' then 'a valid counter-notice, a retraction or a decision came before the return'
        when 'no_complete_notice' then 'the item had been removed without a complete notice'
        when 'own_item' then 'the item is the library''s own, and no counter-notice is foreseen'
        when 'platform_page' then 'the item is at a platform, where the counter-notice goes to the platform'
        when 'unclear_element' then 'an element of the counter-notice is unclear'
        when 'counter_unrecorded' then 'the elements of the counter-notice are not recorded'
        when 'order_uncertain' then 'the recorded times do not show which came first'
        when 'invalid_counter' then 'the item was put back on a counter-notice that lacks an element'
        else 'the item was put back without counter-notice, retraction or recorded decision'
    end as reason,
    channel,
    flags,
    happened_at as occurred_at,
    list_concat(
        [notice_rec, rec, post_rec, restored_rec],
        list_concat(coalesce(support_recs, []), coalesce(counter_recs, []))
    ) as evidence
from judged
