/*
id         = "DM-05"
title      = "A repeat-infringer rule is adopted and told to users"
clauses    = ["4.13", "4.11", "5.2a", "5.2b"]
tier       = 1
severity   = "high"
basis      = ["L"]
subject    = "period"
needs      = ["attestations"]
parameters = []
applies    = "not exists (select 1 from supplied where sheet = 'channels') or exists (select 1 from channel_day where kind = 'self_hosted')"
not_applicable = "No self-hosted channel was open in the period: on other channels the platform is the service provider that needs the rule."
criterion  = "The library has adopted a rule for terminating repeat infringers, with a date, and a capture of the period shows it published (17 U.S.C. 512(i)(1)(A))."
counts     = "Adopted: an attestation for DM-05 dated up to the end of the period. One that rests on rules 4.11 and 5.2 alone, which do not mention copyright, goes to a person. Published: the latest capture of the period of each site (sheet dmca_agent_pages) shows the rule. Where the captures were not supplied at all, publication is not evidenced."
effect     = "Without such a rule, told to users, none of the limits on liability of section 512 is open."
remedy     = "Adopt and publish a one-paragraph repeat-infringer rule."
*/
with worded as (
    select
        a.rec,
        upper(a.clause) = 'DM-05' as is_named,
        lower(coalesce(a.statement, '') || ' ' || coalesce(a.document, '')) as words
    from attestations as a
    cross join period as w
    where upper(a.clause) in ('DM-05', '4.11', '5.2', '5.2A', '5.2B') and a.attested_on <= w.last_on
),

adoption as (
    select
        max(case
            when not is_named then 0
            when
                regexp_matches(words, '(^|[^0-9])(4\.11|5\.2)')
                and not regexp_matches(words, '(copyright|infring|4\.13|dmca)') then 0
            else 1
        end) as is_adopted,
        count(*) as mentions,
        list(rec order by rec) as recs
    from worded
),

capture as (
    select
        p.repeat_infringer_rule, p.rec,
        row_number() over (
            partition by p.channel
            order by p.checked_at desc, p.rec desc
        ) as place
    from dmca_agent_pages as p
    cross join period as w
    where p.repeat_infringer_rule is not null and p.checked_at >= w.starts_at and p.checked_at < w.ends_at
),

publication as (
    select
        count(*) as captures,
        max(case when repeat_infringer_rule = 'no' then 1 else 0 end) as is_missing,
        max(case when repeat_infringer_rule = 'unclear' then 1 else 0 end) as is_unclear,
        list(rec order by rec) as recs
    from capture
    where place = 1
),

judged as (
    select
        a.recs as adoption_recs, p.recs as publication_recs,
        case
            when a.mentions = 0 then 'no_adopted_text'
            when p.captures = 0 and exists (
                select 1
                from supplied as s
                where s.sheet = 'dmca_agent_pages'
            ) then 'no_publication_snapshot'
            when p.is_missing = 1 then 'not_published'
            when p.captures = 0 or p.is_unclear = 1 then 'publication_unknown'
            when a.is_adopted = 0 then 'general_terms_only'
            else 'adopted'
        end as state
    from adoption as a
    cross join publication as p
)

select
    'period' as item,
    case
        when state = 'adopted' then 'pass'
        when state = 'publication_unknown' then 'not_evidenced'
        when state = 'general_terms_only' then 'needs_review'
        else 'exception'
    end as outcome,
    case when state <> 'adopted' then state end as subtype,
    case state
        when 'adopted' then 'a dated rule was adopted and captures of the period show it published'
        when 'no_adopted_text' then 'no adopted text with a date is on record'
        when 'no_publication_snapshot' then 'no capture of the period shows the rule published'
        when 'not_published' then 'the latest capture of a site does not show the rule'
        when 'publication_unknown' then 'whether the rule was published cannot be told from the records'
        else 'rules 4.11 and 5.2 alone do not mention copyright: a person decides whether they suffice'
    end as reason,
    list_concat(coalesce(adoption_recs, []), coalesce(publication_recs, [])) as evidence
from judged
