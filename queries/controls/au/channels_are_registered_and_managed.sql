/*
id         = "AU-09"
title      = "Every channel is registered, managed and owned"
clauses    = ["2.1a", "2.2a", "2.2b"]
tier       = 1
severity   = "high"
basis      = ["P", "S"]
subject    = "channel"
needs      = ["channels"]
witnesses  = ["posts", "sightings", "statement_checks"]
covers     = ["access_checks"]
parameters = ["orphan_channel", "designation_reconfirm", "team_may_moderate"]
criterion  = "Each channel that any record names is in the register; each open one has an authorised manager at its latest check of the period and an owner role that somebody holds; a channel the register calls closed is not seen in public any more."
counts     = "Population: channels of the register opened by the end of the period (or the cut-off, if earlier), and channels that records of posts, acts, access, blocks, concerns, monitoring, messages, statements, copyright, filters, logins, coverage or an export name. not_registered: named somewhere, not in the register. closed_still_public: a post, a visible sighting or a statement found, after the closing day. no_authorised_manager: the latest check of the period shows no managing login of a person with one of its powers (not asked of channels the library only joined); without a check, or with one that is not complete, or with logins that cannot be attributed, not evidenced. owner_role_vacant: nobody in employment holds the role on that day, by code or by title; a blank owner role is not evidenced. Observations: no staff post is recorded for orphan_channel days, where posts were supplied; two open rows of the register with the same platform and handle, or the same address (twitter counts as x)."
effect     = "Nobody answers for a channel that speaks in the library's name."
remedy     = "Name a second full administrator; register or close the channel; export permissions monthly; complete the roster."
*/
with judged_day as (
    select p.starts_at, least(p.last_on, p.as_of_on) as day
    from period as p
),

named as (
    select channel, rec from posts
    union all
    select channel, rec from actions
    union all
    select channel, rec from access_checks
    union all
    select channel, rec from access_changes
    union all
    select channel, rec from block_lists
    union all
    select channel, rec from concerns
    union all
    select channel, rec from monitoring
    union all
    select channel, rec from message_threads
    union all
    select channel, rec from statement_checks
    union all
    select channel, rec from dmca_agent_pages
    union all
    select channel, rec from dmca_notices
    union all
    select channel, rec from filter_rules
    union all
    select channel, rec from logins
    union all
    select channel, rec from coverage
    union all
    select channel, null
    from source_file
    where status = 'loaded'
),

unregistered as (
    select n.channel, min(n.rec) as rec
    from named as n
    where
        n.channel is not null and n.channel <> 'all'
        and not exists (
            select 1
            from channels as c
            where c.channel = n.channel
        )
    group by n.channel
),

registered as (
    select
        c.channel, c.platform, c.kind, c.owner_role, c.opened_on, c.closed_on, c.rec, j.day,
        coalesce(c.closed_on < j.day, false) as is_closed,
        regexp_replace(lower(trim(c.handle)), '^@', '') as handle_key,
        regexp_replace(regexp_replace(lower(trim(c.url)), '^https?://(www[.])?', ''), '/+$', '') as url_key
    from channels as c
    cross join judged_day as j
    where c.opened_on <= j.day
),

public_sign as (
    select channel, posted_on as seen_on, posted_at as seen_at, rec
    from posts
    where coalesce(surface, 'public') = 'public'
    union all
    select p.channel, g.seen_on, g.seen_at, g.rec
    from sightings as g
    inner join posts as p on p.post = g.post
    where g.state = 'visible'
    union all
    select channel, checked_on, checked_at, rec
    from statement_checks
    where location <> 'none' and coalesce(public, 'yes') = 'yes'
),

seen_after as (
    select c.channel, list(s.rec order by s.rec) as recs
    from registered as c
    cross join period as r
    inner join public_sign as s on s.channel = c.channel and s.seen_on > c.closed_on
    where s.seen_at < r.ends_at
    group by c.channel
),

manager as (
    select
        k.channel,
        max(case when k.answer in ('yes', 'observation') and k.kind in ('human', 'shared') then 1 else 0 end)
            as is_managed,
        max(case when k.answer = 'unknown' and k.kind <> 'third_party_app' and not k.by_last_holder then 1 else 0 end)
            as is_doubtful,
        flatten(list(k.recs order by k.rec)) as recs
    from listed_access as k
    inner join access_check as s on s.channel = k.channel and s.check_id = k.check_id and s.is_latest
    where k.is_managing
    group by k.channel
),

holder as (
    select c.channel, list(h.rec order by h.rec) as recs
    from registered as c
    inner join role_held as h
        on
            h.start_on <= c.day and coalesce(h.end_on, date '9999-12-31') >= c.day
            and regexp_replace(lower(trim(c.owner_role)), '[ _-]+', '_', 'g')
            in (h.role, regexp_replace(lower(trim(h.title)), '[ _-]+', '_', 'g'))
    group by c.channel
),

last_post as (
    select p.channel, max(p.posted_on) as posted_on
    from posts as p
    inner join judged_day as j on p.posted_on <= j.day
    where p.author_kind = 'staff'
    group by p.channel
),

doubled as (
    select distinct a.channel
    from registered as a
    inner join registered as b
        on
            b.channel <> a.channel and not a.is_closed and not b.is_closed
            and ((b.platform = a.platform and b.handle_key = a.handle_key) or b.url_key = a.url_key)
),

judged as (
    select
        c.channel, c.rec, j.starts_at, s.recs as seen_recs, m.recs as manager_recs, h.recs as holder_recs,
        k.recs as check_recs,
        case
            when c.is_closed and s.channel is not null then 'closed_still_public'
            when c.is_closed then 'closed'
            when
                c.kind <> 'community_joined' and k.is_complete and coalesce(m.is_managed, 0) = 0
                and coalesce(m.is_doubtful, 0) = 0 then 'no_authorised_manager'
            when c.owner_role is not null and h.channel is null then 'owner_role_vacant'
            when c.kind <> 'community_joined' and k.channel is null then 'no_check'
            when c.kind <> 'community_joined' and not k.is_complete and coalesce(m.is_managed, 0) = 0
                then 'incomplete_check'
            when c.kind <> 'community_joined' and coalesce(m.is_managed, 0) = 0 then 'unknown_actor'
            when c.owner_role is null then 'owner_role_unknown'
            when d.channel is not null then 'duplicate_register_row'
            when
                c.opened_on < c.day - cast(q.orphan_channel as integer)
                and coalesce(l.posted_on < c.day - cast(q.orphan_channel as integer), true)
                and exists (
                    select 1
                    from supplied as u
                    where u.sheet = 'posts'
                )
                then 'no_staff_post'
            else 'sound'
        end as state
    from registered as c
    cross join judged_day as j
    cross join parameter as q
    left join seen_after as s on s.channel = c.channel
    left join access_check as k on k.channel = c.channel and k.is_latest
    left join manager as m on m.channel = c.channel
    left join holder as h on h.channel = c.channel
    left join last_post as l on l.channel = c.channel
    left join doubled as d on d.channel = c.channel
    union all
    select u.channel, u.rec, j.starts_at, [], [], [], [], 'not_registered'
    from unregistered as u
    cross join judged_day as j
)

select
    channel as item,
    case
        when state in ('not_registered', 'closed_still_public', 'no_authorised_manager', 'owner_role_vacant')
            then 'exception'
        when state in ('duplicate_register_row', 'no_staff_post') then 'observation'
        when state in ('sound', 'closed') then 'pass'
        else 'not_evidenced'
    end as outcome,
    case when state not in ('sound', 'closed') then state end as subtype,
    case state
        when 'not_registered' then 'records name the channel, the register does not'
        when 'closed_still_public' then 'the register calls the channel closed, and it was seen in public after that'
        when 'closed' then 'the channel is closed and was not seen in public after that'
        when 'no_authorised_manager' then 'the latest check shows no authorised person with managing access'
        when 'owner_role_vacant' then 'nobody holds the role that owns the channel'
        when 'no_check' then 'no access check of the period shows the channel'
        when 'incomplete_check' then 'the latest check is not complete'
        when 'unknown_actor' then 'it is not known whose the logins with managing access are, or what they may do'
        when 'owner_role_unknown' then 'the register names no role that owns the channel'
        when 'duplicate_register_row' then 'another row of the register seems to be the same account'
        when 'no_staff_post' then 'no post by staff is recorded for longer than the limit'
        else 'the channel is registered, managed and owned'
    end as reason,
    channel,
    cast([] as varchar[]) as flags,
    starts_at as occurred_at,
    list_prepend(
        rec,
        list_concat(
            coalesce(seen_recs, []),
            list_concat(
                coalesce(check_recs, []), list_concat(coalesce(manager_recs, []), coalesce(holder_recs, []))
            )
        )
    ) as evidence
from judged
