/*
id         = "RM-10"
title      = "Personal information in public view is decided on"
clauses    = ["4.4", "4.5b"]
tier       = 2
severity   = "medium"
basis      = ["P", "S"]
subject    = "post"
needs      = ["posts"]
parameters = ["removal_limit"]
criterion  = "A public item that seems to carry personal information is read by a person, and one confirmed to carry it does not stay in view unnoticed."
counts     = "Population: public items posted in the period and visible at its end (or at the cut-off, if earlier) in which a detector's judgment, or a pattern for a telephone number, an e-mail address, a street address, a social security number, a library card number or a child named with a school, finds personal information, and those a person judged to violate 4.4 or 4.5b. Contact data of the copyright agent and addresses at ecrlib.org are exempt. The library's own posts are here only when confirmed. A pattern alone only asks for a reading. The clause is discretionary: confirmed and still visible after removal_limit is an observation, critical in a post of the library (see ST-02). What was found is never shown."
effect     = "Private data of patrons or third persons stays in public view."
remedy     = "Decide removal; contact the person concerned."
*/
with text_of_version as (
    select rec, text
    from posts
    union all
    select rec, text
    from revisions
),

visible as (
    select p.post, p.channel, p.author_kind, p.posted_at, p.rec, x.rec as text_rec, lower(t.text) as said
    from posts as p
    cross join period as w
    inner join post_state as s
        on
            s.post = p.post and s.state = 'visible' and s.from_at < least(w.ends_at, w.as_of_at)
            and (s.until_at is null or s.until_at >= least(w.ends_at, w.as_of_at))
    left join post_text as x
        on
            x.post = p.post and x.from_at < least(w.ends_at, w.as_of_at)
            and (x.until_at is null or x.until_at >= least(w.ends_at, w.as_of_at))
    left join text_of_version as t on t.rec = x.rec
    where p.posted_at >= w.starts_at and p.posted_at < w.ends_at
),

official as (
    select regexp_replace(phone, '[^0-9]', '', 'g') as value
    from dmca_agent
    union
    select regexp_replace(phone, '[^0-9]', '', 'g')
    from dmca_agent_pages
    union
    select lower(email)
    from dmca_agent
    union
    select lower(email)
    from dmca_agent_pages
),

suspect as (
    select rec, said
    from visible
    where
        author_kind <> 'staff'
        and regexp_matches(
            said, '[0-9]{3}[ ).-]*[0-9]{4}|[0-9]-[0-9]{2}-[0-9]|@|[0-9] +[a-z]|school|elementary|kindergarten'
        )
),

listed as (
    select
        rec,
        regexp_extract_all(
            said, '(?:\+?1[ .-]?)?\(?[2-9][0-9]{2}\)?[ .-]?[2-9][0-9]{2}[ .-]?[0-9]{4}\b'
        ) as phones,
        regexp_extract_all(said, '[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}') as emails
    from suspect
),

part as (
    select l.rec, regexp_replace(piece.value, '[^0-9]', '', 'g') as value
    from listed as l
    cross join unnest(l.phones) as piece (value)
    union all
    select l.rec, piece.value
    from listed as l
    cross join unnest(l.emails) as piece (value)
    where piece.value not like '%@ecrlib.org'
),

hit as (
    select distinct p.rec
    from part as p
    where
        not exists (
            select 1
            from official as o
            where o.value = p.value or '1' || o.value = p.value
        )
    union
    select s.rec
    from suspect as s
    where
        regexp_matches(s.said, '\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b')
        or regexp_matches(s.said, '\b2[0-9]{13}\b')
        or regexp_matches(
            s.said,
            '\b[0-9]{1,6} +([nsew]\.? +)?[a-z0-9.]+( +[a-z0-9.]+)? +'
            || '(street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct)\b'
        )
        or regexp_matches(
            s.said,
            '\b(my|our|his|her|their) (son|daughter|kid|child|boy|girl|grandson|granddaughter)\b'
            || '.*\b(school|elementary|kindergarten)\b'
        )
    union
    select v.rec
    from visible as v
    inner join judgments as j on j.post = v.post
    where j.origin = 'detector' and j.judgment = 'violating' and j.rule in ('4.4', '4.5b') and v.author_kind <> 'staff'
),

reading as (
    select
        v.rec, j.judgment, j.judged_at, j.judged_on, j.rec as judgment_rec,
        row_number() over (partition by v.rec order by j.judged_at desc, j.rec desc) as place
    from visible as v
    inner join judgments as j on j.post = v.post
    left join reason_map as m
        on
            m.code = j.rule and m.start_on <= j.judged_on
            and m.end_on >= j.judged_on
    where j.origin in ('moderator', 'reviewer') and coalesce(m.clause, j.rule) in ('4.4', '4.5b')
),

judged as (
    select
        v.post, v.channel, v.author_kind, v.posted_at, v.rec, v.text_rec, r.judgment_rec,
        case
            when r.judgment is null or r.judgment = 'unclear' then 'candidate'
            when r.judgment = 'not_violating' then 'cleared'
            when not coalesce(d.is_known, false) then 'calendar_unconfirmed'
            when p.as_of_at < d.latest_ends_at then 'pending'
            when exists (
                select 1
                from post_state as s
                where
                    s.post = v.post and s.state = 'visible' and s.from_at < d.latest_ends_at
                    and (s.until_at is null or s.until_at >= d.latest_ends_at)
            ) then 'still_visible'
            else 'removed'
        end as state
    from visible as v
    cross join period as p
    cross join parameter as q
    left join reading as r on r.rec = v.rec and r.place = 1
    left join due as d on d.day = r.judged_on and d.n = q.removal_limit
    where
        r.judgment = 'violating'
        or exists (
            select 1
            from hit as h
            where h.rec = v.rec
        )
)

select
    post as item,
    case state
        when 'candidate' then 'needs_review'
        when 'cleared' then 'pass'
        when 'removed' then 'pass'
        when 'pending' then 'pending'
        when 'still_visible' then 'observation'
        else 'not_evidenced'
    end as outcome,
    case when state = 'calendar_unconfirmed' then state end as subtype,
    case state
        when 'candidate' then 'a pattern of personal information was found: a person must read it'
        when 'cleared' then 'a person read it and found no personal information'
        when 'removed' then 'personal information was confirmed and taken out of view in time'
        when 'pending' then 'personal information was confirmed, and the time to decide is not over'
        when 'still_visible' then 'personal information was confirmed and is still in view after the limit'
        else 'the limit falls on a day for which the calendar is not confirmed'
    end as reason,
    channel,
    case when state = 'still_visible' and author_kind = 'staff' then 'critical' end as severity,
    cast([] as varchar[]) as flags,
    posted_at as occurred_at,
    [rec, text_rec, judgment_rec] as evidence
from judged
