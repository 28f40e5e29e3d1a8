/*
id         = "DQ-20"
title      = "Every clause of the policy has a control or a printed reason"
clauses    = ["1.4a"]
tier       = 1
severity   = "critical"
basis      = ["I"]
subject    = "period"
needs      = []
parameters = []
criterion  = "Each clause of the register is cited by a control, or the register says why none tests it."
counts     = "Figure: how many clauses of the register have neither."
effect     = "A part of the policy would be left out without anybody being told."
remedy     = "Add the control, or the reason why none tests the clause, to the register of clauses."
*/
with counted as (
    select
        count(*) as n,
        sum(case when len(controls) = 0 and trim(reason) = '' then 1 else 0 end) as n_silent
    from clause
)

select
    'period' as item,
    case when c.n = 0 then 'not_evidenced' when c.n_silent > 0 then 'exception' else 'pass' end as outcome,
    case when c.n = 0 then 'no_register' when c.n_silent > 0 then 'clause_left_out' end as subtype,
    case
        when c.n = 0 then 'the register of clauses is empty'
        when c.n_silent > 0 then 'a clause has neither a control nor a reason'
        else 'each clause has a control or a reason'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(coalesce(c.n_silent, 0) as double) as measured,
    cast([] as bigint[]) as evidence
from counted as c
cross join period as p
