/*
id         = "BL-02"
title      = "Every block rests on a violation that was found"
clauses    = ["4.17b"]
tier       = 1
severity   = "high"
basis      = ["P"]
subject    = "block"
needs      = ["actions", "investigations"]
witnesses  = ["appeals", "judgments"]
parameters = []
criterion  = "The investigation behind a block found a violation, names a clause that allows a block, and cites content of that user from before its conclusion that was not all reversed before the block."
counts     = "Population as BL-01. Judged is the investigation the block names, otherwise the user's best and latest; without one this cannot be judged (BL-01 is the exception). A clause allows a block when the reason map in force on the day of the block says so. Content on another platform counts with a documented link of identity; a message thread counts by its number, its words are never read. Cited content that no source holds is not evidenced. One cited item that stands suffices."
effect     = "A person may be shut out without having broken a rule."
remedy     = "Lift the block or document the violation."
*/
with judged as (
    select
        b.action_no, b.channel, b.source, b.blocked_at, b.flags, b.recs, f.flag, f.recs as case_recs,
        case
            when not b.is_ecrl then 'not_of_the_library'
            when b.user_key is null then 'user_not_recorded'
            else coalesce(f.finding, 'no_investigation')
        end as state
    from block_begun as b
    left join block_finding as f on f.act_rec = b.rec
)

select
    action_no as item,
    case
        when state = 'not_of_the_library' then 'not_applicable'
        when state = 'found' then 'pass'
        when
            state in (
                'no_investigation', 'user_not_recorded', 'conclusion_undated', 'conclusion_not_recorded',
                'author_not_recorded', 'content_not_supplied', 'order_uncertain'
            )
            then 'not_evidenced'
        else 'exception'
    end as outcome,
    case
        when state = 'not_of_the_library' then 'by_' || source
        when state <> 'found' then state
    end as subtype,
    case state
        when 'not_of_the_library' then 'the block was not an act of the library'
        when 'found' then 'the investigation found a violation in content of the user'
        when 'no_investigation' then 'no investigation of the user is recorded'
        when 'user_not_recorded' then 'the log does not say who was blocked'
        when 'no_violation' then 'the investigation found no violation'
        when 'inconclusive' then 'the investigation was inconclusive'
        when 'not_concluded' then 'the investigation was not concluded'
        when 'conclusion_undated' then 'the investigation has a conclusion without a date'
        when 'conclusion_not_recorded' then 'the investigation does not say what it found'
        when 'no_blocking_clause' then 'the investigation names no clause that allows a block'
        when 'no_content_cited' then 'the investigation cites no content'
        when 'content_of_others' then 'the content cited is not by the blocked user'
        when 'content_after_conclusion' then 'the content cited is later than the conclusion'
        when 'finding_reversed' then 'every finding on the content cited was reversed before the block'
        when 'author_not_recorded' then 'the author of the content cited is not recorded'
        when 'content_not_supplied' then 'the content cited is in none of the sources supplied'
        else 'the records do not show whether the content, its reversal, the conclusion or the block came first'
    end as reason,
    channel,
    list_concat(flags, [flag]) as flags,
    blocked_at as occurred_at,
    list_concat(recs, coalesce(case_recs, [])) as evidence
from judged
