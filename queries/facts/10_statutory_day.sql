/*
what = "The statutory holidays of each calendar (F federal, L Minnesota), with the observed weekday; `optional` names the setting that decides whether L keeps it. Statutes: 5 U.S.C. 6103; Minn. Stat. 645.44 subd. 5."
*/
with years as (
    select distinct day_year as y
    from calendar_range
),

fixed as (
    select
        rule.calendar, rule.name, rule.optional, rule.observed,
        make_date(years.y, rule.month, rule.day) as day
    from statutory_day_rule as rule
    inner join years on years.y >= rule.first_year
    where rule.kind = 'fixed'
),

weekday_rule as (
    select
        rule.calendar, rule.name, rule.optional, rule.kind, rule.nth, rule.weekday, d.day,
        row_number() over (partition by rule.calendar, rule.name, d.day_year order by d.day) as place,
        row_number() over (partition by rule.calendar, rule.name, d.day_year order by d.day desc) as place_from_end
    from statutory_day_rule as rule
    inner join
        calendar_range as d
        on
            d.day_year >= rule.first_year
            and d.day_month = rule.month
            and d.weekday = rule.weekday
    where rule.kind in ('nth_weekday', 'last_weekday')
),

moving as (
    select calendar, name, optional, day
    from weekday_rule
    where
        (kind = 'nth_weekday' and place = nth)
        or (kind = 'last_weekday' and place_from_end = 1)
),

following as (
    select rule.calendar, rule.name, rule.optional, moving.day + 1 as day
    from statutory_day_rule as rule
    inner join moving on moving.name = rule.follows and moving.calendar = rule.calendar
    where rule.kind = 'day_after'
),

observed as (
    select
        calendar, name, optional,
        case
            when observed = 'yes' and date_diff('day', date '1900-01-01', day) % 7 = 5 then day - 1
            when observed = 'yes' and date_diff('day', date '1900-01-01', day) % 7 = 6 then day + 1
            else day
        end as day
    from fixed
)

select calendar, name, optional, day
from observed
union all
select calendar, name, optional, day
from moving
union all
select calendar, name, optional, day
from following
