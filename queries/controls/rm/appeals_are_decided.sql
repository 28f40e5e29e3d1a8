/*
id         = "RM-19"
title      = "Appeals are decided in time, and not by the person who acted"
clauses    = ["4.17a"]
tier       = 2
severity   = "medium"
basis      = ["S"]
subject    = "appeal"
needs      = ["appeals", "actions"]
parameters = ["appeal_decision_limit", "appeal_window"]
tested_when = "exists (select 1 from attestations as a cross join period as p where a.clause = 'RM-19' and a.attested_on <= p.last_on)"
not_tested = "no process exists: no attestation for RM-19 is on record, and the policy names no appeal"
criterion  = "Where the library has adopted an appeal process, each appeal is decided by the end of the business day that appeal_decision_limit allows after its receipt, by somebody else than the person who acted."
counts     = "Population: appeals received in the period, on removals and blocks. The process counts as adopted from the day of the attestation for RM-19; an appeal before that, a withdrawn one, and an undecided one received more than appeal_window days after the act are not applicable. Decided in time where the records do not show who acted or who decided: not evidenced."
effect     = "People whose speech was removed have no second look at it."
remedy     = "Adopt a two-line appeal route."
*/
with adopted as (
    select min(attested_on) as adopted_on, min(rec) as rec
    from attestations
    where clause = 'RM-19'
),

appeal as (
    select
        ap.appeal, ap.received_at, ap.received_on, ap.decided_at, ap.decided_until, ap.decided_on, ap.decision,
        ap.decided_by, ap.rec, a.channel, a.flags, a.recs as act_recs, a.acted_on, a.action_no,
        w.person, w.recs as actor_recs, adopted.adopted_on, adopted.rec as adopted_rec,
        d.ends_at, d.latest_ends_at, coalesce(d.is_known, false) as is_known,
        p.as_of_at, q.appeal_decision_limit, q.appeal_window
    from appeals as ap
    cross join period as p
    cross join parameter as q
    cross join adopted
    left join act as a on a.action_no = ap.action_no
    left join authority as w on w.topic = 'act' and w.rec = a.rec
    left join due as d on d.day = ap.received_on and d.n = q.appeal_decision_limit
    where ap.received_at >= p.starts_at and ap.received_at < p.ends_at
),

judged as (
    select
        a.*,
        case
            when a.received_on < a.adopted_on then 'no_process'
            when a.decision = 'withdrawn' then 'withdrawn'
            when a.decided_at is not null and a.person = a.decided_by then 'same_person'
            when a.decided_at is null and date_diff('day', a.acted_on, a.received_on) > a.appeal_window
                then 'out_of_window'
            when a.decided_until < a.ends_at
                then case
                    when a.person is not null and a.decided_by is not null then 'decided'
                    else 'actor_unknown'
                end
            when not a.is_known then 'calendar_unconfirmed'
            when a.decided_at is null then case when a.as_of_at < a.latest_ends_at then 'pending' else 'undecided' end
            when a.decided_at >= a.latest_ends_at then 'late'
            when a.ends_at < a.latest_ends_at then 'calendar_unset'
            else 'order_uncertain'
        end as state
    from appeal as a
)

select
    j.appeal as item,
    case
        when j.state in ('no_process', 'withdrawn', 'out_of_window') then 'not_applicable'
        when j.state = 'decided' then 'pass'
        when j.state in ('same_person', 'undecided', 'late') then 'exception'
        when j.state = 'pending' then 'pending'
        else 'not_evidenced'
    end as outcome,
    case
        when j.state not in ('decided', 'same_person', 'undecided', 'late', 'pending', 'actor_unknown') then j.state
    end as subtype,
    case j.state
        when 'no_process' then 'no appeal process was adopted when the appeal came in'
        when 'withdrawn' then 'the appeal was withdrawn'
        when 'out_of_window' then 'the appeal came later after the act than the process allows'
        when 'decided' then 'the appeal was decided in time by somebody else'
        when 'same_person' then 'the appeal was decided by the person who had acted'
        when 'undecided' then 'the appeal was not decided by the limit'
        when 'late' then 'the appeal was decided after the limit'
        when 'pending' then 'the appeal is not decided yet, and the time for it is not over'
        when 'actor_unknown' then 'the records do not show whether somebody else decided'
        when 'calendar_unset' then 'whether it was in time depends on an optional closing day that is not set'
        when 'calendar_unconfirmed' then 'the limit falls on a day for which the calendar is not confirmed'
        else 'the recorded time does not show whether it was in time'
    end as reason,
    j.channel,
    coalesce(j.flags, []) as flags,
    j.received_at as occurred_at,
    cast(done.ordinal - least(begun.ordinal, done.ordinal) as double) as measured,
    cast(j.appeal_decision_limit as double) as threshold,
    list_concat([j.rec, j.adopted_rec], coalesce(j.act_recs, []), coalesce(j.actor_recs, [])) as evidence
from judged as j
left join business_day as begun on begun.calendar = 'L' and begun.day = j.received_on
left join business_day as done on done.calendar = 'L' and done.day = j.decided_on
