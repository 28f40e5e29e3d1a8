/*
id         = "DQ-16"
title      = "The evidence is not the sample library's"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "source file"
needs      = []
parameters = []
criterion  = "No file of the evidence marks it as the invented sample library."
counts     = "Population: files loaded or kept as copies, and the marker SAMPLE.txt at the top of the evidence folder. With the marker every report of the run is marked as a sample. Invented evidence without the marker cannot be told from real evidence."
effect     = "The results describe a library that does not exist."
remedy     = "Run the audit on the library's own evidence folder; take the marker out only with the sample itself."
*/
with file as (
    select file, max(case when file = 'SAMPLE.txt' then 1 else 0 end) = 1 as is_marker
    from source_file
    where status in ('loaded', 'evidence copy') or file = 'SAMPLE.txt'
    group by file
)

select
    file as item,
    case when is_marker then 'exception' else 'pass' end as outcome,
    case when is_marker then 'sample_marker' end as subtype,
    case when is_marker then 'the file marks the evidence as invented' else 'the file is not the marker' end as reason,
    cast(null as varchar) as channel,
    cast([] as bigint[]) as evidence
from file
