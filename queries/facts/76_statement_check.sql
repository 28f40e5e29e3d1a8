/*
what = "Each snapshot of the statement (rows with the same check and channel): shown when any accepted place holds it word for word, unknown when the capture failed, otherwise missing with the reason nearest to a pass."
*/
with ranked as (
    select
        r.*,
        case r.state
            when 'verbatim' then 1
            when 'capture_failed' then 2
            when 'not_verbatim' then 3
            when 'image_without_text' then 4
            when 'not_public' then 5
            when 'not_accepted_place' then 6
            else 7
        end as place
    from statement_row as r
)

select
    check_id, channel,
    min(checked_at) as checked_at,
    max(checked_until) as checked_until,
    min(checked_on) as checked_on,
    max(checked_quality) as checked_quality,
    case min(place)
        when 1 then 'shown'
        when 2 then 'unknown'
        else 'missing'
    end as state,
    case min(place)
        when 3 then 'not_verbatim'
        when 4 then 'image_without_text'
        when 5 then 'not_public'
        when 6 then 'not_accepted_place'
        when 7 then 'no_statement'
    end as subtype,
    min(case when state = 'verbatim' then coalesce(carrier_posted_at, timestamp '1900-01-01 00:00:00') end)
        as carrier_posted_at,
    list(rec order by rec) as recs
from ranked
group by check_id, channel
