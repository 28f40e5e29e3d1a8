/*
id         = "RM-08"
title      = "Of duplicates by one individual exactly one copy stays"
clauses    = ["4.3"]
tier       = 1
severity   = "low"
basis      = ["P"]
subject    = "group of duplicates"
needs      = ["actions", "posts"]
witnesses  = ["monitoring", "sightings"]
covers     = ["actions", "posts", "monitoring"]
parameters = ["duplicate_window", "duplicate_min_characters", "removal_limit"]
criterion  = "Where one individual posts the same text twice or more on one channel, at most one copy is visible at the end of the business day that removal_limit allows after the first review that saw two copies, and the first copy is not removed as a duplicate."
counts     = "Population: groups of the same author, channel and normalised text, each post within duplicate_window days of the one before, whose first logged review after the second post lies in the period (the rota, a staff act on a copy, or the review of a concern about one). Copies posted after that review are not counted. Texts shorter than duplicate_min_characters or without letters, comments under a giveaway or poll, and copies whose texts differed at the review are not applicable. The same text by the same author key on another channel of the same platform is an observation: the clause is silent on it."
effect     = "Duplicates crowd out other voices, or the only copy of a person's comment is lost."
remedy     = "Keep one copy, remove the rest; restore the original."
*/
with second as (
    select g.group_post, min(r.reviewed_at) as reviewed_at
    from duplicate_group as g
    inner join first_review as r on r.post = g.post
    where g.place >= 2
    group by g.group_post
),

act_on_copy as (
    select g.group_post, min(a.acted_at) as reviewed_at
    from duplicate_group as g
    inner join duplicate_group as two on two.group_post = g.group_post and two.place = 2
    inner join act as a on a.post = g.post and a.source = 'staff' and a.acted_at >= two.posted_at
    group by g.group_post
),

review as (
    select group_post, min(reviewed_at) as reviewed_at
    from (
        select second.group_post, second.reviewed_at
        from second
        union all
        select act_on_copy.group_post, act_on_copy.reviewed_at
        from act_on_copy
    ) as either_way
    group by group_post
),

timed as (
    select
        v.group_post, v.reviewed_at, d.day as reviewed_on, due.ends_at, due.latest_ends_at,
        coalesce(due.is_known, false) as is_known
    from review as v
    cross join parameter as q
    inner join local_day as d on d.starts_at <= v.reviewed_at and d.ends_at > v.reviewed_at
    left join due on due.day = d.day and due.n = q.removal_limit
),

copy as (
    select
        g.group_post, g.post, g.place, g.rec, g.text_key, t.reviewed_at,
        exists (
            select 1
            from post_text as x
            where
                x.post = g.post and x.text_key = g.text_key and x.from_at <= t.reviewed_at
                and (x.until_at is null or x.until_at > t.reviewed_at)
        ) as is_same_text,
        exists (
            select 1
            from post_state as s
            where
                s.post = g.post and s.state = 'visible' and s.from_at < t.ends_at
                and (s.until_at is null or s.until_at >= t.ends_at)
        ) as is_visible,
        exists (
            select 1
            from post_state as s
            where
                s.post = g.post and s.state = 'visible' and s.from_at < t.latest_ends_at
                and (s.until_at is null or s.until_at >= t.latest_ends_at)
        ) as is_visible_latest
    from duplicate_group as g
    inner join timed as t on t.group_post = g.group_post
    where g.posted_at <= t.reviewed_at
),

summed as (
    select
        group_post,
        sum(case when is_same_text then 1 else 0 end) as n_same,
        sum(case when is_same_text and is_visible then 1 else 0 end) as n_visible,
        sum(case when is_same_text and is_visible_latest then 1 else 0 end) as n_visible_latest,
        list(rec order by rec) as recs
    from copy
    group by group_post
),

acts as (
    select g.group_post, list(a.rec order by a.rec) as recs
    from duplicate_group as g
    inner join act as a on a.post = g.post
    group by g.group_post
),

judged as (
    select
        g.group_post, g.channel, t.reviewed_at,
        list_concat(s.recs, coalesce(acts.recs, []), (
            select list(r.rec order by r.rec)
            from first_review as r
            inner join duplicate_group as m on m.post = r.post
            where m.group_post = g.group_post and r.reviewed_at = t.reviewed_at
        )) as recs,
        case
            when g.is_exempt then 'exempt_root'
            when g.characters < q.duplicate_min_characters or not g.has_words then 'short_text'
            when s.n_same < 2 then 'texts_differ'
            when g.all_taken then 'original_removed'
            when s.n_visible <= 1 then 'one_copy'
            when not t.is_known then 'calendar_unconfirmed'
            when p.as_of_at < t.latest_ends_at and s.n_visible_latest > 1 then 'pending'
            when s.n_visible_latest <= 1 then 'calendar_unset'
            else 'several_visible'
        end as state
    from duplicate_group as g
    inner join timed as t on t.group_post = g.group_post
    inner join summed as s on s.group_post = g.group_post
    cross join period as p
    cross join parameter as q
    left join acts on acts.group_post = g.group_post
    where g.place = 1 and t.reviewed_at >= p.starts_at and t.reviewed_at < p.ends_at
),

everywhere as (
    select
        c.platform, p.author, t.text_key, p.post, p.channel, p.posted_at, p.posted_on, p.rec,
        lag(p.posted_on) over (
            partition by c.platform, p.author, t.text_key
            order by p.posted_at, p.post
        ) as posted_before
    from posts as p
    inner join normal_text as t on t.rec = p.rec
    inner join channels as c on c.channel = p.channel
    cross join parameter as q
    where
        p.author_kind <> 'staff' and p.author is not null and p.posted_at is not null
        and coalesce(p.surface, 'public') <> 'held' and t.characters >= q.duplicate_min_characters
),

chained as (
    select
        e.*,
        sum(case
            when date_diff('day', e.posted_before, e.posted_on) <= q.duplicate_window then 0
            else 1
        end) over (
            partition by e.platform, e.author, e.text_key
            order by e.posted_at, e.post
            rows between unbounded preceding and current row
        ) as chain
    from everywhere as e
    cross join parameter as q
),

opened as (
    select
        chained.*,
        first_value(post) over one_chain as group_post,
        first_value(channel) over one_chain as group_channel
    from chained
    window one_chain as (
        partition by platform, author, text_key, chain
        order by posted_at, post
        rows between unbounded preceding and unbounded following
    )
),

elsewhere as (
    select
        o.group_post, o.group_channel as channel, list(o.rec order by o.rec) as recs,
        min(case when o.channel <> o.group_channel then o.posted_at end) as reviewed_at
    from opened as o
    group by o.group_post, o.group_channel
),

answer as (
    select group_post, channel, reviewed_at, recs, state
    from judged
    union all
    select e.group_post, e.channel, e.reviewed_at, e.recs, 'cross_account'
    from elsewhere as e
    cross join period as p
    where
        e.reviewed_at >= p.starts_at and e.reviewed_at < p.ends_at
        and not exists (
            select 1
            from judged as j
            where j.group_post = e.group_post
        )
)

select
    group_post as item,
    case
        when state in ('exempt_root', 'short_text', 'texts_differ') then 'not_applicable'
        when state = 'one_copy' then 'pass'
        when state in ('several_visible', 'original_removed') then 'exception'
        when state = 'pending' then 'pending'
        when state = 'cross_account' then 'observation'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('one_copy', 'several_visible', 'pending') then state end as subtype,
    case state
        when 'exempt_root' then 'the texts stand under a giveaway or a poll'
        when 'short_text' then 'the text is too short to be a duplicate'
        when 'texts_differ' then 'the texts differed when they were reviewed'
        when 'one_copy' then 'at most one copy was visible at the limit'
        when 'several_visible' then 'more than one copy was still visible at the limit'
        when 'original_removed' then 'every copy was removed as a duplicate, the first one too'
        when 'pending' then 'the limit is later than the cut-off'
        when 'cross_account' then 'the same text stands on another channel too, on which the clause is silent'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the limit falls on a day for which the calendar is not confirmed'
    end as reason,
    channel,
    cast([] as varchar[]) as flags,
    reviewed_at as occurred_at,
    recs as evidence
from answer
