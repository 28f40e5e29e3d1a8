/*
id         = "DM-26"
title      = "Standard technical measures are accommodated, by attestation"
clauses    = ["4.13"]
tier       = 3
severity   = "info"
basis      = ["L"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated attestation says that the library accommodates, and does not interfere with, standard technical measures (17 U.S.C. 512(i)(1)(B))."
counts     = "An attestation for DM-26 within the 366 days up to the end of the period. No record can show the fact itself."
effect     = "The condition cannot be shown when it is asked for."
remedy     = "Obtain the dated statement; adopt and file a retention schedule."
*/
with attested as (
    select count(*) as statements, list(a.rec order by a.rec) as recs
    from attestations as a
    cross join period as w
    where upper(a.clause) = 'DM-26' and a.attested_on <= w.last_on and a.attested_on > w.last_on - 366
)

select
    'period' as item,
    case when statements > 0 then 'pass' else 'not_evidenced' end as outcome,
    case when statements = 0 then 'not_attested' end as subtype,
    case
        when statements > 0 then 'a dated attestation of the last 366 days is on record'
        else 'no attestation of the last 366 days is on record'
    end as reason,
    coalesce(recs, []) as evidence
from attested
