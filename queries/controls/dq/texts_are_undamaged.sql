/*
id         = "DQ-15"
title      = "Texts came through undamaged"
clauses    = ["1.4a"]
tier       = 1
severity   = "low"
basis      = ["I"]
subject    = "source file"
needs      = []
parameters = []
criterion  = "No text of a post, an edit or a statement check shows the marks of having been read in the wrong encoding."
counts     = "Population: files that brought such texts. Marks are the signs that UTF-8 leaves when it is read as Latin-1 or Windows-1252, and the replacement sign for what could not be read. The texts stay as delivered; exports known to be written that way are repaired when they are read, before they come here. Figure: how many texts show a mark. Texts are never shown."
effect     = "Tests that compare texts word for word may miss what is the same, or the statement that was there."
remedy     = "Export the file again as UTF-8; do not edit rows by hand."
*/
with written as (
    select rec, text
    from posts
    where text is not null
    union all
    select rec, text
    from revisions
    where text is not null
    union all
    select rec, text
    from statement_checks
    where text is not null
),

looked_at as (
    select
        cast((rec - rec % 1000000000) / 1000000000 as bigint) as source_id, rec,
        regexp_matches(
            text,
            '(Ã[\x{0080}-\x{00BA}\x{00BC}-\x{00BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘“•–—˜™š›œžŸ]|Â[\x{0080}-\x{00BF}]'
            || '|â€|â\x{0080}|ðŸ|ð\x{009F}|\x{FFFD})'
        ) as is_damaged
    from written
),

summed as (
    select
        s.file,
        sum(case when w.is_damaged then 1 else 0 end) as n_damaged,
        coalesce(list(case when w.is_damaged then w.rec end order by w.rec), []) as recs
    from looked_at as w
    inner join source_file as s on s.source_id = w.source_id
    group by s.file
)

select
    file as item,
    case when n_damaged > 0 then 'exception' else 'pass' end as outcome,
    case when n_damaged > 0 then 'damaged_text' end as subtype,
    case
        when n_damaged > 0 then 'texts show the marks of a wrong encoding'
        else 'no text shows the marks of a wrong encoding'
    end as reason,
    cast(null as varchar) as channel,
    cast(n_damaged as double) as measured,
    recs as evidence
from summed
