/*
id         = "BL-09"
title      = "A block that lost its ground is lifted"
clauses    = ["4.17b"]
tier       = 1
severity   = "critical"
basis      = ["S", "M"]
subject    = "block"
needs      = ["actions"]
parameters = ["restore_limit"]
criterion  = "A block in force is lifted within restore_limit business days once an appeal against it is decided reversed, a review decides to lift it, or the last violation that supported it is reversed."
counts     = "Population: blocks in force at such a decision, where the first such decision lies in the period. Supporting violations are the content the investigation cites, otherwise the confirmed violations of the user on the account known at the block; what was reversed before the block is BL-02. Lifted means an unblock in the log, or an appeal with the remedy unblocked."
effect     = "A person stays shut out although the ground is gone."
remedy     = "Unblock today; tell the person."
*/
with cited as (
    select c.act_rec, piece.post
    from block_case as c
    cross join unnest(c.posts) as piece (post)
    where c.place = 1
),

support as (
    select e.rec as block_rec, c.post
    from block_episode as e
    inner join cited as c on c.act_rec = e.rec
    union
    select e.rec, i.post
    from block_episode as e
    inner join confirmed_item as i on i.user_key = e.user_key and i.channel = e.channel
    where
        i.confirmed_at <= e.blocked_until and i.posted_at <= e.blocked_until
        and (i.reversed_at is null or i.reversed_at > e.blocked_at)
        and not exists (
            select 1
            from cited as c
            where c.act_rec = e.rec
        )
),

support_end as (
    select
        s.block_rec, s.post, min(r.undone_at) as undone_at
    from support as s
    inner join block_episode as e on e.rec = s.block_rec
    left join reversal as r on r.post = s.post
    where
        not exists (
            select 1
            from confirmed_item as standing
            where standing.post = s.post and standing.reversed_at is null
        )
    group by s.block_rec, s.post
)

select 1
