/*
id         = "RM-09"
title      = "The duplicate rule is used only on copies by the same individual"
clauses    = ["4.3"]
tier       = 1
severity   = "medium"
basis      = ["P"]
subject    = "removal with reason duplicate"
needs      = ["actions", "posts"]
witnesses  = ["revisions", "sightings"]
parameters = ["duplicate_window", "duplicate_min_characters"]
criterion  = "An item removed as a duplicate had an earlier visible copy with the same normalised text by the same author on the same channel, posted at most duplicate_window days before."
counts     = "Population: removal episodes of the library in the period with a reason that stands for 4.3. The earlier copy must have been visible at some time between the posting of the removed item and its removal; the text compared is the revision the removal rests on. Copies by other people do not count. A near match (more than 0.95 alike) by the same author goes to a person. Without author key or text it is not evidenced. Not asked of the first copy of a group that RM-08 reports as original_removed."
effect     = "Different people who say the same thing are silenced as if they were one."
remedy     = "Restore, or re-decide under a rule that applies."
*/
with removal as (
    select distinct
        e.action_no, e.channel, e.post, e.opened_at, e.flags, e.recs,
        p.author, p.posted_at, p.posted_on, p.rec as post_rec,
        t.text_key, t.folded, t.rec as text_rec, coalesce(t.is_known, false) as is_known
    from removal_episode as e
    inner join removal_ground as g on g.action_no = e.action_no and g.clause = '4.3'
    cross join period as w
    left join posts as p on p.post = e.post
    left join relied_text as t on t.action_no = e.action_no
    where e.is_ecrl and e.opened_at >= w.starts_at and e.opened_at < w.ends_at
),

earlier as (
    select
        r.action_no, x.rec,
        x.text_key = r.text_key as is_equal,
        case
            when x.text_key <> r.text_key
                then
                    1.0 - cast(levenshtein(x.folded, r.folded) as double)
                    / greatest(length(x.folded), length(r.folded))
        end as likeness
    from removal as r
    cross join parameter as q
    inner join posts as p
        on
            p.author = r.author and p.channel = r.channel and p.post <> r.post
            and p.posted_at <= r.posted_at and date_diff('day', p.posted_on, r.posted_on) <= q.duplicate_window
    inner join post_text as x
        on
            x.post = p.post and x.text_key is not null and x.from_at < r.opened_at
            and (x.until_at is null or x.until_at > r.posted_at)
    where
        exists (
            select 1
            from post_state as s
            where
                s.post = p.post and s.state = 'visible' and s.from_at < r.opened_at
                and (s.until_at is null or s.until_at > r.posted_at)
        )
),

summed as (
    select
        action_no, max(case when is_equal then 1 else 0 end) as n_equal,
        max(case when likeness > 0.95 then 1 else 0 end) as n_alike,
        list(rec order by rec) filter (where is_equal or likeness > 0.95) as recs
    from earlier
    group by action_no
),

judged as (
    select
        r.action_no, r.channel, r.opened_at,
        list_concat(r.flags, case when r.text_key is not null and not r.is_known then ['revision_unknown'] else [] end)
            as flags,
        list_concat(r.recs, [r.post_rec, r.text_rec], coalesce(s.recs, [])) as recs,
        case
            when
                g.place = 1 and g.all_taken and not g.is_exempt and g.has_words
                and g.characters >= q.duplicate_min_characters
                then 'original_removed'
            when s.n_equal = 1 then 'copy'
            when r.author is null then 'no_author'
            when r.text_key is null then 'no_text'
            when s.n_alike = 1 then 'alike'
            else 'no_copy'
        end as state
    from removal as r
    cross join parameter as q
    left join summed as s on s.action_no = r.action_no
    left join duplicate_group as g on g.post = r.post
)

select
    action_no as item,
    case state
        when 'original_removed' then 'not_applicable'
        when 'copy' then 'pass'
        when 'alike' then 'needs_review'
        when 'no_copy' then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when state = 'original_removed' then state end as subtype,
    case state
        when 'original_removed' then 'the first copy of a group that RM-08 reports'
        when 'copy' then 'an earlier copy by the same author was visible'
        when 'alike' then 'an earlier text by the same author is nearly the same: a person must compare them'
        when 'no_copy' then 'no earlier visible copy by the same author on the channel is on record'
        when 'no_author' then 'the author of the item is not recorded'
        else 'the text of the item is not recorded'
    end as reason,
    channel,
    flags,
    opened_at as occurred_at,
    recs as evidence
from judged
