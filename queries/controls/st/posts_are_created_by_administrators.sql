/*
id         = "ST-01"
title      = "Only authorised people create the library's posts"
clauses    = ["6.2b", "6.7a", "6.7b", "6.7c", "6.7d", "6.7e"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "post by the library"
needs      = ["posts", "logins", "people", "roles"]
parameters = ["designation_reconfirm", "team_may_moderate"]
criterion  = "The person who created each post of the library was, at that moment, on the team or otherwise authorised to post on that channel, by position or by designation."
counts     = "Population: posts by staff, not replies, published in the period. A scheduled post is judged at the moment it was scheduled; when the person was authorised then and had left before it was published, it is an observation. A team member in employment passes whatever team_may_moderate says. A shared login counts only when all its people have the same answer. A tool counts as the person behind it; without one it is not evidenced. Posts a platform makes by itself (flag anniversary, or a login of the platform) and posts by partners, which section 7 governs, are not applicable. Replies are not in the population, but each reply by a person who is neither on the team nor authorised to respond is listed as an observation. Held items are not published."
effect     = "Something was said in the library's name by somebody who may not speak for it."
remedy     = "Restrict publishing rights to the team; remind staff of the reporting duty and give a one-line form."
*/
with published as (
    select
        p.rec, p.post, p.channel, p.author_kind, p.posted_at, p.posted_on, p.scheduled_at,
        coalesce(p.scheduled_on, p.posted_on) as made_on, coalesce(p.scheduled_at, p.posted_at) as made_at,
        coalesce(p.scheduled_until, p.posted_until) as made_until,
        p.parent is not null as is_reply,
        coalesce(list_contains(p.flags, 'anniversary'), false) as is_anniversary,
        case when p.parent is null then 'post' else 'respond' end as power,
        list_concat(
            case
                when p.posted_quality = 'date_only' or p.scheduled_quality = 'date_only' then ['date_only']
                else []
            end,
            case
                when p.posted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
                when p.scheduled_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
                else []
            end
        ) as flags
    from posts as p
    cross join period as r
    where
        p.author_kind in ('staff', 'partner') and coalesce(p.surface, 'public') <> 'held'
        and p.posted_at >= r.starts_at and p.posted_at < r.ends_at
),

creator as (
    select
        b.rec, a.kind, a.person, a.login_rec, g.answer, g.subtype, g.recs,
        exists (
            select 1
            from team as t
            where
                t.person = a.person and t.start_on <= b.made_on
                and coalesce(t.end_on, date '9999-12-31') >= b.made_on
        )
        and exists (
            select 1
            from people as e
            where
                e.person = a.person and e.start_on <= b.made_on
                and coalesce(e.end_on, date '9999-12-31') >= b.made_on
        ) as is_on_team,
        not exists (
            select 1
            from people as e
            where
                e.person = a.person and e.start_on <= b.posted_on
                and coalesce(e.end_on, date '9999-12-31') >= b.posted_on
        ) as had_left
    from published as b
    inner join actor as a on a.topic = 'post' and a.rec = b.rec and a.power = b.power
    left join person_authority as g
        on
            g.person = a.person and g.power = b.power and g.asked_at = b.made_at
            and g.asked_until = b.made_until and coalesce(g.channel, '') = coalesce(b.channel, '')
),

weighed as (
    select
        rec,
        min(case when kind = 'platform' then 1 else 0 end) as by_platform,
        max(case when kind = 'unknown' or person is null then 1 else 0 end) as is_unknown,
        max(case when is_on_team or answer = 'yes' then 1 else 0 end) as any_yes,
        max(case when not is_on_team and answer = 'observation' then 1 else 0 end) as any_observation,
        max(case when not is_on_team and answer = 'no' then 1 else 0 end) as any_no,
        max(case when not is_on_team and answer = 'unknown' then 1 else 0 end) as any_unknown,
        max(case when had_left then 1 else 0 end) as had_left,
        min(subtype) as why_no,
        min(case when not is_on_team and answer = 'unknown' then subtype end) as why_unknown,
        min(case when not is_on_team and answer = 'observation' then subtype end) as why_observation,
        list_concat(list(login_rec order by login_rec), flatten(list(coalesce(recs, []) order by person))) as recs
    from creator
    group by rec
),

judged as (
    select
        b.post, b.channel, b.posted_at, b.flags, b.rec, b.is_reply,
        w.recs, w.why_no, w.why_unknown, w.why_observation,
        case
            when b.author_kind = 'partner' then 'partner_post'
            when b.is_anniversary or w.by_platform = 1 then 'platform_post'
            when w.rec is null or w.is_unknown = 1 then 'unknown_actor'
            when w.any_no = 1 and w.any_yes = 0 and w.any_observation = 0 and w.any_unknown = 0 then 'no'
            when w.any_no = 1 then 'several_persons'
            when w.any_unknown = 1 then 'unknown'
            when b.scheduled_at is not null and w.had_left = 1 then 'published_after_leaving'
            when w.any_observation = 1 then 'observation'
            else 'yes'
        end as state
    from published as b
    left join weighed as w on w.rec = b.rec
)

select
    post as item,
    case
        when is_reply then 'observation'
        when state in ('partner_post', 'platform_post') then 'not_applicable'
        when state = 'no' then 'exception'
        when state in ('published_after_leaving', 'observation') then 'observation'
        when state = 'yes' then 'pass'
        else 'not_evidenced'
    end as outcome,
    case
        when is_reply then 'reply_outside_team'
        when state = 'no' then why_no
        when state = 'observation' then why_observation
        when state = 'unknown' then why_unknown
        when state <> 'yes' then state
    end as subtype,
    case
        when is_reply then 'the reply was written by a person who was not on the team and not authorised to respond'
        when state = 'partner_post' then 'the post is one of a partner'
        when state = 'platform_post' then 'the platform made the post by itself'
        when state = 'no' then 'the person who created the post was not on the team and not authorised to post'
        when state = 'several_persons' then 'several people share the login and not all were authorised'
        when state = 'published_after_leaving' then 'the person who scheduled the post had left when it was published'
        when state = 'observation' then 'the person was authorised, by a designation that needs attention'
        when state = 'yes' then 'the person who created the post was authorised'
        else 'the records do not show who created the post or what the person may do'
    end as reason,
    channel,
    flags,
    posted_at as occurred_at,
    list_prepend(rec, coalesce(recs, [])) as evidence
from judged
where not is_reply or state = 'no'
