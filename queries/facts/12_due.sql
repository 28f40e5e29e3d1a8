/*
what = "For each local day and number of business days n on the library's own calendar: the due day, the instant it ends (exclusive), and the same with every unset optional day closed. is_known is false when the due day lies after confirmed_through. The day of the trigger is not counted (CS-5, CS-6)."
*/
select
    b.day, n.n,
    l.day as due_on,
    le.ends_at,
    lc.day as latest_on,
    lce.ends_at as latest_ends_at,
    lc.day <= p.confirmed_through as is_known
from business_day as b
cross join business_limit as n
cross join parameter as p
inner join business_day as l on l.calendar = 'L' and l.is_business and l.ordinal = b.ordinal + n.n
inner join business_day as b2 on b2.calendar = 'LC' and b2.day = b.day
inner join business_day as lc on lc.calendar = 'LC' and lc.is_business and lc.ordinal = b2.ordinal + n.n
inner join local_day as le on le.day = l.day
inner join local_day as lce on lce.day = lc.day
where b.calendar = 'L'
