/*
id         = "DM-22"
title      = "Suspected misrepresentations are escalated"
clauses    = ["4.13"]
tier       = 3
severity   = "info"
basis      = ["L"]
subject    = "period"
needs      = ["dmca_notices"]
parameters = []
criterion  = "Metric, never an exception: copyright cases of the period flagged as a suspected misrepresentation (17 U.S.C. 512(f)) and sent to counsel."
counts     = "Counted: notices received in the period with a decision whose document names misrepresentation, 512(f) or counsel, or, where it is higher, the count of an attestation for DM-22 made in the period. Without a notice in the period there is nothing to count."
effect     = "False complaints go unanswered."
remedy     = "Register, decide, and note the decision for the items; instruct branches to forward the same day."
*/
with received as (
    select n.notice_no, n.rec
    from dmca_notice as n
    cross join period as w
    where n.venue in ('A', 'A2', 'A3', 'B') and n.agent_at >= w.starts_at and n.agent_at < w.ends_at
),

flagged as (
    select distinct r.notice_no, r.rec
    from received as r
    inner join dmca_events as e on e.notice_no = r.notice_no
    where
        e.event = 'decision_recorded'
        and regexp_matches(lower(e.document), '(misrepresent|512 ?\(f\)|counsel)')
),

attested as (
    select max(a.count) as cases, list(a.rec order by a.rec) as recs
    from attestations as a
    cross join period as w
    where upper(a.clause) = 'DM-22' and a.attested_on >= w.first_on and a.attested_on <= w.last_on
),

counted as (
    select
        (select count(*) from received) as notices,
        (select count(*) from flagged) as flags,
        (select list(f.rec order by f.rec) from flagged as f) as recs
)

select
    'period' as item,
    case when c.notices = 0 then 'not_applicable' else 'observation' end as outcome,
    case when c.notices = 0 then 'no_notices' else 'metric' end as subtype,
    case
        when c.notices = 0 then 'no copyright notice was received in the period'
        else 'number of cases flagged as a suspected misrepresentation and escalated'
    end as reason,
    case when c.notices > 0 then cast(greatest(c.flags, coalesce(a.cases, 0)) as double) end as measured,
    list_concat(coalesce(c.recs, []), coalesce(a.recs, [])) as evidence
from counted as c
cross join attested as a
