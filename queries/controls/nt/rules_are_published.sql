/*
id          = "NT-04"
title       = "The rules themselves are published"
clauses     = ["4.20", "5.1"]
tier        = 3
severity    = "info"
basis       = ["P"]
subject     = "period"
needs       = ["attestations"]
parameters  = []
tested_when = "exists (select 1 from attestations where clause = 'NT-04')"
not_tested  = "no attestation on the publication of the rules was supplied"
criterion   = "The rules for public comments can be reached in at most two clicks, as attested."
counts      = "A figure, never an exception: the newest attestation for NT-04 of the 366 days before the end of the period or since, up to the cut-off."
effect      = "Users agree to rules by posting; rules they cannot find weaken that."
remedy      = "Discuss the indicator with counsel; decide whether to adopt notice to authors and blocked users."
*/
with newest as (
    select
        max(a.attested_on) as attested_on,
        list(a.rec order by a.rec) as recs
    from attestations as a
    cross join period as p
    where a.clause = 'NT-04' and a.attested_on <= p.as_of_on and a.attested_on > p.last_on - 366
)

select
    'period' as item,
    case when newest.attested_on is null then 'not_evidenced' else 'observation' end as outcome,
    case when newest.attested_on is null then 'no_attestation' else 'attested' end as subtype,
    case
        when newest.attested_on is null then 'the newest attestation is older than a year'
        else 'attested that the rules can be reached'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    coalesce(newest.recs, []) as evidence
from newest
cross join period as p
