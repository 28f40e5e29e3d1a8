/*
what    = "Acts of the library on posts and users, by local day and kind of act"
public  = false
columns = ["day", "action", "acts"]
*/
with counted as (
    select
        act.acted_on as day,
        case
            when act.action in ('delete', 'unpublish') then 'delete'
            when act.action in ('hide', 'comment_lock') then 'hide'
            when act.action = 'hold_reject' then 'hold'
            when act.action in ('unhide', 'restore', 'unblock', 'hold_release') then 'restore'
            when act.action in ('block', 'restrict', 'mute', 'remove_member') then 'block'
        end as action
    from act
    inner join period
        on
            act.acted_on >= period.first_on
            and act.acted_on <= period.last_on
    where act.is_ecrl and act.is_effective
)

select
    counted.day as day,
    counted.action as action,
    count(*) as acts
from counted
where counted.action is not null
group by counted.day, counted.action
order by counted.day, counted.action
