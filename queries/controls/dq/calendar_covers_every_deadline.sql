/*
id         = "DQ-17"
title      = "The calendar covers every deadline"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "day"
needs      = []
parameters = [
    "concern_review_limit", "concern_outcome_limit", "removal_limit", "incident_report_limit", "dmca_assess_limit",
    "dmca_removal_limit", "dmca_prompt_limit", "dmca_forward_limit", "reason_record_limit",
    "auto_hidden_review_limit", "restore_limit", "appeal_decision_limit", "held_item_limit",
    "interaction_review_limit", "question_response_limit", "block_decision_limit", "new_channel_statement_limit",
    "offboarding_limit",
]
criterion  = "Every deadline and window of the period ends on a day for which the library's calendar is confirmed, and no optional holiday that is unset moves one."
counts     = "Population: the days on which deadlines that begin in the period fall due. The first of them later than confirmed_through is the exception; those after it are not listed. An optional holiday that is neither open nor closed is an exception, listed by its own day, when it moves a deadline; a day the library lists itself as open or closed is set. Observed New Year of the following year is computed with each year. Deadlines are those of concerns, incidents, copyright notices and counter-notices, removals, judgments, requests to reconsider, held and public posts, questions, message threads, blocks to be decided, new channels and leavers."
effect     = "Whether something was in time cannot be said where the calendar is not known."
remedy     = "Confirm the closed days of the coming year; set the optional holidays; do not edit rows by hand."
*/
with unset_day as (
    select s.day
    from statutory_day as s
    cross join parameter as q
    where
        s.calendar = 'L'
        and case s.optional
            when 'indigenous_peoples_day' then q.indigenous_peoples_day
            when 'day_after_thanksgiving' then q.day_after_thanksgiving
            else 'closed'
        end = 'unset'
        and not exists (
            select 1
            from closed_days as c
            where c.day_on = s.day
        )
),

resting as (
    select
        case when d.due_on > q.confirmed_through then d.due_on else d.latest_on end as day,
        'unconfirmed' as state, 1 as place, d.rec
    from deadline as d
    cross join parameter as q
    where not d.is_known
    union all
    select u.day, 'unset', 2, d.rec
    from unset_day as u
    inner join deadline as d on d.due_on <> d.latest_on and u.day > d.day and u.day < d.latest_on
    union all
    select d.due_on, 'settled', 3, d.rec
    from deadline as d
    where d.is_known and d.due_on = d.latest_on
),

found as (
    select
        r.day, min(r.place) as place,
        list(distinct r.rec order by r.rec) as recs
    from resting as r
    where
        r.state <> 'unconfirmed'
        or not exists (
            select 1
            from resting as o
            where o.state = 'unconfirmed' and o.day < r.day
        )
    group by r.day
)

select
    strftime(f.day, '%Y-%m-%d') as item,
    case f.place when 3 then 'pass' else 'exception' end as outcome,
    case f.place when 1 then 'calendar_unconfirmed' when 2 then 'calendar_unset' end as subtype,
    case f.place
        when 1 then 'a deadline falls later than the calendar is confirmed'
        when 2 then 'whether the library is closed on this day is not set, and a deadline depends on it'
        else 'the calendar is known up to this day'
    end as reason,
    cast(null as varchar) as channel,
    l.starts_at as occurred_at,
    f.recs as evidence
from found as f
inner join local_day as l on l.day = f.day
