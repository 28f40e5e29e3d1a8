/*
what = "For each counter-notice and calendar (W weekdays, F federal, L the library's own, LC the same with unset optional days closed): the 10th and the 14th business day after the local day of receipt, and the instants between which a return is in the window (half-open). 17 U.S.C. 512(g)(2)(C); CS-5, CS-6."
*/
select
    c.counter_no, f.calendar, f.day as first_on, l.day as last_on,
    fd.starts_at as opens_at, ld.ends_at as closes_at
from dmca_counter as c
inner join business_day as r on r.day = c.received_on
inner join business_day as f on f.calendar = r.calendar and f.is_business and f.ordinal = r.ordinal + 10
inner join business_day as l on l.calendar = r.calendar and l.is_business and l.ordinal = r.ordinal + 14
inner join local_day as fd on fd.day = f.day
inner join local_day as ld on ld.day = l.day
