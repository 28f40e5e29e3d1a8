/*
id         = "DM-28"
title      = "Contact data of copyright cases stays in the restricted case files"
clauses    = ["4.13", "6.5b"]
tier       = 1
severity   = "critical"
basis      = ["L", "S"]
subject    = "period"
needs      = ["dmca_notices"]
witnesses  = ["dmca_items"]
parameters = []
criterion  = "Nothing that every output of the run prints (the keys of notices, counter-notices, items, users and channels, and the paths of the files) carries a complainant's name or contact data."
counts     = "Self-test of the run. When the controls run the documents do not exist yet, so that the query tests what they all will print: the keys. A complainant's name counts from 5 characters on; in the numbers of notices and counter-notices an e-mail address or a phone number counts as well. Every other field with contact data is read by the case file only, which the tests of the program check on the finished documents. Without a notice in the period there is nothing to confine."
effect     = "A complainant's or author's address reaches a public document."
remedy     = "Give the listed records neutral numbers and load them again before any report is passed on."
*/
with received as (
    select n.notice_no, n.claimant, n.rec
    from dmca_notices as n
    cross join period as w
    where
        coalesce(n.received_by_agent_at, n.received_at) >= w.starts_at
        and coalesce(n.received_by_agent_at, n.received_at) < w.ends_at
),

claimed as (
    select distinct lower(trim(n.claimant)) as claimant
    from dmca_notices as n
    where length(trim(n.claimant)) >= 5
),

printed as (
    select n.notice_no as key_text, n.rec, true as is_number
    from dmca_notices as n
    union all
    select c.counter_no, c.rec, true
    from dmca_counter_notices as c
    union all
    select i.post, i.rec, false
    from dmca_items as i
    union all
    select i.user_key, i.rec, false
    from dmca_items as i
    union all
    select n.channel, n.rec, false
    from dmca_notices as n
    union all
    select f.file, cast(null as bigint), false
    from source_file as f
),

leak as (
    select p.rec, p.key_text
    from printed as p
    where
        (
            p.is_number
            and regexp_matches(p.key_text, '([^@ ]+@[^@ ]+\.[a-z]{2,}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{4})')
        )
        or exists (
            select 1
            from claimed as c
            where strpos(lower(p.key_text), c.claimant) > 0
        )
),

counted as (
    select
        (select count(*) from received) as notices,
        (select count(*) from leak) as leaks,
        (select list(r.rec order by r.rec) from received as r) as received_recs,
        (select list(l.rec order by l.rec) from leak as l) as leak_recs
)

select
    'period' as item,
    case
        when leaks > 0 then 'exception'
        when notices = 0 then 'not_applicable'
        else 'pass'
    end as outcome,
    case
        when leaks > 0 then 'contact_data_in_key'
        when notices = 0 then 'no_notices'
    end as subtype,
    case
        when leaks > 0 then 'a key or a file name that every output prints carries contact data of a case'
        when notices = 0 then 'no copyright notice was received in the period'
        else 'no key that every output prints carries contact data of a case'
    end as reason,
    cast(leaks as double) as measured,
    cast(0 as double) as threshold,
    case when leaks > 0 then leak_recs else coalesce(received_recs, []) end as evidence
from counted
