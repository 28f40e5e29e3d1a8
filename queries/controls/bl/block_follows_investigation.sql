/*
id         = "BL-01"
title      = "Every block follows an investigation"
clauses    = ["4.17a"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "block"
needs      = ["actions", "investigations"]
parameters = []
criterion  = "Before a user is blocked on an account, an investigation of that user with that account in its scope was opened and concluded."
counts     = "Population: block episodes begun in the period; removing a member counts as a block, restricting does not (BL-11). Any investigation of the user counts; one of another user only when the block names it and it documents that both are one person. A conclusion on the day of the block, with no time of day in either record, leaves the order open. Without a date of conclusion the order cannot be told. A block by a rule of the library, without a person, is an exception whatever is on record. A threat that is blocked at once and concluded on within one business day stays an exception of low severity: the policy has no emergency clause. Blocks by the platform are not applicable."
effect     = "A person may be shut out of a public forum before anybody looked at the facts."
remedy     = "Open and conclude a short written investigation now; lift the block if no violation is found."
*/
with ranked as (
    select
        act_rec, state, rank, is_threat, flag,
        row_number() over (partition by act_rec order by rank, case_no) as best
    from block_case
),

considered as (
    select act_rec, list(case_rec order by case_rec) as recs
    from block_case
    group by act_rec
),

judged as (
    select
        b.action_no, b.channel, b.source, b.blocked_at, b.flags, b.recs, r.flag, c.recs as case_recs,
        case
            when not b.is_ecrl then 'not_of_the_library'
            when b.source = 'automation' then 'automated_block'
            when b.user_key is null then 'user_not_recorded'
            else coalesce(r.state, 'no_investigation')
        end as state
    from block_begun as b
    left join ranked as r on r.act_rec = b.rec and r.best = 1
    left join considered as c on c.act_rec = b.rec
)

select
    action_no as item,
    case
        when state = 'not_of_the_library' then 'not_applicable'
        when state = 'before' then 'pass'
        when
            state in ('user_not_recorded', 'order_uncertain', 'scope_not_recorded', 'conclusion_undated')
            then 'not_evidenced'
        else 'exception'
    end as outcome,
    case
        when state = 'not_of_the_library' then 'by_' || source
        when state <> 'before' then state
    end as subtype,
    case state
        when 'not_of_the_library' then 'the block was not an act of the library'
        when 'before' then 'an investigation was concluded before the block'
        when 'automated_block' then 'a rule blocked the user without an investigation by a person'
        when 'user_not_recorded' then 'the log does not say who was blocked'
        when 'order_uncertain' then 'the records do not show whether the conclusion or the block came first'
        when 'scope_not_recorded' then 'the investigation does not say which accounts it covers'
        when 'conclusion_undated' then 'the investigation has a conclusion without a date'
        when 'emergency_ratified' then 'a threat was blocked before the investigation was concluded, a day at most'
        when 'post_hoc' then 'the investigation was concluded after the block'
        when 'not_concluded' then 'the investigation was not concluded'
        when 'concluded_before_opened' then 'the investigation was concluded before it was opened'
        when 'account_not_in_scope' then 'the investigation does not cover this account'
        else 'no investigation of the user is recorded'
    end as reason,
    channel,
    case when state = 'emergency_ratified' then 'low' end as severity,
    list_concat(flags, [flag]) as flags,
    blocked_at as occurred_at,
    list_concat(recs, coalesce(case_recs, [])) as evidence
from judged
