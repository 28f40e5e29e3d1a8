/*
id         = "BL-12"
title      = "Blocked people are told"
clauses    = ["4.17a"]
tier       = 3
severity   = "info"
basis      = ["S"]
subject    = "all blocks of the period"
needs      = ["actions"]
parameters = []
criterion  = "How many of the people blocked in the period were told so. The policy does not ask for it."
counts     = "A count, never an exception: block episodes of the library begun in the period whose log names a time at which the person was told. Whether the notice named a way to ask for review is not recorded in the log and needs a reading of the notices. Without a block there is nothing to count."
effect     = "A person who is not told cannot ask for review."
remedy     = "Discuss the indicator with counsel; decide whether to adopt notice to authors and blocked users."
*/
with counted as (
    select
        count(*) as n_blocks,
        coalesce(sum(case when a.author_told_at is not null then 1 else 0 end), 0) as n_told,
        flatten(list(b.recs order by b.rec)) as recs
    from block_begun as b
    inner join act as a on a.rec = b.rec
    where b.is_ecrl
)

select
    'period' as item,
    case when n_blocks = 0 then 'not_applicable' else 'observation' end as outcome,
    case when n_blocks = 0 then 'no_block' end as subtype,
    case
        when n_blocks = 0 then 'no block was recorded in the period'
        else cast(n_told as varchar) || ' of ' || cast(n_blocks as varchar) || ' blocks: the person was told'
    end as reason,
    cast(case when n_blocks > 0 then n_told end as double) as measured,
    coalesce(recs, []) as evidence
from counted
