/*
what    = "Removals of posts by the clause their reason code stands for and by who acted"
public  = true
columns = ["rule", "source", "removals"]
*/
with clause_of_code as (
    select
        reason_codes.code as code,
        min(reason_codes.clause) as clause
    from reason_codes
    group by reason_codes.code
),

removal as (
    select
        case
            when actions.reason_code is null then 'No reason code'
            when clause_of_code.clause is null then 'Code without a clause'
            else 'Clause ' || clause_of_code.clause
        end as rule,
        actions.source as source
    from actions
    inner join period
        on
            actions.acted_on >= period.first_on
            and actions.acted_on <= period.last_on
    left join clause_of_code
        on actions.reason_code = clause_of_code.code
    where actions.action in ('hide', 'delete', 'hold_reject', 'comment_lock', 'unpublish')
)

select
    removal.rule as rule,
    removal.source as source,
    count(*) as removals
from removal
group by removal.rule, removal.source
order by removal.rule, removal.source
