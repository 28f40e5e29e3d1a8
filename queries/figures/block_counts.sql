/*
what    = "Blocks, their reviews and requests to reconsider, as counts"
public  = true
columns = ["place", "measure", "items"]
*/
with latest_list as (
    select
        block_lists.channel as channel,
        max(block_lists.checked_at) as checked_at
    from block_lists
    inner join period on block_lists.checked_at < period.ends_at
    group by block_lists.channel
),

counted (place, measure, items) as (
    select
        1,
        'blocks',
        count(*)
    from act
    inner join period on act.acted_on >= period.first_on and act.acted_on <= period.last_on
    where act.action = 'block' and act.is_ecrl and act.is_effective
    union all
    select
        2,
        'unblocks',
        count(*)
    from act
    inner join period on act.acted_on >= period.first_on and act.acted_on <= period.last_on
    where act.action = 'unblock' and act.is_ecrl and act.is_effective
    union all
    select
        3,
        'listed',
        count(distinct block_lists.channel || '/' || block_lists.user_key)
    from block_lists
    inner join latest_list
        on
            block_lists.channel = latest_list.channel
            and block_lists.checked_at = latest_list.checked_at
    where block_lists.user_key is not null
    union all
    select
        4,
        'reviews',
        count(*)
    from block_reviews
    inner join period
        on block_reviews.reviewed_on >= period.first_on and block_reviews.reviewed_on <= period.last_on
    union all
    select
        5,
        'appeals',
        count(*)
    from appeals
    inner join period
        on appeals.received_on >= period.first_on and appeals.received_on <= period.last_on
    union all
    select
        6,
        'appeals_open',
        count(*)
    from appeals
    inner join period
        on appeals.received_on >= period.first_on and appeals.received_on <= period.last_on
    where appeals.decided_at is null
)

select
    counted.place as place,
    counted.measure as measure,
    counted.items as items
from counted
order by counted.place
