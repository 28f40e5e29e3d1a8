/*
id         = "PV-01"
title      = "Nothing a public document prints names a user"
clauses    = ["6.5b"]
tier       = 1
severity   = "critical"
basis      = ["L", "S"]
subject    = "period"
needs      = []
witnesses  = ["posts"]
parameters = []
criterion  = "No text of the evidence that a public document prints as it is carries a user's key or an e-mail address."
counts     = "Self-test of the run. When the controls run the documents do not exist yet; looked at are the texts of the evidence that public documents can carry unchanged: the library's name, the ids of channels, the clauses of codes and statements. A key of 5 characters and more counts as words of a text, a shorter one only as the whole of it. Everything else is printed as counts, or under keyed names in restricted documents: that is a test of the finished documents. Figure: how many texts carry one."
effect     = "A patron could be recognised in a public document."
remedy     = "Give the channel, code or clause a neutral name and load the evidence again before a document is passed on."
*/
with looked_at as (
    select
        t.rec,
        regexp_matches(t.written, '[^@ ]+@[^@ ]+\.[A-Za-z]{2,}')
        or exists (
            select 1
            from private_word as w
            where w.kind = 'user' and (t.spaced = w.spaced or (w.is_long and strpos(t.spaced, w.spaced) > 0))
        ) as is_leak
    from printed_text as t
    where t.place = 'public'
),

counted as (
    select
        count(*) as n,
        sum(case when is_leak then 1 else 0 end) as n_leaks,
        list(case when is_leak then rec end order by rec) as leak_recs,
        list(rec order by rec) as recs
    from looked_at
)

select
    'period' as item,
    case when c.n_leaks > 0 then 'exception' when c.n = 0 then 'not_applicable' else 'pass' end as outcome,
    case when c.n_leaks > 0 then 'user_in_public_text' when c.n = 0 then 'nothing_printed' end as subtype,
    case
        when c.n_leaks > 0 then 'a text that public documents print carries a key or an address of a user'
        when c.n = 0 then 'the evidence holds no text that a public document prints'
        else 'no text that public documents print carries a key or an address of a user'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(coalesce(c.n_leaks, 0) as double) as measured,
    coalesce(case when c.n_leaks > 0 then c.leak_recs else c.recs end, []) as evidence
from counted as c
cross join period as p
