/*
id         = "DQ-11"
title      = "Every coded value is known"
clauses    = ["1.4a"]
tier       = 1
severity   = "low"
basis      = ["I"]
subject    = "row of a sheet"
needs      = []
parameters = []
criterion  = "Each coded value is a word that the contract of the sheet lists."
counts     = "Population: rows of the period (rows without a day, and rows set aside, count in every period). A row with an unknown word was set aside, never read as another word, and waits for a person to say what it means. Words for yes and no count as coded. Reason codes are the library's own and are tested by RM-02. Each key counts once."
effect     = "The row takes part in no test until its meaning is settled."
remedy     = "Say which known word is meant and correct the row at its source; do not edit rows by hand."
*/
with candidate as (
    select k.sheet, k.key_text, k.rec, k.channel, k.moment_at, 2 as place
    from kept_row as k
    where k.touches_period
    union all
    select r.sheet, r.key_text, r.rec, null, null, 1
    from rejected_record as r
    where starts_with(r.why, 'is not one of ') or r.why = 'is not yes, no or unclear'
),

ranked as (
    select
        c.*,
        row_number() over (partition by sheet, key_text order by place, rec) as first_place
    from candidate as c
)

select
    sheet || '/' || key_text as item,
    case place when 1 then 'needs_review' else 'pass' end as outcome,
    case place when 1 then 'unknown_code' end as subtype,
    case place
        when 1 then 'a coded value is a word that the sheet does not know; the row was set aside'
        else 'each coded value of the row is known'
    end as reason,
    channel,
    moment_at as occurred_at,
    [rec] as evidence
from ranked
where first_place = 1
