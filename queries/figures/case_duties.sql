/*
what    = "Each duty that an event of a copyright case starts: the day it began, the number of business days, the due day on weekdays (W), the federal calendar (F) and the library's own (L; LC with every unset optional day closed), and the day it was done. The put-back window has two duties, its first and its last day"
public  = false
columns = ["notice_no", "subject", "duty", "control", "parameter", "days", "began_on", "due_w", "due_f", "due_l", "due_lc", "done_on", "late_by"]
*/
with notice as (
    select n.*
    from dmca_notice as n
),

first_step as (
    select
        s.notice_no,
        s.step,
        min(s.happened_on) as done_on
    from dmca_step as s
    group by s.notice_no, s.step
),

item as (
    select
        h.notice_no,
        max(h.disabled_on) as disabled_on,
        max(h.told_on) as told_on,
        count(h.disabled_on) = count(*) as all_disabled,
        count(h.told_on) = count(*) as all_told
    from dmca_item_history as h
    where h.is_named
    group by h.notice_no
),

counter as (
    select
        c.*,
        n.agent_on as notice_on
    from dmca_counter as c
    inner join notice as n on c.notice_no = n.notice_no
),

back as (
    select
        c.counter_no,
        max(h.restored_on) as restored_on,
        count(h.restored_on) = count(*) as all_restored
    from counter as c
    inner join dmca_item_history as h on c.notice_no = h.notice_no and h.post = coalesce(c.post, h.post)
    where h.restored_on is null or c.received_on <= h.restored_on
    group by c.counter_no
),

begun (notice_no, subject, duty, control, parameter, days, began_on, done_on, place) as (
    select
        n.notice_no, cast(null as varchar), 'reach_agent', 'DM-29', 'dmca_forward_limit', p.dmca_forward_limit,
        n.received_on, case when n.agent_is_known then n.agent_on end, 1
    from notice as n
    cross join parameter as p
    union all
    select
        n.notice_no, null, 'assess', 'DM-07', 'dmca_assess_limit', p.dmca_assess_limit, n.agent_on, n.assessed_on, 2
    from notice as n
    cross join parameter as p
    where n.venue in ('A', 'A2')
    union all
    select
        n.notice_no, null, 'disable', 'DM-09', 'dmca_removal_limit', p.dmca_removal_limit, n.start_on,
        case when i.all_disabled then i.disabled_on end, 3
    from notice as n
    cross join parameter as p
    left join item as i on n.notice_no = i.notice_no
    where n.venue = 'A' and n.start_on is not null
    union all
    select
        n.notice_no, null, 'route', 'DM-27', 'dmca_prompt_limit', p.dmca_prompt_limit, n.agent_on,
        least(coalesce(s.done_on, i.disabled_on), coalesce(i.disabled_on, s.done_on)), 3
    from notice as n
    cross join parameter as p
    left join item as i on n.notice_no = i.notice_no
    left join first_step as s on n.notice_no = s.notice_no and s.step = 'routed_to_platform'
    where n.venue = 'A2'
    union all
    select
        n.notice_no, null, 'contact_sender', 'DM-10', 'dmca_prompt_limit', p.dmca_prompt_limit, n.agent_on,
        s.done_on, 3
    from notice as n
    cross join parameter as p
    left join first_step as s on n.notice_no = s.notice_no and s.step = 'contacted_sender'
    where n.venue in ('A', 'A2') and n.class_in_force = 'curable'
    union all
    select
        n.notice_no, null, 'tell_author', 'DM-13', 'dmca_prompt_limit', p.dmca_prompt_limit, i.disabled_on,
        case when i.all_told then i.told_on else s.done_on end, 4
    from notice as n
    cross join parameter as p
    inner join item as i on n.notice_no = i.notice_no
    left join first_step as s on n.notice_no = s.notice_no and s.step = 'no_contact_route'
    where n.venue = 'A' and i.disabled_on is not null
    union all
    select
        n.notice_no, null, 'decide', 'DM-23', null, 10, n.received_on, s.done_on, 3
    from notice as n
    left join first_step as s on n.notice_no = s.notice_no and s.step = 'decision_recorded'
    where n.venue = 'B'
    union all
    select
        c.notice_no, c.counter_no, 'assess_counter', 'DM-14', 'dmca_assess_limit', p.dmca_assess_limit,
        c.received_on, c.assessed_on, 5
    from counter as c
    cross join parameter as p
    where c.venue = 'A'
    union all
    select
        c.notice_no, c.counter_no, 'forward_counter', 'DM-15', 'dmca_prompt_limit', p.dmca_prompt_limit,
        c.received_on, s.done_on, 6
    from counter as c
    cross join parameter as p
    left join first_step as s on c.notice_no = s.notice_no and s.step = 'counter_forwarded'
    where c.venue = 'A' and c.validity = 'valid'
    union all
    select
        c.notice_no, c.counter_no, e.duty, 'DM-16', null, e.days, c.received_on,
        case when b.all_restored then b.restored_on end, e.place
    from counter as c
    cross join (values ('window_opens', 10, 7), ('window_closes', 14, 8)) as e (duty, days, place)
    left join back as b on c.counter_no = b.counter_no
    where c.venue = 'A' and c.validity = 'valid'
),

due_day as (
    select
        b.calendar,
        b.day as began_on,
        d.day as due_on,
        d.ordinal - b.ordinal as days
    from business_day as b
    inner join business_day as d on b.calendar = d.calendar and d.is_business
    where
        d.day >= b.day and d.day <= b.day + 60
        and exists (
            select 1
            from begun
            where begun.began_on = b.day and begun.days = d.ordinal - b.ordinal
        )
),

placed as (
    select
        due_day.began_on,
        due_day.days,
        min(case due_day.calendar when 'W' then due_day.due_on end) as due_w,
        min(case due_day.calendar when 'F' then due_day.due_on end) as due_f,
        min(case due_day.calendar when 'L' then due_day.due_on end) as due_l,
        min(case due_day.calendar when 'LC' then due_day.due_on end) as due_lc
    from due_day
    group by due_day.began_on, due_day.days
)

select
    begun.notice_no as notice_no,
    begun.subject as subject,
    begun.duty as duty,
    begun.control as control,
    begun.parameter as parameter,
    begun.days as days,
    begun.began_on as began_on,
    placed.due_w as due_w,
    placed.due_f as due_f,
    placed.due_l as due_l,
    placed.due_lc as due_lc,
    begun.done_on as done_on,
    date_diff('day', placed.due_l, begun.done_on) as late_by
from begun
left join placed on begun.began_on = placed.began_on and begun.days = placed.days
order by begun.notice_no, coalesce(begun.subject, ''), begun.place, begun.duty
