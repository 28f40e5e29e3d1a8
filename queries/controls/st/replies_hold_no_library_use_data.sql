/*
id         = "ST-08"
title      = "Replies by staff tell nothing about anybody's use of the library"
clauses    = ["6.5a", "6.5b"]
tier       = 2
severity   = "critical"
basis      = ["L"]
subject    = "reply by staff"
needs      = ["posts"]
witnesses  = ["judgments"]
parameters = []
criterion  = "No reply by staff to an identifiable user tells what that person borrowed, asked for, owes or holds (Minn. Stat. 13.40)."
counts     = "Population: replies by staff, published in the period, to a post of the public whose author is known. Words about holds, due dates, fines, accounts, cards, loans and requested titles need review; they never decide. The latest judgment by a named moderator or reviewer on 6.5, 8.4a or 4.4 decides: a violation is confirmed (and is one of ST-02 as well), no violation passes. A reply without a text is not evidenced."
effect     = "A patron's use of the library, which is private data, is public."
remedy     = "Remove, assess breach notice, train."
*/
with reply as (
    select
        p.rec, p.post, p.channel, p.posted_at, n.folded, q.rec as parent_rec,
        case
            when p.posted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
            when p.posted_quality = 'date_only' then ['date_only']
            else []
        end as flags
    from posts as p
    cross join period as r
    inner join posts as q on q.post = p.parent and q.author_kind = 'public' and q.author is not null
    left join normal_text as n on n.rec = p.rec
    where
        p.author_kind = 'staff' and coalesce(p.surface, 'public') <> 'held'
        and p.posted_at >= r.starts_at and p.posted_at < r.ends_at
),

reading as (
    select
        b.post, j.rec, j.judgment,
        row_number() over (partition by b.post order by j.judged_at desc, j.rec desc) as back
    from reply as b
    inner join judgments as j on j.post = b.post
    where
        j.rule in ('6.5', '6.5a', '6.5b', '8.4', '8.4a', '4.4')
        and j.origin in ('moderator', 'reviewer') and j.by_person is not null
),

judged as (
    select
        b.*, g.rec as reading_rec,
        case
            when g.judgment = 'violating' then 'confirmed_disclosure'
            when g.judgment = 'not_violating' then 'cleared'
            when b.folded is null then 'text_missing'
            when
                regexp_matches(b.folded, '(^|[^a-z])(hold|holds|due|overdue|fine|fines|fee|fees|owe)([^a-z]|$)')
                or regexp_matches(b.folded, '(^|[^a-z])(owes|barcode|borrowed|renewed|renewal|checked out)([^a-z]|$)')
                or regexp_matches(b.folded, '(^|[^a-z])(library card|account number|card number)([^a-z]|$)')
                or regexp_matches(b.folded, '(^|[^a-z])(pin number|your account|your books?|your titles?)([^a-z]|$)')
                or regexp_matches(b.folded, '(^|[^a-z])(your items?|your loans?|your requests?)([^a-z]|$)')
                or regexp_matches(b.folded, '(^|[^a-z])(your reservations?|you requested|you reserved)([^a-z]|$)')
                or regexp_matches(b.folded, '(^|[^a-z])(you returned|you asked for)([^a-z]|$)')
                then 'library_use_words'
            else 'nothing_found'
        end as state
    from reply as b
    left join reading as g on g.post = b.post and g.back = 1
)

select
    post as item,
    case
        when state = 'confirmed_disclosure' then 'exception'
        when state = 'library_use_words' then 'needs_review'
        when state = 'text_missing' then 'not_evidenced'
        else 'pass'
    end as outcome,
    case when state not in ('cleared', 'nothing_found') then state end as subtype,
    case state
        when 'confirmed_disclosure' then 'a named person found that the reply tells about the use of the library'
        when 'library_use_words' then 'the reply uses words about loans, holds, fines or accounts'
        when 'text_missing' then 'the text of the reply is not recorded'
        when 'cleared' then 'a named person found nothing to object to'
        else 'no such words were found'
    end as reason,
    channel,
    flags,
    posted_at as occurred_at,
    [rec, parent_rec, reading_rec] as evidence
from judged
