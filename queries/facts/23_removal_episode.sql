/*
what = "One row per removal episode, named by the act that opened it (CS-9), and one row per removal by the platform or the author (is_ecrl false, CS-10). closed_at is the unhide or restore that ended it."
*/
with returned as (
    select m.episode, min(r.acted_at) as closed_at
    from removal_act as m
    inner join act as r
        on
            r.post = m.post and r.is_ecrl and r.is_effective
            and r.action in ('unhide', 'restore', 'hold_release') and r.acted_at > m.acted_at
    where m.action_no = m.episode
    group by m.episode
)

select
    a.action_no, a.rec, a.channel, a.post, a.action, a.source, a.login, a.acted_at as opened_at,
    a.acted_until as opened_until, a.acted_on as opened_on, a.flags, true as is_ecrl, returned.closed_at,
    (
        select list(m.rec order by m.acted_at, m.action_no)
        from removal_act as m
        where m.episode = a.action_no
    ) as recs
from act as a
left join returned on returned.episode = a.action_no
where exists (select 1 from removal_act as m where m.episode = a.action_no and m.action_no = a.action_no)
union all
select
    a.action_no, a.rec, a.channel, a.post, a.action, a.source, a.login, a.acted_at,
    a.acted_until, a.acted_on, a.flags, false, null,
    a.recs
from act as a
left join posts as p on p.post = a.post
where
    not a.is_ecrl and a.action in ('hide', 'delete', 'hold_reject', 'comment_lock')
    and coalesce(p.author_kind, 'public') <> 'staff'
