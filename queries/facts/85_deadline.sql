/*
what = "Each deadline on the library's own calendar that begins on a day of the period, once per control, day and number of business days: the due day, the same with every unset optional day closed, and whether both are within the confirmed calendar. The put-back window (DM-16) ends on the 14th business day."
*/
with beginning as (
    select 'MO-03' as control, received_on as day, 'concern_review_limit' as length, rec
    from concerns
    union all
    select 'MO-04', received_on, 'concern_outcome_limit', rec
    from concerns
    union all
    select 'MO-05', closed_on, 'removal_limit', rec
    from concerns
    where outcome = 'upheld'
    union all
    select 'ST-04', aware_on, 'incident_report_limit', rec
    from incidents
    union all
    select 'DM-07', received_by_agent_on, 'dmca_assess_limit', rec
    from dmca_notices
    union all
    select 'DM-09', received_by_agent_on, 'dmca_removal_limit', rec
    from dmca_notices
    union all
    select 'DM-10', received_by_agent_on, 'dmca_prompt_limit', rec
    from dmca_notices
    union all
    select 'DM-29', received_on, 'dmca_forward_limit', rec
    from dmca_notices
    union all
    select 'DM-13', happened_on, 'dmca_prompt_limit', rec
    from dmca_events
    where event = 'disabled'
    union all
    select 'DM-14', received_by_agent_on, 'dmca_assess_limit', rec
    from dmca_counter_notices
    union all
    select 'DM-15', received_by_agent_on, 'dmca_prompt_limit', rec
    from dmca_counter_notices
    union all
    select 'DM-16', received_by_agent_on, 'put_back_window', rec
    from dmca_counter_notices
    union all
    select 'RM-01', opened_on, 'reason_record_limit', rec
    from removal_episode
    where is_ecrl
    union all
    select 'RM-07', judged_on, 'removal_limit', rec
    from judgments
    where judgment = 'violating' and origin = 'moderator'
    union all
    select 'RM-14', acted_on, 'auto_hidden_review_limit', rec
    from act
    where source = 'automation' and action in ('hide', 'delete', 'hold_reject')
    union all
    select 'RM-18', decided_on, 'restore_limit', rec
    from appeals
    where decision = 'reversed'
    union all
    select 'RM-19', received_on, 'appeal_decision_limit', rec
    from appeals
    union all
    select 'RM-21', posted_on, 'held_item_limit', rec
    from posts
    where surface = 'held'
    union all
    select 'MO-02', posted_on, 'interaction_review_limit', rec
    from posts
    where author_kind = 'public'
    union all
    select 'MO-06', posted_on, 'question_response_limit', rec
    from posts
    where list_contains(flags, 'question')
    union all
    select 'MO-07', received_on, 'question_response_limit', rec
    from message_threads
    union all
    select 'BL-07', reached_on, 'block_decision_limit', recs[1]
    from repeat_reach
    union all
    select 'NT-02', opened_on, 'new_channel_statement_limit', rec
    from channels
    union all
    select 'AU-04', end_on, 'offboarding_limit', rec
    from people
),

in_days as (
    select
        b.control, b.day, b.rec,
        case b.length
            when 'concern_review_limit' then p.concern_review_limit
            when 'concern_outcome_limit' then p.concern_outcome_limit
            when 'removal_limit' then p.removal_limit
            when 'incident_report_limit' then p.incident_report_limit
            when 'dmca_assess_limit' then p.dmca_assess_limit
            when 'dmca_removal_limit' then p.dmca_removal_limit
            when 'dmca_prompt_limit' then p.dmca_prompt_limit
            when 'dmca_forward_limit' then p.dmca_forward_limit
            when 'put_back_window' then 14
            when 'reason_record_limit' then p.reason_record_limit
            when 'auto_hidden_review_limit' then p.auto_hidden_review_limit
            when 'restore_limit' then p.restore_limit
            when 'appeal_decision_limit' then p.appeal_decision_limit
            when 'held_item_limit' then p.held_item_limit
            when 'interaction_review_limit' then p.interaction_review_limit
            when 'question_response_limit' then p.question_response_limit
            when 'block_decision_limit' then p.block_decision_limit
            when 'new_channel_statement_limit' then p.new_channel_statement_limit
            when 'offboarding_limit' then p.offboarding_limit
        end as n
    from beginning as b
    cross join parameter as p
    cross join period as w
    where b.day >= w.first_on and b.day <= w.last_on
)

select i.control, i.day, i.n, d.due_on, d.latest_on, d.is_known, min(i.rec) as rec
from in_days as i
inner join due as d on d.day = i.day and d.n = i.n
group by i.control, i.day, i.n, d.due_on, d.latest_on, d.is_known
