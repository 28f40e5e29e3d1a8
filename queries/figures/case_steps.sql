/*
what    = "Each event of each copyright case in time order: receipts, assessments, and every step of the case. happened_at is the earliest, happened_until the latest possible moment, in UTC"
public  = false
columns = ["notice_no", "step", "subject", "happened_at", "happened_until", "on_day", "by_person", "states_ten_days", "document", "flags", "rec"]
*/
with event (
    notice_no, step, of_what, happened_at, happened_until, on_day, by_person, states_ten_days, document, flags, rec
) as (
    select
        n.notice_no, 'received', cast(null as varchar), n.received_at, n.received_until, n.received_on,
        cast(null as varchar), cast(null as varchar), cast(null as varchar),
        case n.received_quality when 'exact' then '' else n.received_quality end, n.rec
    from dmca_notice as n
    union all
    select
        n.notice_no, 'received_by_agent', null, n.agent_at, n.agent_until, n.agent_on,
        null, null, n.document, case n.agent_quality when 'exact' then '' else n.agent_quality end, n.rec
    from dmca_notice as n
    where n.agent_is_known
    union all
    select
        n.notice_no, 'assessed', null, n.assessed_at, n.assessed_until, n.assessed_on,
        r.assessed_by, null, null, case n.assessed_quality when 'exact' then '' else n.assessed_quality end, n.rec
    from dmca_notice as n
    inner join dmca_notices as r on n.rec = r.rec
    where n.assessed_at is not null
    union all
    select
        s.notice_no, s.step, s.post, s.happened_at, s.happened_until, s.happened_on,
        s.by_person, s.states_ten_days, s.document, array_to_string(s.flags, ', '), s.rec
    from dmca_step as s
    where s.happened_at is not null
    union all
    select
        c.notice_no, 'counter_received', c.counter_no, c.received_at, c.received_until, c.received_on,
        null, null, c.document, array_to_string(c.flags, ', '), c.rec
    from dmca_counter as c
    union all
    select
        c.notice_no, 'counter_assessed', c.counter_no, c.assessed_at, c.assessed_until, c.assessed_on,
        null, null, null, '', c.rec
    from dmca_counter as c
    where c.assessed_at is not null
    union all
    select
        c.notice_no, 'counter_withdrawn', c.counter_no, c.withdrawn_at, c.withdrawn_until,
        cast(null as date), null, null, null, '', c.rec
    from dmca_counter as c
    where c.withdrawn_at is not null
)

select
    event.notice_no as notice_no,
    event.step as step,
    event.of_what as subject,
    event.happened_at as happened_at,
    event.happened_until as happened_until,
    event.on_day as on_day,
    event.by_person as by_person,
    event.states_ten_days as states_ten_days,
    event.document as document,
    event.flags as flags,
    event.rec as rec
from event
order by
    event.notice_no, event.happened_at,
    case event.step when 'received' then 0 when 'received_by_agent' then 1 when 'assessed' then 2 else 3 end,
    event.happened_until, event.rec, event.step
