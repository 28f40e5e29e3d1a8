/*
id         = "BL-10"
title      = "A block stays on the accounts its investigation covers"
clauses    = ["4.17c"]
tier       = 1
severity   = "medium"
basis      = ["P"]
subject    = "block"
needs      = ["actions", "investigations"]
parameters = []
criterion  = "The account on which a user is blocked is among the accounts of the investigation behind the block."
counts     = "Population as BL-01. Judged is the investigation the block names, otherwise the user's best and latest; without one, or without a list of accounts in it, this is not evidenced. A block the platform itself carried over to a linked page or account while the library's block of the same user, or under the same case, was in force elsewhere is an observation; other blocks by the platform are not applicable."
effect     = "A person is shut out of an account on which nothing was found."
remedy     = "Lift on accounts outside the finding."
*/
with carried_over as (
    select b.rec, min(e.rec) as block_rec
    from block_begun as b
    inner join block_episode as e
        on
            e.channel <> b.channel
            and (e.user_key = b.user_key or e.case_no = b.case_no)
            and e.blocked_at <= b.blocked_until
            and (e.lifted_at is null or e.lifted_at > b.blocked_at)
    where not b.is_ecrl
    group by b.rec
),

judged as (
    select
        b.action_no, b.channel, b.source, b.blocked_at, b.flags, b.recs, c.case_rec, l.block_rec,
        case
            when l.rec is not null then 'linked_by_platform'
            when not b.is_ecrl then 'not_of_the_library'
            when b.user_key is null then 'user_not_recorded'
            when c.act_rec is null then 'no_investigation'
            when c.scope = 'in' then 'in_scope'
            when c.scope = 'out' then 'account_not_in_scope'
            else 'scope_not_recorded'
        end as state
    from block_begun as b
    left join block_case as c on c.act_rec = b.rec and c.place = 1
    left join carried_over as l on l.rec = b.rec
)

select
    action_no as item,
    case state
        when 'not_of_the_library' then 'not_applicable'
        when 'in_scope' then 'pass'
        when 'linked_by_platform' then 'observation'
        when 'account_not_in_scope' then 'exception'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'not_of_the_library' then 'by_' || source
        when state <> 'in_scope' then state
    end as subtype,
    case state
        when 'not_of_the_library' then 'the block was not an act of the library'
        when 'in_scope' then 'the investigation covers the account'
        when 'linked_by_platform' then 'the platform carried the block over to a linked account'
        when 'account_not_in_scope' then 'the investigation does not cover the account'
        when 'user_not_recorded' then 'the log does not say who was blocked'
        when 'no_investigation' then 'no investigation of the user is recorded'
        else 'the investigation does not say which accounts it covers'
    end as reason,
    channel,
    flags,
    blocked_at as occurred_at,
    list_concat(recs, [case_rec, block_rec]) as evidence
from judged
