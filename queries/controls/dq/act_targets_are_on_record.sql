/*
id         = "DQ-08"
title      = "What an act is about is on record"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "act"
needs      = ["actions", "posts"]
parameters = []
criterion  = "The post an act is about, or else the user, stands in the records and exports of the channel."
counts     = "Population: acts of the log in the period. A post is held by the sheet posts or an export of posts; a kept copy does not stand for it. A user without a post is held as the author of a post or on a list of blocked users. Where the sheet coverage says that no record of posts covers the channel on the day of the act, its absence says nothing. An act that names neither is not applicable."
effect     = "What was removed, or who was blocked, cannot be looked at."
remedy     = "Export the posts of the days listed; correct the mapping; do not edit rows by hand."
*/
with held as (
    select
        a.rec,
        min(b.rec) as post_rec,
        min(w.rec) as author_rec,
        min(l.rec) as list_rec
    from act as a
    left join posts as b on b.post = a.post
    left join posts as w on a.post is null and w.author = a.user_key and w.author_kind <> 'staff'
    left join block_lists as l on a.post is null and l.user_key = a.user_key
    group by a.rec
),

judged as (
    select
        a.action_no, a.channel, a.acted_at, a.flags,
        list_concat(a.recs, [h.post_rec, h.author_rec, h.list_rec]) as recs,
        case
            when a.post is null and a.user_key is null then 'no_target'
            when h.post_rec is not null or h.author_rec is not null or h.list_rec is not null then 'held'
            when
                exists (
                    select 1
                    from supplied as s
                    where s.sheet = 'coverage'
                )
                and not exists (
                    select 1
                    from coverage as c
                    where
                        c.source in ('posts', 'all') and c.channel in (a.channel, 'all')
                        and c.covers_from_on <= a.acted_on and c.covers_to_on >= a.acted_on
                )
                then 'not_covered'
            when a.post is not null then 'unknown_post'
            else 'unknown_user'
        end as state
    from act as a
    cross join period as p
    inner join held as h on h.rec = a.rec
    where a.acted_at >= p.starts_at and a.acted_at < p.ends_at
)

select
    action_no as item,
    case state
        when 'no_target' then 'not_applicable'
        when 'held' then 'pass'
        when 'not_covered' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case when state <> 'held' then state end as subtype,
    case state
        when 'no_target' then 'the act names neither a post nor a user'
        when 'held' then 'what the act is about is on record'
        when 'not_covered' then 'no record of posts covers the channel on that day'
        when 'unknown_post' then 'no record of posts holds the post'
        else 'neither a post nor a list of blocked users shows the user'
    end as reason,
    channel,
    flags,
    acted_at as occurred_at,
    recs as evidence
from judged
