/*
what = "One row per block episode: the first effective block or remove_member act of the library on a user and account, to the unblock that ends it. Platform suspensions are not here."
*/
with target as (
    select
        a.rec, a.action_no, a.acted_at, a.sequence, a.channel,
        coalesce(a.user_key, 'act:' || a.action_no) as thing,
        a.action = 'unblock' as is_return
    from act as a
    where a.is_ecrl and a.is_effective and a.action in ('block', 'remove_member', 'unblock')
),

numbered as (
    select
        target.*,
        sum(case when is_return then 1 else 0 end) over (
            partition by channel, thing
            order by acted_at, coalesce(sequence, 0), length(action_no), action_no
            rows between unbounded preceding and current row
        ) as returns,
        min(case when is_return then acted_at end) over (
            partition by channel, thing
            order by acted_at, coalesce(sequence, 0), length(action_no), action_no
            rows between 1 following and unbounded following
        ) as lifted_at
    from target
),

placed as (
    select
        rec, lifted_at,
        row_number() over (
            partition by channel, thing, returns
            order by acted_at, coalesce(sequence, 0), length(action_no), action_no
        ) as place
    from numbered
    where not is_return
)

select
    a.action_no, a.rec, a.channel, a.user_key, a.action, a.source, a.login, a.case_no, a.notice_no,
    a.reason_code, a.reason, a.severe, a.acted_at as blocked_at, a.acted_until as blocked_until,
    a.acted_on as blocked_on, a.flags, a.recs, placed.lifted_at
from act as a
inner join placed on placed.rec = a.rec and placed.place = 1
