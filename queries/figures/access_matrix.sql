/*
what    = "Logins with access at the latest complete check of each channel, judged against the roster; keys are printed as pseudonyms"
public  = false
columns = ["staff_key", "channel", "level", "checked_on", "outcome"]
*/
with latest as (
    select
        access_checks.channel as channel,
        max(access_checks.checked_at) as checked_at
    from access_checks
    inner join period on access_checks.checked_at < period.ends_at
    group by access_checks.channel
),

judged as (
    select
        item_result.item as item,
        item_result.outcome as outcome
    from item_result
    inner join this_run on item_result.run_id = this_run.run_id
    where item_result.control = 'AU-02'
)

select
    access_checks.login as staff_key,
    access_checks.channel as channel,
    min(access_checks.level) as level,
    min(access_checks.checked_on) as checked_on,
    coalesce(min(judged.outcome), 'not_evidenced') as outcome
from access_checks
inner join latest
    on
        access_checks.channel = latest.channel
        and access_checks.checked_at = latest.checked_at
left join judged
    on access_checks.check_id || '/' || access_checks.login || '/' || access_checks.channel = judged.item
where access_checks.login is not null
group by access_checks.login, access_checks.channel
order by access_checks.login, access_checks.channel
