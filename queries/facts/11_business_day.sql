/*
what = "Business days of four calendars with a running count: W weekdays, F federal, L the library's own, LC the same with every unset optional day closed. A due day is a look-up of count + n (CS-5)."
*/
with closed as (
    select 'F' as calendar, day
    from statutory_day
    where calendar = 'F'
    union
    select c.calendar, s.day
    from statutory_day as s
    cross join (values ('L'), ('LC')) as c (calendar)
    cross join parameter as p
    where
        s.calendar = 'L'
        and not exists (
            select 1 from closed_days as o
            where o.day_on = s.day and o.status = 'open'
        )
        and (
            coalesce(s.optional, '') = ''
            or case s.optional
                when 'indigenous_peoples_day' then p.indigenous_peoples_day
                else p.day_after_thanksgiving
            end = 'closed'
            or (
                c.calendar = 'LC'
                and case s.optional
                    when 'indigenous_peoples_day' then p.indigenous_peoples_day
                    else p.day_after_thanksgiving
                end = 'unset'
            )
        )
    union
    select c.calendar, d.day_on as day
    from closed_days as d
    cross join (values ('L'), ('LC')) as c (calendar)
    where d.status = 'closed'
),

marked as (
    select
        c.calendar, d.day,
        d.weekday <= 5
        and not exists (
            select 1 from closed
            where closed.calendar = c.calendar and closed.day = d.day
        ) as is_business
    from calendar_range as d
    cross join (values ('W'), ('F'), ('L'), ('LC')) as c (calendar)
)

select
    calendar, day, is_business,
    sum(case when is_business then 1 else 0 end) over (
        partition by calendar
        order by day rows between unbounded preceding and current row
    ) as ordinal
from marked
