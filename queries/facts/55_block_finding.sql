/*
what = "What the investigation that a block-like act relies on found (4.17b): finding is found, or why it carries no block, or why that cannot be told; recs are the case and the cited content. Cited content is a post, or a message thread of which only the times are known."
*/
with relied as (
    select
        c.act_rec, c.case_rec, c.clauses, c.posts, c.identity_link, c.user_key as case_user, c.conclusion,
        c.is_undated, c.concluded_at, c.concluded_until, c.flag, a.user_key, a.channel, a.acted_at, a.acted_until,
        a.acted_on
    from block_case as c
    inner join act as a on a.rec = c.act_rec
    where c.place = 1
),

cited as (
    select r.act_rec, trim(piece.post) as thing
    from relied as r
    cross join unnest(r.posts) as piece (post)
),

undone as (
    select ci.post, ci.reversed_at, ci.reversed_until, ci.reversal_rec
    from confirmed_item as ci
    where ci.reversed_at is not null
),

item as (
    select
        r.act_rec, ct.thing, coalesce(p.rec, t.rec) as rec, coalesce(p.posted_at, t.received_at) as made_at,
        coalesce(p.posted_until, t.received_until) as made_until, r.concluded_at, r.concluded_until,
        case
            when t.rec is not null then 'own'
            when p.rec is null then 'not_supplied'
            when p.author is null then 'author_unknown'
            when p.author = r.user_key or (r.identity_link is not null and p.author = r.case_user) then 'own'
            when r.identity_link is not null and p.channel <> r.channel then 'own'
            else 'other'
        end as whose,
        (
            select max(case
                when u.reversed_until <= r.acted_at then 2
                when u.reversed_at <= r.acted_until then 1
                else 0
            end)
            from undone as u
            where u.post = ct.thing
        ) as undone,
        exists (
            select 1
            from confirmed_item as ci
            where
                ci.post = ct.thing and ci.confirmed_at <= r.acted_until
                and (ci.reversed_at is null or ci.reversed_at > r.acted_until)
        ) as still_stands,
        (
            select min(u.reversal_rec)
            from undone as u
            where u.post = ct.thing and u.reversed_at <= r.acted_until
        ) as reversal_rec
    from cited as ct
    inner join relied as r on r.act_rec = ct.act_rec
    left join posts as p on p.post = ct.thing
    left join message_threads as t on t.thread = ct.thing and p.rec is null
)

select * from item
