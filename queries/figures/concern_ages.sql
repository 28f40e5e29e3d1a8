/*
what    = "Calendar days from a user's concern to its first review, by the outcome of the test of that concern"
public  = true
columns = ["place", "age", "outcome", "concerns"]
*/
with waited as (
    select
        concerns.concern as concern,
        date_diff('day', concerns.received_on, concerns.first_reviewed_on) as days
    from concerns
    inner join period
        on
            concerns.received_on >= period.first_on
            and concerns.received_on <= period.last_on
    where concerns.via <> 'platform_only'
),

aged as (
    select
        waited.concern as concern,
        case
            when waited.days is null then 9
            when waited.days < 0 then 0
            when waited.days <= 3 then waited.days + 1
            when waited.days <= 5 then 5
            when waited.days <= 10 then 6
            when waited.days <= 20 then 7
            else 8
        end as place
    from waited
),

bucket (place, age) as (
    values
    (0, 'before receipt'), (1, 'same day'), (2, '1'), (3, '2'), (4, '3'), (5, '4–5'),
    (6, '6–10'), (7, '11–20'), (8, 'over 20'), (9, 'no review')
),

judged as (
    select
        item_result.item as item,
        item_result.outcome as outcome
    from item_result
    inner join this_run on item_result.run_id = this_run.run_id
    where item_result.control = 'MO-03'
)

select
    bucket.place as place,
    bucket.age as age,
    case
        when judged.outcome in ('pass', 'observation', 'exception') then judged.outcome
        else 'undecided'
    end as outcome,
    count(*) as concerns
from aged
inner join bucket on aged.place = bucket.place
left join judged on aged.concern = judged.item
group by 1, 2, 3
order by 1, 3
