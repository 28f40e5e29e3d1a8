/*
what    = "Each day from the receipt of a valid counter-notice to two days after its window, on each calendar: the running number of business days, and the holidays and closed days by name"
public  = false
columns = ["counter_no", "notice_no", "day", "calendar", "number", "is_business", "holiday"]
*/
with asked as (
    select
        c.counter_no,
        c.notice_no,
        c.received_on,
        max(w.last_on) as last_on
    from dmca_counter as c
    inner join put_back_window as w on c.counter_no = w.counter_no
    where c.venue = 'A' and c.validity = 'valid'
    group by c.counter_no, c.notice_no, c.received_on
),

named (calendar, day, name) as (
    select s.calendar, s.day, s.name
    from statutory_day as s
    union all
    select 'L', d.day_on, coalesce(d.name, 'closed day')
    from closed_days as d
    where d.status = 'closed'
),

holiday as (
    select
        named.calendar,
        named.day,
        min(named.name) as name
    from named
    group by named.calendar, named.day
)

select
    a.counter_no as counter_no,
    a.notice_no as notice_no,
    b.day as day,
    b.calendar as calendar,
    b.ordinal - s.ordinal as number,
    b.is_business as is_business,
    case when not b.is_business then h.name end as holiday
from asked as a
inner join business_day as b on a.received_on <= b.day and a.last_on + 2 >= b.day
inner join business_day as s on b.calendar = s.calendar and a.received_on = s.day
left join holiday as h
    on b.day = h.day and h.calendar = case b.calendar when 'F' then 'F' when 'W' then '' else 'L' end
order by a.notice_no, a.counter_no, b.calendar, b.day
