/*
what = "Every kept row of every sheet once, with the moment it tells of (null in a register). touches_period says that one of the days it is about lies in the period, or that no day is known."
*/
with told as (
    select
        'access_checks' as sheet, key_text, rec, channel,
        checked_at as moment_at, checked_until as moment_until, checked_on as moment_on
    from access_checks
    union all
    select 'access_changes', key_text, rec, channel, changed_at, changed_until, changed_on
    from access_changes
    union all
    select 'posts', key_text, rec, channel, posted_at, posted_until, posted_on
    from posts
    union all
    select 'revisions', key_text, rec, null, edited_at, edited_until, edited_on
    from revisions
    union all
    select 'sightings', key_text, rec, null, seen_at, seen_until, seen_on
    from sightings
    union all
    select 'actions', key_text, rec, channel, acted_at, acted_until, acted_on
    from actions
    union all
    select 'evidence', key_text, rec, null, captured_at, captured_until, captured_on
    from evidence
    union all
    select 'judgments', key_text, rec, null, judged_at, judged_until, judged_on
    from judgments
    union all
    select 'concerns', key_text, rec, channel, received_at, received_until, received_on
    from concerns
    union all
    select 'investigations', key_text, rec, null, opened_at, opened_until, opened_on
    from investigations
    union all
    select 'block_lists', key_text, rec, channel, checked_at, checked_until, checked_on
    from block_lists
    union all
    select 'block_reviews', key_text, rec, channel, reviewed_at, reviewed_until, reviewed_on
    from block_reviews
    union all
    select 'appeals', key_text, rec, null, received_at, received_until, received_on
    from appeals
    union all
    select 'monitoring', key_text, rec, channel, reviewed_at, reviewed_until, reviewed_on
    from monitoring
    union all
    select 'message_threads', key_text, rec, channel, received_at, received_until, received_on
    from message_threads
    union all
    select 'statement_checks', key_text, rec, channel, checked_at, checked_until, checked_on
    from statement_checks
    union all
    select 'dmca_agent_pages', key_text, rec, channel, checked_at, checked_until, checked_on
    from dmca_agent_pages
    union all
    select 'dmca_notices', key_text, rec, channel, received_at, received_until, received_on
    from dmca_notices
    union all
    select 'dmca_events', key_text, rec, null, happened_at, happened_until, happened_on
    from dmca_events
    union all
    select
        'dmca_counter_notices', key_text, rec, null,
        received_by_agent_at, received_by_agent_until, received_by_agent_on
    from dmca_counter_notices
    union all
    select 'incidents', key_text, rec, channel, aware_at, aware_until, aware_on
    from incidents
    union all
    select 'partner_posts', key_text, rec, channel, posted_at, posted_until, posted_on
    from partner_posts
    union all
    select 'corrections', key_text, rec, null, corrected_at, corrected_until, corrected_on
    from corrections
),

register as (
    select 'channels' as sheet, key_text, rec, channel, opened_on as from_on, closed_on as to_on
    from channels
    union all
    select 'people', key_text, rec, null, start_on, end_on
    from people
    union all
    select 'roles', key_text, rec, null, start_on, end_on
    from roles
    union all
    select 'team', key_text, rec, null, start_on, end_on
    from team
    union all
    select 'designations', key_text, rec, null, start_on, end_on
    from designations
    union all
    select 'logins', key_text, rec, channel, start_on, end_on
    from logins
    union all
    select 'reason_codes', key_text, rec, null, start_on, end_on
    from reason_codes
    union all
    select 'filter_rules', key_text, rec, channel, start_on, end_on
    from filter_rules
    union all
    select 'dmca_agent', key_text, rec, null, filed_on, filed_on as last_on
    from dmca_agent
    union all
    select 'dmca_items', key_text, rec, null, null, null
    from dmca_items
    union all
    select 'partners', key_text, rec, null, null, null
    from partners
    union all
    select 'coverage', key_text, rec, channel, covers_from_on, covers_to_on
    from coverage
    union all
    select 'closed_days', key_text, rec, null, day_on, day_on as last_on
    from closed_days
    union all
    select 'attestations', key_text, rec, null, attested_on, attested_on as last_on
    from attestations
    union all
    select 'waivers', key_text, rec, null, start_on, expires_on
    from waivers
)

select
    t.sheet, t.key_text, t.rec, t.channel, t.moment_at, t.moment_until, t.moment_on,
    t.moment_on is null or (t.moment_on >= p.first_on and t.moment_on <= p.last_on) as touches_period
from told as t
cross join period as p
union all
select
    r.sheet, r.key_text, r.rec, r.channel, null, null, null,
    (r.from_on is null or r.from_on <= p.last_on) and (r.to_on is null or r.to_on >= p.first_on) as touches_period
from register as r
cross join period as p
