/*
id         = "AT-04"
title      = "The policy was reviewed within three years"
clauses    = ["0.1"]
tier       = 3
severity   = "info"
basis      = ["S"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "The policy was approved or reviewed within the 36 months before the end of the period."
counts     = "One item for the period. A statement for AT-04 or for clause 0.1 counts as a review; so does the approval of the text, 8 February 2021. The day 36 months before the last day of the period (or the cut-off, if earlier) still counts. A review the statements do not name cannot appear here; never an exception, as the policy asks for none."
effect     = "The text may no longer fit the platforms, the law or what the library does."
remedy     = "Obtain the dated statement; adopt and file a retention schedule."
*/
with reviewed as (
    select max(r.reviewed_on) as reviewed_on, flatten(list(r.recs order by r.reviewed_on, r.recs)) as recs
    from (
        select a.attested_on as reviewed_on, a.recs
        from newest_attestation as a
        where a.clause in ('AT-04', '0.1')
        union all
        select date '2021-02-08', []
    ) as r
),

judged as (
    select
        r.recs, p.starts_at,
        r.reviewed_on >= cast(least(p.last_on, p.as_of_on) - interval 36 month as date) as is_recent
    from reviewed as r
    cross join period as p
)

select
    'period' as item,
    case when is_recent then 'pass' else 'observation' end as outcome,
    case when not is_recent then 'review_overdue' end as subtype,
    case
        when is_recent then 'the policy was approved or reviewed within 36 months'
        else 'no review of the policy within 36 months is on record'
    end as reason,
    cast(null as varchar) as channel,
    starts_at as occurred_at,
    recs as evidence
from judged
