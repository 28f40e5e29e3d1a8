/*
what = "Each effective act of the library that takes someone else's item out of public view, with the episode it belongs to (CS-9): episode is the action_no of the act that opened it. Hide then delete is one episode; after unhide or restore a new one opens. The library's own posts are not here."
*/
with target as (
    select
        a.rec, a.action_no, a.acted_at, a.acted_until, a.sequence, a.action, a.post, a.channel,
        coalesce(a.post, 'act:' || a.action_no) as thing,
        a.action in ('unhide', 'restore', 'hold_release') as is_return
    from act as a
    left join posts as p on p.post = a.post
    where
        a.is_ecrl and a.is_effective
        and coalesce(p.author_kind, 'public') <> 'staff'
        and (
            a.action in ('hide', 'delete', 'comment_lock', 'unhide', 'restore', 'hold_release')
            or (a.action = 'hold_reject' and (
                coalesce(p.surface, 'public') <> 'held'
                or exists (
                    select 1
                    from sightings as s
                    where s.post = a.post and s.state = 'visible' and s.seen_at <= a.acted_at
                )
                or exists (
                    select 1
                    from act as released
                    where
                        released.post = a.post and released.action in ('hold_release', 'unhide', 'restore')
                        and released.acted_at < a.acted_at
                )
            ))
        )
),

numbered as (
    select
        target.*,
        sum(case when is_return then 1 else 0 end) over (
            partition by thing
            order by acted_at, coalesce(sequence, 0), action_no
            rows between unbounded preceding and current row
        ) as returns
    from target
)

select
    rec, action_no, acted_at, acted_until, action, post, channel, thing, returns,
    first_value(action_no) over (
        partition by thing, returns
        order by acted_at, coalesce(sequence, 0), action_no
        rows between unbounded preceding and unbounded following
    ) as episode
from numbered
where not is_return
