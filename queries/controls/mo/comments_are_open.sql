/*
id         = "MO-08"
title      = "Comments are open unless a neutral reason is recorded"
clauses    = ["3.1", "1.2c", "2.1b"]
tier       = 2
severity   = "medium"
basis      = ["P", "S"]
subject    = "account with comments closed or limited"
needs      = ["channels"]
witnesses  = ["actions"]
parameters = []
criterion  = "Where the library closes or limits comments on an account or a post, a neutral reason is recorded. Closing is never an exception by itself."
counts     = "Population: accounts of the register open in the period that take no comments or hold them back first, and accounts with a thread closed by an act of the library in the period. The reason of a closed thread is the reason of the act; the reason of a closed account is an attestation for MO-08 or 3.1 dated in the period or before. Without it the account is an observation. Two or more threads closed on one account need a person to see whether one controversy was singled out. A community the library only joined is not applicable. Comments closed for one user alone are BL-11."
effect     = "People may be kept from speaking on one subject only."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with closing as (
    select
        a.channel, count(distinct coalesce(a.post, a.action_no)) as n_threads,
        sum(case
            when not exists (
                select 1
                from act_reason as r
                where r.rec = a.rec
            ) then 1
            else 0
        end) as n_unexplained,
        flatten(list(a.recs order by a.rec)) as recs
    from act as a
    cross join period as p
    where
        a.is_ecrl and a.is_effective and a.action = 'comment_lock'
        and (a.post is not null or a.user_key is null)
        and a.acted_at >= p.starts_at and a.acted_at < p.ends_at
    group by a.channel
),

attested as (
    select min(t.rec) as rec
    from attestations as t
    cross join period as p
    where t.clause in ('MO-08', '3.1') and t.attested_on <= p.last_on
),

judged as (
    select
        k.channel, k.rec, c.recs, t.rec as attested_rec, k.comments in ('closed', 'premoderated') as is_limited,
        case
            when k.kind = 'community_joined' then 'community_joined'
            when c.n_threads >= 2 then 'selective_closing'
            when c.n_unexplained > 0 then 'no_reason_recorded'
            when k.comments in ('closed', 'premoderated') and t.rec is null then 'no_reason_recorded'
            else 'explained'
        end as state
    from channels as k
    cross join period as p
    cross join attested as t
    left join closing as c on c.channel = k.channel
    where
        (k.comments in ('closed', 'premoderated') or c.channel is not null)
        and k.opened_on <= p.last_on and (k.closed_on is null or k.closed_on >= p.first_on)
)

select
    channel as item,
    case state
        when 'community_joined' then 'not_applicable'
        when 'selective_closing' then 'needs_review'
        when 'no_reason_recorded' then 'observation'
        else 'pass'
    end as outcome,
    case when state <> 'explained' then state end as subtype,
    case state
        when 'community_joined' then 'the library only takes part in this community'
        when 'selective_closing' then 'several threads were closed; whether that was neutral needs a person to look'
        when 'no_reason_recorded' then 'comments were closed or limited and no reason is recorded'
        else 'comments were closed or limited for a recorded reason'
    end as reason,
    channel,
    list_concat([rec, case when is_limited then attested_rec end], coalesce(recs, [])) as evidence
from judged
