/*
what    = "Each copyright notice received in the period: days from receipt by the agent to each step, and how it was judged"
public  = false
columns = ["notice_no", "venue", "channel", "received_on", "removed_after", "countered_after", "restored_after", "open_for", "removal_outcome", "putback_outcome"]
*/
with notice as (
    select
        dmca_notices.notice_no as notice_no,
        dmca_notices.venue as venue,
        dmca_notices.channel as channel,
        coalesce(dmca_notices.received_by_agent_on, dmca_notices.received_on) as received_on,
        period.as_of_on as as_of_on
    from dmca_notices
    inner join period
        on
            coalesce(dmca_notices.received_by_agent_on, dmca_notices.received_on) >= period.first_on
            and coalesce(dmca_notices.received_by_agent_on, dmca_notices.received_on) <= period.last_on
    where dmca_notices.venue in ('A', 'A2', 'A3')
),

step as (
    select
        dmca_events.notice_no as notice_no,
        max(case when dmca_events.event = 'disabled' then dmca_events.happened_on end) as removed_on,
        max(case when dmca_events.event = 'restored' then dmca_events.happened_on end) as restored_on
    from dmca_events
    group by dmca_events.notice_no
),

counter as (
    select
        dmca_counter_notices.notice_no as notice_no,
        min(dmca_counter_notices.received_by_agent_on) as countered_on
    from dmca_counter_notices
    group by dmca_counter_notices.notice_no
),

removal as (
    select
        item_result.item as item,
        item_result.outcome as outcome
    from item_result
    inner join this_run on item_result.run_id = this_run.run_id
    where item_result.control = 'DM-09'
),

putback as (
    select
        split_part(item_result.item, '/', 1) as notice_no,
        max(case when item_result.outcome = 'exception' then 1 else 0 end) as missed,
        count(*) as items
    from item_result
    inner join this_run on item_result.run_id = this_run.run_id
    where item_result.control = 'DM-16'
    group by split_part(item_result.item, '/', 1)
)

select
    notice.notice_no as notice_no,
    notice.venue as venue,
    notice.channel as channel,
    notice.received_on as received_on,
    date_diff('day', notice.received_on, step.removed_on) as removed_after,
    date_diff('day', notice.received_on, counter.countered_on) as countered_after,
    date_diff('day', notice.received_on, step.restored_on) as restored_after,
    greatest(date_diff('day', notice.received_on, notice.as_of_on), 0) as open_for,
    removal.outcome as removal_outcome,
    case
        when putback.missed = 1 then 'exception'
        when putback.items > 0 then 'pass'
    end as putback_outcome
from notice
left join step on notice.notice_no = step.notice_no
left join counter on notice.notice_no = counter.notice_no
left join removal on notice.notice_no = removal.item
left join putback on notice.notice_no = putback.notice_no
order by notice.received_on, notice.notice_no
