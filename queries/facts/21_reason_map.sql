/*
what = "The reason codes in force: the shipped map, with the library's own rows in the place of those of the same code (CS-17). start_on and end_on are inclusive; a row without one is in force since the year 1, or until 9999. Where a row does not say whether its code depends on context, the shipped row of its clause does."
*/
select
    own.code, own.clause, own.grants_removal, own.grants_block,
    coalesce(own.context_dependent, d.context_dependent, 'no') as context_dependent,
    coalesce(own.start_on, date '0001-01-01') as start_on,
    coalesce(own.end_on, date '9999-12-31') as end_on,
    own.rec
from reason_codes as own
left join default_reason_code as d on d.code = own.clause
union all
select
    d.code, d.clause, d.grants_removal, d.grants_block, d.context_dependent,
    date '0001-01-01', date '9999-12-31', cast(null as bigint)
from default_reason_code as d
where not exists (
    select 1
    from reason_codes as own
    where own.code = d.code
)
