/*
what    = "What the controls on copyright came to for each case: items named by the notice, its posts, its counter-notices, its authors and the acts under its number"
public  = false
columns = ["notice_no", "control", "item", "outcome", "subtype", "reason", "severity", "measured", "threshold", "waived"]
*/
with key_of_case (notice_no, item, control) as (
    select n.notice_no, n.notice_no || '', ''
    from dmca_notice as n
    union
    select h.notice_no, h.notice_no || '/' || h.post, ''
    from dmca_item_history as h
    union
    select c.notice_no, c.counter_no, ''
    from dmca_counter as c
    union
    select h.notice_no, h.user_key, 'DM-18'
    from dmca_item_history as h
    where h.is_named and h.user_key is not null
    union
    select a.notice_no, a.action_no, 'DM-19'
    from actions as a
    where a.notice_no is not null
)

select
    k.notice_no as notice_no,
    r.control as control,
    r.item as item,
    r.outcome as outcome,
    r.subtype as subtype,
    r.reason as reason,
    r.severity as severity,
    r.measured as measured,
    r.threshold as threshold,
    r.waived as waived
from key_of_case as k
inner join item_result as r
    on k.item = r.item and (k.control = r.control or (k.control = '' and r.control not in ('DM-18', 'DM-19')))
inner join this_run as t on r.run_id = t.run_id
where r.control >= 'DM-06' and r.control <= 'DM-99'
union all
select
    n.notice_no, r.control, r.item, r.outcome, r.subtype, r.reason, r.severity, r.measured, r.threshold, r.waived
from dmca_notice as n
inner join item_result as r on n.notice_no = r.item and r.control = 'DM-19'
inner join this_run as t on r.run_id = t.run_id
order by notice_no, control, item, outcome
