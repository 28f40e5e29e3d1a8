/*
id         = "RM-16"
title      = "Replies are archived before what they hang under is removed"
clauses    = ["3.1", "3.2a"]
tier       = 1
severity   = "medium"
basis      = ["R", "S"]
subject    = "act that takes replies with it"
needs      = ["actions", "posts"]
parameters = ["capture_lag"]
criterion  = "Before the library deletes or unpublishes a post of its own or a comment with public replies, or closes a channel with public comments, a copy of every such reply is kept."
counts     = "Population: effective acts delete and unpublish of the library in the period, on its own posts and on comments, and recorded closings of a channel, with at least one public reply by others beneath (at any depth) that was visible until then. measured is the number of such replies. A copy counts when captured at the latest capture_lag minutes after the act and not disposed of by the cut-off. With all copies kept it is still an observation: public discussion went with the post. Whether the post was corrected and posted again is left to the reader."
effect     = "Public comments disappear without a decision about them and without a record."
remedy     = "Prefer editing or closing comments; archive first."
*/
with taking as (
    select
        a.action_no as item, a.channel, a.acted_at as taken_at, a.acted_until as taken_until, a.flags, a.recs,
        b.reply, b.rec as reply_rec
    from act as a
    cross join period as p
    inner join reply_beneath as b on b.post = a.post and b.author_kind <> 'staff'
    where
        a.is_ecrl and a.is_effective and a.action in ('delete', 'unpublish')
        and a.acted_at >= p.starts_at and a.acted_at < p.ends_at
    union all
    select
        strftime(c.changed_at, '%Y-%m-%dT%H:%M:%SZ') || '/' || c.channel || '/close_account/' || coalesce(c.login, '-'),
        c.channel, c.changed_at, c.changed_until, cast([] as varchar[]), [c.rec], r.post, r.rec
    from access_changes as c
    cross join period as p
    inner join posts as r on r.channel = c.channel and r.author_kind <> 'staff'
    where c.change = 'close_account' and c.changed_at >= p.starts_at and c.changed_at < p.ends_at
),

lost as (
    select t.*
    from taking as t
    where
        exists (
            select 1
            from post_state as s
            where
                s.post = t.reply and s.state = 'visible' and s.from_at < t.taken_at
                and (s.until_at is null or s.until_at >= t.taken_at)
        )
),

archived as (
    select
        l.item, l.channel, l.taken_at, l.flags, l.recs, l.reply, l.reply_rec,
        max(case when k.captured_until <= l.taken_at + to_seconds(60 * q.capture_lag) then 1 else 0 end) as is_kept,
        max(
            case when k.captured_at <= l.taken_until + to_seconds(60 * q.capture_lag) then 1 else 0 end
        ) as is_maybe_kept,
        list(k.rec order by k.rec) as copy_recs
    from lost as l
    cross join parameter as q
    cross join period as p
    left join evidence as k
        on k.post = l.reply and (k.disposed_on is null or k.disposed_on > p.as_of_on)
    group by l.item, l.channel, l.taken_at, l.flags, l.recs, l.reply, l.reply_rec
),

judged as (
    select
        item, channel, taken_at, flags, recs, count(*) as n_replies, min(is_kept) as all_kept,
        min(is_maybe_kept) as all_maybe_kept,
        list_concat(list(reply_rec order by reply_rec), flatten(list(copy_recs order by reply_rec))) as other_recs
    from archived
    group by item, channel, taken_at, flags, recs
)

select
    item,
    case
        when all_maybe_kept = 0 then 'exception'
        when all_kept = 0 then 'not_evidenced'
        else 'observation'
    end as outcome,
    case when all_maybe_kept = 1 and all_kept = 0 then 'order_uncertain' end as subtype,
    case
        when all_maybe_kept = 0 then 'public replies went with it, and not all of them were archived'
        when all_kept = 0 then 'the recorded times do not show whether the replies were archived in time'
        else 'public replies went with it; all of them were archived'
    end as reason,
    channel,
    flags,
    taken_at as occurred_at,
    cast(n_replies as double) as measured,
    list_concat(recs, other_recs) as evidence
from judged
