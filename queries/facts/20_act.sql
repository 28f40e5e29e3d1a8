/*
what = "Every act of the moderation log once: an export's row of the same act (account, target, type, within match_window) is a reference of the logbook's row, not a second act (CS-18). is_ecrl: by staff or by a rule of the library; is_effective: not refused or failed by the platform."
*/
with pair as (
    select
        log.rec as log_rec,
        exported.rec as export_rec
    from actions as log
    cross join parameter as p
    inner join actions as exported
        on
            exported.channel = log.channel
            and exported.action = log.action
            and (exported.post = log.post or (exported.post is null and exported.user_key = log.user_key))
            and exported.acted_at <= log.acted_until + to_seconds(p.match_window)
            and exported.acted_until >= log.acted_at - to_seconds(p.match_window)
    where log.brought_by = 'logbook' and exported.brought_by = 'export'
)

select
    a.rec, a.conflicted, a.basis, a.brought_by, a.action_no, a.acted_at, a.acted_until, a.acted_on, a.acted_quality,
    a.channel, a.action, a.post, a.user_key, a.login, a.source, a.filter_rule, a.reason_code, a.reason,
    a.reason_recorded_at, a.reason_recorded_until, a.reason_recorded_on, a.case_no, a.notice_no, a.evidence, a.revision,
    a.severe, a.logged_at, a.logged_on, a.sequence, a.platform_response, a.ticket, a.author_told_at,
    a.source in ('staff', 'automation') as is_ecrl,
    coalesce(a.platform_response, 'done') = 'done' as is_effective,
    case
        when a.acted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when a.acted_quality = 'date_only' then ['date_only']
        else []
    end as flags,
    list_prepend(a.rec, (
        select coalesce(list(pair.export_rec order by pair.export_rec), [])
        from pair
        where pair.log_rec = a.rec
    )) as recs
from actions as a
where
    a.acted_at is not null
    and not exists (
        select 1
        from pair
        where pair.export_rec = a.rec
    )
