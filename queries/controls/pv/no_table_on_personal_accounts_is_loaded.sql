/*
id         = "PV-05"
title      = "No table on personal accounts of staff is loaded"
clauses    = ["8.3a", "8.8"]
tier       = 1
severity   = "critical"
basis      = ["L", "S"]
subject    = "period"
needs      = []
parameters = []
criterion  = "No file, sheet or column that was taken in says that it holds personal accounts of staff."
counts     = "Self-test of the run. Every sheet that is not one of the logbook's is refused or left unread, with the reason; one that was so kept out passes. Looked at: names of files loaded or kept as copies, and the names of their columns beside those of the contract, which are left unread but stand in the file. A table that hides what it holds under another name cannot be seen here. Figure: files found."
effect     = "The audit would collect what staff say as private citizens, which it must not."
remedy     = "Take the table or the column out of the folder and load the evidence again."
*/
with looked_at as (
    select
        f.file,
        regexp_matches(
            lower(f.file || ',' || f.ignored_columns),
            '(personal|private|own|off[ _-]?duty|staff)[ _-]*'
            || '(social|account|profile|page|handle|post|facebook|instagram|twitter)'
        ) as is_personal
    from source_file as f
    where f.status in ('loaded', 'evidence copy')
),

counted as (
    select count(distinct file) as n, count(distinct case when is_personal then file end) as n_found
    from looked_at
)

select
    'period' as item,
    case when c.n_found > 0 then 'exception' when c.n = 0 then 'not_applicable' else 'pass' end as outcome,
    case when c.n_found > 0 then 'personal_accounts_supplied' when c.n = 0 then 'nothing_supplied' end as subtype,
    case
        when c.n_found > 0 then 'a file or a column says that it holds personal accounts of staff'
        when c.n = 0 then 'no file was taken in'
        else 'no file or column taken in says that it holds personal accounts of staff'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(c.n_found as double) as measured,
    cast([] as bigint[]) as evidence
from counted as c
cross join period as p
