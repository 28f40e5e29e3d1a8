/*
id         = "DQ-18"
title      = "Each threshold is adopted by the body that sets it"
clauses    = ["1.4a"]
tier       = 1
severity   = "info"
basis      = ["I", "M"]
subject    = "period"
needs      = []
parameters = []
criterion  = "Each threshold in use has a value of its unit and was approved, with body and day."
counts     = "Figure: how many of the thresholds are proposed by the tool and not adopted. An unknown name or an impossible value stops the load, so that a run never begins with one; a blank value is the exception, as is an approval without body or day. A value changed for one run is marked on the thresholds page of that run. The settings of the calendar count as thresholds except the day through which it is confirmed."
effect     = "Results are measured against numbers that nobody at the library has adopted; the policy names none."
remedy     = "Adopt the thresholds, or other values, and record body and day."
*/
with counted as (
    select
        count(*) as n,
        sum(case when v.status = 'proposed' then 1 else 0 end) as n_proposed,
        sum(
            case
                when v.value = '' then 1
                when v.status = 'approved' and (v.approved_by = '' or v.approved_on = '') then 1
                else 0
            end
        ) as n_faulty
    from parameter_value as v
    where v.unit <> 'day'
)

select
    'period' as item,
    case
        when c.n = 0 then 'not_evidenced'
        when c.n_faulty > 0 then 'exception'
        when c.n_proposed > 0 then 'observation'
        else 'pass'
    end as outcome,
    case
        when c.n = 0 then 'no_thresholds'
        when c.n_faulty > 0 then 'threshold_faulty'
        when c.n_proposed > 0 then 'proposed_thresholds'
    end as subtype,
    case
        when c.n = 0 then 'no thresholds are stored'
        when c.n_faulty > 0 then 'a threshold has no value, or its approval has no body or day'
        when c.n_proposed > 0 then 'thresholds are proposed by the tool and not adopted by the library'
        else 'each threshold is adopted'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(coalesce(c.n_proposed, 0) as double) as measured,
    cast([] as bigint[]) as evidence
from counted as c
cross join period as p
