/*
what = "Each author with each notice that counts towards repeat infringement: complete (or cured), venues A and A2, several items in one notice count once. fell_away_at is the moment from which it no longer counts: retracted, or every item of the author put back after a valid counter-notice; null while it counts."
*/
with put_back as (
    select h.notice_no, h.post, h.restored_at as put_back_at
    from dmca_item_history as h
    where
        h.restored_at is not null
        and exists (
            select 1
            from dmca_counter as c
            where
                c.notice_no = h.notice_no and (c.post is null or c.post = h.post)
                and c.validity = 'valid' and c.received_at <= h.restored_until
        )
),

item as (
    select
        h.notice_no, h.user_key, h.post, n.start_at, n.start_until, n.start_on, n.start_flags,
        n.rec as notice_rec, h.rec, h.post_rec,
        least(coalesce(h.retracted_at, b.put_back_at), coalesce(b.put_back_at, h.retracted_at)) as fell_away_at,
        coalesce(h.retracted_rec, h.restored_rec) as fell_away_rec
    from dmca_item_history as h
    inner join dmca_notice as n on n.notice_no = h.notice_no
    left join put_back as b on b.notice_no = h.notice_no and b.post = h.post
    where h.is_named and h.user_key is not null and n.start_at is not null and n.venue in ('A', 'A2')
)

select
    notice_no, user_key,
    min(start_at) as start_at, min(start_until) as start_until, min(start_on) as start_on,
    case when count(*) = count(fell_away_at) then max(fell_away_at) end as fell_away_at,
    list_concat(
        list_concat(list(notice_rec order by post), list(rec order by post)),
        list_concat(list(post_rec order by post), list(fell_away_rec order by post))
    ) as recs
from item
group by notice_no, user_key
