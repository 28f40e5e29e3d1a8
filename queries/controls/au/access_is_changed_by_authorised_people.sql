/*
id         = "AU-01"
title      = "Accounts and access are managed by authorised people"
clauses    = ["6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "change of access, account or settings"
needs      = ["access_changes", "logins", "people", "roles"]
parameters = ["designation_reconfirm"]
criterion  = "Each grant, revocation or change of level, each opening, closing or renaming of an account and each change of settings or filters was made by a person who had, at that moment, the power for permissions, the account or settings."
counts     = "Population: changes of access made in the period. Giving up access of one's own (a revocation, or a level with fewer powers) passes whoever does it; giving access to oneself is an observation when the person was authorised. Changes by the platform itself and by apps are not applicable; the approval of apps is AU-12. Changes under a login that cannot be attributed, or by automation, are not evidenced."
effect     = "Whoever can give access can give it to anybody, and nobody answerable decided it."
remedy     = "Revoke or reduce; add access removal to the leaver checklist; approve or disconnect the app."
*/
with level_size as (
    select level, count(*) as powers
    from level_power
    group by level
),

changed as (
    select
        c.rec, c.channel, c.change, c.login, c.changed_at, c.changed_on, a.kind, a.answer, a.subtype, a.recs,
        c.login = c.changed_by or exists (
            select 1
            from login_holder as h
            where
                h.login = c.login and h.person = a.person
                and (h.channel is null or h.channel = c.channel)
                and (h.start_on is null or h.start_on <= c.changed_on)
                and (h.end_on is null or h.end_on >= c.changed_on)
        ) as is_own,
        c.change = 'revoke' or (c.change = 'level' and coalesce(n.powers, 0) < o.powers and (
            n.level is not null or lower(c.new_level) = 'insights'
        )) as gives_up,
        c.change in ('grant', 'level') as gives,
        strftime(c.changed_at, '%Y-%m-%dT%H:%M:%SZ') || '/' || c.channel || '/' || c.change || '/'
        || coalesce(c.login, '-') as key_words,
        case
            when c.changed_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
            when c.changed_quality = 'date_only' then ['date_only']
            else []
        end as flags
    from access_changes as c
    inner join authority as a on a.topic = 'access_change' and a.rec = c.rec
    cross join period as p
    left join level_size as o on o.level = lower(c.old_level)
    left join level_size as n on n.level = lower(c.new_level)
    where c.changed_at >= p.starts_at and c.changed_at < p.ends_at
),

judged as (
    select
        changed.*,
        row_number() over (partition by key_words order by rec) as place,
        case
            when kind = 'platform' then 'platform'
            when is_own and gives_up then 'gives_up'
            when kind = 'third_party_app' then 'third_party_app'
            when kind = 'automation' then 'automation'
            when answer = 'no' then 'no'
            when answer = 'unknown' then 'unknown'
            when is_own and gives then 'self_grant'
            when answer = 'observation' then 'observation'
            else 'yes'
        end as state
    from changed
)

select
    key_words || case when place > 1 then '#' || cast(place as varchar) else '' end as item,
    case
        when state in ('platform', 'third_party_app') then 'not_applicable'
        when state = 'no' then 'exception'
        when state in ('self_grant', 'observation') then 'observation'
        when state in ('gives_up', 'yes') then 'pass'
        else 'not_evidenced'
    end as outcome,
    case
        when state in ('platform', 'third_party_app', 'automation', 'self_grant') then state
        when state in ('no', 'unknown', 'observation') then subtype
    end as subtype,
    case state
        when 'platform' then 'the platform made the change by itself'
        when 'third_party_app' then 'an app made the change; its approval is tested apart'
        when 'automation' then 'it is not recorded who stood behind the automatic change'
        when 'gives_up' then 'the person gave up access of his or her own'
        when 'no' then 'the person who made the change had no power for it'
        when 'self_grant' then 'the person was authorised and gave the access to himself or herself'
        when 'observation' then 'the person was authorised, by a designation that needs attention'
        when 'yes' then 'the person who made the change was authorised'
        else 'the records do not show who made the change or what the person may do'
    end as reason,
    channel,
    flags,
    changed_at as occurred_at,
    list_prepend(rec, recs) as evidence
from judged
