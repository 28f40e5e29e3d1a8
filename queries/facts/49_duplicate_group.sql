/*
what = "Posts of one individual with the same text on one channel, each within duplicate_window of the one before (4.3, CS-13, CS-14): one row per post of a group of two or more, named by its first post. is_exempt: under a giveaway or poll. is_taken: removed as a duplicate and not returned; all_taken says so of the whole group."
*/
with item as (
    select
        p.post, p.channel, p.author, p.posted_at, p.posted_on, t.text_key, t.characters, p.rec,
        regexp_matches(t.folded, '[\p{L}\p{N}]') as has_words,
        exists (
            select 1
            from posts as above
            where
                above.post = coalesce(p.root, p.parent)
                and (list_contains(above.flags, 'giveaway') or list_contains(above.flags, 'poll'))
        ) as is_exempt
    from posts as p
    inner join normal_text as t on t.rec = p.rec
    where
        p.author_kind <> 'staff' and p.author is not null and p.posted_at is not null
        and coalesce(p.surface, 'public') <> 'held' and t.characters > 0
),

spaced as (
    select
        item.*,
        lag(posted_on) over (
            partition by channel, author, text_key, is_exempt
            order by posted_at, post
        ) as posted_before
    from item
),

begun as (
    select
        s.*,
        sum(case
            when date_diff('day', s.posted_before, s.posted_on) <= q.duplicate_window then 0
            else 1
        end) over (
            partition by s.channel, s.author, s.text_key, s.is_exempt
            order by s.posted_at, s.post
            rows between unbounded preceding and current row
        ) as chain
    from spaced as s
    cross join parameter as q
),

taken as (
    select distinct e.post
    from removal_episode as e
    inner join removal_ground as g on g.action_no = e.action_no
    where e.is_ecrl and e.closed_at is null and g.clause = '4.3' and g.standing = 'valid'
),

marked as (
    select
        b.*,
        taken.post is not null as is_taken,
        row_number() over same_group as place,
        first_value(b.post) over same_group as group_post,
        count(*) over (partition by b.channel, b.author, b.text_key, b.is_exempt, b.chain) as n_items,
        min(case when taken.post is null then 0 else 1 end) over (
            partition by b.channel, b.author, b.text_key, b.is_exempt, b.chain
        ) as lowest_taken
    from begun as b
    left join taken on taken.post = b.post
    window same_group as (
        partition by b.channel, b.author, b.text_key, b.is_exempt, b.chain
        order by b.posted_at, b.post
    )
)

select
    group_post, post, channel, author, posted_at, posted_on, text_key, characters, has_words, is_exempt, place,
    n_items, is_taken, lowest_taken = 1 as all_taken, rec
from marked
where n_items >= 2
