/*
what = "Each post of the public that a capture of the period looked for after it had been in view: is_unexplained says that it was gone and that no act, no step of a copyright case, no removal of what it hung under and no sign of its author's hand accounts for that (CS-10). The last capture of the period decides."
*/
with capture as (
    select
        s.post, s.state, s.seen_at, s.seen_until, s.rec,
        row_number() over (partition by s.post order by s.seen_at desc, s.rec desc) as place
    from sightings as s
    cross join period as p
    where s.seen_at >= p.starts_at and s.seen_at < p.ends_at
),

looked_for as (
    select c.post, p.channel, c.state, c.seen_at, c.seen_until, c.rec, p.rec as post_rec
    from capture as c
    inner join posts as p on p.post = c.post
    where
        c.place = 1 and p.author_kind <> 'staff' and coalesce(p.surface, 'public') <> 'held'
        and (
            (p.basis <> 'own_record' and p.posted_at < c.seen_at)
            or exists (
                select 1
                from sightings as v
                where v.post = c.post and v.state = 'visible' and v.seen_at < c.seen_at
            )
        )
),

accounted as (
    select a.post, a.acted_at as happened_at
    from act as a
    where a.post is not null and a.action in ('hide', 'delete', 'hold_reject', 'unpublish', 'comment_lock')
    union all
    select b.reply, a.acted_at
    from act as a
    inner join reply_beneath as b on b.post = a.post
    where a.action in ('hide', 'delete', 'unpublish', 'comment_lock')
    union all
    select coalesce(e.post, i.post), e.happened_at
    from dmca_events as e
    left join dmca_items as i on i.notice_no = e.notice_no and e.post is null
    where e.event = 'disabled'
    union all
    select s.post, s.seen_at
    from sightings as s
    where s.state = 'author_deleted'
)

select
    f.post, f.channel, f.seen_at, f.rec, f.post_rec,
    f.state = 'absent' and not exists (
        select 1
        from accounted as a
        where a.post = f.post and a.happened_at <= f.seen_until
    ) as is_unexplained
from looked_for as f
