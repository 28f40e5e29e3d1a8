/*
id         = "DQ-19"
title      = "Totals add up"
clauses    = ["1.4a"]
tier       = 1
severity   = "critical"
basis      = ["I"]
subject    = "period"
needs      = []
parameters = []
criterion  = "The totals of each file are those of its records counted again, and the items of each stored run are as many as its controls say."
counts     = "Counted again: for each file loaded the records with a fate against loaded, set aside, duplicate and out of scope; for each finished run of the database the items of a control against its population and each of its outcomes. That the outcomes of a control add up to its population is enforced when the results of this run are stored: results that do not cannot be stored and the run stops. That reports show the stored figures is a test of the documents. Figure: how many totals differ."
effect     = "A figure in a report may not be that of the records."
remedy     = "Load the evidence again and run the controls again; do not edit the database by hand."
*/
with fate as (
    select
        source_id, row,
        min(case fate when 'loaded' then 1 when 'quarantined' then 2 when 'duplicate' then 3 else 4 end) as best
    from row_fate
    where row > 0
    group by source_id, row
),

recounted as (
    select
        f.source_id,
        f.loaded = count(case when r.best = 1 then 1 end)
        and f.quarantined = count(case when r.best = 2 then 1 end)
        and f.duplicate = count(case when r.best = 3 then 1 end)
        and f.out_of_scope = count(case when r.best = 4 then 1 end)
        and f.seen = count(r.row) as is_equal
    from source_file as f
    left join fate as r on r.source_id = f.source_id
    where f.status = 'loaded'
    group by f.source_id, f.loaded, f.quarantined, f.duplicate, f.out_of_scope, f.seen
),

stored as (
    select
        c.run_id, c.control,
        c.population = count(i.item)
        and c.n_pass = count(case when i.outcome = 'pass' then 1 end)
        and c.n_exception = count(case when i.outcome = 'exception' then 1 end)
        and c.n_observation = count(case when i.outcome = 'observation' then 1 end)
        and c.n_needs_review = count(case when i.outcome = 'needs_review' then 1 end)
        and c.n_not_evidenced = count(case when i.outcome = 'not_evidenced' then 1 end)
        and c.n_pending = count(case when i.outcome = 'pending' then 1 end)
        and c.n_not_applicable = count(case when i.outcome = 'not_applicable' then 1 end) as is_equal
    from control_result as c
    inner join audit_run as a on a.run_id = c.run_id and a.status = 'finished'
    left join item_result as i on i.run_id = c.run_id and i.control = c.control
    group by
        c.run_id, c.control, c.population, c.n_pass, c.n_exception, c.n_observation, c.n_needs_review,
        c.n_not_evidenced, c.n_pending, c.n_not_applicable
),

summed as (
    select
        (
            select count(*)
            from recounted
        ) as n_files,
        (
            select count(*)
            from recounted
            where not is_equal
        ) as n_files_off,
        (
            select count(*)
            from stored
            where not is_equal
        ) as n_results_off
)

select
    'period' as item,
    case
        when s.n_files_off > 0 or s.n_results_off > 0 then 'exception'
        when s.n_files = 0 then 'not_evidenced'
        else 'pass'
    end as outcome,
    case
        when s.n_files_off > 0 then 'file_totals_differ'
        when s.n_results_off > 0 then 'stored_results_differ'
        when s.n_files = 0 then 'no_files'
    end as subtype,
    case
        when s.n_files_off > 0 then 'the totals of a file are not those of its records'
        when s.n_results_off > 0 then 'a stored run has other items than its controls say'
        when s.n_files = 0 then 'no file was loaded'
        else 'every total is that of the records counted again'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(s.n_files_off + s.n_results_off as double) as measured,
    cast([] as bigint[]) as evidence
from summed as s
cross join period as p
