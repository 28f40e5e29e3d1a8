/*
id         = "RM-17"
title      = "What disappears between two exports has an act that explains it"
clauses    = ["3.2a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "post"
needs      = ["posts", "sightings"]
parameters = []
criterion  = "A public item that an earlier capture showed and a later one does not show was removed by a recorded act, by its author or by the platform."
counts     = "Population: public items by others that a capture showed as visible and a later capture of the period does not: either it says absent, or it is an export that covers the day of posting and shows other items of the channel but not this one. An item seen again later has not disappeared. An act on it or on what it hung under, a step of a copyright case, or a capture that says the author deleted it explains it. Unexplained ones are not evidenced, never an exception by item: DQ-05 judges their share."
effect     = "Removals happen outside the log, or the log is incomplete."
remedy     = "Export the platform's activity log for the dates listed; log every removal in the moderation log."
*/
select
    d.post as item,
    case when d.is_unexplained then 'not_evidenced' else 'pass' end as outcome,
    case when d.is_unexplained then 'unexplained_disappearance' end as subtype,
    case
        when d.is_unexplained then 'the item is gone, and no record says why'
        else 'a recorded act explains why the item is gone'
    end as reason,
    d.channel,
    cast([] as varchar[]) as flags,
    d.gone_at as occurred_at,
    list_concat(d.recs, coalesce((
        select list(s.rec order by s.rec)
        from post_state as s
        where s.post = d.post
    ), [])) as evidence
from disappearance as d
where d.gone_at is not null
