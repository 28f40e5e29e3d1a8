/*
id         = "DM-25"
title      = "Infringement the library knows of without a notice is decided in time"
clauses    = ["4.12", "4.13"]
tier       = 2
severity   = "high"
basis      = ["L"]
subject    = "report or incident about infringement"
needs      = ["channels"]
witnesses  = ["concerns"]
covers     = ["concerns", "incidents"]
tested_when = "exists (select 1 from supplied where sheet in ('concerns', 'incidents'))"
not_tested = "neither concerns nor incidents were supplied"
parameters = ["dmca_removal_limit"]
criterion  = "Each report or incident about copyright infringement on a self-hosted channel that is not a notice was decided by the end of the business day that dmca_removal_limit allows after the library knew (17 U.S.C. 512(c)(1)(A))."
counts     = "Concerns of category copyright and incidents whose kind names copyright or infringement, on a self-hosted channel by the record or by its post. One whose post a notice of the register names is a notice and not here; no element test is made, because a report by somebody else than the owner is no notice. Decided: concluded with an outcome, or a staff act on the post (no_action included) after it. A withdrawn or duplicate concern is not applicable."
effect     = "Awareness of apparent infringement without a decision can cost the limit on liability."
remedy     = "Register, decide, and note the decision for the items; instruct branches to forward the same day."
*/
with report as (
    select
        c.concern as item, c.channel, c.post, c.received_at as known_at, c.received_on as known_on,
        c.received_quality as quality, c.rec,
        case when c.outcome in ('upheld', 'rejected') then c.closed_at end as closed_at,
        case when c.outcome in ('upheld', 'rejected') then c.closed_until end as closed_until,
        case when c.outcome in ('withdrawn', 'duplicate') then c.outcome end as dropped
    from concerns as c
    where lower(c.category) like '%copyright%' or c.category like '4.12%' or c.category like '4.13%'
    union all
    select
        i.incident || case when c.rec is null then '' else '#2' end, i.channel, i.post, i.aware_at, i.aware_on,
        i.aware_quality, i.rec, i.closed_at, i.closed_until, cast(null as varchar)
    from incidents as i
    left join concerns as c on c.concern = i.incident
    where i.aware_at is not null and regexp_matches(lower(i.kind), '(copyright|infring)')
),

hosted as (
    select r.*, h.channel as host_channel, h.rec as channel_rec
    from report as r
    cross join period as w
    left join posts as p on p.post = r.post
    inner join channels as h on h.channel = coalesce(r.channel, p.channel) and h.kind = 'self_hosted'
    where
        r.known_at >= w.starts_at and r.known_at < w.ends_at
        and not exists (
            select 1
            from dmca_items as i
            where i.post = r.post
        )
        and not exists (
            select 1
            from dmca_notices as n
            where n.notice_no = r.item
        )
),

decision as (
    select h.item, h.closed_at as decided_at, h.closed_until as decided_until, h.rec
    from hosted as h
    where h.closed_at is not null
    union all
    select h.item, a.acted_at, a.acted_until, a.rec
    from hosted as h
    inner join act as a on a.post = h.post and a.source = 'staff' and a.is_effective
    where a.acted_until >= h.known_at
),

first_decision as (
    select
        d.*,
        row_number() over (
            partition by d.item
            order by d.decided_until asc, d.decided_at desc, d.rec asc
        ) as place
    from decision as d
),

judged as (
    select
        h.*, f.rec as decision_rec, q.dmca_removal_limit,
        cast(b.ordinal - a.ordinal as double) as taken,
        case
            when h.dropped is not null then h.dropped
            when f.decided_until < d.ends_at then 'in_time'
            when w.as_of_at < d.ends_at then 'pending'
            when d.is_known is null or not d.is_known then 'calendar_unconfirmed'
            when f.decided_at >= d.latest_ends_at then 'late'
            when f.rec is not null
                then case when d.ends_at < d.latest_ends_at then 'calendar_unset' else 'order_uncertain' end
            when w.as_of_at < d.latest_ends_at then 'pending'
            else 'no_decision'
        end as state
    from hosted as h
    cross join period as w
    cross join parameter as q
    left join first_decision as f on f.item = h.item and f.place = 1
    left join due as d on d.day = h.known_on and d.n = q.dmca_removal_limit
    left join local_day as l on l.starts_at <= f.decided_at and l.ends_at > f.decided_at
    left join business_day as a on a.calendar = 'L' and a.day = h.known_on
    left join business_day as b on b.calendar = 'L' and b.day = l.day
)

select
    item,
    case
        when state in ('withdrawn', 'duplicate') then 'not_applicable'
        when state = 'in_time' then 'pass'
        when state in ('late', 'no_decision') then 'exception'
        when state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('in_time', 'pending') then state end as subtype,
    'venue A: ' || case state
        when 'withdrawn' then 'the report was withdrawn'
        when 'duplicate' then 'the report was recorded as a duplicate of another'
        when 'in_time' then 'a decision was recorded in time'
        when 'late' then 'the decision came after the limit'
        when 'no_decision' then 'no decision is recorded and the limit is over'
        when 'pending' then 'the limit for a decision is not over at the cut-off'
        when 'order_uncertain' then 'the recorded time lies on both sides of the end of the limit'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        else 'the library''s calendar is not confirmed up to the end of the limit'
    end as reason,
    host_channel as channel,
    case
        when quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when quality = 'date_only' then ['date_only']
        else []
    end as flags,
    known_at as occurred_at,
    case when state in ('in_time', 'late', 'calendar_unset') then taken end as measured,
    case when state not in ('withdrawn', 'duplicate') then cast(dmca_removal_limit as double) end as threshold,
    [rec, channel_rec, decision_rec] as evidence
from judged
