/*
id         = "RM-05"
title      = "A copy of what was removed is kept"
clauses    = ["1.4a"]
tier       = 1
severity   = "high"
basis      = ["R", "L"]
subject    = "removal episode"
needs      = ["actions", "evidence"]
witnesses  = ["posts", "revisions"]
parameters = ["capture_lag"]
criterion  = "For each removal a copy of the content, in the revision the removal rests on, was captured at the latest capture_lag minutes after the removal and can still be read at the cut-off."
counts     = "Population: removal episodes opened in the period. Only a row of the evidence sheet is a kept copy; for an item that was hidden and never deleted its text in a platform's export counts too. A copy of an item without text needs a file. A copy disposed of by the cut-off cannot be read. A copy with a blank revision counts; only another revision captured is wrong_revision. Where the author deleted first, and for removals by the platform or the author, the test is not applicable."
effect     = "The removal cannot be reviewed, explained or reversed, and a record of public business may be lost."
remedy     = "Capture text, author key, time, thread and image before removal; enable archiving."
*/
with removal as (
    select
        e.action_no, e.channel, e.post, e.opened_at, e.opened_until, e.flags, e.recs, e.is_ecrl, e.source,
        t.revision, coalesce(t.is_known, true) as is_revision_known, coalesce(t.is_named, false) as is_named,
        t.rec as text_rec,
        e.opened_at + to_seconds(60 * q.capture_lag) as latest_at,
        e.opened_until + to_seconds(60 * q.capture_lag) as latest_until,
        p.as_of_at, p.as_of_on,
        exists (
            select 1
            from posts as c
            where c.post = e.post and c.text is null
        ) as is_without_text,
        exists (
            select 1
            from post_state as s
            where s.post = e.post and s.state = 'author_deleted' and s.from_at < e.opened_at
        ) as author_was_first,
        not exists (
            select 1
            from removal_act as m
            where m.episode = e.action_no and m.action = 'delete'
        )
        and exists (
            select 1
            from raw_posts as r
            inner join source as s on s.source_id = r.source_id
            where not s.is_logbook and r.post = e.post and r.text <> ''
        ) as is_in_export
    from removal_episode as e
    cross join period as p
    cross join parameter as q
    left join relied_text as t on t.action_no = e.action_no
    where e.opened_at >= p.starts_at and e.opened_at < p.ends_at
),

linked as (
    select r.action_no, k.rec
    from removal as r
    inner join evidence as k on k.post = r.post
    union
    select m.episode, k.rec
    from removal_act as m
    inner join act as a on a.rec = m.rec
    inner join evidence as k on k.evidence = a.evidence
    where a.post is null
),

copy as (
    select
        r.action_no, k.rec,
        k.captured_until <= r.latest_at as is_surely_in_time,
        k.captured_at <= r.latest_until as is_maybe_in_time,
        r.revision is null or k.revision is null or k.revision = r.revision as is_right_revision,
        r.revision is not null and k.revision is null as is_of_unknown_revision
    from removal as r
    inner join linked as l on l.action_no = r.action_no
    inner join evidence as k on k.rec = l.rec
    where
        (k.disposed_on is null or k.disposed_on > r.as_of_on)
        and not (r.is_without_text and k.file is null)
),

summed as (
    select
        action_no,
        max(case when is_surely_in_time and is_right_revision then 1 else 0 end) as n_good,
        max(case when is_maybe_in_time and is_right_revision then 1 else 0 end) as n_maybe,
        max(case when is_maybe_in_time and not is_right_revision then 1 else 0 end) as n_other_revision,
        min(case
            when is_maybe_in_time and is_right_revision then case when is_of_unknown_revision then 1 else 0 end
        end) as only_unknown_revision
    from copy
    group by action_no
),

kept as (
    select action_no, list(rec order by rec) as recs
    from linked
    group by action_no
),

judged as (
    select
        r.action_no, r.channel, r.opened_at,
        list_concat(r.flags, case
            when s.only_unknown_revision = 1 or not r.is_revision_known then ['revision_unknown']
            else []
        end) as flags,
        list_concat(r.recs, [r.text_rec], coalesce(kept.recs, [])) as recs, r.source,
        case
            when not r.is_ecrl then 'not_ours'
            when r.author_was_first then 'author_first'
            when s.n_good = 1 or r.is_in_export then 'kept'
            when s.n_maybe = 1 then 'order_uncertain'
            when s.n_other_revision = 1 and not r.is_revision_known and not r.is_named then 'revision_uncertain'
            when r.as_of_at < r.latest_at then 'pending'
            when s.n_other_revision = 1 then 'wrong_revision'
            else 'missing'
        end as state
    from removal as r
    left join summed as s on s.action_no = r.action_no
    left join kept on kept.action_no = r.action_no
)

select
    action_no as item,
    case
        when state in ('not_ours', 'author_first') then 'not_applicable'
        when state = 'kept' then 'pass'
        when state in ('order_uncertain', 'revision_uncertain') then 'not_evidenced'
        when state = 'pending' then 'pending'
        else 'exception'
    end as outcome,
    case state
        when 'not_ours' then 'by_' || source
        when 'author_first' then 'author_deleted'
        when 'order_uncertain' then 'order_uncertain'
        when 'wrong_revision' then 'wrong_revision'
    end as subtype,
    case state
        when 'not_ours' then 'the removal was not an act of the library'
        when 'author_first' then 'the author had deleted the item before'
        when 'kept' then 'a copy of the content was kept'
        when 'order_uncertain' then 'the recorded times do not show whether the copy was made in time'
        when 'revision_uncertain' then 'the records do not show which revision the removal rests on'
        when 'pending' then 'no copy is recorded yet, and the time for it is not over'
        when 'wrong_revision' then 'only another revision than the one relied on was captured'
        else 'no readable copy captured in time is recorded'
    end as reason,
    channel,
    flags,
    opened_at as occurred_at,
    recs as evidence
from judged
