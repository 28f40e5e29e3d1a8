/*
what = "Each item of a copyright case with what became of it: first disabled, first told, first restored after that, first retraction that covers it. at is the earliest, until the latest possible moment."
*/
with step as (
    select i.notice_no, i.post, s.step, s.happened_at, s.happened_until, s.happened_on, s.rec, s.flags
    from dmca_item as i
    inner join dmca_step as s on s.notice_no = i.notice_no and (s.post is null or s.post = i.post)
    where s.step in ('disabled', 'partial', 'subscriber_notified', 'no_contact_route', 'restored', 'retracted')
),

first_step as (
    select *
    from (
        select
            step.*,
            row_number() over (
                partition by notice_no, post, step
                order by happened_until asc, happened_at desc, rec asc
            ) as place
        from step
    ) as ranked
    where place = 1
),

restored as (
    select *
    from (
        select
            step.*,
            row_number() over (
                partition by step.notice_no, step.post
                order by step.happened_until asc, step.happened_at desc, step.rec asc
            ) as place
        from step
        left join first_step as d on d.notice_no = step.notice_no and d.post = step.post and d.step = 'disabled'
        where step.step = 'restored' and (d.rec is null or step.happened_until >= d.happened_at)
    ) as ranked
    where place = 1
)

select
    i.notice_no, i.post, i.is_named, i.rec, i.notice_rec, i.venue, i.channel, i.user_key, i.post_rec,
    d.happened_at as disabled_at, d.happened_until as disabled_until, d.happened_on as disabled_on,
    d.rec as disabled_rec, d.flags as disabled_flags,
    h.happened_at as partial_at, h.rec as partial_rec,
    t.happened_at as told_at, t.happened_until as told_until, t.happened_on as told_on, t.rec as told_rec,
    c.happened_at as no_route_at, c.happened_until as no_route_until, c.rec as no_route_rec,
    r.happened_at as restored_at, r.happened_until as restored_until, r.happened_on as restored_on,
    r.rec as restored_rec, r.flags as restored_flags,
    w.happened_at as retracted_at, w.happened_until as retracted_until, w.rec as retracted_rec
from dmca_item as i
left join first_step as d on d.notice_no = i.notice_no and d.post = i.post and d.step = 'disabled'
left join first_step as h on h.notice_no = i.notice_no and h.post = i.post and h.step = 'partial'
left join first_step as t on t.notice_no = i.notice_no and t.post = i.post and t.step = 'subscriber_notified'
left join first_step as c on c.notice_no = i.notice_no and c.post = i.post and c.step = 'no_contact_route'
left join restored as r on r.notice_no = i.notice_no and r.post = i.post
left join first_step as w on w.notice_no = i.notice_no and w.post = i.post and w.step = 'retracted'
