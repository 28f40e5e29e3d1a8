/*
what = "The text each removal rests on: the revision an act of the episode names, otherwise the one in view when the episode opened (CS-12). is_known is false when an edit may have come before or after the act, or the named revision is not on record."
*/
with named as (
    select m.episode, max(a.revision) as revision
    from removal_act as m
    inner join act as a on a.rec = m.rec
    group by m.episode
),

wanted as (
    select e.action_no, e.post, e.opened_at, e.opened_until, n.revision
    from removal_episode as e
    inner join named as n on n.episode = e.action_no
    where e.is_ecrl and e.post is not null
),

candidate as (
    select
        w.action_no, t.revision, t.text_key, t.folded, t.characters, t.rec,
        row_number() over (partition by w.action_no order by t.from_at desc, t.rec asc) as place
    from wanted as w
    inner join post_text as t on t.post = w.post
    where
        (w.revision is not null and t.revision = w.revision)
        or (w.revision is null and t.from_at <= w.opened_at)
)

select
    w.action_no, w.post, coalesce(w.revision, c.revision) as revision, c.text_key, c.folded, c.characters, c.rec,
    w.revision is not null as is_named,
    c.rec is not null and (w.revision is not null or not exists (
        select 1
        from revisions as r
        where r.post = w.post and r.edited_at <= w.opened_until and r.edited_until > w.opened_at
    )) as is_known
from wanted as w
left join candidate as c on c.action_no = w.action_no and c.place = 1
