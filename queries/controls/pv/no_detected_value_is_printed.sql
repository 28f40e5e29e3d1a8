/*
id         = "PV-03"
title      = "What a detector found is not repeated"
clauses    = ["4.4", "6.5b"]
tier       = 1
severity   = "critical"
basis      = ["L", "S"]
subject    = "period"
needs      = []
parameters = []
criterion  = "A detector's finding names the rule, never the value it found."
counts     = "Self-test of the run. Looked at: the rule that each finding of a detector names in the sheet judgments, the only text of a detector that is kept. An e-mail address, or seven digits and more, counts as a value. The controls that look for personal information themselves give kind and number only. Without a finding of a detector there is nothing to look at. Figure: findings that carry a value."
effect     = "The audit would spread the very data that should not have been posted."
remedy     = "Put the rule in place of the value and load the evidence again."
*/
with finding as (
    select
        j.rec,
        regexp_matches(j.rule, '([^@ ]+@[^@ ]+\.[A-Za-z]{2,}|([0-9][ ().-]*){7})') as has_value
    from judgments as j
    where j.origin = 'detector'
),

counted as (
    select
        count(*) as n,
        sum(case when has_value then 1 else 0 end) as n_values,
        list(case when has_value then rec end order by rec) as value_recs,
        list(rec order by rec) as recs
    from finding
)

select
    'period' as item,
    case when c.n = 0 then 'not_applicable' when c.n_values > 0 then 'exception' else 'pass' end as outcome,
    case when c.n = 0 then 'no_detector' when c.n_values > 0 then 'value_in_finding' end as subtype,
    case
        when c.n = 0 then 'no finding of a detector was supplied'
        when c.n_values > 0 then 'a finding of a detector carries the value it found'
        else 'findings of detectors name rules only'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(coalesce(c.n_values, 0) as double) as measured,
    coalesce(case when c.n_values > 0 then c.value_recs else c.recs end, []) as evidence
from counted as c
cross join period as p
