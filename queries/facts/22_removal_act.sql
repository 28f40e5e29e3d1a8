/*
what = "Each effective act of the library that takes someone else's item out of public view, with the episode it belongs to (CS-9): episode is the action_no of the act that opened it, closed_at the first unhide or restore after the act. Hide then delete is one episode; after unhide or restore a new one opens. A lock of comments counts where a capture shows the item hidden by it, a rejection where the item had been visible. The library's own posts are not here."
*/
with item as (
    select post, author_kind, surface
    from posts
),

returned as (
    select rec, action_no, acted_at, acted_until, sequence, action, post, channel
    from act
    where is_effective and action in ('unhide', 'restore', 'hold_release') and post is not null
    union all
    select
        e.rec, e.notice_no, e.happened_at, e.happened_until, null, 'restore', coalesce(e.post, i.post), null
    from dmca_events as e
    left join dmca_items as i on i.notice_no = e.notice_no and e.post is null
    where e.event = 'restored' and e.happened_at is not null and coalesce(e.post, i.post) is not null
),

taking as (
    select
        a.rec, a.action_no, a.acted_at, a.acted_until, a.sequence, a.action, a.post, a.channel,
        coalesce(a.post, 'act:' || a.action_no) as thing
    from act as a
    left join item as p on p.post = a.post
    where
        a.is_ecrl and a.is_effective
        and coalesce(p.author_kind, 'public') <> 'staff'
        and (
            a.action in ('hide', 'delete')
            or (a.action = 'unpublish' and p.author_kind is not null)
            or (a.action = 'comment_lock' and exists (
                select 1
                from sightings as s
                where
                    s.post = a.post and s.state = 'hidden' and s.seen_at > a.acted_at
                    and not exists (
                        select 1
                        from act as other
                        where
                            other.post = a.post and other.rec <> a.rec and other.is_effective
                            and other.action in ('hide', 'delete', 'hold_reject', 'unpublish')
                            and other.acted_at >= a.acted_at and other.acted_at <= s.seen_at
                    )
                    and not exists (
                        select 1
                        from returned
                        where
                            returned.post = a.post
                            and returned.acted_at >= a.acted_at and returned.acted_at <= s.seen_at
                    )
            ))
            or (a.action = 'hold_reject' and (
                (p.post is not null and coalesce(p.surface, 'public') <> 'held')
                or exists (
                    select 1
                    from sightings as s
                    where s.post = a.post and s.state = 'visible' and s.seen_at <= a.acted_at
                )
                or exists (
                    select 1
                    from returned
                    where returned.post = a.post and returned.acted_at < a.acted_at
                )
            ))
        )
),

target as (
    select rec, action_no, acted_at, acted_until, sequence, action, post, channel, thing, false as is_return
    from taking
    union all
    select rec, action_no, acted_at, acted_until, sequence, action, post, channel, post as thing, true
    from returned
),

numbered as (
    select
        target.*,
        sum(case when is_return then 1 else 0 end) over (
            partition by thing
            order by acted_at, coalesce(sequence, 0), length(action_no), action_no, rec
            rows between unbounded preceding and current row
        ) as returns,
        min(case when is_return then acted_at end) over (
            partition by thing
            order by acted_at, coalesce(sequence, 0), length(action_no), action_no, rec
            rows between 1 following and unbounded following
        ) as closed_at
    from target
)

select
    rec, action_no, acted_at, acted_until, action, post, channel, thing, returns, closed_at,
    first_value(action_no) over (
        partition by thing, returns
        order by acted_at, coalesce(sequence, 0), length(action_no), action_no, rec
        rows between unbounded preceding and unbounded following
    ) as episode
from numbered
where not is_return
