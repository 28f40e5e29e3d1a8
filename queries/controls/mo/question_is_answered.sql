/*
id         = "MO-06"
title      = "Public questions are answered"
clauses    = ["6.2d", "1.2c"]
tier       = 2
severity   = "medium"
basis      = ["P", "M"]
subject    = "question by the public"
needs      = ["posts"]
parameters = ["question_response_limit"]
criterion  = "Each public post that a person marked as a question to the library has a staff reply within question_response_limit business days."
counts     = "Population: public posts of the period with the flag question in the logbook, or with a judgment against 6.2d or question_to_library that does not say not_violating. A mark that only a detector or an export brought needs a person. A reply is a staff post beneath the question. A question answered in private passes when a staff act no_action on it says so in its reason (answered, replied, message, e-mail, phone, inbox, private); any other note is for a person to read. A question that left public view for good before the limit, unanswered, is not applicable; one that came back waits for its answer as before."
effect     = "People who ask the library are left without an answer."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with marked as (
    select p.post, p.brought_by = 'logbook' as is_by_person, p.rec
    from posts as p
    where list_contains(p.flags, 'question')
    union all
    select j.post, j.origin in ('moderator', 'reviewer'), j.rec
    from judgments as j
    where
        lower(j.rule) in ('6.2d', 'question', 'question_to_library') and j.judgment <> 'not_violating'
),

question as (
    select
        p.post, p.channel, p.posted_at, p.posted_on, p.posted_quality, p.rec,
        d.ends_at, d.latest_ends_at, d.is_known, o.ordinal,
        max(case when m.is_by_person then 1 else 0 end) as is_by_person,
        list(m.rec order by m.rec) as mark_recs
    from posts as p
    cross join period as w
    cross join parameter as q
    inner join marked as m on m.post = p.post
    left join due as d on d.day = p.posted_on and d.n = q.question_response_limit
    left join business_day as o on o.calendar = 'L' and o.day = p.posted_on
    where
        p.author_kind = 'public' and coalesce(p.surface, 'public') = 'public'
        and p.posted_at >= w.starts_at and p.posted_at < w.ends_at
    group by
        p.post, p.channel, p.posted_at, p.posted_on, p.posted_quality, p.rec, d.ends_at, d.latest_ends_at,
        d.is_known, o.ordinal
),

reply as (
    select
        i.post, r.posted_at as done_at, r.posted_until as done_until, r.posted_on as done_on, r.rec,
        'public' as manner
    from question as i
    inner join posts as r on r.parent = i.post or (r.root = i.post and r.post <> i.post)
    where r.author_kind = 'staff' and r.posted_until >= i.posted_at
    union all
    select
        i.post, a.acted_at as done_at, a.acted_until as done_until, a.acted_on as done_on, a.rec,
        case
            when
                regexp_matches(
                    lower(a.reason),
                    '(answer|replied|reply|message|e-mail|email|phone|inbox|private|(^|[^a-z])dm([^a-z]|$))'
                )
                then 'private'
            else 'note'
        end as manner
    from question as i
    inner join act as a on a.post = i.post
    where a.source = 'staff' and a.action = 'no_action' and a.reason is not null and a.acted_until >= i.posted_at
),

first_reply as (
    select
        reply.*,
        row_number() over (
            partition by post, case when manner = 'note' then 1 else 0 end
            order by done_until, rec
        ) as place
    from reply
),

gone as (
    select i.post, min(s.rec) as rec
    from question as i
    inner join post_state as s on s.post = i.post
    where
        s.state in ('hidden', 'deleted', 'author_deleted') and s.from_at < i.ends_at
        and s.until_at is null
    group by i.post
),

judged as (
    select
        i.post, i.channel, i.posted_at, i.posted_quality, i.rec, i.mark_recs, g.rec as gone_rec,
        coalesce(r.rec, n.rec) as reply_rec,
        case when r.done_on is not null then greatest(t.ordinal - i.ordinal, 0) end as taken,
        case
            when r.done_until < i.ends_at then 'answered'
            when g.rec is not null then 'left_public_view'
            when i.is_by_person = 0 then 'marked_automatically'
            when r.done_at is null and p.as_of_at < i.latest_ends_at then 'pending'
            when not coalesce(i.is_known, false) then 'calendar_unconfirmed'
            when n.done_until < i.ends_at then 'note_to_read'
            when r.done_at >= i.latest_ends_at then 'answered_late'
            when r.done_at is not null and i.ends_at < i.latest_ends_at then 'calendar_unset'
            when r.done_at is not null then 'order_uncertain'
            else 'no_answer'
        end as state,
        r.manner
    from question as i
    cross join period as p
    left join first_reply as r on r.post = i.post and r.manner <> 'note' and r.place = 1
    left join first_reply as n on n.post = i.post and n.manner = 'note' and n.place = 1
    left join gone as g on g.post = i.post
    left join business_day as t on t.calendar = 'L' and t.day = r.done_on
)

select
    j.post as item,
    case j.state
        when 'answered' then 'pass'
        when 'left_public_view' then 'not_applicable'
        when 'marked_automatically' then 'needs_review'
        when 'note_to_read' then 'needs_review'
        when 'answered_late' then 'exception'
        when 'no_answer' then 'exception'
        when 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case
        when j.state = 'answered' and j.manner = 'private' then 'answered_in_private'
        when j.state not in ('answered', 'pending') then j.state
    end as subtype,
    case j.state
        when 'answered' then 'the question was answered in time'
        when 'left_public_view' then 'the question left public view before an answer was due'
        when 'marked_automatically' then 'no person has said that this is a question to the library'
        when 'note_to_read' then 'a note on the question may record an answer'
        when 'answered_late' then 'the question was answered after the limit'
        when 'no_answer' then 'no answer is recorded and the limit is over'
        when 'pending' then 'the limit was not over at the cut-off'
        when 'calendar_unset' then 'whether the answer was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the calendar of the library is not confirmed for the day of the limit'
        else 'the records do not show whether the answer was in time'
    end as reason,
    j.channel,
    [
        case
            when j.posted_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain'
            when j.posted_quality = 'date_only' then 'date_only'
        end
    ] as flags,
    j.posted_at as occurred_at,
    cast(j.taken as double) as measured,
    cast(q.question_response_limit as double) as threshold,
    list_concat(j.mark_recs, [j.rec, j.reply_rec, j.gone_rec]) as evidence
from judged as j
cross join parameter as q
