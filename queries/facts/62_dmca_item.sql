/*
what = "Each item of a copyright case: named by the notice (is_named), or touched by a step of the case without being named. user_key is the author, by the case file or else by the post."
*/
with touched as (
    select s.notice_no, s.post, min(s.rec) as rec
    from dmca_step as s
    where s.post is not null and s.step in ('disabled', 'restored', 'partial')
    group by s.notice_no, s.post
),

item as (
    select i.notice_no, i.post, i.user_key, i.rec, true as is_named
    from dmca_items as i
    union all
    select t.notice_no, t.post, null, t.rec, false
    from touched as t
    left join dmca_items as i on i.notice_no = t.notice_no and i.post = t.post
    where i.rec is null
)

select
    i.notice_no, i.post, i.is_named, i.rec, n.rec as notice_rec, n.venue,
    coalesce(p.channel, n.channel) as channel,
    coalesce(i.user_key, case when p.author_kind <> 'staff' then p.author end) as user_key,
    p.rec as post_rec
from item as i
left join dmca_notices as n on n.notice_no = i.notice_no
left join posts as p on p.post = i.post
