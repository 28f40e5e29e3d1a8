/*
id         = "DM-08"
title      = "The recorded class of each notice follows from its elements"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "copyright notice"
needs      = ["dmca_notices"]
parameters = ["dmca_assess_limit"]
criterion  = "The class recorded for each notice is the one its six elements give: complete when all are there; curable when work, material and contact are there and at least one of signature, good faith and accuracy is not; defective when work, material or contact is not (17 U.S.C. 512(c)(3)(B))."
counts     = "Venues A and A2, as first received: a later cure does not change the class. An element that is unclear and could change the class leaves the class to a person; one that is not recorded and could change it leaves it not evidenced. Substantially is a human word: another class with a recorded override reason passes. A class not yet recorded is pending until dmca_assess_limit is over."
effect     = "A wrong class starts the wrong clock: material stays up that must go, or goes that may stay."
remedy     = "Use the element sheet at intake; correct the class of the cases listed."
*/
with judged as (
    select
        n.*,
        case
            when n.class = n.computed_class then 'same'
            when n.class is not null and n.override_reason is not null then 'override'
            when n.class is null and w.as_of_at < coalesce(d.latest_ends_at, w.as_of_at) then 'pending'
            when n.class is null then 'class_unrecorded'
            when n.computed_class <> 'undetermined' then 'other_class'
            when n.is_blank_that_matters then 'element_unrecorded'
            else 'undetermined'
        end as state
    from dmca_notice as n
    cross join period as w
    cross join parameter as q
    left join due as d on d.day = n.agent_on and d.n = q.dmca_assess_limit
    where n.venue in ('A', 'A2') and n.agent_at >= w.starts_at and n.agent_at < w.ends_at
)

select
    notice_no as item,
    case
        when state in ('same', 'override') then 'pass'
        when state = 'other_class' then 'exception'
        when state = 'pending' then 'pending'
        when state = 'undetermined' then 'needs_review'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('same', 'pending') then state end as subtype,
    'venue ' || venue || ': ' || case state
        when 'same' then 'the recorded class is ' || computed_class || ', as the elements give it'
        when 'override' then 'another class than the elements give was recorded with a reason'
        when 'other_class' then 'recorded as ' || class || ', while the elements give ' || computed_class
        when 'pending' then 'no class is recorded yet and the limit for the assessment is not over'
        when 'class_unrecorded' then 'no class is recorded'
        when 'element_unrecorded' then 'an element that could change the class is not recorded'
        else 'an element that could change the class is unclear'
    end as reason,
    channel,
    agent_flags as flags,
    agent_at as occurred_at,
    [rec] as evidence
from judged
