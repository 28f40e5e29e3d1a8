/*
what = "For each clause or control the newest statement up to the last day of the period (or the cut-off, if earlier): its day, the number it gives, whether it has a document, and whether it is of the 366 days before (is_current). recs are all statements on it up to then."
*/
with placed as (
    select
        a.clause, a.attested_on, a.count, a.document, a.rec,
        row_number() over (
            partition by a.clause
            order by a.attested_on desc, coalesce(a.count, -1) desc, a.rec asc
        ) as place,
        least(p.last_on, p.as_of_on) as until_on
    from attestations as a
    cross join period as p
    where a.attested_on <= least(p.last_on, p.as_of_on)
)

select
    clause,
    max(attested_on) as attested_on,
    max(case when place = 1 then count end) as number_stated,
    max(case when document is not null then 1 else 0 end) = 1 as has_document,
    max(case when attested_on >= until_on - 366 then 1 else 0 end) = 1 as is_current,
    list(rec order by rec) as recs
from placed
group by clause
