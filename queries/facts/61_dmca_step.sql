/*
what = "Each step of a copyright case once per record: the rows of dmca_events, and the acts of the moderation log that carry the notice_no, which are the same acts (disabled, restored) or show that the author was told. post null is every item of the notice. by_rule: the act names a ground of its own besides copyright. Retractions of the notice are steps too."
*/
select
    e.notice_no, e.post, e.event as step, e.happened_at, e.happened_until, e.happened_on, e.by_person,
    e.states_ten_days, e.document, false as by_rule, e.rec,
    case
        when e.happened_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when e.happened_quality = 'date_only' then ['date_only']
        else []
    end as flags
from dmca_events as e
union all
select
    a.notice_no, a.post,
    case when a.action in ('unhide', 'restore', 'hold_release') then 'restored' else 'disabled' end,
    a.acted_at, a.acted_until, a.acted_on, cast(null as varchar), cast(null as varchar), a.evidence,
    exists (
        select 1
        from reason_map as m
        where
            m.code = a.reason_code and m.grants_removal = 'yes' and m.clause <> '4.13'
            and m.start_on <= a.acted_on
            and m.end_on >= a.acted_on
            and coalesce(a.reason_recorded_until, a.acted_until) <= a.acted_until
    ),
    a.rec, a.flags
from act as a
where
    a.notice_no is not null and a.post is not null and a.is_ecrl and a.is_effective
    and a.action in ('hide', 'delete', 'hold_reject', 'comment_lock', 'unpublish', 'unhide', 'restore', 'hold_release')
union all
select
    a.notice_no, a.post, 'subscriber_notified', a.author_told_at, a.author_told_until, a.author_told_on,
    cast(null as varchar), cast(null as varchar), cast(null as varchar), false, a.rec,
    case
        when a.author_told_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when a.author_told_quality = 'date_only' then ['date_only']
        else []
    end
from actions as a
where a.notice_no is not null and a.post is not null and a.author_told_at is not null
union all
select
    n.notice_no, cast(null as varchar), 'retracted', n.retracted_at, n.retracted_until, n.retracted_on,
    cast(null as varchar), cast(null as varchar), cast(null as varchar), false, n.rec,
    case
        when n.retracted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when n.retracted_quality = 'date_only' then ['date_only']
        else []
    end
from dmca_notices as n
where n.retracted_at is not null
