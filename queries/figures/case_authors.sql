/*
what    = "Each author named by a notice with the notices effective against them in the window that ends with its receipt, this one included, and what was recorded about them in the case"
public  = false
columns = ["notice_no", "user_key", "effective_notices", "terminated_on"]
*/
with author as (
    select
        h.notice_no,
        h.user_key,
        n.agent_at,
        n.agent_on,
        n.agent_until
    from dmca_item_history as h
    inner join dmca_notice as n on h.notice_no = n.notice_no
    where h.is_named and h.user_key is not null and n.venue in ('A', 'A2')
    group by h.notice_no, h.user_key, n.agent_at, n.agent_on, n.agent_until
),

counted as (
    select
        a.notice_no,
        a.user_key,
        count(e.notice_no) as effective_notices
    from author as a
    cross join parameter as p
    left join effective_notice as e
        on
            a.user_key = e.user_key
            and (a.agent_until >= e.start_at or a.notice_no = e.notice_no)
            and e.start_on > cast(a.agent_on - to_months(cast(p.repeat_infringer_window as integer)) as date)
            and (e.fell_away_at is null or a.agent_at < e.fell_away_at)
    group by a.notice_no, a.user_key
),

ended as (
    select
        s.notice_no,
        min(s.happened_on) as terminated_on
    from dmca_step as s
    where s.step = 'terminated'
    group by s.notice_no
)

select
    c.notice_no as notice_no,
    c.user_key as user_key,
    c.effective_notices as effective_notices,
    e.terminated_on as terminated_on
from counted as c
left join ended as e on c.notice_no = e.notice_no
order by c.notice_no, c.user_key
