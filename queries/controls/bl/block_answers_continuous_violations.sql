/*
id         = "BL-03"
title      = "Blocks answer continuous violations"
clauses    = ["5.2a", "4.11"]
tier       = 1
severity   = "medium"
basis      = ["P", "M"]
subject    = "block"
needs      = ["actions", "posts"]
parameters = ["continuous_occurrences", "continuous_window", "continuous_min_dates", "occurrence_gap"]
criterion  = "When a user was blocked, confirmed violations by that user on that account made continuous_occurrences occurrences on continuous_min_dates local dates within continuous_window days up to the block."
counts     = "Population as BL-01. Counted is what was posted and confirmed by the time of the block and not reversed by then: a judgment by a moderator or reviewer, an upheld concern about the post, or a staff removal of it with a reason that grants removal. Items no more than occurrence_gap minutes apart are one occurrence. Fewer occurrences than that, or all on one date, are an observation: rule 4.17 allows the block, the posted statement promises more. A threat among them, or a block marked severe, is named as such. No confirmed violation at all is an exception."
effect     = "The statement the public reads and the practice differ."
remedy     = "Align rule 4.17 and the posted statement; state the number."
*/
with counted as (
    select
        b.action_no, r.reading, coalesce(o.n_occurrences, 0) as n_occurrences, o.recs,
        case
            when coalesce(o.n_occurrences, 0) = 0 then 'no_violation'
            when o.meets then 'continuous'
            when o.is_severe or coalesce(a.severe, '') = 'yes' or exists (
                select 1
                from act_reason as w
                where w.rec = b.rec and w.kind = 'code' and w.code = '4.14-threat'
            ) then 'severe_single'
            else 'below_posted_standard'
        end as state
    from block_begun as b
    inner join act as a on a.rec = b.rec
    cross join (values ('certain'), ('possible')) as r (reading)
    left join occurrence as o on o.about = 'block' and o.reading = r.reading and o.action_no = b.action_no
    where b.is_ecrl and b.user_key is not null
),

judged as (
    select
        b.action_no, b.channel, b.source, b.blocked_at, b.flags, b.recs, m.recs as item_recs, m.n_occurrences,
        case
            when not b.is_ecrl then 'not_of_the_library'
            when b.user_key is null then 'user_not_recorded'
            when l.state <> m.state then 'order_uncertain'
            else m.state
        end as state
    from block_begun as b
    left join counted as l on l.action_no = b.action_no and l.reading = 'certain'
    left join counted as m on m.action_no = b.action_no and m.reading = 'possible'
)

select
    j.action_no as item,
    case j.state
        when 'not_of_the_library' then 'not_applicable'
        when 'continuous' then 'pass'
        when 'user_not_recorded' then 'not_evidenced'
        when 'order_uncertain' then 'not_evidenced'
        when 'no_violation' then 'exception'
        else 'observation'
    end as outcome,
    case
        when j.state = 'not_of_the_library' then 'by_' || j.source
        when j.state <> 'continuous' then j.state
    end as subtype,
    case j.state
        when 'not_of_the_library' then 'the block was not an act of the library'
        when 'continuous' then 'the user had posted violations continuously'
        when 'user_not_recorded' then 'the log does not say who was blocked'
        when 'order_uncertain' then 'the records do not show which violations were confirmed before the block'
        when 'no_violation' then 'no confirmed violation by the user was known at the block'
        when 'severe_single' then 'the user was blocked for a severe violation, short of the posted standard'
        else 'the user had fewer violations than the posted statement speaks of'
    end as reason,
    j.channel,
    j.flags,
    j.blocked_at as occurred_at,
    cast(case when j.state <> 'order_uncertain' then j.n_occurrences end as double) as measured,
    cast(case when j.n_occurrences is not null then q.continuous_occurrences end as double) as threshold,
    list_concat(j.recs, coalesce(j.item_recs, [])) as evidence
from judged as j
cross join parameter as q
