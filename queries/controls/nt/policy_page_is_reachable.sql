/*
id          = "NT-03"
title       = "The policy page named in the statement is reachable and current"
clauses     = ["5.3"]
tier        = 2
severity    = "medium"
basis       = ["P"]
subject     = "link check of a snapshot"
needs       = ["statement_checks"]
parameters  = []
tested_when = "exists (select 1 from statement_checks where link_status is not null or policy_text_matches is not null)"
not_tested  = "no link check was supplied; the audit itself opens no network connection"
criterion   = "Each link check supplied shows that the address in the statement answers and that the page shows the policy version in force."
counts      = "Population: snapshots of the period with a link check. A redirect counts when it leads to the same site. An answer without a look at the policy text is judged on the answer alone."
effect      = "The statement sends people to rules they cannot read."
remedy      = "Repair or redirect the address printed in the statement, or amend 5.1 by board action."
*/
with checked as (
    select
        r.check_id, r.channel,
        min(r.checked_at) as checked_at,
        min(case
            when r.link_status is null then 3
            when r.link_status = 200 then 2
            when
                r.link_status >= 300 and r.link_status < 400
                and (r.leads_to = 'www.ecrlib.org' or starts_with(r.leads_to, 'www.ecrlib.org/')) then 2
            else 1
        end) as answer,
        max(case when r.policy_text_matches = 'no' then 1 else 0 end) as is_outdated,
        max(case when r.policy_text_matches = 'unclear' then 1 else 0 end) as is_unclear,
        max(r.link_status) as status,
        list(r.rec order by r.rec) as recs
    from statement_row as r
    cross join period as p
    where
        r.checked_at >= p.starts_at and r.checked_at < p.ends_at
        and (r.link_status is not null or r.policy_text_matches is not null)
    group by r.check_id, r.channel
)

select
    check_id || '/' || channel as item,
    case
        when answer = 1 or is_outdated = 1 then 'exception'
        when is_unclear = 1 then 'needs_review'
        else 'pass'
    end as outcome,
    case
        when answer = 1 then 'not_reachable'
        when is_outdated = 1 then 'other_text'
        when is_unclear = 1 then 'text_unclear'
    end as subtype,
    case
        when answer = 1 then 'the address did not answer, or led to another site'
        when is_outdated = 1 then 'the page does not show the policy version in force'
        when is_unclear = 1 then 'whether the page shows the version in force needs a look by a person'
        else 'the page answered and nothing shows another text'
    end as reason,
    channel,
    checked_at as occurred_at,
    recs as evidence
from checked
