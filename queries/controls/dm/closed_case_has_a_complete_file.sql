/*
id         = "DM-20"
title      = "Each closed case has a complete file"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["R"]
subject    = "closed copyright case"
needs      = ["dmca_events", "dmca_notices"]
witnesses  = ["dmca_counter_notices", "dmca_items"]
parameters = []
criterion  = "The file of each case closed in the period holds what its path asks for: the notice, the element sheet, the timeline, a copy of each item from before its removal, the notice to the author, counter-notice and forwarding, the proof of the return, and the closing note."
counts     = "Every venue. The notice: a document named in the register. The element sheet (A, A2, C): six elements and, for notices received, the time of assessment. The timeline: a step before the closing, or the receipt by the agent. The copies (A, A2, A3): a row of the sheet evidence captured at the latest when the item was disabled. The author (A): told, or no route recorded, for each item removed. Counter-notices: their document, and for a valid one of venue A a forwarding. The return: for each item put back a document, an act of the moderation log or a capture that shows it. The closing note: the document of the event closed. A missing part is an exception, because the file itself is what is tested; the subtype names the first one. The hash of a document lies with the evidence package, not here."
effect     = "The procedure cannot be shown to an auditor, the complainant or the author."
remedy     = "Give every complaint a number on arrival; complete the files listed."
*/
with closing as (
    select
        e.notice_no, min(e.happened_at) as closed_at, max(e.document) as document,
        list(e.rec order by e.rec) as recs,
        max(case when e.happened_quality = 'date_only' then 1 else 0 end) as is_date_only
    from dmca_events as e
    where e.event = 'closed'
    group by e.notice_no
),

kept as (
    select
        h.notice_no,
        max(case
            when h.disabled_at is not null and n.venue in ('A', 'A2', 'A3') and not exists (
                select 1
                from evidence as v
                where v.post = h.post and v.captured_at <= h.disabled_until
            ) then 1
            else 0
        end) as lacks_copy,
        max(case
            when h.disabled_at is not null and n.venue = 'A' and h.told_at is null and h.no_route_at is null then 1
            else 0
        end) as lacks_author,
        max(case
            when
                h.restored_at is not null
                and not exists (
                    select 1
                    from dmca_step as s
                    where
                        s.notice_no = h.notice_no and (s.post is null or s.post = h.post) and s.step = 'restored'
                        and s.document is not null
                )
                and not exists (
                    select 1
                    from act as a
                    where
                        a.post = h.post and a.action in ('unhide', 'restore', 'hold_release')
                        and a.is_ecrl and a.is_effective
                )
                and not exists (
                    select 1
                    from sightings as g
                    where g.post = h.post and g.state = 'visible' and g.seen_at >= h.restored_at
                ) then 1
            else 0
        end) as lacks_return,
        list_concat(
            list_concat(list(h.rec order by h.post), list(h.disabled_rec order by h.post)),
            list_concat(list(h.told_rec order by h.post), list(h.restored_rec order by h.post))
        ) as recs
    from dmca_item_history as h
    inner join dmca_notice as n on n.notice_no = h.notice_no
    group by h.notice_no
),

counter as (
    select
        c.notice_no,
        max(case
            when c.document is null then 1
            when
                c.venue = 'A' and c.validity = 'valid' and not exists (
                    select 1
                    from dmca_step as s
                    where
                        s.notice_no = c.notice_no and s.step = 'counter_forwarded'
                        and (s.post is null or c.post is null or s.post = c.post)
                        and s.happened_until >= c.received_at
                ) then 1
            else 0
        end) as lacks_part,
        list(c.rec order by c.rec) as recs
    from dmca_counter as c
    group by c.notice_no
),

looked_through as (
    select
        n.notice_no, n.venue, n.channel, n.rec, c.closed_at, c.is_date_only, c.recs, k.recs as item_recs,
        o.recs as counter_recs,
        [
            case when n.document is null then 'notice_original' end,
            case
                when n.venue in ('A', 'A2') and (n.is_blank or n.assessed_at is null) then 'element_sheet'
                when n.venue = 'C' and n.is_blank then 'element_sheet'
            end,
            case
                when not n.agent_is_known and not exists (
                    select 1
                    from dmca_events as e
                    where e.notice_no = n.notice_no and e.event <> 'closed'
                ) then 'timeline'
            end,
            case when k.lacks_copy = 1 then 'item_evidence' end,
            case when k.lacks_author = 1 then 'author_notice' end,
            case when o.lacks_part = 1 then 'counter_notice' end,
            case when k.lacks_return = 1 then 'restoration_proof' end,
            case when c.document is null then 'closing_note' end
        ] as parts
    from dmca_notice as n
    cross join period as w
    inner join closing as c on c.notice_no = n.notice_no
    left join kept as k on k.notice_no = n.notice_no
    left join counter as o on o.notice_no = n.notice_no
    where c.closed_at >= w.starts_at and c.closed_at < w.ends_at
),

judged as (
    select looked_through.*, list_filter(parts, lambda part: part is not null) as missing
    from looked_through
)

select
    notice_no as item,
    case when array_length(missing) = 0 then 'pass' else 'exception' end as outcome,
    case when array_length(missing) <> 0 then 'missing_' || missing[1] end as subtype,
    'venue ' || venue || ': ' || case
        when array_length(missing) = 0 then 'the file holds what the path of the case asks for'
        else 'the file lacks: ' || replace(array_to_string(missing, ', '), '_', ' ')
    end as reason,
    channel,
    case when is_date_only = 1 then ['date_only'] else [] end as flags,
    closed_at as occurred_at,
    list_prepend(
        rec, list_concat(recs, list_concat(coalesce(item_recs, []), coalesce(counter_recs, [])))
    ) as evidence
from judged
