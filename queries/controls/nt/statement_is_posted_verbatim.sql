/*
id         = "NT-01"
title      = "The statement is posted word for word on each account and website"
clauses    = ["5.1", "4.20"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "snapshot of the statement on an account or website"
needs      = ["statement_checks"]
parameters = []
criterion  = "Each snapshot of each account and website of the library shows the statement of clause 5.1 word for word in a place that visitors can see."
counts     = "Rows with the same check and channel are one snapshot; one accepted place suffices. Equal are straight and curly marks, non-breaking space, an https:// before the address, a missing or extra full stop, a trailing slash and text around it. Not equal are a changed or missing word, all capitals, another address, a paraphrase, the link alone. In an image it counts only with the full text as alternative text. A shortened link counts only when it leads to the page named. A failed capture is not evidenced; a channel closed before the check and a community the library joined are not applicable."
effect     = "People can be blocked under a rule they were not shown."
remedy     = "Pin a post with the exact text of 5.1 (it does not fit the bio on X or Instagram) and re-capture."
*/
with judged as (
    select
        s.check_id, s.channel, s.checked_at, s.checked_quality, s.state, s.subtype, s.recs, c.rec as channel_rec,
        case
            when c.closed_on < s.checked_on then 'closed_channel'
            when c.kind = 'community_joined' then 'community_joined'
        end as outside
    from statement_check as s
    cross join period as p
    left join channels as c on c.channel = s.channel
    where s.checked_at >= p.starts_at and s.checked_at < p.ends_at
)

select
    check_id || '/' || channel as item,
    case
        when outside is not null then 'not_applicable'
        when state = 'shown' then 'pass'
        when state = 'unknown' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case
        when outside is not null then outside
        when state = 'unknown' then 'capture_failed'
        else subtype
    end as subtype,
    case
        when outside = 'closed_channel' then 'the channel was closed before the check'
        when
            outside = 'community_joined'
            then 'the library only takes part in this community and cannot post there for all to see'
        when state = 'shown' then 'the statement was found word for word'
        when state = 'unknown' then 'the capture holds no text, so what was shown is not known'
        when subtype = 'not_verbatim' then 'the text found is not the statement word for word'
        when subtype = 'image_without_text' then 'the statement was shown in an image without its text'
        when subtype = 'not_public' then 'the place is not visible to the public'
        when subtype = 'not_accepted_place' then 'the place does not last'
        else 'no statement was found'
    end as reason,
    channel,
    case
        when checked_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when checked_quality = 'date_only' then ['date_only']
        else []
    end as flags,
    checked_at as occurred_at,
    list_concat(recs, [channel_rec]) as evidence
from judged
