/*
id         = "NT-02"
title      = "The statement is there on every day"
clauses    = ["5.1"]
tier       = 1
severity   = "medium"
basis      = ["P", "M"]
subject    = "account-day"
needs      = ["statement_checks", "channels"]
parameters = ["snapshot_max_gap", "new_channel_statement_limit"]
criterion  = "On each day on which an account or website of the library was open, the statement of clause 5.1 was posted, as the snapshots before and after that day show."
counts     = "A day between two passing snapshots at most snapshot_max_gap days apart passes, wider is not evidenced. From a failing snapshot to the next passing one each day is an exception, and so is each day of a new channel after new_channel_statement_limit until the first passing snapshot. A day after the last passing snapshot, or before the first of an old channel, is not evidenced. Communities the library joined are outside."
effect     = "On such a day people could be blocked under a rule they were not shown."
remedy     = "Capture the statement monthly; post it on the day an account opens."
*/
select
    d.channel || '/' || strftime(d.day, '%Y-%m-%d') as item,
    case d.state
        when 'shown' then 'pass'
        when 'missing' then 'exception'
        when 'missing_since_opening' then 'exception'
        when 'new_channel' then 'not_applicable'
        else 'not_evidenced'
    end as outcome,
    case d.state
        when 'missing' then 'missing_statement'
        when 'missing_since_opening' then 'missing_since_opening'
        when 'new_channel' then 'new_channel'
        when 'unknown' then 'no_snapshot'
    end as subtype,
    case d.state
        when 'shown' then 'the snapshots on both sides show the statement'
        when 'missing' then 'the last snapshot before or on this day does not show the statement'
        when 'missing_since_opening' then 'no snapshot since the channel opened shows the statement'
        when 'new_channel' then 'the channel was within the days allowed after its opening'
        else 'no two passing snapshots near enough enclose this day'
    end as reason,
    d.channel,
    l.starts_at as occurred_at,
    d.recs as evidence
from statement_day as d
inner join local_day as l on l.day = d.day
