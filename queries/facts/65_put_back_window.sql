/*
what = "For each counter-notice and calendar (W weekdays, F federal, L the library's own, LC the same with unset optional days closed): the 10th and the 14th business day after the local day of receipt, and the instants between which a return is in the window (half-open). 17 U.S.C. 512(g)(2)(C); CS-5, CS-6."
*/
with bound as (
    select c.counter_no, r.calendar, r.ordinal + n.n as ordinal
    from dmca_counter as c
    inner join business_day as r on r.day = c.received_on
    cross join (values (10), (14)) as n (n)
),

edge as (
    select b.counter_no, b.calendar, min(d.day) as first_on, max(d.day) as last_on
    from bound as b
    inner join business_day as d on d.calendar = b.calendar and d.ordinal = b.ordinal and d.is_business
    group by b.counter_no, b.calendar
    having count(*) = 2
)

select e.counter_no, e.calendar, e.first_on, e.last_on, f.starts_at as opens_at, l.ends_at as closes_at
from edge as e
inner join local_day as f on f.day = e.first_on
inner join local_day as l on l.day = e.last_on
