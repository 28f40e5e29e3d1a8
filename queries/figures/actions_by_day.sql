/*
what    = "Acts of the library on posts and users, by local day and kind of act"
public  = false
columns = ["day", "action", "acts"]
*/
with act as (
    select
        actions.acted_on as day,
        case
            when actions.action in ('delete', 'unpublish') then 'delete'
            when actions.action in ('hide', 'comment_lock') then 'hide'
            when actions.action = 'hold_reject' then 'hold'
            when actions.action in ('unhide', 'restore', 'unblock', 'hold_release') then 'restore'
            when actions.action in ('block', 'restrict', 'mute', 'remove_member') then 'block'
        end as action
    from actions
    inner join period
        on
            actions.acted_on >= period.first_on
            and actions.acted_on <= period.last_on
    where actions.source in ('staff', 'automation')
)

select
    act.day as day,
    act.action as action,
    count(*) as acts
from act
where act.action is not null
group by act.day, act.action
order by act.day, act.action
