/*
id         = "RM-04"
title      = "Every act of removal is by an authorised person"
clauses    = ["6.7a", "6.7e", "6.2a", "4.17a"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "act of removal"
needs      = ["actions", "logins", "people", "roles"]
parameters = ["team_may_moderate", "designation_reconfirm"]
criterion  = "Whoever hides, deletes, rejects or locks on a channel of the library holds one of the four positions, a written designation for it, or a place on the designated team, at that moment and on that channel."
counts     = "Population: every act hide, delete, hold_reject or comment_lock in the period by staff, by a rule of the library or by the platform, also on the library's own posts and also where the platform refused it. Acts of a rule are judged in RM-14, acts of the platform are not the library's: both not applicable. A login of several people counts only where all of them have the same answer; an act whose person is not known is not evidenced."
effect     = "Speech may have been removed by somebody whom the policy gives no power to do so."
remedy     = "Remove the permission or record a dated designation; have an authorised person re-decide the listed removals."
*/
with judged as (
    select
        a.action_no, a.channel, a.acted_at, a.flags,
        list_concat(a.recs, coalesce(w.recs, [])) as recs,
        case
            when a.source = 'platform' then 'by_platform'
            when a.source = 'automation' then 'by_automation'
            when w.answer = 'not_applicable' then 'by_' || w.subtype
            else coalesce(w.answer, 'unknown')
        end as state,
        w.subtype
    from act as a
    cross join period as p
    left join authority as w on w.topic = 'act' and w.rec = a.rec and w.power = 'remove'
    where
        a.source <> 'author' and a.action in ('hide', 'delete', 'hold_reject', 'comment_lock')
        and a.acted_at >= p.starts_at and a.acted_at < p.ends_at
)

select
    action_no as item,
    case
        when state in ('by_platform', 'by_automation') then 'not_applicable'
        when state = 'yes' then 'pass'
        when state = 'no' then 'exception'
        when state = 'observation' then 'observation'
        else 'not_evidenced'
    end as outcome,
    case when state in ('by_platform', 'by_automation') then state when state <> 'yes' then subtype end as subtype,
    case
        when state = 'by_platform' then 'the platform acted, not the library'
        when state = 'by_automation' then 'a rule of the library acted: its approval is judged in RM-14'
        when state = 'yes' then 'an authorised person acted'
        when state = 'observation' then 'an authorised person acted, on a designation that needs attention'
        when state = 'no' then 'the person had no authority to remove at that moment'
        else 'the records do not show whether an authorised person acted'
    end as reason,
    channel,
    flags,
    acted_at as occurred_at,
    recs as evidence
from judged
