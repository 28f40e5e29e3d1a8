/*
id         = "PV-06"
title      = "Names of files, bookmarks and pictures carry no personal data"
clauses    = ["6.5a", "6.5b"]
tier       = 1
severity   = "critical"
basis      = ["L", "S"]
subject    = "period"
needs      = []
witnesses  = ["dmca_notices"]
parameters = []
criterion  = "No number or id from which a file, a bookmark or the description of a picture is named carries a user's key, a name of a member of staff or an address."
counts     = "Self-test of the run. When the controls run the documents do not exist yet; looked at are the numbers of copyright notices, which name the case files and their bookmarks, and the ids of channels, which the descriptions of charts name. A word of 5 characters and more counts as words of a name, a shorter one and a login only as the whole of it. Metadata, attachments and bookmarks of the finished files are tested on the files. Figure: how many names carry one."
effect     = "A name shown in a folder or a reader's margin gives away what the document itself withholds."
remedy     = "Give the notice or the channel a neutral number and load the evidence again before a document is passed on."
*/
with looked_at as (
    select
        t.rec,
        regexp_matches(t.written, '[^@ ]+@[^@ ]+\.[A-Za-z]{2,}')
        or exists (
            select 1
            from private_word as w
            where t.spaced = w.spaced or (w.is_long and strpos(t.spaced, w.spaced) > 0)
        ) as is_leak
    from printed_text as t
    where t.place = 'name'
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
    case when c.n_leaks > 0 then 'person_in_name' when c.n = 0 then 'nothing_named' end as subtype,
    case
        when c.n_leaks > 0 then 'the number or id of a notice or a channel carries a person'
        when c.n = 0 then 'the evidence holds neither notices nor channels'
        else 'no number or id of a notice or a channel carries a person'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(coalesce(c.n_leaks, 0) as double) as measured,
    coalesce(case when c.n_leaks > 0 then c.leak_recs else c.recs end, []) as evidence
from counted as c
cross join period as p
