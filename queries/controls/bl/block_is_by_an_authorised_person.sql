/*
id         = "BL-04"
title      = "Every block and unblock is by an authorised person"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "act of blocking or unblocking"
needs      = ["actions", "logins", "people", "roles"]
parameters = ["designation_reconfirm"]
criterion  = "Each act that blocks or removes a user, or lifts a block, is by a holder of one of the four positions or by a written designee with the power to block on that account at that moment."
counts     = "Population: every such act in the period, not only the first of a block. Membership of the social media team alone is not enough. A shared login counts when all its possible persons have the same answer, otherwise it is not evidenced. A designee whose designator has left and not been confirmed yet, or who is not an employee, is an observation. An act the platform did not carry out is tested as well. Acts by a rule of the library and by the platform are not applicable; a user who leaves is no act of the library."
effect     = "Access to a public forum is decided by somebody to whom the policy gives no such power."
remedy     = "Only the four role holders or written designees with the power 'block' block users; re-decide the listed blocks."
*/
with judged as (
    select
        a.action_no, a.channel, a.acted_at, a.flags, a.recs, u.recs as authority_recs, u.subtype,
        case
            when a.source = 'platform' then 'by_platform'
            when a.source = 'automation' then 'by_automation'
            when u.answer = 'not_applicable' then 'by_' || u.subtype
            else coalesce(u.answer, 'unknown')
        end as answer
    from act as a
    cross join period as p
    left join authority as u on u.topic = 'act' and u.rec = a.rec and u.power = 'block'
    where
        a.source <> 'author' and a.action in ('block', 'remove_member', 'unblock')
        and a.acted_at >= p.starts_at and a.acted_at < p.ends_at
)

select
    action_no as item,
    case answer
        when 'by_platform' then 'not_applicable'
        when 'by_automation' then 'not_applicable'
        when 'yes' then 'pass'
        when 'observation' then 'observation'
        when 'no' then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when answer in ('by_platform', 'by_automation') then answer when answer <> 'yes' then subtype end as subtype,
    case answer
        when 'by_platform' then 'the platform acted, not the library'
        when 'by_automation' then 'a rule of the library acted, not a person'
        when 'yes' then 'the person had the power to block'
        when 'observation' then 'the person had the power to block under a designation that needs attention'
        when 'no' then 'the person did not have the power to block'
        else 'the records do not show who acted or whether that person had the power to block'
    end as reason,
    channel,
    flags,
    acted_at as occurred_at,
    list_concat(recs, coalesce(authority_recs, [])) as evidence
from judged
