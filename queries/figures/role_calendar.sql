/*
what    = "Who held each of the four named positions in the period, by key; the report prints pseudonyms"
public  = false
columns = ["role", "staff_key", "acting", "from_on", "to_on"]
*/
select
    roles.role as role,
    roles.person as staff_key,
    coalesce(roles.acting, 'no') as acting,
    greatest(roles.start_on, period.first_on) as from_on,
    least(coalesce(roles.end_on, period.last_on), period.last_on) as to_on
from roles
inner join period
    on
        roles.start_on <= period.last_on
        and coalesce(roles.end_on, period.last_on) >= period.first_on
where roles.role in ('executive_director', 'assistant_director', 'resource_librarian', 'programming_librarian')
order by roles.role, roles.start_on, roles.person
