/*
id         = "AT-02"
title      = "The director attests what no record can show"
clauses    = ["1.1", "1.2a", "1.2b", "1.2c", "2.3", "4.5a", "6.1", "6.3", "6.4"]
tier       = 3
severity   = "low"
basis      = ["P"]
subject    = "period"
needs      = ["attestations"]
parameters = []
criterion  = "A dated statement of the last 366 days covers each clause of the policy that only a statement can cover."
counts     = "One item for the period. A statement for each of 1.1, 1.2a, 1.2b, 2.3, 4.5a, 6.1, 6.3 and 6.4, or one for AT-02 that covers them together, of the 366 days before the last day of the period (or the cut-off, if earlier) or since; a statement about a quarter is often made after it, and counts up to the cut-off. A clause without one is not evidenced. Figure: how many of these clauses have none. Whether what is stated is so, no record can show."
effect     = "Nobody has said of these clauses that they are kept."
remedy     = "Obtain the dated statement; adopt and file a retention schedule."
*/
with asked as (
    select w.clause
    from (
        values
        ('1.1'), ('1.2a'), ('1.2b'), ('2.3'), ('4.5a'), ('6.1'), ('6.3'), ('6.4')
    ) as w (clause)
),

stated as (
    select
        a.clause,
        max(a.attested_on) >= min(least(p.last_on, p.as_of_on)) - 366 as is_current,
        list(a.rec order by a.rec) as recs
    from attestations as a
    cross join period as p
    where a.attested_on <= p.as_of_on
    group by a.clause
),

counted as (
    select
        sum(case when coalesce(a.is_current, false) then 0 else 1 end) as n_missing,
        flatten(list(coalesce(a.recs, []) order by w.clause)) as recs
    from asked as w
    left join stated as a on a.clause = w.clause
),

judged as (
    select
        p.starts_at, list_concat(coalesce(t.recs, []), c.recs) as recs,
        case when coalesce(t.is_current, false) then 0 else c.n_missing end as n_missing,
        coalesce(t.is_current, false) or c.n_missing = 0 as is_stated
    from period as p
    cross join counted as c
    left join stated as t on t.clause = 'AT-02'
)

select
    'period' as item,
    case when is_stated then 'pass' else 'not_evidenced' end as outcome,
    case when not is_stated then 'not_attested' end as subtype,
    case
        when is_stated then 'each clause is covered by a dated statement of the last year'
        else 'clauses are not covered by a dated statement of the last year'
    end as reason,
    cast(null as varchar) as channel,
    starts_at as occurred_at,
    cast(n_missing as double) as measured,
    recs as evidence
from judged
