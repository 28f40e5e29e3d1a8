/*
what = "For each post that an act took away or closed, every reply beneath it, at any depth (CS-11)."
*/
with recursive acted_on as (
    select distinct post
    from act
    where post is not null and action in ('hide', 'delete', 'hold_reject', 'unpublish', 'comment_lock')
),

beneath as (
    select d.post, d.reply, 1 as depth
    from (
        select t.post, p.post as reply
        from acted_on as t
        inner join posts as p on p.parent = t.post
        union
        select t.post, p.post as reply
        from acted_on as t
        inner join posts as p on p.root = t.post
    ) as d
    where d.reply <> d.post
    union all
    select b.post, p.post as reply, b.depth + 1
    from beneath as b
    inner join posts as p on p.parent = b.reply
    where b.depth < 30 and p.post <> b.post
)

select distinct b.post, b.reply, p.rec, p.author_kind, p.surface, p.posted_at
from beneath as b
inner join posts as p on p.post = b.reply
