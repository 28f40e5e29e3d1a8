/*
id         = "DM-24"
title      = "A notice the library sends is complete, considered and authorised"
clauses    = ["4.13"]
tier       = 2
severity   = "medium"
basis      = ["L"]
subject    = "notice sent"
needs      = ["dmca_notices"]
witnesses  = ["dmca_events"]
parameters = []
criterion  = "Each copyright notice that the library sends has the six elements of 17 U.S.C. 512(c)(3)(A), a note that fair use was considered, a signer with the power dmca, and was retracted when an error became known."
counts     = "Venue C, sent (received) in the period. Fair use not noted is an exception. A known error is a decision whose document names an error or a mistake, without a retraction after it. An element not recorded, or an unknown signer, is not evidenced; an unclear one goes to a person."
effect     = "A notice sent without care can be a misrepresentation (17 U.S.C. 512(f))."
remedy     = "Register, decide, and note the decision for the items; instruct branches to forward the same day."
*/
with mistake as (
    select e.notice_no, min(e.happened_at) as known_at, list(e.rec order by e.rec) as recs
    from dmca_events as e
    where e.event = 'decision_recorded' and regexp_matches(lower(e.document), '(error|mistake)')
    group by e.notice_no
),

judged as (
    select
        n.notice_no, n.channel, n.rec, n.received_at, n.received_quality, n.retracted_rec, m.recs as mistake_recs,
        u.answer, u.recs as authority_recs,
        case
            when
                'no' in (
                    coalesce(o.signature, ''), coalesce(o.work_identified, ''), coalesce(o.material_located, ''),
                    coalesce(o.contact, ''), coalesce(o.good_faith, ''), coalesce(o.accuracy_under_perjury, '')
                ) then 'element_missing'
            when n.fair_use_considered is null or n.fair_use_considered = 'no' then 'fair_use_not_considered'
            when u.answer = 'no' then u.subtype
            when m.notice_no is not null and n.retracted_at is null then 'not_retracted'
            when n.is_blank then 'element_unrecorded'
            when u.answer is null or u.answer = 'unknown' then 'signer_unknown'
            when n.is_unclear or n.fair_use_considered = 'unclear' then 'unclear_element'
            when u.answer = 'observation' then 'signer_' || u.subtype
            else 'complete'
        end as state
    from dmca_notice as n
    cross join period as w
    inner join dmca_notices as o on o.rec = n.rec
    left join mistake as m on m.notice_no = n.notice_no
    left join authority as u on u.topic = 'dmca_signer' and u.rec = n.rec
    where n.venue = 'C' and n.received_at >= w.starts_at and n.received_at < w.ends_at
)

select
    notice_no as item,
    case
        when state = 'complete' then 'pass'
        when state in ('element_unrecorded', 'signer_unknown') then 'not_evidenced'
        when state = 'unclear_element' then 'needs_review'
        when state like 'signer_%' then 'observation'
        else 'exception'
    end as outcome,
    case when state <> 'complete' then state end as subtype,
    'venue C: ' || case
        when state = 'complete' then 'the notice has its elements, its consideration and its authority'
        when state = 'element_missing' then 'an element of the notice is missing'
        when state = 'fair_use_not_considered' then 'no consideration of fair use is noted'
        when state = 'not_retracted' then 'an error became known and no retraction is recorded'
        when state = 'element_unrecorded' then 'an element of the notice is not recorded'
        when state = 'signer_unknown' then 'who signed, or with what authority, is not on record'
        when state = 'unclear_element' then 'an element is recorded as unclear and needs a person''s reading'
        when answer = 'no' then 'the notice was signed without the power to do so'
        else 'the notice was signed under a designation that needs a look'
    end as reason,
    channel,
    case
        when received_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when received_quality = 'date_only' then ['date_only']
        else []
    end as flags,
    received_at as occurred_at,
    list_concat([rec, retracted_rec], list_concat(coalesce(mistake_recs, []), coalesce(authority_recs, []))) as evidence
from judged
