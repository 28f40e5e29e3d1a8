/*
id         = "PV-02"
title      = "No text of a private message is loaded"
clauses    = ["3.2b", "6.5b"]
tier       = 1
severity   = "critical"
basis      = ["L", "S"]
subject    = "period"
needs      = []
parameters = []
criterion  = "No post is taken from private messages, and the record of message threads holds counts and times only."
counts     = "Self-test of the run. Looked at: the surface of each post kept; the rows of posts that were refused because they are private messages, whose text must not have stayed behind; and the columns of message threads beside those of the contract, which are left unread but stand in the file. Readers of exports leave files of private messages unread. That no document prints such a text follows, as there is none to print. Without posts and message threads there is nothing to look at. Figure: rows and columns found."
effect     = "What a patron wrote to the library in confidence would become part of the audit."
remedy     = "Take the texts of private messages out of the file and load the evidence again."
*/
with refused as (
    select r.rec, coalesce(trim(w.text), '') <> '' as has_text
    from rejected_record as r
    inner join raw_posts as w on w.source_id * 1000000000 + w.row = r.rec
    where r.sheet = 'posts' and starts_with(r.why, 'is dm')
),

counted as (
    select
        (
            select count(*)
            from supplied as s
            where s.sheet in ('posts', 'message_threads')
        ) as n_sheets,
        (
            select count(*)
            from posts as p
            where p.surface not in ('public', 'held')
        )
        + (
            select count(*)
            from refused as r
            where r.has_text
        ) as n_rows,
        (
            select count(*)
            from source_file as f
            where
                f.sheet = 'message_threads'
                and regexp_matches(
                    lower(f.ignored_columns),
                    '(^|[ ,_])(text|body|message|content|subject|notes?|excerpt|summary)($|[ ,_])'
                )
        ) as n_columns,
        (
            select coalesce(list(r.rec order by r.rec), [])
            from refused as r
            where r.has_text
        ) as recs
)

select
    'period' as item,
    case
        when c.n_rows > 0 or c.n_columns > 0 then 'exception'
        when c.n_sheets = 0 then 'not_applicable'
        else 'pass'
    end as outcome,
    case
        when c.n_rows > 0 then 'private_text_supplied'
        when c.n_columns > 0 then 'private_column_supplied'
        when c.n_sheets = 0 then 'nothing_supplied'
    end as subtype,
    case
        when c.n_rows > 0 then 'rows of posts that are private messages hold their text'
        when c.n_columns > 0 then 'the file of message threads has a column with what was written'
        when c.n_sheets = 0 then 'neither posts nor message threads were supplied'
        else 'no text of a private message was taken'
    end as reason,
    cast(null as varchar) as channel,
    p.starts_at as occurred_at,
    cast(c.n_rows + c.n_columns as double) as measured,
    c.recs as evidence
from counted as c
cross join period as p
