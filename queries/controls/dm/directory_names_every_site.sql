/*
id         = "DM-04"
title      = "The directory entry names every own site"
clauses    = ["4.13"]
tier       = 2
severity   = "high"
basis      = ["L"]
subject    = "self-hosted channel"
needs      = ["channels", "dmca_agent"]
parameters = []
criterion  = "The domain or name of each self-hosted channel that the public would search for stands among the alternate names of the designation (37 CFR 201.38(b))."
counts     = "Self-hosted channels open in the period, against the latest filing up to its end. The names are the host of the address (without www.) and the handle; the provider's own name counts as listed. Neither listed is an exception; one of two, or only a parent domain, goes to a person. Without a filing, without recorded alternate names or without a name of the channel: not evidenced."
effect     = "Somebody who looks the site up in the directory does not find the agent."
remedy     = "Align site and directory; designate a position, not a person; add the missing names."
applies    = "not exists (select 1 from supplied where sheet = 'channels') or exists (select 1 from channel_day where kind = 'self_hosted')"
not_applicable = "No self-hosted channel was open in the period."
*/
with site as (
    select
        c.channel, c.rec,
        nullif(regexp_replace(lower(c.url), '^([a-z]+://)?(www\.)?([^/:?#]+).*$', '\3', 'g'), '') as host,
        nullif(trim(lower(c.handle)), '') as handle
    from channels as c
    where
        c.kind = 'self_hosted'
        and exists (
            select 1
            from channel_day as d
            where d.channel = c.channel
        )
),

latest as (
    select max(a.place) as place
    from agent_designation as a
    cross join period as w
    where a.filed_on <= w.last_on
),

entry as (
    select
        a.rec, a.kind, a.alternate_names,
        list_append(coalesce(a.alternate_names, []), coalesce(a.provider, '')) as names
    from agent_designation as a
    inner join latest as l on l.place = a.place
),

spelled as (
    select
        rec, kind, alternate_names,
        list_transform(
            names,
            lambda name: regexp_replace(lower(name), '^([a-z]+://)?(www\.)?([^/?#]+).*$', '\3', 'g')
        ) as listed
    from entry
),

looked_up as (
    select
        s.channel, s.rec, s.host, s.handle, e.rec as filing_rec, e.kind, e.alternate_names,
        case when list_contains(e.listed, s.host) then 1 else 0 end as has_host,
        case when list_contains(e.listed, s.handle) then 1 else 0 end as has_handle,
        case
            when list_contains(e.listed, regexp_replace(s.host, '^[^.]+\.(.+\..+)$', '\1', 'g')) then 1
            else 0
        end as has_parent
    from site as s
    left join spelled as e on true
),

judged as (
    select
        l.*,
        case
            when l.host is null and l.handle is null then 'name_unknown'
            when l.filing_rec is null or l.kind = 'terminate' then 'no_directory_entry'
            when
                l.has_host + l.has_handle
                = case when l.host is null then 0 else 1 end + case when l.handle is null then 0 else 1 end
                then 'listed'
            when l.has_host + l.has_handle + l.has_parent > 0 then 'partly_listed'
            when l.alternate_names is null then 'alternate_names_unrecorded'
            else 'not_listed'
        end as state
    from looked_up as l
)

select
    j.channel as item,
    case
        when j.state = 'listed' then 'pass'
        when j.state = 'not_listed' then 'exception'
        when j.state = 'partly_listed' then 'needs_review'
        else 'not_evidenced'
    end as outcome,
    case when j.state <> 'listed' then j.state end as subtype,
    case j.state
        when 'listed' then 'the names of the channel stand in the directory entry'
        when 'not_listed' then 'no name of the channel stands among the alternate names'
        when 'partly_listed' then 'only a part of the names of the channel stands in the directory entry'
        when 'no_directory_entry' then 'no filing in force is on record'
        when 'alternate_names_unrecorded' then 'the alternate names of the filing are not recorded'
        else 'neither address nor name of the channel is recorded'
    end as reason,
    j.channel,
    w.starts_at as occurred_at,
    [j.rec, j.filing_rec] as evidence
from judged as j
cross join period as w
