/*
what = "What the public could see of each post, from when until when (half-open; until null = still): visible, hidden, deleted, held, absent, author_deleted. Made of the posting, the acts and what captures showed. by_ecrl says the library's act made it so (CS-9, CS-10)."
*/
with event as (
    select
        p.post, p.posted_at as changed_at, case when p.surface = 'held' then 'held' else 'visible' end as state,
        false as by_ecrl, 0 as place, p.rec
    from posts as p
    union all
    select
        a.post, a.acted_at,
        case
            when a.action in ('unhide', 'restore', 'hold_release') then 'visible'
            when a.source = 'author' then 'author_deleted'
            when a.action in ('delete', 'hold_reject', 'unpublish') then 'deleted'
            else 'hidden'
        end,
        a.is_ecrl, 1 + coalesce(a.sequence, 0), a.rec
    from act as a
    where
        a.post is not null and a.is_effective
        and a.action in ('hide', 'delete', 'hold_reject', 'hold_release', 'unhide', 'restore', 'comment_lock', 'unpublish')
    union all
    select e.post, e.happened_at, case e.event when 'disabled' then 'hidden' else 'visible' end, true, 1, e.rec
    from dmca_events as e
    where e.post is not null and e.event in ('disabled', 'restored')
    union all
    select s.post, s.seen_at, s.state, false, 1000000, s.rec
    from sightings as s
),

ordered as (
    select
        event.*,
        lead(changed_at) over (partition by post order by changed_at, place, rec) as next_at
    from event
)

select post, changed_at as from_at, next_at as until_at, state, by_ecrl, rec
from ordered
where next_at is null or next_at > changed_at
