/*
id         = "MO-01"
title      = "Every open account is reviewed each business day"
clauses    = ["3.2b", "6.2c"]
tier       = 1
severity   = "medium"
basis      = ["P", "M"]
subject    = "account on a business day"
needs      = ["channels", "monitoring"]
parameters = ["monitoring_max_gap"]
criterion  = "On each business day of the library each open account with interaction was reviewed by a person, so that no gap between reviews of its public comments is longer than monitoring_max_gap business days."
counts     = "Population: the library's business days of the period up to the cut-off, for each account of the register that was open and takes comments; weekdays on which the library is closed are not applicable. A review counts when its surfaces hold comments or all, or are blank; several on one day are one; a review on a closed day counts for the business day before it. An alert of an automatic login is no review. A review by a person without the power to review counts and is an observation (asked only where the roster was supplied). A day that the sheet coverage says nothing about is not evidenced; the last day before the cut-off is pending. Measured are the business days from the last review to the next business day."
effect     = "Comments stand unread; threats, private data and questions go unseen."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with account_day as (
    select
        d.channel, d.day, r.starts_at as day_starts_at, r.ends_at as day_ends_at, b.ordinal, b.is_business,
        k.rec as channel_rec
    from channel_day as d
    inner join channels as k on k.channel = d.channel
    inner join local_day as r on r.day = d.day
    inner join business_day as b on b.calendar = 'L' and b.day = d.day
    inner join calendar_range as c on c.day = d.day
    where d.comments <> 'closed' and c.weekday <= 5
),

review as (
    select
        v.channel, v.reviewed_on, b.ordinal,
        max(case when v.authority in ('yes', 'observation', 'unknown') then 1 else 0 end) as is_authorised,
        list(v.rec order by v.rec) as recs,
        flatten(list(v.authority_recs order by v.rec)) as authority_recs,
        max(v.flag) as flag
    from channel_review as v
    inner join business_day as b on b.calendar = 'L' and b.day = v.reviewed_on
    where v.covers_comments
    group by v.channel, v.reviewed_on, b.ordinal
),

latest as (
    select a.channel, a.day, max(r.reviewed_on) as reviewed_on
    from account_day as a
    inner join review as r on r.channel = a.channel and r.reviewed_on <= a.day
    group by a.channel, a.day
),

judged as (
    select
        a.channel, a.day, a.day_starts_at, a.channel_rec, r.recs, r.authority_recs, r.flag,
        a.ordinal - r.ordinal + 1 as gap,
        case
            when not a.is_business then 'library_closed'
            when a.ordinal - r.ordinal + 1 <= q.monitoring_max_gap and r.is_authorised = 1 then 'reviewed'
            when a.ordinal - r.ordinal + 1 <= q.monitoring_max_gap then 'reviewer_not_authorised'
            when p.as_of_at < a.day_ends_at then 'pending'
            when not v.is_covered and exists (
                select 1
                from supplied as s
                where s.sheet = 'coverage'
            ) then 'not_covered'
            else 'no_review'
        end as state
    from account_day as a
    cross join period as p
    cross join parameter as q
    left join latest as l on l.channel = a.channel and l.day = a.day
    left join review as r on r.channel = l.channel and r.reviewed_on = l.reviewed_on
    left join coverage_day as v on v.source = 'monitoring' and v.channel = a.channel and v.day = a.day
)

select
    j.channel || '/' || cast(j.day as varchar) as item,
    case j.state
        when 'library_closed' then 'not_applicable'
        when 'reviewed' then 'pass'
        when 'reviewer_not_authorised' then 'observation'
        when 'pending' then 'pending'
        when 'not_covered' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case when j.state not in ('reviewed', 'pending') then j.state end as subtype,
    case j.state
        when 'library_closed' then 'the library was closed'
        when 'reviewed' then 'a person reviewed the account'
        when 'reviewer_not_authorised' then 'the account was reviewed by a person without the power to review'
        when 'pending' then 'the day was not over at the cut-off'
        when 'not_covered' then 'no record says that the rota was kept on this day'
        else 'no review of the account is recorded'
    end as reason,
    j.channel,
    [j.flag] as flags,
    j.day_starts_at as occurred_at,
    cast(case when j.state <> 'library_closed' then j.gap end as double) as measured,
    cast(case when j.state <> 'library_closed' then q.monitoring_max_gap end as double) as threshold,
    list_concat(
        list_prepend(j.channel_rec, coalesce(j.recs, [])),
        case when j.state = 'reviewer_not_authorised' then j.authority_recs else [] end
    ) as evidence
from judged as j
cross join parameter as q
