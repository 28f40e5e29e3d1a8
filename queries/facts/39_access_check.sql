/*
what = "Each access check of a channel once: when it was taken, whether it is complete, and whether it is the latest of the period (is_latest). A check whose rows differ about completeness is not complete."
*/
with gathered as (
    select
        check_id, channel,
        min(checked_at) as checked_at,
        max(checked_until) as checked_until,
        min(checked_on) as checked_on,
        min(case when complete = 'yes' then 1 else 0 end) = 1 as is_complete,
        max(case when checked_quality = 'date_only' then 1 else 0 end) as is_date_only,
        max(case when checked_quality in ('ambiguous', 'nonexistent') then 1 else 0 end) as is_uncertain,
        list(rec order by rec) as recs
    from access_checks
    group by check_id, channel
),

ranked as (
    select
        g.*,
        g.checked_at >= p.starts_at and g.checked_at < p.ends_at as is_in_period,
        row_number() over (
            partition by g.channel, g.checked_at >= p.starts_at and g.checked_at < p.ends_at
            order by g.checked_at desc, g.check_id desc
        ) as place
    from gathered as g
    cross join period as p
)

select
    check_id, channel, checked_at, checked_until, checked_on, is_complete, is_in_period, recs,
    is_in_period and place = 1 as is_latest,
    list_concat(
        case when is_date_only = 1 then ['date_only'] else [] end,
        case when is_uncertain = 1 then ['tz_uncertain'] else [] end
    ) as flags
from ranked
