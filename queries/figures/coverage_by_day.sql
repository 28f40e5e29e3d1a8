/*
what    = "For each channel and day of the period, how many kinds of source cover it"
public  = false
columns = ["channel", "day", "sources_covered", "sources"]
*/
select
    coverage_day.channel as channel,
    coverage_day.day as day,
    count(*) filter (where coverage_day.is_covered) as sources_covered,
    count(*) as sources
from coverage_day
inner join period
    on
        coverage_day.day >= period.first_on
        and coverage_day.day <= period.last_on
where coverage_day.channel is not null
group by coverage_day.channel, coverage_day.day
order by coverage_day.channel, coverage_day.day
