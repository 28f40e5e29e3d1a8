/*
what = "What the public could see of each post, from when until when (half-open; until null = still): visible, hidden, deleted, held, absent, author_deleted. Made of the posting, the acts on it or on what it hung under (CS-11), and what captures showed. A capture that only confirms that the item was or was not in view starts no new row. by_ecrl says the library's act made it so (CS-9, CS-10)."
*/
with dmca_step as (
    select coalesce(e.post, i.post) as post, e.happened_at, e.event, e.rec
    from dmca_events as e
    left join dmca_items as i on i.notice_no = e.notice_no and e.post is null
    where e.event in ('disabled', 'restored') and e.happened_at is not null
),

event as (
    select
        p.post, p.posted_at as changed_at, case when p.surface = 'held' then 'held' else 'visible' end as state,
        false as by_ecrl, false as is_seen, -1 as place, '' as number, p.rec
    from posts as p
    where p.posted_at is not null
    union all
    select
        a.post, a.acted_at,
        case
            when a.action in ('unhide', 'restore', 'hold_release') then 'visible'
            when a.source = 'author' then 'author_deleted'
            when a.action in ('delete', 'hold_reject', 'unpublish') then 'deleted'
            else 'hidden'
        end,
        a.is_ecrl, false, 1 + coalesce(a.sequence, 0), a.action_no, a.rec
    from act as a
    where
        a.post is not null and a.is_effective
        and (
            a.action in ('hide', 'delete', 'hold_reject', 'hold_release', 'unhide', 'restore', 'unpublish')
            or (a.action = 'comment_lock' and exists (
                select 1
                from removal_act as m
                where m.rec = a.rec
            ))
        )
    union all
    select b.reply, a.acted_at, 'deleted', a.is_ecrl, false, 1 + coalesce(a.sequence, 0), a.action_no, a.rec
    from act as a
    inner join reply_beneath as b on b.post = a.post and b.posted_at <= a.acted_at
    where a.is_effective and a.action in ('delete', 'unpublish')
    union all
    select b.reply, a.acted_at, 'visible', a.is_ecrl, false, 1 + coalesce(a.sequence, 0), a.action_no, a.rec
    from act as a
    inner join reply_beneath as b on b.post = a.post and coalesce(b.surface, 'public') <> 'held'
    where
        a.is_effective and a.action in ('restore', 'unhide')
        and exists (
            select 1
            from act as taken
            where
                taken.post = a.post and taken.is_effective and taken.action in ('delete', 'unpublish')
                and taken.acted_at >= b.posted_at and taken.acted_at <= a.acted_at
        )
        and not exists (
            select 1
            from act as own
            where
                own.post = b.reply and own.is_effective and own.acted_at <= a.acted_at
                and own.action in ('hide', 'delete', 'hold_reject', 'unpublish')
        )
    union all
    select
        d.post, d.happened_at, case d.event when 'disabled' then 'hidden' else 'visible' end, true, false, 1, d.event,
        d.rec
    from dmca_step as d
    where d.post is not null
    union all
    select s.post, s.seen_at, s.state, false, true, 1000000, s.state as number, s.rec
    from sightings as s
),

compared as (
    select
        event.*,
        lag(state) over (
            partition by post
            order by changed_at, place, length(number), number, rec
        ) as state_before
    from event
),

kept as (
    select post, changed_at, state, by_ecrl, place, number, rec
    from compared
    where
        not is_seen or state_before is null
        or (state = 'visible' and state_before <> 'visible')
        or (state <> 'visible' and state_before = 'visible')
        or (state = 'author_deleted' and state_before <> 'author_deleted')
),

ordered as (
    select
        kept.*,
        lead(changed_at) over (
            partition by post
            order by changed_at, place, length(number), number, rec
        ) as next_at
    from kept
)

select post, changed_at as from_at, next_at as until_at, state, by_ecrl, rec
from ordered
where next_at is null or next_at > changed_at
