/*
id         = "AU-11"
title      = "Differences between access checks are explained by logged changes"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 2
severity   = "medium"
basis      = ["I"]
subject    = "difference between two checks"
needs      = ["access_checks", "access_changes"]
parameters = []
criterion  = "Each login that appears, disappears or changes its level between one complete access check of a channel and the next has a logged change that says so; and each logged change is there in the next check."
counts     = "Population: differences between a complete access check taken in the period and the complete one before it on the same channel, one item per later check, login and channel; and logins whose last logged change between the two contradicts the later check. Checks that are not complete are passed over. A grant or a level explains an appearance or another level when its new level is blank or the one found; a revocation, or the closing of the account, a disappearance. A difference without an explanation, or a contradiction, is an exception when the log of changes covers every day from the earlier to the later check, and not evidenced when it does not."
effect     = "Somebody changed access without leaving a record, or a recorded change did not happen."
remedy     = "Revoke or reduce; add access removal to the leaver checklist; approve or disconnect the app."
*/
with complete_check as (
    select
        check_id, channel, checked_at, checked_until, checked_on, is_in_period, flags, recs,
        lag(check_id) over (partition by channel order by checked_at, check_id) as before_id,
        lag(checked_at) over (partition by channel order by checked_at, check_id) as before_at,
        lag(checked_until) over (partition by channel order by checked_at, check_id) as before_until,
        lag(checked_on) over (partition by channel order by checked_at, check_id) as before_on,
        lag(recs) over (partition by channel order by checked_at, check_id) as before_recs
    from access_check
    where is_complete
),

pair as (
    select *
    from complete_check
    where is_in_period and before_id is not null
),

change as (
    select
        p.check_id, p.channel, c.login, c.change, lower(trim(c.new_level)) as new_level, c.rec,
        c.changed_at > p.before_until and c.changed_until < p.checked_at as is_certain,
        row_number() over (
            partition by p.check_id, p.channel, c.login
            order by c.changed_at desc, c.rec desc
        ) as back
    from pair as p
    inner join access_changes as c
        on
            c.channel = p.channel and c.change in ('grant', 'level', 'revoke')
            and c.login is not null
            and c.changed_until >= p.before_at and c.changed_at <= p.checked_until
),

closing as (
    select distinct p.check_id, p.channel
    from pair as p
    inner join access_changes as c
        on
            c.channel = p.channel and c.change = 'close_account'
            and c.changed_until >= p.before_at and c.changed_at <= p.checked_until
),

login_of_pair as (
    select p.check_id, p.channel, k.login
    from pair as p
    inner join access_checks as k on k.channel = p.channel and k.check_id in (p.check_id, p.before_id)
    where k.login is not null
    union
    select check_id, channel, login
    from change
),

state_of_login as (
    select
        p.check_id, p.channel, l.login, p.checked_at, p.checked_on, p.before_on, p.flags, p.recs, p.before_recs,
        a.rec is not null as is_there, b.rec is not null as was_there, a.level, b.level as level_before,
        c.change as last_change, c.new_level as last_level, c.rec as last_rec, a.rec as rec, b.rec as rec_before,
        coalesce(c.is_certain, false) as is_certain,
        exists (
            select 1
            from change as g
            where
                g.check_id = p.check_id and g.channel = p.channel and g.login = l.login
                and g.change in ('grant', 'level')
                and (g.new_level is null or a.level is null or g.new_level = a.level)
        ) as is_granted,
        exists (
            select 1
            from change as g
            where g.check_id = p.check_id and g.channel = p.channel and g.login = l.login and g.change = 'revoke'
        )
        or exists (
            select 1
            from closing as g
            where g.check_id = p.check_id and g.channel = p.channel
        ) as is_revoked
    from pair as p
    inner join login_of_pair as l on l.check_id = p.check_id and l.channel = p.channel
    left join access_checks as a on a.check_id = p.check_id and a.channel = p.channel and a.login = l.login
    left join access_checks as b on b.check_id = p.before_id and b.channel = p.channel and b.login = l.login
    left join change as c on c.check_id = p.check_id and c.channel = p.channel and c.login = l.login and c.back = 1
),

compared as (
    select
        s.*,
        s.is_there <> s.was_there
        or (s.is_there and s.was_there and coalesce(s.level, '') <> coalesce(s.level_before, '')) as is_different,
        case when s.is_there then s.is_granted else s.is_revoked end as is_explained,
        s.is_certain and (
            (s.last_change = 'revoke' and s.is_there)
            or (s.last_change in ('grant', 'level') and not s.is_there)
            or (s.last_change in ('grant', 'level') and s.is_there and s.last_level <> s.level)
        ) as is_contradicted,
        exists (
            select 1
            from covered_stretch as c
            where
                c.source = 'access_changes' and c.channel = s.channel
                and c.from_on <= s.before_on and c.to_on >= s.checked_on
        ) as is_covered
    from state_of_login as s
),

judged as (
    select
        compared.*,
        case
            when is_contradicted and is_covered then 'change_not_carried_out'
            when not is_explained and is_different and is_covered and not was_there then 'unexplained_access'
            when not is_explained and is_different and is_covered and not is_there then 'unexplained_removal'
            when not is_explained and is_different and is_covered then 'unexplained_level'
            when is_contradicted or not is_explained then 'changes_not_covered'
            else 'explained'
        end as state
    from compared
    where is_different or is_contradicted
)

select
    check_id || '/' || login || '/' || channel as item,
    case state
        when 'explained' then 'pass'
        when 'changes_not_covered' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case when state <> 'explained' then state end as subtype,
    case state
        when 'explained' then 'a logged change says so'
        when 'change_not_carried_out' then 'the last logged change is not there in the check'
        when 'unexplained_access' then 'the login appeared without a logged change'
        when 'unexplained_removal' then 'the login disappeared without a logged change'
        when 'unexplained_level' then 'the level changed without a logged change'
        else 'the log of changes does not cover the days between the two checks'
    end as reason,
    channel,
    flags,
    checked_at as occurred_at,
    list_concat([rec, rec_before, last_rec], list_concat(recs, before_recs)) as evidence
from judged
