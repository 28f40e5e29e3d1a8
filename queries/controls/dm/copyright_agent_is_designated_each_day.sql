/*
id         = "DM-01"
title      = "A copyright agent is designated on every day"
clauses    = ["4.13"]
tier       = 1
severity   = "critical"
basis      = ["L"]
subject    = "day"
needs      = ["channels", "dmca_agent"]
parameters = ["agent_expiry_warning"]
applies    = "not exists (select 1 from supplied where sheet = 'channels') or exists (select 1 from agent_day)"
not_applicable = "No self-hosted user content: no self-hosted channel took part in interaction in the period, and only there the library itself is the service provider."
criterion  = "On each day on which a self-hosted channel took part in interaction, a designation of a copyright agent filed with the Copyright Office was in force (17 U.S.C. 512(c)(2); 37 CFR 201.38)."
counts     = "A designation holds from the day it was filed, whether new, amended or resubmitted, for three years; a filing of 29 February runs to 28 February. The third anniversary itself is left to a person. A termination counts from the day after it. A late filing does not cover earlier days. Days covered by a filing that expires within agent_expiry_warning days after the period, and was not renewed in time, are observations. A channel whose comments are closed does not count."
effect     = "Without a designation in force the limits on liability of section 512(c) cannot be relied on for user content of those days."
remedy     = "Resubmit in the Copyright Office directory today (6 USD) and calendar the next date with two owners."
*/
with judged as (
    select
        d.day, l.starts_at, d.filing_rec, d.channel_recs, d.expires_on, p.last_on, q.agent_expiry_warning,
        case
            when d.filing_rec is null then 'no_designation'
            when d.kind = 'terminate' then 'terminated'
            when d.day = d.expires_on then 'boundary_day'
            when d.day > d.expires_on then 'expired'
            when
                d.expires_on >= p.last_on
                and d.expires_on <= p.last_on + cast(q.agent_expiry_warning as integer)
                and not d.is_renewed then 'expires_soon'
            else 'covered'
        end as state
    from agent_day as d
    cross join period as p
    cross join parameter as q
    inner join local_day as l on l.day = d.day
)

select
    cast(day as varchar) as item,
    case state
        when 'covered' then 'pass'
        when 'expires_soon' then 'observation'
        when 'boundary_day' then 'needs_review'
        else 'exception'
    end as outcome,
    case when state <> 'covered' then state end as subtype,
    case state
        when 'covered' then 'a designation of the copyright agent was in force'
        when 'expires_soon' then 'a designation was in force that expires soon after the period'
        when 'boundary_day' then 'it is the third anniversary of the filing: a person decides whether it still held'
        when 'terminated' then 'the designation was terminated and no new one filed'
        when 'expired' then 'more than three years had passed since the latest filing'
        else 'no designation of a copyright agent had been filed'
    end as reason,
    cast(null as varchar) as channel,
    cast(null as varchar) as severity,
    [] as flags,
    starts_at as occurred_at,
    case when state = 'expires_soon' then cast(date_diff('day', last_on, expires_on) as double) end as measured,
    case when state = 'expires_soon' then cast(agent_expiry_warning as double) end as threshold,
    list_prepend(filing_rec, channel_recs) as evidence
from judged
