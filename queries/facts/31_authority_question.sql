/*
what = "Every moment at which somebody's authority matters: topic and rec name the record, power what was done, login or person who did it, asked_at..asked_until the moment (CS-8). A scheduled post is asked about when it was scheduled."
*/
with checked_power as (
    select w.power
    from (
        values
        ('post'), ('respond'), ('review'), ('remove'), ('block'), ('permission'), ('account'), ('settings'), ('dmca')
    ) as w (power)
)

select
    'act' as topic, a.rec, a.login, cast(null as varchar) as person, a.channel,
    case
        when a.action in ('block', 'unblock', 'mute', 'restrict', 'remove_member') then 'block'
        else 'remove'
    end as power,
    a.acted_at as asked_at, a.acted_until as asked_until, a.acted_on as asked_on
from act as a
where
    a.action in (
        'hide', 'delete', 'hold_reject', 'comment_lock', 'unpublish',
        'block', 'unblock', 'mute', 'restrict', 'remove_member'
    )
union all
select
    'post', p.rec, p.author, null, p.channel,
    case when p.parent is null then 'post' else 'respond' end,
    coalesce(p.scheduled_at, p.posted_at), coalesce(p.scheduled_until, p.posted_until),
    coalesce(p.scheduled_on, p.posted_on)
from posts as p
where p.author_kind = 'staff'
union all
select
    'access_change', c.rec, c.changed_by, null, c.channel,
    case
        when c.change in ('grant', 'revoke', 'level') then 'permission'
        when c.change in ('setting', 'filter') then 'settings'
        else 'account'
    end,
    c.changed_at, c.changed_until, c.changed_on
from access_changes as c
union all
select 'access_row', k.rec, k.login, null, k.channel, w.power, k.checked_at, k.checked_until, k.checked_on
from access_checks as k
cross join checked_power as w
where k.login is not null
union all
select 'monitoring', m.rec, null, m.reviewer, m.channel, 'review', m.reviewed_at, m.reviewed_until, m.reviewed_on
from monitoring as m
union all
select
    'concern', c.rec, null, c.reviewed_by, c.channel, 'review',
    c.first_reviewed_at, c.first_reviewed_until, c.first_reviewed_on
from concerns as c
where c.first_reviewed_at is not null and c.reviewed_by is not null
union all
select
    'filter_rule', f.rec, null, f.approved_by, f.channel, 'settings',
    f.approved_at, f.approved_until, f.approved_on
from filter_rules as f
where f.approved_at is not null and f.approved_by is not null
union all
select 'dmca_signer', n.rec, null, n.signed_by, n.channel, 'dmca', n.received_at, n.received_until, n.received_on
from dmca_notices as n
where n.signed_by is not null
