/*
what = "The blocks begun in the period: each block episode of the library, and each block by the platform as a row with is_ecrl false."
*/
select
    e.action_no, e.rec, e.recs, e.flags, e.channel, e.user_key, e.action, e.source, true as is_ecrl, e.case_no,
    e.blocked_at, e.blocked_until, e.blocked_on
from block_episode as e
cross join period as p
where e.blocked_at >= p.starts_at and e.blocked_at < p.ends_at
union all
select
    a.action_no, a.rec, a.recs, a.flags, a.channel, a.user_key, a.action, a.source, false, a.case_no,
    a.acted_at, a.acted_until, a.acted_on
from act as a
cross join period as p
where
    a.source = 'platform' and a.is_effective and a.action in ('block', 'remove_member')
    and a.acted_at >= p.starts_at and a.acted_at < p.ends_at
