/*
id         = "RC-04"
title      = "The audit run itself is kept as a record"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["R", "I"]
subject    = "period"
needs      = []
parameters = []
criterion  = "The digest of each input, the thresholds, the digest of each query and the results of each finished run are stored."
counts     = "One item for the period. Looked at: the digest of every file loaded and the thresholds of the load; for each finished run of the database its sources, its thresholds, and the digest of the query behind each control. This run is stored after its controls were judged, all of it or nothing; the evidence package and its check are tests of the outputs. Figure: how many of these are missing."
effect     = "Nobody could show later on what the results rested."
remedy     = "Load the evidence again and run the controls again; keep the database and the evidence package."
*/
with missing as (
    select count(*) as n
    from source_file as f
    where f.status = 'loaded' and f.sha256 = ''
    union all
    select count(*)
    from audit_run as a
    where
        a.status = 'finished'
        and (
            a.content_digest = ''
            or not exists (
                select 1
                from run_source as s
                where s.run_id = a.run_id
            )
            or not exists (
                select 1
                from run_parameter as q
                where q.run_id = a.run_id
            )
            or not exists (
                select 1
                from control_result as c
                where c.run_id = a.run_id
            )
        )
    union all
    select count(*)
    from control_result as c
    where c.sql_digest = ''
),

counted as (
    select
        (
            select cast(sum(m.n) as bigint)
            from missing as m
        ) as n_missing,
        (
            select count(*)
            from source_file as f
            where f.status = 'loaded'
        ) as n_files,
        (
            select count(*)
            from parameter_value
        ) as n_thresholds
)

select
    'period' as item,
    case when c.n_missing > 0 or c.n_files = 0 or c.n_thresholds = 0 then 'exception' else 'pass' end as outcome,
    case
        when c.n_files = 0 then 'no_inputs'
        when c.n_thresholds = 0 then 'no_thresholds'
        when c.n_missing > 0 then 'parts_missing'
    end as subtype,
    case
        when c.n_files = 0 then 'no input is stored'
        when c.n_thresholds = 0 then 'no thresholds are stored'
        when c.n_missing > 0 then 'digests or results of inputs or runs are missing'
        else 'inputs, thresholds, queries and results are stored with their digests'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(c.n_missing as double) as measured,
    cast([] as bigint[]) as evidence
from counted as c
cross join period as p
