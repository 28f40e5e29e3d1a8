/*
what = "Each entry of the rota by a person: which channel, when, up to which moment it had seen (never later than the review itself), which surfaces, and whether the reviewer had the power to review. An alert of an automatic login is no review."
*/
select
    m.rec, m.channel, m.reviewer, m.reviewed_at, m.reviewed_until, m.reviewed_on,
    least(coalesce(m.seen_through_at, m.reviewed_at), m.reviewed_at) as seen_at,
    least(coalesce(m.seen_through_until, m.reviewed_until), m.reviewed_until) as seen_until,
    m.surfaces is null or list_contains(m.surfaces, 'comments') or list_contains(m.surfaces, 'all') as covers_comments,
    list_contains(m.surfaces, 'old_threads') or list_contains(m.surfaces, 'all') as covers_old_threads,
    case
        when not exists (
            select 1
            from people
        ) then 'unknown'
        else coalesce(a.answer, 'unknown')
    end as authority,
    case
        when m.reviewed_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain'
        when m.reviewed_quality = 'date_only' then 'date_only'
    end as flag,
    coalesce(a.recs, []) as authority_recs
from monitoring as m
left join authority as a on a.topic = 'monitoring' and a.rec = m.rec and a.power = 'review'
where
    m.reviewed_at is not null
    and (
        not exists (
            select 1
            from logins as l
            where
                (l.login = m.reviewer or l.person = m.reviewer)
                and l.kind in ('automation', 'third_party_app', 'platform')
        )
        or exists (
            select 1
            from people as p
            where p.person = m.reviewer
        )
    )
