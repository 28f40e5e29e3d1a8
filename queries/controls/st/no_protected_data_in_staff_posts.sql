/*
id         = "ST-02"
title      = "No protected or confidential information in posts by staff"
clauses    = ["6.5a", "6.5b", "8.4a"]
tier       = 1
severity   = "critical"
basis      = ["P", "L"]
subject    = "post or reply by staff"
needs      = ["posts"]
witnesses  = ["incidents", "judgments"]
tested_when = "exists (select 1 from supplied where sheet in ('incidents', 'judgments'))"
not_tested = "neither incidents nor judgments were supplied"
parameters = ["removal_limit_severe"]
criterion  = "No post or reply by staff discloses protected or confidential information, as far as an incident or the reading of a named person says so."
counts     = "Population: posts and replies by staff published in the period. Confirmed: an incident that names the post and whose kind speaks of confidentiality, privacy, disclosure, protected or personal data or a breach, or clause 6.5 or 8.4; or the latest judgment by a named moderator or reviewer that finds a violation of 6.5, 8.4a or 4.4. aggravated: still visible at the end of the business days that removal_limit_severe allows from the first moment it was known. Only a detector's hit, an unclear or unnamed reading, an incident of another or no kind, and text with the form of a social security number or of a library card number need review; a later named reading that finds no violation passes. A photograph of children with a release on file is such a reading. The record of a confirmed item must hold the note on breach assessment (Minn. Stat. 13.055)."
effect     = "Private data of patrons or staff is public; a notice to the people concerned may be due."
remedy     = "Remove, assess breach notice, train."
*/
with published as (
    select
        p.rec, p.post, p.channel, p.posted_at, n.folded,
        case
            when p.posted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
            when p.posted_quality = 'date_only' then ['date_only']
            else []
        end as flags
    from posts as p
    cross join period as r
    left join normal_text as n on n.rec = p.rec
    where
        p.author_kind = 'staff' and coalesce(p.surface, 'public') <> 'held'
        and p.posted_at >= r.starts_at and p.posted_at < r.ends_at
),

reading as (
    select
        b.post, j.rec, j.judgment, j.judged_at, j.judged_on,
        j.origin in ('moderator', 'reviewer') and j.by_person is not null as is_named,
        row_number() over (
            partition by b.post, j.origin in ('moderator', 'reviewer') and j.by_person is not null
            order by j.judged_at desc, j.rec desc
        ) as back
    from published as b
    inner join judgments as j on j.post = b.post
    where
        j.rule in ('6.5', '6.5a', '6.5b', '8.4', '8.4a', '4.4')
        and (j.judgment <> 'not_violating' or (j.origin in ('moderator', 'reviewer') and j.by_person is not null))
),

told as (
    select
        b.post, i.rec, i.aware_at, i.aware_on,
        coalesce(regexp_matches(
            lower(i.kind),
            'confiden|privac|private|disclos|protected|personal|data|breach|(^|[^0-9.])6[.]5|(^|[^0-9.])8[.]4'
        ), false) as is_disclosure
    from published as b
    inner join incidents as i on i.post = b.post
),

told_of as (
    select post, max(case when is_disclosure then 1 else 0 end) = 1 as is_disclosure
    from told
    group by post
),

confirmed as (
    select post, rec, judged_at as known_at, judged_on as known_on
    from reading
    where is_named and judgment = 'violating'
    union all
    select post, rec, aware_at, aware_on
    from told
    where is_disclosure
),

known as (
    select post, min(known_at) as known_at, min(known_on) as known_on, list(rec order by rec) as recs
    from confirmed
    group by post
),

latest_reading as (
    select post, judgment
    from reading
    where is_named and back = 1
),

hint as (
    select post, list(rec order by rec) as recs
    from (
        select post, rec from reading
        union all
        select post, rec from told
    ) as signs
    group by post
),

visible as (
    select distinct k.post
    from known as k
    cross join period as r
    cross join parameter as q
    inner join due as d on d.day = k.known_on and d.n = q.removal_limit_severe
    inner join post_state as v
        on
            v.post = k.post and v.state = 'visible' and v.from_at < d.latest_ends_at
            and (v.until_at is null or v.until_at >= d.latest_ends_at)
    where d.is_known and r.as_of_at >= d.latest_ends_at
),

judged as (
    select
        b.post, b.channel, b.posted_at, b.flags, b.rec, h.recs as hint_recs,
        case
            when l.judgment = 'not_violating' and not coalesce(i.is_disclosure, false) then 'cleared'
            when k.post is not null and v.post is not null then 'aggravated'
            when k.post is not null then 'confirmed_disclosure'
            when h.post is not null then 'unreviewed_sign'
            when regexp_matches(b.folded, '(^|[^0-9])[0-9]{3}-[0-9]{2}-[0-9]{4}([^0-9]|$)') then 'number_pattern'
            when regexp_matches(b.folded, '(^|[^0-9])2[0-9]{13}([^0-9]|$)') then 'number_pattern'
            else 'nothing_known'
        end as state
    from published as b
    left join known as k on k.post = b.post
    left join visible as v on v.post = b.post
    left join latest_reading as l on l.post = b.post
    left join hint as h on h.post = b.post
    left join told_of as i on i.post = b.post
)

select
    post as item,
    case
        when state in ('aggravated', 'confirmed_disclosure') then 'exception'
        when state in ('unreviewed_sign', 'number_pattern') then 'needs_review'
        else 'pass'
    end as outcome,
    case when state not in ('cleared', 'nothing_known') then state end as subtype,
    case state
        when 'aggravated' then 'a disclosure is confirmed, and the item was still visible after the limit'
        when 'confirmed_disclosure' then 'a disclosure is confirmed'
        when 'unreviewed_sign' then 'a sign of a disclosure is recorded that no named person has decided on'
        when 'number_pattern' then 'the text has the form of a personal number'
        when 'cleared' then 'a named person found no disclosure'
        else 'no disclosure is recorded'
    end as reason,
    channel,
    flags,
    posted_at as occurred_at,
    list_prepend(rec, coalesce(hint_recs, [])) as evidence
from judged
