/*
what = "One row per removal episode, named by the act that opened it (CS-9), and one row per removal by the platform or the author (is_ecrl false, CS-10). closed_at is the unhide or restore that ended it; recs are all its acts."
*/
with joined as (
    select episode, list(rec order by acted_at, action_no) as recs
    from removal_act
    group by episode
)

select
    a.action_no, a.rec, a.channel, a.post, a.action, a.source, a.login, a.acted_at as opened_at,
    a.acted_until as opened_until, a.acted_on as opened_on, a.flags, true as is_ecrl, m.closed_at,
    j.recs
from act as a
inner join removal_act as m on m.rec = a.rec and m.action_no = m.episode
inner join joined as j on j.episode = m.episode
union all
select
    a.action_no, a.rec, a.channel, a.post, a.action, a.source, a.login, a.acted_at,
    a.acted_until, a.acted_on, a.flags, false, null,
    a.recs
from act as a
left join posts as p on p.post = a.post
where
    not a.is_ecrl and a.is_effective and a.action in ('hide', 'delete', 'hold_reject', 'unpublish')
    and coalesce(p.author_kind, 'public') <> 'staff'
