/*
id         = "BL-11"
title      = "Measures that work like a block follow an investigation that found a violation"
clauses    = ["4.17c", "4.17a", "4.17b"]
tier       = 2
severity   = "medium"
basis      = ["S"]
subject    = "block-like measure"
needs      = ["actions", "investigations"]
parameters = []
criterion  = "Whoever is restricted, removed from a community or has comments closed for them alone was investigated before, on that account, and a violation was found."
counts     = "Population: each act in the period that restricts, mutes or removes a user, and each closing of comments that names a user and no post; closing a whole thread is MO-08. Muting changes only what staff see and is not applicable, except where the platform silences the muted user for all (Discord, Discourse, Reddit): there a person decides. A removal from a community is also a block in BL-01. Words filtered to silence one person leave no act in the log and cannot be seen here. Acts by the platform are not applicable."
effect     = "A person is shut out in effect without the steps that a block needs."
remedy     = "Treat restriction like blocking: investigate, record, review."
*/
with ranked as (
    select act_rec, state, row_number() over (partition by act_rec order by rank, case_no) as best
    from block_case
),

judged as (
    select
        a.action_no, a.channel, a.source, a.acted_at, list_concat(a.flags, [f.flag]) as flags,
        list_concat(a.recs, coalesce(f.recs, [])) as recs,
        case
            when a.source = 'platform' then 'not_of_the_library'
            when a.action = 'mute' and coalesce(c.platform, '') in ('discord', 'discourse', 'reddit') then 'mute_effect'
            when a.action = 'mute' then 'staff_view_only'
            when a.source = 'automation' then 'automated_measure'
            when a.user_key is null then 'user_not_recorded'
            when r.state is null then 'no_investigation'
            when r.state <> 'before' then r.state
            when f.finding in ('author_not_recorded', 'content_not_supplied') then f.finding
            when f.finding in ('conclusion_not_recorded', 'order_uncertain') then f.finding
            when f.finding <> 'found' then 'no_violation_found'
            else 'found'
        end as state
    from act as a
    cross join period as p
    left join channels as c on c.channel = a.channel
    left join ranked as r on r.act_rec = a.rec and r.best = 1
    left join block_finding as f on f.act_rec = a.rec
    where
        a.source <> 'author' and a.is_effective
        and (
            a.action in ('restrict', 'mute', 'remove_member')
            or (a.action = 'comment_lock' and a.post is null and a.user_key is not null)
        )
        and a.acted_at >= p.starts_at and a.acted_at < p.ends_at
)

select
    action_no as item,
    case
        when state in ('not_of_the_library', 'staff_view_only') then 'not_applicable'
        when state = 'found' then 'pass'
        when state = 'mute_effect' then 'needs_review'
        when
            state in (
                'user_not_recorded', 'order_uncertain', 'scope_not_recorded', 'conclusion_undated',
                'conclusion_not_recorded', 'author_not_recorded', 'content_not_supplied'
            )
            then 'not_evidenced'
        else 'exception'
    end as outcome,
    case
        when state = 'not_of_the_library' then 'by_' || source
        when state <> 'found' then state
    end as subtype,
    case
        when state = 'not_of_the_library' then 'the measure was not an act of the library'
        when state = 'staff_view_only' then 'muting changes only what staff see'
        when state = 'mute_effect' then 'whether the muted user could still take part needs a person to look'
        when state = 'found' then 'an investigation found a violation before the measure'
        when state = 'user_not_recorded' then 'the log does not say whom the measure concerned'
        when state = 'no_investigation' then 'no investigation of the user is recorded'
        when state = 'automated_measure' then 'a rule took the measure without an investigation by a person'
        when state = 'no_violation_found' then 'the investigation does not document a violation by the user'
        when
            state in ('order_uncertain', 'scope_not_recorded', 'conclusion_undated')
            then 'the records do not show whether the investigation came before the measure on this account'
        when
            state in ('conclusion_not_recorded', 'author_not_recorded', 'content_not_supplied')
            then 'the records do not show what the investigation found'
        else 'no investigation of the user on this account was concluded before the measure'
    end as reason,
    channel,
    flags,
    acted_at as occurred_at,
    recs as evidence
from judged
