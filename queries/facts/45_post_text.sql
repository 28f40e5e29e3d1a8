/*
what = "What each post said from when until when (half-open; until null = still), with the key of its normalised text (CS-12, CS-14). revision is the number of the edit; the text as posted has the number before the first edit, or null when no edit is recorded."
*/
with version as (
    select
        p.post, p.posted_at as said_at, 0 as place,
        (
            select min(r.revision) - 1
            from revisions as r
            where r.post = p.post
        ) as revision, p.rec
    from posts as p
    where p.posted_at is not null
    union all
    select r.post, r.edited_at, 1, r.revision, r.rec
    from revisions as r
    where r.edited_at is not null
),

ordered as (
    select
        version.*,
        lead(said_at) over (partition by post order by said_at, place, revision) as next_at
    from version
)

select
    o.post, p.channel, p.author, p.author_kind, o.revision, o.said_at as from_at, o.next_at as until_at,
    t.text_key, t.folded, t.characters, o.rec
from ordered as o
inner join posts as p on p.post = o.post
left join normal_text as t on t.rec = o.rec
where o.next_at is null or o.next_at > o.said_at
