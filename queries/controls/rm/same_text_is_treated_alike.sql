/*
id         = "RM-12"
title      = "Posts with the same text are treated alike"
clauses    = ["3.2a"]
tier       = 1
severity   = "high"
basis      = ["P", "S"]
subject    = "pair of posts"
needs      = ["actions", "posts"]
witnesses  = ["appeals", "monitoring", "revisions", "sightings"]
covers     = ["actions", "posts", "monitoring"]
parameters = ["duplicate_min_characters", "duplicate_window", "consistency_window", "consistency_min_visible", "continuous_window", "removal_limit", "removal_limit_severe"]
criterion  = "Where the library removed a post and kept another with the same normalised text, the record shows what distinguishes them."
counts     = "Population: pairs of a post removed by the library in the period and a post on the same channel with equal text of at least duplicate_min_characters, posted at most consistency_window days apart, that stayed visible for consistency_min_visible days or more after a logged review that covered it. Where every ground of the removal depends on context (4.1, 4.2), only posts under the same root post are paired; removals on 4.3 alone are left to RM-08 and RM-09. A pass needs a recorded difference: the removed post repeats an earlier visible one by its author, its author was already over the number of occurrences, the removal rests on a revision with another text, or the kept post was removed on the same ground, at the latest within the limit after. Anything else goes to a person and is never an exception by itself: differences need an explanation; they are not by themselves evidence of viewpoint discrimination. The authors may be the same or different."
effect     = "Equal speech may have been treated unequally."
remedy     = "Explain or equalise: restore R or remove K, and record the rule applied."
*/
with ground as (
    select
        action_no,
        max(case when coalesce(clause, '') <> '4.3' then 1 else 0 end) as has_other,
        max(
            case when coalesce(clause, '') <> '4.3' and context_dependent <> 'yes' then 1 else 0 end
        ) as has_context_free,
        max(case when clause like '4.14%' then 1 else 0 end) as is_severe
    from removal_ground
    group by action_no
),

removal as (
    select
        e.action_no, e.channel, e.post, e.opened_at, e.opened_on, e.flags, e.recs,
        p.author, p.posted_at, p.posted_on, p.rec as post_rec, coalesce(p.root, p.parent, p.post) as root,
        t.text_key as relied_key, t.rec as relied_rec,
        coalesce(g.has_context_free, 1) = 0 as is_contextual, coalesce(g.is_severe, 0) = 1 as is_severe
    from removal_episode as e
    inner join posts as p on p.post = e.post
    cross join period as w
    left join relied_text as t on t.action_no = e.action_no
    left join ground as g on g.action_no = e.action_no
    where
        e.is_ecrl and e.opened_at >= w.starts_at and e.opened_at < w.ends_at
        and (g.action_no is null or g.has_other = 1)
),

wanted_text as (
    select distinct r.action_no, x.text_key
    from removal as r
    cross join parameter as q
    inner join post_text as x
        on x.post = r.post and x.from_at <= r.opened_at and x.characters >= q.duplicate_min_characters
),

pair as (
    select
        r.action_no, k.post as kept_post,
        max(case when x.text_key = r.relied_key then 1 else 0 end) as has_relied_text,
        list(x.rec order by x.rec) as text_recs
    from removal as r
    inner join wanted_text as w on w.action_no = r.action_no
    cross join parameter as q
    inner join post_text as x on x.text_key = w.text_key and x.channel = r.channel and x.post <> r.post
    inner join posts as k on k.post = x.post
    where
        k.author_kind <> 'staff' and coalesce(k.surface, 'public') <> 'held'
        and abs(date_diff('day', k.posted_on, r.posted_on)) <= q.consistency_window
        and (not r.is_contextual or coalesce(k.root, k.parent, k.post) = r.root)
    group by r.action_no, k.post
),

looked_at as (
    select p.action_no, p.kept_post, f.reviewed_at, f.rec
    from pair as p
    inner join first_review as f on f.post = p.kept_post
    union all
    select p.action_no, p.kept_post, a.acted_at, a.rec
    from pair as p
    inner join act as a on a.post = p.kept_post and a.source = 'staff'
),

exposed as (
    select l.action_no, l.kept_post, min(l.rec) as review_rec, min(s.rec) as state_rec
    from looked_at as l
    inner join post_state as s
        on
            s.post = l.kept_post and s.state = 'visible' and s.from_at <= l.reviewed_at
            and (s.until_at is null or s.until_at > l.reviewed_at)
    cross join period as w
    cross join parameter as q
    where
        l.reviewed_at + to_seconds(86400 * q.consistency_min_visible)
        <= coalesce(case when s.until_at < w.as_of_at then s.until_at end, w.as_of_at)
    group by l.action_no, l.kept_post
),

distinguished as (
    select
        r.action_no, k.post as kept_post, k.posted_at as kept_posted_at, k.rec as kept_rec, x.review_rec, x.state_rec,
        p.text_recs, p.has_relied_text = 0 as is_other_revision,
        exists (
            select 1
            from posts as c
            inner join post_text as t on t.post = c.post and t.text_key = r.relied_key and t.from_at < r.opened_at
            inner join post_state as s on s.post = c.post and s.state = 'visible' and s.from_at < r.opened_at
            cross join parameter as q
            where
                c.author = r.author and c.channel = r.channel and c.post <> r.post and c.posted_at < r.posted_at
                and date_diff('day', c.posted_on, r.posted_on) <= q.duplicate_window
                and (t.until_at is null or t.until_at > r.posted_at)
                and (s.until_at is null or s.until_at > r.posted_at)
        ) as is_duplicate,
        exists (
            select 1
            from occurrence as o
            cross join parameter as q
            where
                o.about = 'reach' and o.reading = 'at' and o.meets
                and o.user_key = r.author and o.channel = r.channel and o.moment_at < r.opened_at
                and o.moment_at > r.opened_at - to_seconds(86400 * q.continuous_window)
        ) as is_repeated,
        exists (
            select 1
            from removal_episode as e
            inner join removal_ground as theirs on theirs.action_no = e.action_no
            inner join removal_ground as ours on ours.action_no = r.action_no and ours.clause = theirs.clause
            cross join parameter as q
            inner join due as d
                on
                    d.day = r.opened_on
                    and d.n = case when r.is_severe then q.removal_limit_severe else q.removal_limit end
            where
                e.post = k.post and e.is_ecrl and e.closed_at is null
                and e.opened_at < d.ends_at
        ) as is_equalised
    from removal as r
    inner join pair as p on p.action_no = r.action_no
    inner join exposed as x on x.action_no = p.action_no and x.kept_post = p.kept_post
    inner join posts as k on k.post = p.kept_post
),

judged as (
    select
        case
            when r.posted_at < d.kept_posted_at or (r.posted_at = d.kept_posted_at and r.post < d.kept_post)
                then r.post || '/' || d.kept_post
            else d.kept_post || '/' || r.post
        end as item,
        r.channel, r.opened_at, r.flags,
        list_concat(r.recs, d.text_recs, [r.post_rec, r.relied_rec, d.kept_rec, d.review_rec, d.state_rec]) as recs,
        case
            when d.is_other_revision then 'other_revision'
            when d.is_duplicate then 'duplicate'
            when d.is_repeated then 'repeated'
            when d.is_equalised then 'equalised'
            else 'unexplained_difference'
        end as state
    from removal as r
    inner join distinguished as d on d.action_no = r.action_no
),

placed as (
    select
        judged.*,
        row_number() over (
            partition by item
            order by case when state = 'unexplained_difference' then 0 else 1 end, opened_at, state
        ) as place
    from judged
)

select
    item,
    case when state = 'unexplained_difference' then 'needs_review' else 'pass' end as outcome,
    case when state = 'unexplained_difference' then state end as subtype,
    case state
        when 'other_revision' then 'the removal rests on a revision with another text'
        when 'duplicate' then 'the removed post repeats an earlier visible one by its author'
        when 'repeated' then 'the author of the removed post was already over the number of occurrences'
        when 'equalised' then 'the other post was removed on the same ground within the limit'
        else 'the record shows no difference between the removed and the kept post'
    end as reason,
    channel,
    flags,
    opened_at as occurred_at,
    recs as evidence
from placed
where place = 1
