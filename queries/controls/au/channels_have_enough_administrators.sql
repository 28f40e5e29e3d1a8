/*
id         = "AU-07"
title      = "Each channel has enough authorised people with full control"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "high"
basis      = ["S"]
subject    = "channel at its latest check"
needs      = ["channels", "access_checks", "logins", "people", "roles"]
parameters = ["min_full_admins", "designation_reconfirm", "team_may_moderate"]
criterion  = "The latest access check of the period shows at least min_full_admins different people with full control of each open channel, each under a login of his or her own and authorised as AU-02 tests it."
counts     = "Population: channels of the register that are open on the last day of the period (or at the cut-off, if earlier). Only logins of exactly one person count; shared logins, automation and apps do not. None at all is critical. People who may or may not be authorised, and checks that are not complete, make the item not evidenced where they could change the result; so does the absence of a check in the period. Channels that the library only joined are not applicable."
effect     = "When the only administrator is away or leaves, nobody can act on the channel or take the access of others away."
remedy     = "Name a second full administrator; register or close the channel; export permissions monthly; complete the roster."
*/
with open_channel as (
    select c.channel, c.kind, c.rec
    from channels as c
    cross join period as p
    where
        c.opened_on <= least(p.last_on, p.as_of_on)
        and coalesce(c.closed_on, p.last_on) >= least(p.last_on, p.as_of_on)
),

counted as (
    select
        k.check_id, k.channel,
        count(distinct case when k.kind = 'human' and k.answer in ('yes', 'observation') then k.person end)
            as authorised,
        count(
            distinct case
                when k.kind in ('human', 'unknown') and k.answer = 'unknown' and not k.by_last_holder then k.login
            end
        ) as doubtful,
        flatten(list(k.recs order by k.rec)) as recs
    from listed_access as k
    where k.level = 'full'
    group by k.check_id, k.channel
),

measured as (
    select
        o.channel, o.kind, o.rec, s.checked_at, s.flags, s.is_complete, s.recs as check_recs, n.recs as login_recs,
        coalesce(n.authorised, 0) as authorised, coalesce(n.doubtful, 0) as doubtful, q.min_full_admins,
        s.check_id is not null as is_checked
    from open_channel as o
    cross join parameter as q
    left join access_check as s on s.channel = o.channel and s.is_latest
    left join counted as n on n.channel = s.channel and n.check_id = s.check_id
),

judged as (
    select
        measured.*,
        case
            when kind = 'community_joined' then 'community_joined'
            when not is_checked then 'no_check'
            when authorised >= min_full_admins then 'enough'
            when not is_complete then 'incomplete_check'
            when authorised + doubtful >= min_full_admins then 'unknown_actor'
            when authorised + doubtful = 0 then 'none'
            else 'too_few'
        end as state
    from measured
)

select
    channel as item,
    case
        when state = 'community_joined' then 'not_applicable'
        when state = 'enough' then 'pass'
        when state in ('none', 'too_few') then 'exception'
        else 'not_evidenced'
    end as outcome,
    case
        when state = 'none' then 'no_administrator'
        when state = 'too_few' then 'too_few_administrators'
        when state <> 'enough' then state
    end as subtype,
    case state
        when 'community_joined' then 'the library has only joined the channel'
        when 'enough' then 'enough authorised people had full control'
        when 'none' then 'no authorised person had full control'
        when 'too_few' then 'fewer authorised people than the minimum had full control'
        when 'no_check' then 'no access check of the period shows the channel'
        when 'incomplete_check' then 'the latest check is not complete'
        else 'it is not known whose some of the logins with full control are, or what they may do'
    end as reason,
    channel,
    case when state = 'none' then 'critical' end as severity,
    coalesce(flags, []) as flags,
    checked_at as occurred_at,
    cast(case when state in ('enough', 'none', 'too_few') then authorised end as double) as measured,
    cast(case when state in ('enough', 'none', 'too_few') then min_full_admins end as double) as threshold,
    list_prepend(rec, list_concat(coalesce(check_recs, []), coalesce(login_recs, []))) as evidence
from judged
