/*
id         = "OO-03"
title      = "Breaches by partners are followed up"
clauses    = ["7.3c"]
tier       = 3
severity   = "low"
basis      = ["P"]
subject    = "flagged partner post"
needs      = ["partner_posts"]
parameters = []
criterion  = "For each partner post flagged as a breach the partner was contacted by the end of the tenth business day after the flag."
counts     = "Population: partner posts, of either direction, flagged in the period. A contact dated before the flag counts as in time. `measured` is the number of business days taken."
effect     = "The partner does not learn of the rule and breaks it again."
remedy     = "Record the category when scheduling; send partners the two links to use."
*/
with counted as (
    select
        x.rec, x.partner_post, x.channel, x.breach_flagged_at, x.breach_contacted_at, x.breach_contacted_on,
        p.as_of_at, d.due_on, d.latest_on, d.latest_ends_at, d.is_known,
        greatest(e.ordinal - b.ordinal, 0) as taken,
        list_concat(
            case
                when x.breach_flagged_quality = 'date_only' or x.breach_contacted_quality = 'date_only'
                    then ['date_only']
                else []
            end,
            case
                when
                    x.breach_flagged_quality in ('ambiguous', 'nonexistent')
                    or x.breach_contacted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
                else []
            end
        ) as flags
    from partner_posts as x
    cross join period as p
    left join due as d on d.day = x.breach_flagged_on and d.n = 10
    left join business_day as b on b.calendar = 'L' and b.day = x.breach_flagged_on
    left join business_day as e on e.calendar = 'L' and e.day = x.breach_contacted_on
    where x.breach_flagged_at >= p.starts_at and x.breach_flagged_at < p.ends_at
),

judged as (
    select
        counted.*,
        case
            when breach_contacted_on <= due_on then 'in_time'
            when breach_contacted_at is null and as_of_at < latest_ends_at then 'pending'
            when not is_known or latest_on is null then 'calendar_unconfirmed'
            when breach_contacted_on > latest_on then 'contacted_late'
            when breach_contacted_on is not null then 'calendar_unset'
            else 'not_contacted'
        end as state
    from counted
)

select
    partner_post as item,
    case
        when state = 'in_time' then 'pass'
        when state in ('contacted_late', 'not_contacted') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    case state
        when 'in_time' then 'the partner was contacted in time'
        when 'contacted_late' then 'the partner was contacted after the limit'
        when 'not_contacted' then 'no contact is recorded and the limit is over'
        when 'pending' then 'no contact is recorded; the limit is not over at the cut-off'
        when 'calendar_unset' then 'whether the contact was in time depends on an optional closing day that is not set'
        else 'the closing days of the year in question are not confirmed'
    end as reason,
    channel,
    flags,
    breach_flagged_at as occurred_at,
    cast(case when state in ('in_time', 'contacted_late') then taken end as double) as measured,
    cast(case when state in ('in_time', 'contacted_late', 'not_contacted', 'pending') then 10 end as double)
        as threshold,
    [rec] as evidence
from judged
