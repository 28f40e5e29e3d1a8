/*
what = "What the investigation that a block-like act relies on found (4.17b): finding is found, or why it carries no block, or why that cannot be told; recs are the case, the content it cites and what undid it. Cited content is a post, or a message thread of which only the times are known."
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

ground as (
    select r.act_rec, max(case when m.grants_block = 'yes' then 1 else 0 end) as grants_block
    from relied as r
    cross join unnest(r.clauses) as piece (clause)
    inner join reason_map as m on m.clause = piece.clause or m.code = piece.clause
    where
        m.start_on <= r.acted_on
        and m.end_on >= r.acted_on
    group by r.act_rec
),

cited as (
    select
        r.act_rec, r.user_key, r.case_user, r.identity_link, r.channel, r.acted_at, r.acted_until,
        r.concluded_at, r.concluded_until, piece.post as thing
    from relied as r
    cross join unnest(r.posts) as piece (post)
),

undone as (
    select
        c.act_rec, c.thing,
        max(case when u.undone_until <= c.acted_at then 2 else 1 end) as certainty,
        min(u.rec) as reversal_rec
    from cited as c
    inner join reversal as u on u.post = c.thing
    where
        u.undone_at <= c.acted_until
        and not exists (
            select 1
            from confirmed_item as standing
            where
                standing.post = c.thing and standing.confirmed_at <= c.acted_until
                and (standing.reversed_at is null or standing.reversed_at > c.acted_until)
        )
    group by c.act_rec, c.thing
),

item as (
    select
        c.act_rec, coalesce(p.rec, t.rec) as rec, u.reversal_rec,
        case
            when p.rec is null and t.rec is null then 3
            when t.rec is null and p.author is null then 4
            when
                t.rec is null and p.author <> c.user_key
                and (c.identity_link is null or (p.author <> c.case_user and p.channel = c.channel))
                then 7
            when coalesce(p.posted_at, t.received_at) > c.concluded_until then 6
            when u.certainty = 2 then 5
            when u.certainty = 1 or coalesce(p.posted_until, t.received_until) > c.concluded_at then 2
            else 1
        end as standing
    from cited as c
    left join posts as p on p.post = c.thing
    left join message_threads as t on t.thread = c.thing and p.rec is null
    left join undone as u on u.act_rec = c.act_rec and u.thing = c.thing
),

best as (
    select
        act_rec, min(standing) as standing,
        list_concat(list(rec order by rec), list(reversal_rec order by reversal_rec)) as recs
    from item
    group by act_rec
)

select
    r.act_rec,
    case
        when r.conclusion <> 'violation_found' then r.conclusion
        when r.concluded_at is null and not r.is_undated then 'not_concluded'
        when coalesce(g.grants_block, 0) = 0 then 'no_blocking_clause'
        when b.standing is null then 'no_content_cited'
        when b.standing = 7 then 'content_of_others'
        when b.standing = 6 then 'content_after_conclusion'
        when b.standing = 5 then 'finding_reversed'
        when r.is_undated then 'conclusion_undated'
        when r.conclusion is null then 'conclusion_not_recorded'
        when b.standing = 4 then 'author_not_recorded'
        when b.standing = 3 then 'content_not_supplied'
        when b.standing = 2 then 'order_uncertain'
        else 'found'
    end as finding,
    r.flag,
    list_prepend(r.case_rec, coalesce(b.recs, [])) as recs
from relied as r
left join ground as g on g.act_rec = r.act_rec
left join best as b on b.act_rec = r.act_rec
