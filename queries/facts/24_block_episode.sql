/*
what = "One row per block episode: the first effective block or remove_member act of the library on a user and account, to the unblock that ends it, whoever undid it (lifted_at to lifted_until, in the row lifted_rec). Platform suspensions are not here."
*/
with target as (
    select
        a.rec, a.action_no, a.acted_at, a.sequence, a.channel,
        coalesce(a.user_key, 'act:' || a.action_no) as thing,
        a.action = 'unblock' as is_return
    from act as a
    where
        a.is_effective
        and (a.action = 'unblock' or (a.is_ecrl and a.action in ('block', 'remove_member')))
),

numbered as (
    select
        target.*,
        sum(case when is_return then 1 else 0 end) over (
            partition by channel, thing
            order by acted_at, coalesce(sequence, 0), length(action_no), action_no
            rows between unbounded preceding and current row
        ) as returns
    from target
),

placed as (
    select
        rec, channel, thing, returns,
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
    a.acted_on as blocked_on, a.flags, a.recs,
    lift.acted_at as lifted_at, lift.acted_until as lifted_until, lift.acted_on as lifted_on, lift.rec as lifted_rec
from act as a
inner join placed on placed.rec = a.rec and placed.place = 1
left join numbered as undone
    on
        undone.channel = placed.channel and undone.thing = placed.thing
        and undone.is_return and undone.returns = placed.returns + 1
left join act as lift on lift.rec = undone.rec
