/*
id          = "PV-07"
title       = "Names given to users are keyed and lead nowhere"
clauses     = ["6.5b"]
tier        = 1
severity    = "critical"
basis       = ["L", "S"]
subject     = "period"
needs       = []
parameters  = []
tested_when = "false"
not_tested  = "the names are made when documents are made, after the controls; they are a test of the finished documents"
criterion   = "The names that documents give to users are made with a secret of the report series, differ from series to series, and cannot be joined to public posts by quoted text or exact times."
counts      = "A query over the evidence cannot see the secret or the documents, so it takes no part: the tests of the program check the names, the missing quotations and the days without clock times on finished documents."
effect      = "Whoever holds a report could find out whom it speaks of."
remedy      = "Keep the secret of the series outside the evidence folder and the repository; make the documents again."
*/
select
    'period' as item,
    'not_evidenced' as outcome,
    'shown_by_documents' as subtype,
    'the names are made when documents are made' as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast([] as bigint[]) as evidence
from period as p
