/*
id         = "DM-02"
title      = "Each own site shows the copyright agent as the directory does"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "capture of a site on a day"
needs      = ["channels", "dmca_agent", "dmca_agent_pages"]
parameters = []
applies    = "not exists (select 1 from supplied where sheet = 'channels') or exists (select 1 from channel_day where kind = 'self_hosted')"
not_applicable = "No self-hosted channel was open in the period."
criterion  = "Each capture of a self-hosted site shows name or title, street address, phone and e-mail of the copyright agent, and each is what the Copyright Office directory shows (17 U.S.C. 512(c)(2))."
counts     = "Captures of the period with anything about the agent; a row that records only a test message or the repeat-infringer rule is none. Several captures of one site on one day count as one, the worst. Compared with the latest filing of that day (a field left blank there keeps its last value), without regard to case, spaces, commas and full stops; phones by their digits. A title in place of a person is in order when the directory says the same. A post-office box as address goes to a person, because it needs a waiver."
effect     = "Notices miss the agent; the limit on liability asks for both places."
remedy     = "Align site and directory; designate a position, not a person; add the missing names."
*/
with page as (
    select
        p.rec, p.channel, p.checked_at, p.checked_on, p.checked_quality, p.agent, p.address, p.phone, p.email,
        c.rec as channel_rec
    from dmca_agent_pages as p
    inner join channels as c on c.channel = p.channel and c.kind = 'self_hosted'
    cross join period as w
    where
        p.checked_at >= w.starts_at and p.checked_at < w.ends_at
        and (
            coalesce(p.agent, p.address, p.phone, p.email) is not null
            or coalesce(p.test_message_sent_at, p.test_message_answered_at) is null
            and p.repeat_infringer_rule is null
        )
),

filing as (
    select p.rec as page_rec, max(a.place) as place
    from page as p
    inner join agent_designation as a on a.filed_on <= p.checked_on
    group by p.rec
),

spelled as (
    select
        p.rec, p.channel, p.channel_rec, p.checked_at, p.checked_on, p.checked_quality, a.rec as filing_rec, a.kind,
        p.agent is null or p.address is null or p.phone is null or p.email is null as is_missing,
        a.agent is null or a.address is null or a.phone is null or a.email is null as is_entry_blank,
        trim(regexp_replace(lower(p.agent), '[\s,.;]+', ' ', 'g'))
        <> trim(regexp_replace(lower(a.agent), '[\s,.;]+', ' ', 'g')) as is_other_agent,
        trim(regexp_replace(lower(p.address), '[\s,.;]+', ' ', 'g'))
        <> trim(regexp_replace(lower(a.address), '[\s,.;]+', ' ', 'g')) as is_other_address,
        regexp_replace(regexp_replace(p.phone, '[^0-9]', '', 'g'), '^1([0-9]{10})$', '\1', 'g')
        <> regexp_replace(regexp_replace(a.phone, '[^0-9]', '', 'g'), '^1([0-9]{10})$', '\1', 'g') as is_other_phone,
        lower(p.email) <> lower(a.email) as is_other_email,
        regexp_matches(lower(p.address), '(p\.?\s*o\.?\s*box|post office box)') as is_box
    from page as p
    left join filing as f on f.page_rec = p.rec
    left join agent_designation as a on a.place = f.place
),

judged as (
    select
        s.*,
        case
            when s.is_missing then 1
            when s.is_other_agent or s.is_other_address or s.is_other_phone or s.is_other_email then 2
            when s.filing_rec is null or s.kind = 'terminate' then 3
            when s.is_entry_blank then 4
            when s.is_box then 5
            else 6
        end as grade
    from spelled as s
),

by_day as (
    select
        channel, checked_on, min(checked_at) as checked_at, min(grade) as grade,
        max(case when checked_quality = 'date_only' then 'date_only' end) as flag,
        list_concat(
            list(rec order by rec), list_concat(list(filing_rec order by rec), list(channel_rec order by rec))
        ) as recs
    from judged
    group by channel, checked_on
)

select
    channel || '/' || cast(checked_on as varchar) as item,
    case grade
        when 1 then 'exception'
        when 2 then 'exception'
        when 5 then 'needs_review'
        when 6 then 'pass'
        else 'not_evidenced'
    end as outcome,
    case grade
        when 1 then 'missing_on_site'
        when 2 then 'differs_from_directory'
        when 3 then 'no_directory_entry'
        when 4 then 'directory_entry_incomplete'
        when 5 then 'post_office_box'
    end as subtype,
    case grade
        when 1 then 'name or title, street address, phone or e-mail of the agent is missing on the site'
        when 2 then 'what the site shows about the agent differs from the directory'
        when 3 then 'no filing in force on that day is on record to compare with'
        when 4 then 'the recorded directory entry lacks a field to compare with'
        when 5 then 'the address is a post-office box, which needs a waiver'
        else 'the site shows the agent as the directory does'
    end as reason,
    channel,
    [flag] as flags,
    checked_at as occurred_at,
    recs as evidence
from by_day
