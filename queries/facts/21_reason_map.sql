/*
what = "The reason codes in force: the shipped map, with the library's own rows in the place of those of the same code (CS-17). start_on and end_on are inclusive, null is open."
*/
select
    code, clause, grants_removal, grants_block, coalesce(context_dependent, 'no') as context_dependent,
    start_on, end_on, rec
from reason_codes
union all
select
    d.code, d.clause, d.grants_removal, d.grants_block, d.context_dependent,
    cast(null as date), cast(null as date), cast(null as bigint)
from default_reason_code as d
where not exists (select 1 from reason_codes as own where own.code = d.code)
